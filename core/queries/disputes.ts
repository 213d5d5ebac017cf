import type { ChainKey } from "../../src/protocol/ids.ts";
import type {
  DISPUTE_ORIGINS,
  DisputeResolution,
  DisputeType,
  EscrowState,
} from "../../src/protocol/states.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";

const BY_ID = [
  { name: "contract", type: "address" },
  { name: "escrowId", type: "uint256" },
] as const satisfies KeyColumn[];
const BY_TIME = [{ name: "createdAt", type: "int8" }, ...BY_ID] as const;

/**
 * What has become of a dispute. The contract leaves that of an ejected escrow pending for good, and
 * nobody can resolve it any more.
 */
export const DISPUTE_STATES = ["open", "resolved", "ejected"] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** The state of a dispute by its outcome and by the state of its escrow. */
export function disputeStateOf(row: {
  resolution: DisputeResolution;
  escrowState: EscrowState;
}): DisputeState {
  if (row.resolution !== "pending") return "resolved";
  return row.escrowState === "disputed" ? "open" : "ejected";
}

export type DisputeFilter = {
  state?: DisputeState | undefined;
  initiator?: `0x${string}` | undefined;
  /** A party of the escrow. */
  account?: `0x${string}` | undefined;
  origin?: (typeof DISPUTE_ORIGINS)[number] | undefined;
  type?: readonly DisputeType[] | undefined;
  resolution?: readonly DisputeResolution[] | undefined;
  escrow?: ChainKey | undefined;
  contract?: `0x${string}` | undefined;
  /** Unix seconds. */
  respondBefore?: bigint | undefined;
};

/** Disputes, one at most for each escrow; each sort and each filter has an index. */
export const DISPUTES = defineSource({
  table: "dispute",
  select: selectDisputes,
  key: [{ name: "chainId", type: "int4" }, ...BY_ID],
  changedBlock: "updatedBlock",
  sorts: {
    newest: { columns: BY_TIME, order: "desc" },
    oldest: { columns: BY_TIME, order: "asc" },
    response_deadline: {
      columns: [{ name: "responseDeadline", type: "uint256" }, ...BY_ID],
      order: "asc",
      hasNulls: true,
    },
  },
  where: (all, filter: DisputeFilter) => {
    let query = all;
    const { account, escrow } = filter;
    // The id stored on chain can be 0 (trap 19): the escrow is the one that the event named.
    if (escrow) {
      query = query
        .where("dispute.chainId", "=", escrow.chainId)
        .where("dispute.contract", "=", escrow.contract)
        .where("dispute.escrowId", "=", escrow.number);
    }
    if (filter.state) {
      const { state } = filter;
      query = query.where("dispute.resolution", state === "resolved" ? "<>" : "=", "pending");
      if (state === "open") query = query.where("escrow.state", "=", "disputed");
      if (state === "ejected") query = query.where("escrow.state", "<>", "disputed");
    }
    if (filter.initiator) query = query.where("dispute.initiator", "=", filter.initiator);
    if (account) {
      query = query.where((eb) =>
        eb.or([eb("escrow.buyer", "=", account), eb("escrow.seller", "=", account)]),
      );
    }
    if (filter.origin) query = query.where("dispute.origin", "=", filter.origin);
    if (filter.type) query = query.where("dispute.disputeType", "in", filter.type);
    if (filter.resolution) query = query.where("dispute.resolution", "in", filter.resolution);
    if (filter.contract) query = query.where("dispute.contract", "=", filter.contract);
    if (filter.respondBefore !== undefined) {
      query = query.where("dispute.responseDeadline", "<", filter.respondBefore);
    }
    return query;
  },
});

/** A dispute with the parties and the token of its escrow. */
export type DisputeRow = SourceRow<typeof DISPUTES>;

function selectDisputes({ indexed }: Pick<Snapshot, "indexed">) {
  return indexed
    .selectFrom("dispute")
    .innerJoin("escrow", (join) =>
      join
        .onRef("escrow.chainId", "=", "dispute.chainId")
        .onRef("escrow.contract", "=", "dispute.contract")
        .onRef("escrow.escrowId", "=", "dispute.escrowId"),
    )
    .leftJoin("token", (join) =>
      join
        .onRef("token.chainId", "=", "escrow.chainId")
        .onRef("token.address", "=", "escrow.token"),
    )
    .select([
      "dispute.chainId",
      "dispute.contract",
      "dispute.escrowId",
      "dispute.origin",
      "dispute.initiator",
      "dispute.disputeType",
      "dispute.evidence",
      "dispute.response",
      "dispute.respondedAt",
      "dispute.responseDeadline",
      "dispute.resolution",
      "dispute.resolver",
      "dispute.refundedUnits",
      "dispute.createdAt",
      "dispute.resolvedAt",
      "dispute.updatedBlock",
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
