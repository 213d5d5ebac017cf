import type pg from "pg";
import { setIndexedBlock } from "./release.ts";
import {
  BUYER,
  ESCROW_CONTRACT,
  insertInto,
  MARKETPLACE,
  SELLER,
  START,
  setHeads,
} from "./rows.ts";

/** An escrow of generation E1 whose token takes its share of every transfer. */
export const TAXED_ESCROWS = `0x${"b4".repeat(20)}` as const;
/** A token that no contract names, so that its transfers are not indexed. */
export const FOREIGN_TOKEN = `0x${"c9".repeat(20)}` as const;
export const TREASURY = `0x${"77".repeat(20)}` as const;

/** Number of the last indexed block, 20 after the final one. */
export const INDEXED = 100;

/**
 * First escrows, trap 22: escrow 1 over 1000 was confirmed (fee 25 and 878 paid, 97 retained),
 * disputed, and refunded in full. Escrow 2 of another buyer over 1000 is funded, escrow 3 over 2000 is
 * confirmed (50 and 1755 paid, 195 retained) and disputed, offer 9 holds 45, and the
 * earnest money of 60 of escrow 5, which was accepted and never funded, cannot leave (trap 29).
 */
export async function fillSolvencyMarket(client: pg.Client): Promise<void> {
  const insert = insertInto(client, "release_a");
  await insert("token", [{}]);
  await insert("contract", [
    { address: MARKETPLACE },
    { address: ESCROW_CONTRACT, kind: "escrow", generation: "E3" },
    { address: TAXED_ESCROWS, kind: "escrow", generation: "E1" },
  ]);
  await insert("activity", [
    { contract: ESCROW_CONTRACT, contract_kind: "escrow", block_number: 60 },
    { contract: TAXED_ESCROWS, contract_kind: "escrow", block_number: 95 },
  ]);
  const paid = { confirmed_at: START + 30n, disputed_at: START + 40n };
  await insert("escrow", [
    { escrow_id: 1, state: "refunded", amount_units: 1_000, total_funded_units: 1_000, ...paid },
    {
      escrow_id: 5,
      state: "created",
      origin: "offer",
      offer_id: 11,
      amount_units: 1_200,
      total_funded_units: 60,
      funded_at: null,
    },
    { escrow_id: 2, state: "funded", amount_units: 1_000, total_funded_units: 1_000 },
    { escrow_id: 3, state: "disputed", amount_units: 2_000, total_funded_units: 2_000, ...paid },
    {
      contract: TAXED_ESCROWS,
      escrow_id: 7,
      state: "delivered",
      amount_units: 1_000,
      total_funded_units: 1_000,
    },
    {
      contract: TAXED_ESCROWS,
      escrow_id: 8,
      state: "completed",
      amount_units: 500,
      total_funded_units: 500,
    },
  ]);
  await insert("transition_hold", [
    { escrow_id: 1, retained_units: 97 },
    { escrow_id: 3, retained_units: 195 },
  ]);
  await insert("dispute", [
    { escrow_id: 1, resolution: "full_refund", refunded_units: 1_000 },
    { escrow_id: 3, resolution: "pending" },
  ]);
  await insert("offer", [
    { offer_id: 9, deposit_units: 45 },
    { offer_id: 10, state: "rejected" },
    { offer_id: 11, state: "accepted", deposit_units: 60, escrow_id: 5 },
  ]);
  await insert("seller_stake", [{ stake_units: 80, slashed_units: 20 }]);
  await insert("agent_payment", [{ token: FOREIGN_TOKEN, amount_units: 300 }]);
  await insert("token_movement", [
    ...movements(ESCROW_CONTRACT, 200, [
      ["in", "escrow:1", 1_000n],
      ["out", "escrow:1", 25n, TREASURY],
      ["out", "escrow:1", 878n, SELLER],
      ["in", "escrow:2", 1_000n],
      ["in", "escrow:3", 2_000n],
      ["out", "escrow:3", 50n, TREASURY],
      ["out", "escrow:3", 1_755n, SELLER],
      ["in", "offer:9", 45n],
      ["out", "escrow:1", 1_000n, BUYER],
      // Somebody sent 4 without any event of the contract.
      ["in", "surplus", 4n],
      ["in", "escrow:5", 60n],
    ]),
    ...movements(TAXED_ESCROWS, 300, [
      ["in", "escrow:7", 980n],
      ["in", "escrow:8", 490n],
      ["out", "escrow:8", 500n, SELLER],
    ]),
    ...movements(MARKETPLACE, 400, [["in", `stake:${SELLER}`, 100n]]),
    {
      ...movement(MARKETPLACE, 450, `stake:${SELLER}`, 20n),
      is_internal: true,
      from: MARKETPLACE,
      to: MARKETPLACE,
      debit_account: `stake:${SELLER}`,
      credit_account: "slashed",
    },
  ]);
  await insert("token_balance", [
    // 1000 - 25 - 878 + 1000 + 2000 - 50 - 1755 + 45 - 1000 + 4 + 60.
    { contract: ESCROW_CONTRACT, balance_units: 401, updated_block: 60 },
    { contract: TAXED_ESCROWS, balance_units: 970, updated_block: 95 },
    { contract: MARKETPLACE, balance_units: 100, updated_block: 40 },
  ]);
  await setIndexedBlock(client, "release_a", { block: BigInt(INDEXED), timestamp: START + 1_000n });
  await setHeads(client, { head: INDEXED, safe: 90, final: 80 });
}

type Movement = readonly ["in" | "out", account: string, units: bigint, to?: string];

const movement = (contract: string, logIndex: number, account: string, units: bigint) => ({
  contract,
  escrow_id: null,
  log_index: logIndex,
  amount_units: units,
  credit_account: account,
  to: contract,
});

function movements(contract: string, firstLogIndex: number, list: readonly Movement[]) {
  return list.map(([direction, account, units, to], index) => ({
    ...movement(contract, firstLogIndex + index, account, units),
    ...(direction === "in"
      ? {}
      : { credit_account: null, debit_account: account, from: contract, to: to ?? BUYER }),
  }));
}
