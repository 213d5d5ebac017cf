import type { ChainKey } from "../../src/protocol/ids.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";

/** The order of the chain. */
const BY_CHAIN = [
  { name: "blockNumber", type: "int8" },
  { name: "logIndex", type: "int4" },
] as const satisfies KeyColumn[];

export type ActivityFilter = {
  listing?: ChainKey | undefined;
  escrow?: ChainKey | undefined;
  offer?: ChainKey | undefined;
  actor?: `0x${string}` | undefined;
  /** Actor, counterparty or sender. */
  account?: `0x${string}` | undefined;
  kind?: readonly string[] | undefined;
  contract?: `0x${string}` | undefined;
  /** Unix seconds. The first second counts, the last one does not. */
  since?: bigint | undefined;
  until?: bigint | undefined;
  /** Block numbers; both count. */
  fromBlock?: number | undefined;
  toBlock?: number | undefined;
};

/** Everything that happened; each filter has an index in `ponder.schema.ts`. */
export const ACTIVITY = defineSource({
  table: "activity",
  select: selectActivity,
  // The public id names the block by its hash: after a reorganisation it is another event.
  key: [
    { name: "chainId", type: "int4" },
    { name: "blockHash", type: "hash" },
    { name: "logIndex", type: "int4" },
  ],
  changedBlock: "blockNumber",
  sorts: {
    newest: { columns: BY_CHAIN, order: "desc" },
    oldest: { columns: BY_CHAIN, order: "asc" },
  },
  where: (all, filter: ActivityFilter, { chainId }) => {
    // Block numbers only order within a chain.
    let query = all.where("activity.chainId", "=", chainId);
    const { listing, escrow, offer, account } = filter;
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
    if (account) {
      query = query.where((eb) =>
        eb.or([
          eb("activity.actor", "=", account),
          eb("activity.counterparty", "=", account),
          eb("activity.sender", "=", account),
        ]),
      );
    }
    if (filter.kind) query = query.where("activity.kind", "in", filter.kind);
    if (filter.contract) query = query.where("activity.contract", "=", filter.contract);
    if (filter.since !== undefined) query = query.where("activity.occurredAt", ">=", filter.since);
    if (filter.until !== undefined) query = query.where("activity.occurredAt", "<", filter.until);
    if (filter.fromBlock !== undefined) {
      query = query.where("activity.blockNumber", ">=", BigInt(filter.fromBlock));
    }
    if (filter.toBlock !== undefined) {
      query = query.where("activity.blockNumber", "<=", BigInt(filter.toBlock));
    }
    return query;
  },
});

/** One event as the timeline shows it, with the payment token of its contract. */
export type ActivityRow = SourceRow<typeof ACTIVITY>;

function selectActivity({ indexed }: Pick<Snapshot, "indexed">) {
  return indexed
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
    ]);
}
