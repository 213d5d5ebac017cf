/** Thrown where the contract would revert. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Thrown by a model that is only asked whether it would act, once every rule has let the act pass. */
class Willing extends Error {}

/** Mirrors Solidity's `require`. */
export function require(condition: boolean, reason: string): asserts condition {
  if (!condition) throw new Refusal(reason);
}

/** Lets a model be asked "would you?" without acting: its functions call `commit` after their rules. */
export class Gate {
  #asking = false;

  /** Whether `act` would pass every rule. Leaves the model as it is. */
  would(act: () => void): boolean {
    this.#asking = true;
    // Thousands of these are thrown for each one that anybody reads.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      act();
      return true;
    } catch (error) {
      if (error instanceof Willing) return true;
      if (error instanceof Refusal) return false;
      throw error;
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
      this.#asking = false;
    }
  }

  /** Ends the rules of a function; everything after it changes the model. */
  commit(): void {
    if (this.#asking) throw new Willing();
  }
}
