/** What a proof says: nothing is half proved. The reason names the field, never the provider. */
export type Verdict = { isProved: true } | { isProved: false; reason: string };

/** An answer of a node that cannot be proved, with the reason in one sentence. */
export class Unprovable extends Error {
  override name = "Unprovable";
}

/** Ends a proof with a reason unless the condition holds. @throws Unprovable */
export function demand(holds: boolean, reason: () => string): asserts holds {
  if (!holds) throw new Unprovable(reason());
}

/**
 * The verdict of a proof written as a function that throws what is wrong. An answer of the wrong shape
 * (a list that is no list, a log that is null) ends in a `TypeError` somewhere: it is refused as well.
 */
export function verdictOf(proof: () => void): Verdict {
  try {
    proof();
    return { isProved: true };
  } catch (error) {
    if (error instanceof Unprovable) return { isProved: false, reason: error.message };
    if (error instanceof TypeError) {
      return {
        isProved: false,
        reason: `the answer has not the shape of the method: ${error.message}`,
      };
    }
    throw error;
  }
}
