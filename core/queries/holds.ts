import type { ChainKey } from "../../src/protocol/ids.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";

const BY_ID = [
  { name: "contract", type: "address" },
  { name: "escrowId", type: "uint256" },
] as const satisfies KeyColumn[];
const BY_TIME = [{ name: "createdAt", type: "int8" }, ...BY_ID] as const;

/**
 * What became of a retainer. `ended` means that a resolution or an emergency closed the escrow, while
 * the contract's own flags still say that nothing was released (traps 23 and 24).
 */
export const HOLD_STATES = ["open", "disputed", "released", "ended"] as const;
export type HoldState = (typeof HOLD_STATES)[number];

export type HoldFilter = {
  state?: readonly HoldState[] | undefined;
  /** A party of the escrow. */
  account?: `0x${string}` | undefined;
  escrow?: ChainKey | undefined;
  contract?: `0x${string}` | undefined;
  /** Unix seconds. */
  releaseBefore?: bigint | undefined;
};

/** Retainers held back after the handover; each sort and each filter has an index. */
export const HOLDS = defineSource({
  table: "transitionHold",
  select: selectHolds,
  key: [{ name: "chainId", type: "int4" }, ...BY_ID],
  changedBlock: "updatedBlock",
  sorts: {
    newest: { columns: BY_TIME, order: "desc" },
    oldest: { columns: BY_TIME, order: "asc" },
    release: { columns: [{ name: "releaseTime", type: "uint256" }, ...BY_ID], order: "asc" },
  },
  where: (all, filter: HoldFilter) => {
    let query = all;
    const { account, escrow, state } = filter;
    if (escrow) {
      query = query
        .where("transitionHold.chainId", "=", escrow.chainId)
        .where("transitionHold.contract", "=", escrow.contract)
        .where("transitionHold.escrowId", "=", escrow.number);
    }
    if (state) {
      query = query.where((eb) => {
        const isClosed = eb("transitionHold.closedAt", "is not", null);
        const isReleased = eb("transitionHold.isReleased", "=", true);
        const isDisputed = eb("escrow.state", "=", "disputed");
        const conditions = {
          open: eb.not(eb.or([isClosed, isReleased, isDisputed])),
          disputed: eb.and([eb.not(eb.or([isClosed, isReleased])), isDisputed]),
          released: isReleased,
          ended: eb.and([isClosed, eb.not(isReleased)]),
        };
        return eb.or(state.map((word) => conditions[word]));
      });
    }
    if (account) {
      query = query.where((eb) =>
        eb.or([eb("escrow.buyer", "=", account), eb("escrow.seller", "=", account)]),
      );
    }
    if (filter.contract) query = query.where("transitionHold.contract", "=", filter.contract);
    if (filter.releaseBefore !== undefined) {
      query = query.where("transitionHold.releaseTime", "<", filter.releaseBefore);
    }
    return query;
  },
});

/** A retainer with the parties, the state and the token of its escrow. */
export type HoldRow = SourceRow<typeof HOLDS>;

/** The same rule as the filter's, for one row. */
export function holdState(
  row: Pick<HoldRow, "isReleased" | "closedAt" | "escrowState">,
): HoldState {
  if (row.isReleased) return "released";
  if (row.closedAt !== null) return "ended";
  return row.escrowState === "disputed" ? "disputed" : "open";
}

function selectHolds({ indexed }: Pick<Snapshot, "indexed">) {
  return indexed
    .selectFrom("transitionHold")
    .innerJoin("escrow", (join) =>
      join
        .onRef("escrow.chainId", "=", "transitionHold.chainId")
        .onRef("escrow.contract", "=", "transitionHold.contract")
        .onRef("escrow.escrowId", "=", "transitionHold.escrowId"),
    )
    .leftJoin("token", (join) =>
      join
        .onRef("token.chainId", "=", "escrow.chainId")
        .onRef("token.address", "=", "escrow.token"),
    )
    .select([
      "transitionHold.chainId",
      "transitionHold.contract",
      "transitionHold.escrowId",
      "transitionHold.retainedUnits",
      "transitionHold.releaseTime",
      "transitionHold.isReleased",
      "transitionHold.isClaimed",
      "transitionHold.assistanceNotes",
      "transitionHold.closedAt",
      "transitionHold.createdAt",
      "transitionHold.updatedBlock",
      "escrow.marketplace",
      "escrow.listingId",
      "escrow.buyer",
      "escrow.seller",
      "escrow.state as escrowState",
      "escrow.token",
      "token.symbol as tokenSymbol",
      "token.decimals as tokenDecimals",
    ]);
}
