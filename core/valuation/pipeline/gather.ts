import type { ChainKey } from "../../../src/protocol/ids.ts";
import type { Snapshot } from "../../db/consistent-read.ts";
import { keyOfChain, keyText } from "../../db/keys.ts";
import type { ListingDocument } from "../../listing-metadata/document.ts";
import { findListingMetadata } from "../../queries/listing-metadata.ts";
import { LISTINGS } from "../../queries/listings.ts";
import { normaliseCategory } from "../category.ts";
import { type Rates, usdPerUnit } from "../currency.ts";
import { CURRENCY_DECIMALS, evidenceOf, textOf, type ValuationInput } from "./input.ts";

/** The newest block whose hash is known and that the index has reached. */
export type KnownBlock = { blockNumber: bigint; blockHash: string };

/** What is known of a listing at one block. */
export type Gathered = KnownBlock & {
  input: ValuationInput;
  /** For a model of language; empty where the seller has published nothing. */
  text: string;
};

/** Everything about a listing that a price could rest on; undefined when the index has none. */
export async function gatherListing(
  snapshot: Snapshot,
  listing: ChainKey,
  rates: Rates,
): Promise<(Gathered | { missing: "block" }) | undefined> {
  const key = keyOfChain(listing);
  const row = (await LISTINGS.findByKeys(snapshot, [key])).get(keyText(key));
  if (row === undefined) return undefined;
  const block = await findKnownBlock(snapshot);
  if (block === undefined) return { missing: "block" };
  const metadata = await findListingMetadata(snapshot.app, listing);
  const { tokenSymbol, tokenDecimals } = row;
  const rate = tokenSymbol === null ? undefined : usdPerUnit(tokenSymbol, rates);
  const isPriced = tokenSymbol !== null && tokenDecimals !== null && rate !== undefined;
  const [currency, decimals, usd] = isPriced
    ? [tokenSymbol, tokenDecimals, rate]
    : ["USD", CURRENCY_DECIMALS, 1];
  // Chain time: another process, and whoever checks later, comes to the same moment.
  const at = new Date(Number(snapshot.position.indexed.timestamp) * 1_000);
  const document: ListingDocument | undefined = metadata?.document;
  const { metrics, leftOut } =
    document === undefined
      ? { metrics: {}, leftOut: [] }
      : evidenceOf(document, { currency, rates, at });
  return {
    ...block,
    text: document === undefined ? "" : textOf(document),
    input: {
      category: normaliseCategory(document?.category ?? row.category ?? ""),
      currency,
      decimals,
      usdPerUnit: usd,
      at: at.toISOString(),
      metrics,
      leftOut,
      documentHash: metadata?.documentHash ?? null,
      text: null,
    },
  };
}

/** The newest block whose hash is known and that the index has reached; undefined before the first. */
export async function findKnownBlock({
  indexed,
  position,
}: Pick<Snapshot, "indexed" | "position">): Promise<KnownBlock | undefined> {
  const { heads, chainId } = position;
  const known = [
    [heads?.head, heads?.headHash],
    [heads?.safe, heads?.safeHash],
    [heads?.final, heads?.finalHash],
  ] as const;
  for (const [blockNumber, blockHash] of known) {
    if (blockNumber === undefined || blockHash === undefined) continue;
    if (blockNumber <= position.indexed.number) return { blockNumber, blockHash };
  }
  const newest = await indexed
    .selectFrom("activity")
    .select(["blockNumber", "blockHash"])
    .where("chainId", "=", chainId)
    .where("blockNumber", "<=", position.indexed.number)
    .orderBy("blockNumber", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest;
}
