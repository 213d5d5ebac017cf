/** A straight line through samples, with the 95 % interval of its slope. */
export type LineFit = { slope: number; low: number; high: number };

/** Two-sided 95 % of the normal distribution; samples are many. */
const NORMAL_95 = 1.96;

/**
 * Fits a line by least squares.
 * @param points pairs of time and value, three at least, not all at one time
 * @throws when no line can be fitted
 */
export function fitLine(points: readonly (readonly [number, number])[]): LineFit {
  const count = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (count < 3 || spread === 0) throw new Error("too few samples for a line");
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const residual = points.reduce((sum, [x, y]) => {
    const expected = meanY + slope * (x - meanX);
    return sum + (y - expected) ** 2;
  }, 0);
  const error = Math.sqrt(residual / (count - 2) / spread);
  return { slope, low: slope - NORMAL_95 * error, high: slope + NORMAL_95 * error };
}
