import type { Hex } from "viem";
import { HOUR } from "./proxied-model.ts";

export type EscrowGeneration = "E1" | "E2a" | "E2b" | "E2c" | "E2d" | "E3";
export type EscrowStateModel =
  | "created"
  | "funded"
  | "delivered"
  | "transition"
  | "disputed"
  | "resolved"
  | "completed"
  | "refunded"
  | "expired"
  | "emergency";

export const WINDOW = 72n * HOUR;
export const EMERGENCY_COOLDOWN = 72n * HOUR;

export type EscrowRecord = {
  id: bigint;
  listingId: bigint;
  buyer: Hex;
  seller: Hex;
  amount: bigint;
  fee: bigint;
  payout: bigint;
  depositedAt: bigint;
  handoverDeadline: bigint;
  verifyDeadline: bigint;
  credentialHash: Hex;
  state: EscrowStateModel;
  method: number;
  isExtended: boolean;
  totalFunded: bigint;
  hold?: { retained: bigint; releaseTime: bigint; isReleased: boolean; notes: string };
  dispute?: { initiator: Hex; responseDeadline: bigint; response: string; resolution: number };
  /** Edges taken, as `from>to:cause`. */
  edges: string[];
};

export type OfferRecord = {
  id: bigint;
  listingId: bigint;
  buyer: Hex;
  price: bigint;
  deposit: bigint;
  expiresAt: bigint;
  state: "active" | "accepted" | "rejected" | "cancelled";
  escrowId: bigint;
  endedBy: string;
};

export const ZERO_HASH: Hex = `0x${"0".repeat(64)}`;

/** What is known of an escrow when it is opened. */
export type OpenedEscrow = Pick<
  EscrowRecord,
  "listingId" | "buyer" | "seller" | "totalFunded" | "state" | "method" | "depositedAt"
>;

/** An escrow as it is opened; its amount is set by whoever opens it. */
export function newEscrow(id: bigint, opened: OpenedEscrow): EscrowRecord {
  return {
    id,
    ...opened,
    amount: 0n,
    fee: 0n,
    payout: 0n,
    handoverDeadline: opened.depositedAt + WINDOW,
    verifyDeadline: 0n,
    credentialHash: ZERO_HASH,
    isExtended: false,
    edges: [`>${opened.state}:EscrowCreated`],
  };
}

/** Sets the amount and what follows from it: 2.5 % fee, the rest for the seller. */
export function setAmount(escrow: EscrowRecord, amount: bigint): void {
  escrow.amount = amount;
  escrow.fee = (amount * 250n) / 10_000n;
  escrow.payout = amount - escrow.fee;
}
