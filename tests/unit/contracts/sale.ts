import { afterAll, beforeAll } from "vitest";
import type { EscrowGeneration } from "../../../devnet/deployed.ts";
import { startTestChain, type TestChain } from "../../support/anvil.ts";
import { DAY, openArena, PRICE } from "./arena.ts";

let chain: TestChain | undefined;

/** The chain that the calling test file shares. */
export function testChain(): TestChain {
  if (!chain) throw new Error("the chain runs within tests only");
  return chain;
}

/** Starts a chain for the calling test file and stops it afterwards. */
export function useTestChain(): void {
  beforeAll(async () => {
    chain = await startTestChain();
  });
  afterAll(() => chain?.stop());
}

export const FEE = PRICE / 40n;
export const PAYOUT = PRICE - FEE;
export const RETAINER = PAYOUT / 10n;
export const IMMEDIATE = PAYOUT - RETAINER;

export const State = {
  FUNDED: 1,
  DISPUTED: 5,
  RESOLVED: 6,
  COMPLETED: 7,
  REFUNDED: 8,
  EXPIRED: 9,
  EMERGENCY: 10,
};
export const Resolution = {
  PENDING: 0,
  FULL_REFUND: 1,
  PARTIAL_REFUND: 2,
  RELEASE_TO_SELLER: 3,
  SPLIT: 4,
};

export type Escrow = {
  amount: bigint;
  platformFee: bigint;
  sellerPayout: bigint;
  depositedAt: bigint;
  handoverDeadline: bigint;
  verifyDeadline: bigint;
  state: number;
  verifyExtensionUsed: boolean;
  totalFunded?: bigint;
};
export type Hold = {
  escrowId: bigint;
  releaseTime: bigint;
  isReleased: boolean;
  isClaimed: boolean;
  assistanceNotes: string;
};
export type Dispute = {
  escrowId: bigint;
  initiator: string;
  responseIpfs: string;
  responseDeadline: bigint;
  resolution: number;
  resolver: string;
};

export type Options = { token?: "standard" | "fee-on-transfer"; transitionPeriod?: bigint };

/** A market with one listing, bought once: escrow 1 is FUNDED. */
export async function openSale(generation: EscrowGeneration, options: Options = {}) {
  const arena = await openArena(testChain(), {
    marketplace: "M3",
    escrow: generation,
    transitionPeriod: generation === "E3" ? 7n * DAY : undefined,
    ...options,
  });
  await arena.stake();
  await arena.list();
  const bought =
    generation === "E0"
      ? await arena.act("buyer", "escrow", "depositFunds", [0n, arena.parties.seller, PRICE, 0])
      : await arena.buy();
  const escrow = (id = 1n) => arena.view<Escrow>("escrow", "getEscrow", [id]);
  const hold = () => arena.view<Hold>("escrow", "getTransitionHold", [1n]);
  const dispute = () => arena.view<Dispute>("escrow", "getDispute", [1n]);
  return { ...arena, bought, escrow, hold, dispute };
}

export type Sale = Awaited<ReturnType<typeof openSale>>;

export async function toTransition(sale: Sale) {
  await sale.upload();
  await sale.confirm();
}

export async function toDisputed(sale: Sale) {
  await sale.upload();
  await sale.act("buyer", "escrow", "raiseDispute", [1n, 0, "ipfs://evidence"]);
}

export const resolve = (sale: Sale, resolution: number, refundBps = 0n) =>
  sale.act("owner", "escrow", "resolveDispute", [1n, resolution, refundBps]);
