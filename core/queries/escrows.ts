import type { ChainKey } from "../../src/protocol/ids.ts";
import type { ESCROW_ORIGINS, EscrowState } from "../../src/protocol/states.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";

const BY_ID = [
  { name: "contract", type: "address" },
  { name: "escrowId", type: "uint256" },
] as const satisfies KeyColumn[];
const BY_TIME = [{ name: "createdAt", type: "int8" }, ...BY_ID] as const;

export type EscrowFilter = {
  listing?: ChainKey | undefined;
  buyer?: `0x${string}` | undefined;
  seller?: `0x${string}` | undefined;
  /** Either party. */
  account?: `0x${string}` | undefined;
  marketplace?: `0x${string}` | undefined;
  contract?: `0x${string}` | undefined;
  origin?: (typeof ESCROW_ORIGINS)[number] | undefined;
  state?: readonly EscrowState[] | undefined;
  /** Unix seconds. */
  deadlineBefore?: bigint | undefined;
  updatedSince?: bigint | undefined;
};

/** Escrows; each sort and each filter has an index in `ponder.schema.ts`. */
export const ESCROWS = defineSource({
  table: "escrow",
  select: selectEscrows,
  key: [{ name: "chainId", type: "int4" }, ...BY_ID],
  changedBlock: "updatedBlock",
  sorts: {
    newest: { columns: BY_TIME, order: "desc" },
    oldest: { columns: BY_TIME, order: "asc" },
    updated: { columns: [{ name: "updatedAt", type: "int8" }, ...BY_ID], order: "desc" },
    amount_desc: { columns: [{ name: "amountUnits", type: "uint256" }, ...BY_ID], order: "desc" },
    handover_deadline: {
      columns: [{ name: "handoverDeadline", type: "uint256" }, ...BY_ID],
      order: "asc",
    },
    verify_deadline: {
      columns: [{ name: "verifyDeadline", type: "uint256" }, ...BY_ID],
      order: "asc",
      hasNulls: true,
    },
  },
  where: (all, filter: EscrowFilter) => {
    let query = all;
    const { account, deadlineBefore } = filter;
    // An escrow finds its listing through the marketplace, never by number alone (trap 18).
    if (filter.listing) {
      query = query
        .where("escrow.chainId", "=", filter.listing.chainId)
        .where("escrow.marketplace", "=", filter.listing.contract)
        .where("escrow.listingId", "=", filter.listing.number);
    }
    if (filter.buyer) query = query.where("escrow.buyer", "=", filter.buyer);
    if (filter.seller) query = query.where("escrow.seller", "=", filter.seller);
    if (account) {
      query = query.where((eb) =>
        eb.or([eb("escrow.buyer", "=", account), eb("escrow.seller", "=", account)]),
      );
    }
    if (filter.marketplace) query = query.where("escrow.marketplace", "=", filter.marketplace);
    if (filter.contract) query = query.where("escrow.contract", "=", filter.contract);
    if (filter.origin) query = query.where("escrow.origin", "=", filter.origin);
    if (filter.state) query = query.where("escrow.state", "in", filter.state);
    // A deadline counts while the act that it limits is awaited.
    if (deadlineBefore !== undefined) {
      query = query.where((eb) =>
        eb.or([
          eb.and([
            eb("escrow.state", "=", "funded"),
            eb("escrow.handoverDeadline", "<", deadlineBefore),
          ]),
          eb.and([
            eb("escrow.state", "=", "delivered"),
            eb("escrow.verifyDeadline", "<", deadlineBefore),
          ]),
        ]),
      );
    }
    if (filter.updatedSince !== undefined) {
      query = query.where("escrow.updatedAt", ">=", filter.updatedSince);
    }
    return query;
  },
});

/** An escrow with its token and with the parts of its hold and dispute that its clocks need. */
export type EscrowRow = SourceRow<typeof ESCROWS>;

function selectEscrows({ indexed }: Pick<Snapshot, "indexed">) {
  return indexed
    .selectFrom("escrow")
    .leftJoin("token", (join) =>
      join
        .onRef("token.chainId", "=", "escrow.chainId")
        .onRef("token.address", "=", "escrow.token"),
    )
    .leftJoin("transitionHold as hold", (join) =>
      join
        .onRef("hold.chainId", "=", "escrow.chainId")
        .onRef("hold.contract", "=", "escrow.contract")
        .onRef("hold.escrowId", "=", "escrow.escrowId"),
    )
    .leftJoin("dispute", (join) =>
      join
        .onRef("dispute.chainId", "=", "escrow.chainId")
        .onRef("dispute.contract", "=", "escrow.contract")
        .onRef("dispute.escrowId", "=", "escrow.escrowId"),
    )
    .select([
      "escrow.chainId",
      "escrow.contract",
      "escrow.escrowId",
      "escrow.marketplace",
      "escrow.listingId",
      "escrow.buyer",
      "escrow.seller",
      "escrow.token",
      "token.symbol as tokenSymbol",
      "token.decimals as tokenDecimals",
      "escrow.origin",
      "escrow.offerId",
      "escrow.state",
      "escrow.amountUnits",
      "escrow.platformFeeUnits",
      "escrow.sellerPayoutUnits",
      "escrow.totalFundedUnits",
      "escrow.encryptionMethod",
      "escrow.credentialHash",
      "escrow.depositedAt",
      "escrow.handoverDeadline",
      "escrow.verifyDeadline",
      "escrow.isVerificationExtended",
      "escrow.isEmergencyExit",
      "escrow.paidToBuyerUnits",
      "escrow.paidToSellerUnits",
      "escrow.paidToTreasuryUnits",
      "escrow.paidToSafetyUnits",
      "escrow.fundedAt",
      "escrow.deliveredAt",
      "escrow.confirmedAt",
      "escrow.disputedAt",
      "escrow.closedAt",
      "escrow.createdAt",
      "escrow.createdBlock",
      "escrow.createdLogIndex",
      "escrow.createdTxHash",
      "escrow.updatedAt",
      "escrow.updatedBlock",
      "hold.retainedUnits",
      "hold.releaseTime",
      "hold.isReleased as isRetainerReleased",
      "dispute.resolution",
      "dispute.responseDeadline",
    ]);
}
