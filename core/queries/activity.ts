import type { ChainKey } from "../../src/protocol/ids.ts";
import type { IndexedDb } from "../db/indexed.ts";
import { type Page, type PageRequest, readPage, type Sort } from "../db/keyset.ts";

/** Newest first, in the order of the chain. */
export const ACTIVITY_SORT = {
  columns: ["blockNumber", "logIndex"],
  order: "desc",
} as const satisfies Sort;

export type ActivityFilter = {
  listing?: ChainKey | undefined;
  escrow?: ChainKey | undefined;
  offer?: ChainKey | undefined;
  actor?: `0x${string}` | undefined;
  kind?: string | undefined;
  contract?: `0x${string}` | undefined;
};

/** One event as the timeline shows it, with the payment token of its contract. */
export type ActivityRow =
  Awaited<ReturnType<typeof findActivityPage>> extends Page<infer Row> ? Row : never;

/** One page of the events that pass the filter, on one chain: block numbers only order within it. */
export function findActivityPage(
  db: IndexedDb,
  chainId: number,
  filter: ActivityFilter,
  request: PageRequest,
) {
  let query = db
    .selectFrom("activity")
    .leftJoin("contract", (join) =>
      join
        .onRef("contract.chainId", "=", "activity.chainId")
        .onRef("contract.address", "=", "activity.contract"),
    )
    .leftJoin("token", (join) =>
      join
        .onRef("token.chainId", "=", "activity.chainId")
        .onRef("token.address", "=", "contract.token"),
    )
    .select([
      "activity.chainId",
      "activity.blockNumber",
      "activity.logIndex",
      "activity.blockHash",
      "activity.txHash",
      "activity.occurredAt",
      "activity.contract",
      "activity.contractKind",
      "activity.event",
      "activity.kind",
      "activity.sender",
      "activity.actor",
      "activity.counterparty",
      "activity.marketplace",
      "activity.listingId",
      "activity.escrowId",
      "activity.offerId",
      "activity.amountUnits",
      "contract.token",
      "token.symbol as tokenSymbol",
      "token.decimals as tokenDecimals",
      "activity.args",
    ])
    .where("activity.chainId", "=", chainId);
  const { listing, escrow, offer } = filter;
  if (listing) {
    query = query
      .where("activity.chainId", "=", listing.chainId)
      .where("activity.marketplace", "=", listing.contract)
      .where("activity.listingId", "=", listing.number);
  }
  if (escrow) {
    query = query
      .where("activity.chainId", "=", escrow.chainId)
      .where("activity.contract", "=", escrow.contract)
      .where("activity.escrowId", "=", escrow.number);
  }
  if (offer) {
    query = query
      .where("activity.chainId", "=", offer.chainId)
      .where("activity.contract", "=", offer.contract)
      .where("activity.offerId", "=", offer.number);
  }
  if (filter.actor) query = query.where("activity.actor", "=", filter.actor);
  if (filter.kind) query = query.where("activity.kind", "=", filter.kind);
  if (filter.contract) query = query.where("activity.contract", "=", filter.contract);
  return readPage(query, "activity", ACTIVITY_SORT, request);
}
