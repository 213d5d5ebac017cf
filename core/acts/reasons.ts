/** Why an act is refused: stable codes, each with a sentence for whoever wanted to act. */
export const REASONS = {
  NOT_BUYER: "Only the buyer may do this.",
  NOT_SELLER: "Only the seller may do this.",
  NOT_PARTY: "Only the buyer or the seller may do this.",
  NOT_OWNER: "Only the owner of the contract may do this.",
  NOT_AGENT: "Only the agent of the marketplace may do this.",
  SELLER_CANNOT_BUY: "A seller cannot buy the own listing.",
  INITIATOR_CANNOT_RESPOND: "Whoever raised the dispute cannot respond to it.",
  NO_RESPONSE_POSSIBLE: "The dispute began as a transition issue, to which nobody can respond.",
  WRONG_STATE: "The state does not allow this.",
  LISTING_NOT_ACTIVE: "The listing is not active.",
  DEADLINE_PASSED: "The time for this is over.",
  TOO_EARLY: "The time for this has not come yet.",
  EXTENSION_USED: "The verification window can be extended once only.",
  NOTHING_TO_FUND: "Nothing is left to be paid.",
  HOLD_RELEASED: "The retainer has been paid out already.",
  OFFER_ALREADY_ACTIVE: "The buyer has an offer on this listing that still takes the place.",
  AMOUNT_NOT_PRICE: "The amount is not the asking price.",
  PRICE_ZERO: "The price must be more than zero.",
  TEXT_EMPTY: "The text must not be empty.",
  HASH_ZERO: "The hash must not be zero.",
  REFUND_TOO_LARGE: "The refund and the platform fee together exceed the amount.",
  CONTRACT_PAUSED: "The contract is paused; deadlines keep running.",
  CONTRACT_NOT_PAUSED: "This works only while the contract is paused.",
  EMERGENCY_MODE: "This works only in emergency mode, which is off.",
  NO_SAFETY_WALLET: "The contract has no safety wallet.",
  CONTRACT_LACKS_TOKENS: "The contract holds less than it would have to pay.",
  NOTHING_TO_EJECT: "The contract holds nothing to eject; the call would change nothing.",
  FUNCTION_EMPTY: "This generation accepts the call and does nothing.",
  ALLOWANCE_TOO_LOW: "The contract may not take the tokens yet: send the approval first.",
  BALANCE_TOO_LOW: "The account has fewer tokens than this takes.",
  RULES_AND_CHAIN_DISAGREE:
    "The rules and the chain answer differently; the index may be behind. Ask again before acting.",
} as const satisfies Record<string, string>;

export type ReasonCode = keyof typeof REASONS;

/** Reasons with which the contract still accepts the call: it would have no effect. */
const WITHOUT_EFFECT = new Set<ReasonCode>(["NOTHING_TO_EJECT", "FUNCTION_EMPTY"]);

/** Whether the chain should accept a call that has these reasons against it. */
export function passesOnChain(reasons: readonly ReasonCode[]): boolean {
  return reasons.every((code) => WITHOUT_EFFECT.has(code));
}

/** The code when the condition does not hold. */
export function unless(condition: boolean, code: ReasonCode): ReasonCode[] {
  return condition ? [] : [code];
}
