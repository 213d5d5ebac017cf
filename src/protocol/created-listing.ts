import { decodeAbiParameters, type Hex, parseAbiParameters } from "viem";
import type { CalledTransaction } from "./accepted-method.ts";
import { VERIFICATION_LEVELS, type VerificationLevel } from "./states.ts";

/** What a listing was created with and its event does not say. */
export type ListingTerms = { metadataUri: string; ipAssignmentHash: Hex; buildId: string };

/** What the event says, by which the call is known to be the one that it tells of. */
export type ToldListing = {
  seller: string;
  title: string;
  askingPriceUnits: bigint;
  declaredVerification: VerificationLevel;
};

/** Selector of `createListing(string,string,uint256,uint8,bytes32,bytes,string)`. */
const CREATE_LISTING = "0xe2926bde";

const ARGUMENTS = parseAbiParameters("string, string, uint256, uint8, bytes32, bytes, string");

/**
 * What a seller has given when the transaction itself is the call that created the listing; undefined
 * when it came about by another call, such as a smart account's, whose data says nothing certain about
 * the calls inside. The contract allows no re-entry and keeps its arguments as they are, so a direct
 * call by the seller with the title, price and level of the event is the one that it tells of.
 *
 * @param emitted contract of the event and sender of its transaction, lower case
 */
export function createdTerms(
  { to, input }: CalledTransaction,
  emitted: { contract: string; sender: string },
  told: ToldListing,
): ListingTerms | undefined {
  if (to === null || to.toLowerCase() !== emitted.contract) return undefined;
  if (emitted.sender !== told.seller) return undefined;
  if (!input.startsWith(CREATE_LISTING)) return undefined;
  const given = decode(`0x${input.slice(CREATE_LISTING.length)}`);
  if (given === undefined) return undefined;
  const [title, metadataUri, price, level, ipAssignmentHash, , buildId] = given;
  const isTold =
    title === told.title &&
    price === told.askingPriceUnits &&
    VERIFICATION_LEVELS[level] === told.declaredVerification;
  return isTold ? { metadataUri, ipAssignmentHash, buildId } : undefined;
}

/** The arguments; undefined for an encoding that Solidity reads and viem refuses. */
function decode(data: Hex) {
  try {
    return decodeAbiParameters(ARGUMENTS, data);
  } catch {
    return undefined;
  }
}
