import { type AliasedSelectQueryBuilder, type NotNull, sql } from "kysely";
import {
  type Clock,
  disputeClocks,
  escrowClocks,
  holdClocks,
  offerClocks,
  sellerClocks,
} from "../../../src/protocol/clocks.ts";
import { ZERO_ADDRESS } from "../../../src/protocol/constants.ts";
import type { EscrowState } from "../../../src/protocol/states.ts";
import type { IndexedDb } from "../../db/indexed.ts";

type Hex = `0x${string}`;

/** What deadlines belong to. A hold and a dispute are named by their escrow. */
export const DUE_RESOURCES = ["escrow", "hold", "dispute", "offer", "seller"] as const;
export type DueResource = (typeof DUE_RESOURCES)[number];

/** A row with clocks, as far as SQL has to know it. */
export type DueRow = {
  /** Column that the moments of its clocks are counted from, unix seconds. */
  base: bigint;
  contract: Hex;
  /** Escrow or offer; 0 for a seller. */
  member: bigint;
  /** Account of a seller; the zero address for the others. */
  account: Hex;
  buyer: Hex | null;
  seller: Hex | null;
  /** Agent of the marketplace of a seller. */
  agent: Hex | null;
  /** Who raised a dispute. */
  initiator: Hex | null;
  /** Listing that the row is about; null for a seller. */
  marketplace: Hex | null;
  listingId: bigint | null;
  updatedBlock: bigint;
};

/** Rows that have the same clocks, and the clocks that such a row has with its base at zero. */
export type DueRows = {
  resource: DueResource;
  example: Clock[];
  select: (indexed: IndexedDb) => AliasedSelectQueryBuilder<DueRow, "due">;
};

const nobody = sql<Hex | null>`null::text`;
const noAccount = sql<Hex>`${sql.lit(ZERO_ADDRESS)}::text`;

const escrowExample = (state: EscrowState, isVerificationExtended = false) =>
  escrowClocks({ state, handoverDeadline: 0n, verifyDeadline: 0n, isVerificationExtended }, 0n);

const selectEscrows = (indexed: IndexedDb, state: EscrowState) =>
  indexed
    .selectFrom("escrow")
    .select(["escrow.contract", "escrow.escrowId as member", "escrow.buyer", "escrow.seller"])
    .select(["escrow.marketplace", "escrow.listingId", "escrow.updatedBlock"])
    .select([noAccount.as("account"), nobody.as("agent"), nobody.as("initiator")])
    .where("escrow.state", "=", state);

const awaitingHandover = (state: "created" | "funded"): DueRows => ({
  resource: "escrow",
  example: escrowExample(state),
  select: (indexed) =>
    selectEscrows(indexed, state).select("escrow.handoverDeadline as base").as("due"),
});

const awaitingConfirmation = (isExtended: boolean): DueRows => ({
  resource: "escrow",
  example: escrowExample("delivered", isExtended),
  select: (indexed) =>
    selectEscrows(indexed, "delivered")
      .select("escrow.verifyDeadline as base")
      .where("escrow.isVerificationExtended", "=", isExtended)
      .where("escrow.verifyDeadline", "is not", null)
      .$narrowType<{ base: NotNull }>()
      .as("due"),
});

const holds: DueRows = {
  resource: "hold",
  example: holdClocks({ releaseTime: 0n, isReleased: false, escrowState: "transition" }, 0n),
  select: (indexed) =>
    indexed
      .selectFrom("transitionHold as hold")
      .innerJoin("escrow", (join) =>
        join
          .onRef("escrow.chainId", "=", "hold.chainId")
          .onRef("escrow.contract", "=", "hold.contract")
          .onRef("escrow.escrowId", "=", "hold.escrowId"),
      )
      .select(["hold.contract", "hold.escrowId as member", "escrow.buyer", "escrow.seller"])
      .select(["hold.releaseTime as base", "hold.updatedBlock"])
      .select(["escrow.marketplace", "escrow.listingId"])
      .select([noAccount.as("account"), nobody.as("agent"), nobody.as("initiator")])
      .where("hold.closedAt", "is", null)
      .where("hold.isReleased", "=", false)
      .where("escrow.state", "=", "transition")
      .as("due"),
};

