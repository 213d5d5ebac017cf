/** The words of the read model in the order of the contracts' enums, written down from domain A.2 apart from the indexer's own. */
export const LISTING_WORDS = [
  ...["active", "pending", "completed", "cancelled", "disputed", "paused"],
];
export const LEVEL_WORDS = ["basic", "standard", "enhanced"];
export const ESCROW_WORDS = [
  ...["created", "funded", "delivered", "confirmed", "transition", "disputed"],
  ...["resolved", "completed", "refunded", "expired", "emergency"],
];
export const METHOD_WORDS = ["ecies_wallet", "ephemeral_keypair"];
export const DISPUTE_TYPE_WORDS = [
  ...["credential_mismatch", "metric_fraud", "non_delivery", "quality_dispute"],
];
export const RESOLUTION_WORDS = [
  ...["pending", "full_refund", "partial_refund", "release_to_seller", "split"],
];
export const OFFER_WORDS = ["active", "accepted", "rejected", "cancelled"];

/** States of an escrow that nothing can leave. */
export const CLOSED = new Set(["resolved", "completed", "refunded", "expired", "emergency"]);

/** The word for an ordinal; an ordinal without one is none that the contracts know. */
export function word(words: readonly string[], ordinal: number): string {
  const found = words[ordinal];
  if (found === undefined) throw new Error(`no word for ordinal ${ordinal}`);
  return found;
}

/** Addresses are stored in lower case. */
export const lower = (address: string): string => address.toLowerCase();

export const ZERO_HASH = `0x${"0".repeat(64)}`;
