/**
 * How far the floor of a heap may rise from one half of a run to the next, megabytes: caches fill, and
 * a half may pass without a collection that reaches everything.
 */
export const MAX_RISE_MB = 30;

/**
 * By how much the lowest value of the second half lies above that of the first. The lowest is what a
 * collection of garbage left standing; everything above it may be garbage, which a line through all
 * samples takes for growth.
 * @param points pairs of time and value in the order of time, two at least
 */
export function riseOfFloor(points: readonly (readonly [number, number])[]): number {
  const half = Math.floor(points.length / 2);
  if (half === 0) throw new Error("too few samples for two halves");
  const lowest = (part: typeof points) => Math.min(...part.map(([, value]) => value));
  return lowest(points.slice(half)) - lowest(points.slice(0, half));
}
