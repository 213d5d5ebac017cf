import { CholeskyDecomposition, Matrix } from "ml-matrix";

/** Rows of a design matrix, row after row. */
export type Design = { values: Float64Array; rows: number; width: number };

/**
 * A linear fit with shrinkage, kept so that leaving one row out costs no second fit: with fixed
 * weights the prediction without row i follows from `inverse` exactly (Sherman and Morrison).
 */
export type RidgeFit = {
  coefficients: Float64Array;
  /** Inverse of the weighted, penalised normal matrix. */
  inverse: Float64Array;
  weights: Float64Array;
  /** Observed minus fitted, of each row. */
  residuals: Float64Array;
  /** How much each row draws its own fit towards itself, 0 to 1. */
  leverages: Float64Array;
};

/** Puts rows of equal length one after another. */
export function toDesign(rows: readonly Float64Array[]): Design {
  const width = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * width);
  rows.forEach((row, index) => {
    values.set(row, index * width);
  });
  return { values, rows: rows.length, width };
}

/** The weighted normal matrix and right-hand side, without any penalty. */
export function normalEquations(
  { values, rows, width }: Design,
  targets: Float64Array,
  weights: Float64Array,
): { matrix: Float64Array; right: Float64Array } {
  const matrix = new Float64Array(width * width);
  const right = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const start = row * width;
    const weight = weights[row] as number;
    for (let a = 0; a < width; a++) {
      const scaled = weight * (values[start + a] as number);
      if (scaled === 0) continue;
      right[a] = (right[a] as number) + scaled * (targets[row] as number);
      for (let b = 0; b <= a; b++) {
        const cell = a * width + b;
        matrix[cell] = (matrix[cell] as number) + scaled * (values[start + b] as number);
      }
    }
  }
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < a; b++) matrix[b * width + a] = matrix[a * width + b] as number;
  }
  return { matrix, right };
}

/**
 * Solves the normal equations with a penalty for each column.
 *
 * @param penalties added to the diagonal; all above 0, so that the matrix has an inverse
 */
export function solveRidge(
  design: Design,
  targets: Float64Array,
  weights: Float64Array,
  penalties: Float64Array,
  { matrix, right } = normalEquations(design, targets, weights),
): RidgeFit {
  const { width } = design;
  const penalised = new Matrix(width, width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++) {
      const penalty = a === b ? (penalties[a] as number) : 0;
      penalised.set(a, b, (matrix[a * width + b] as number) + penalty);
    }
  }
  const solved = new CholeskyDecomposition(penalised).solve(Matrix.eye(width));
  const inverse = Float64Array.from(solved.to1DArray());
  const coefficients = times(inverse, right);
  return {
    coefficients,
    inverse,
    weights,
    ...diagnose(design, targets, weights, coefficients, inverse),
  };
}

function diagnose(
  { values, rows, width }: Design,
  targets: Float64Array,
  weights: Float64Array,
  coefficients: Float64Array,
  inverse: Float64Array,
): Pick<RidgeFit, "residuals" | "leverages"> {
  const residuals = new Float64Array(rows);
  const leverages = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const x = values.subarray(row * width, (row + 1) * width);
    residuals[row] = (targets[row] as number) - dot(x, coefficients);
    leverages[row] = Math.min(0.999, (weights[row] as number) * dot(x, times(inverse, x)));
  }
  return { residuals, leverages };
}

/** Prediction error of a row by the fit without it. */
export function residualWithout(fit: RidgeFit, row: number): number {
  return (fit.residuals[row] as number) / (1 - (fit.leverages[row] as number));
}

/** Sum of the products of two vectors of the same length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

/** A square matrix, row after row, times a vector. */
export function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const { length } = vector;
  const product = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    product[row] = dot(matrix.subarray(row * length, (row + 1) * length), vector);
  }
  return product;
}