const disputes: DueRows = {
  resource: "dispute",
  example: disputeClocks({ resolution: "pending", responseDeadline: 0n }, 0n),
  select: (indexed) =>
    indexed
      .selectFrom("dispute")
      .innerJoin("escrow", (join) =>
        join
          .onRef("escrow.chainId", "=", "dispute.chainId")
          .onRef("escrow.contract", "=", "dispute.contract")
          .onRef("escrow.escrowId", "=", "dispute.escrowId"),
      )
      .select(["dispute.contract", "dispute.escrowId as member", "escrow.buyer", "escrow.seller"])
      .select(["dispute.responseDeadline as base", "dispute.initiator", "dispute.updatedBlock"])
      .select(["escrow.marketplace", "escrow.listingId"])
      .select([noAccount.as("account"), nobody.as("agent")])
      .where("dispute.resolution", "=", "pending")
      .where("dispute.responseDeadline", "is not", null)
      // An ejected escrow leaves its dispute pending.
      .where("escrow.state", "=", "disputed")
      .$narrowType<{ base: NotNull }>()
      .as("due"),
};

const offers: DueRows = {
  resource: "offer",
  example: offerClocks({ state: "active", expiresAt: 0n }, 0n),
  select: (indexed) =>
    indexed
      .selectFrom("offer")
      .leftJoin("listing", (join) =>
        join
          .onRef("listing.chainId", "=", "offer.chainId")
          .onRef("listing.contract", "=", "offer.marketplace")
          .onRef("listing.listingId", "=", "offer.listingId"),
      )
      .select(["offer.contract", "offer.offerId as member", "offer.buyer", "listing.seller"])
      .select(["offer.expiresAt as base", "offer.updatedBlock"])
      .select(["offer.marketplace", "offer.listingId"])
      .select([noAccount.as("account"), nobody.as("agent"), nobody.as("initiator")])
      .where("offer.state", "=", "active")
      .where("offer.expiresAt", "is not", null)
      .$narrowType<{ base: NotNull }>()
      .as("due"),
};

const selectSellers = (indexed: IndexedDb) =>
  indexed
    .selectFrom("seller")
    .leftJoin("contract", (join) =>
      join
        .onRef("contract.chainId", "=", "seller.chainId")
        .onRef("contract.address", "=", "seller.contract"),
    )
    .select(["seller.contract", "seller.seller as account", "seller.seller", "contract.agent"])
    .select(["seller.updatedBlock", sql<bigint>`0::numeric`.as("member")])
    .select([nobody.as("buyer"), nobody.as("initiator"), nobody.as("marketplace")])
    .select(sql<bigint | null>`null::numeric`.as("listingId"));

const activeSellers: DueRows = {
  resource: "seller",
  example: sellerClocks(
    { lastHeartbeatAt: 0n, isActive: true, isPaused: false, emergencyWithdrawAt: null },
    0n,
  ),
  select: (indexed) =>
    selectSellers(indexed)
      .select("seller.lastHeartbeatAt as base")
      .where("seller.isActive", "=", true)
      .where("seller.isPaused", "=", false)
      .as("due"),
};

const leavingSellers: DueRows = {
  resource: "seller",
  example: sellerClocks(
    { lastHeartbeatAt: 0n, isActive: false, isPaused: false, emergencyWithdrawAt: 0n },
    0n,
  ),
  select: (indexed) =>
    selectSellers(indexed)
      .select("seller.emergencyWithdrawAt as base")
      .where("seller.emergencyWithdrawAt", "is not", null)
      .$narrowType<{ base: NotNull }>()
      .as("due"),
};

/** Every row that has a clock. What a row's clocks are is said by `src/protocol/clocks.ts` alone. */
export const DUE_ROWS: readonly DueRows[] = [
  awaitingHandover("created"),
  awaitingHandover("funded"),
  awaitingConfirmation(false),
  awaitingConfirmation(true),
  holds,
  disputes,
  offers,
  activeSellers,
  leavingSellers,
];
