import type { ChainKey } from "../../src/protocol/ids.ts";
import type { EscrowState } from "../../src/protocol/states.ts";
import type { IndexedDb } from "../db/indexed.ts";
import { type PageRequest, readPage, type Sort } from "../db/keyset.ts";

/** Newest first. */
export const ESCROW_SORT = {
  columns: ["createdAt", "contract", "escrowId"],
  order: "desc",
} as const satisfies Sort;

export type EscrowFilter = {
  listing?: ChainKey | undefined;
  buyer?: `0x${string}` | undefined;
  seller?: `0x${string}` | undefined;
  state?: EscrowState | undefined;
};

/** An escrow with its token and with the parts of its hold and dispute that its clocks need. */
export type EscrowRow = Awaited<ReturnType<typeof findEscrow>> & object;

/** One escrow, or undefined. */
export function findEscrow(db: IndexedDb, key: ChainKey) {
  return selectEscrows(db)
    .where("escrow.chainId", "=", key.chainId)
    .where("escrow.contract", "=", key.contract)
    .where("escrow.escrowId", "=", key.number)
    .executeTakeFirst();
}

/** One page of the escrows that pass the filter. */
export function findEscrowPage(db: IndexedDb, filter: EscrowFilter, request: PageRequest) {
  let query = selectEscrows(db);
  // An escrow finds its listing through the marketplace, never by number alone (trap 18).
  if (filter.listing) {
    query = query
      .where("escrow.chainId", "=", filter.listing.chainId)
      .where("escrow.marketplace", "=", filter.listing.contract)
      .where("escrow.listingId", "=", filter.listing.number);
  }
  if (filter.buyer) query = query.where("escrow.buyer", "=", filter.buyer);
  if (filter.seller) query = query.where("escrow.seller", "=", filter.seller);
  if (filter.state) query = query.where("escrow.state", "=", filter.state);
  return readPage(query, "escrow", ESCROW_SORT, request);
}

/** The retainer of an escrow, or undefined. */
export function findHold(db: IndexedDb, key: ChainKey) {
  return db
    .selectFrom("transitionHold")
    .select(["retainedUnits", "releaseTime", "isReleased", "isClaimed", "assistanceNotes"])
    .select(["closedAt", "createdAt", "updatedBlock"])
    .where("chainId", "=", key.chainId)
    .where("contract", "=", key.contract)
    .where("escrowId", "=", key.number)
    .executeTakeFirst();
}
export type HoldRow = Awaited<ReturnType<typeof findHold>> & object;

/** The dispute of an escrow, or undefined. */
export function findDispute(db: IndexedDb, key: ChainKey) {
  return db
    .selectFrom("dispute")
    .select(["origin", "initiator", "disputeType", "evidence", "response", "respondedAt"])
    .select(["responseDeadline", "resolution", "resolver", "refundedUnits", "createdAt"])
    .select(["resolvedAt", "updatedBlock"])
    .where("chainId", "=", key.chainId)
    .where("contract", "=", key.contract)
    .where("escrowId", "=", key.number)
    .executeTakeFirst();
}
export type DisputeRow = Awaited<ReturnType<typeof findDispute>> & object;

/** Every state that an escrow has had, the first one first. No escrow has more than a few. */
export function findTransitions(db: IndexedDb, key: ChainKey) {
  return db
    .selectFrom("escrowTransition")
    .select(["sequence", "fromState", "toState", "cause", "actor", "changedAt"])
    .select(["blockNumber", "logIndex", "txHash"])
    .where("chainId", "=", key.chainId)
    .where("contract", "=", key.contract)
    .where("escrowId", "=", key.number)
    .orderBy("sequence")
    .execute();
}
export type TransitionRow = Awaited<ReturnType<typeof findTransitions>>[number];

function selectEscrows(db: IndexedDb) {
  return db
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
