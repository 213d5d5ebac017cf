/**
 * A state that the contracts cannot produce (outside domain A.8 and A.9). It stops the indexer: no
 * answer is better than a wrong escrow state.
 */
export class ImpossibleStateError extends Error {
  constructor(what: string) {
    super(
      `${what}. The contracts cannot produce this, so indexing stops here. ` +
        "Check the ABI and generation of the contract and the completeness of the RPC's logs.",
    );
    this.name = "ImpossibleStateError";
  }
}
