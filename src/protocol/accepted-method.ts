import type { Hex } from "viem";

/** What of a transaction says which call it made. */
export type CalledTransaction = { to: string | null; input: Hex };

/** Selector of `acceptOffer(uint256,uint8)`. */
const ACCEPT_OFFER = "0x1e8f71d8";

const WORD = 64;
const OFFER_ID = ACCEPT_OFFER.length;
const METHOD = OFFER_ID + WORD;

/**
 * Ordinal of the way of encryption that a seller chose when the transaction itself is the call that
 * accepted the offer; undefined when it came about by another call, such as a smart account's, whose
 * data says nothing certain about the calls inside. The contract accepts an offer once and allows no
 * re-entry, so a direct call that did not revert is the one that the event tells of. Solidity
 * ignores what follows the arguments; wallets put their mark there.
 */
export function acceptedMethod(
  { to, input }: CalledTransaction,
  contract: string,
  offerId: bigint,
): number | undefined {
  if (to === null || to.toLowerCase() !== contract) return undefined;
  if (!input.startsWith(ACCEPT_OFFER) || input.length < METHOD + WORD) return undefined;
  if (BigInt(`0x${input.slice(OFFER_ID, METHOD)}`) !== offerId) return undefined;
  const method = BigInt(`0x${input.slice(METHOD, METHOD + WORD)}`);
  // The contract refuses anything that is no uint8.
  return method > 255n ? undefined : Number(method);
}
