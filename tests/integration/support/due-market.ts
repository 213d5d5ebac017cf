import type pg from "pg";
import {
  type Clock,
  disputeClocks,
  escrowClocks,
  holdClocks,
  offerClocks,
  sellerClocks,
} from "../../../src/protocol/clocks.ts";
import { ESCROW_STATES, OFFER_STATES } from "../../../src/protocol/states.ts";
import { CHAIN_ID, ESCROW_CONTRACT, insertRows, MARKETPLACE, START } from "./rows.ts";

type Hex = `0x${string}`;

const account = (number: number): Hex => `0x${number.toString(16).padStart(40, "0")}`;

/** Few accounts and few moments, so that most of what is asked for is shared by several rows. */
export const ACCOUNTS = [1, 2, 3, 4].map(account);
export const AGENT: Hex = account(9);
const OTHER_ESCROW: Hex = `0x${"0b".repeat(20)}`;

/** A deadline as the clocks alone say it, to compare an answer with. */
export type ExpectedDeadline = {
  subject: string;
  resource: string;
  buyer: Hex | null;
  seller: Hex | null;
  agent: Hex | null;
  initiator: Hex | null;
  clock: Clock;
};

/** What all deadlines of a row share. */
type Whole = Omit<ExpectedDeadline, "resource" | "clock">;

const at = (number: number) => START + BigInt(number % 7) * 86_400n;
const pick = <Value>(values: readonly Value[], by: number): Value =>
  values[by % values.length] as Value;
const idOf = (contract: Hex, number: number) => `${CHAIN_ID}-${contract}-${number}`;

/**
 * Fills release A with escrows, offers and sellers in every state there is, and says what falls due.
 * @param now chain time of the indexed block, unix seconds
 */
export async function fillDueMarket(client: pg.Client, now: bigint): Promise<ExpectedDeadline[]> {
  await insertRows(client, "release_a", "contract", [{ agent: AGENT }]);
  await insertRows(client, "release_a", "listing", [{ seller: pick(ACCOUNTS, 0) }]);
  const due: ExpectedDeadline[] = [];
  for (let number = 1; number <= 180; number += 1) {
    due.push(...(await addEscrow(client, number, now)));
  }
  for (let number = 1; number <= 60; number += 1)
    due.push(...(await addOffer(client, number, now)));
  for (let number = 1; number <= 40; number += 1) {
    due.push(...(await addSeller(client, number, now)));
  }
  return due;
}

async function addEscrow(client: pg.Client, number: number, now: bigint) {
  const state = pick(ESCROW_STATES, number);
  const contract = number % 3 === 0 ? OTHER_ESCROW : ESCROW_CONTRACT;
  const parties = {
    buyer: pick(ACCOUNTS, number),
    seller: pick(ACCOUNTS, number + 1 + (number % 2)),
  };
  const key = { contract, escrow_id: number };
  const row = {
    state,
    handoverDeadline: at(number),
    verifyDeadline: number % 4 === 0 && state !== "delivered" ? null : at(number + 3),
    isVerificationExtended: number % 5 < 2,
  };
  await insertRows(client, "release_a", "escrow", [
    {
      ...key,
      ...parties,
      state,
      handover_deadline: row.handoverDeadline,
      verify_deadline: row.verifyDeadline,
      is_verification_extended: row.isVerificationExtended,
      updated_block: number,
    },
  ]);
  const subject = idOf(contract, number);
  const whole: Whole = { ...parties, subject, agent: null, initiator: null };
  const due: ExpectedDeadline[] = escrowClocks(row, now).map((clock) => ({
    ...whole,
    resource: "escrow",
    clock,
  }));
  const isHeld = ["transition", "completed", "emergency", "disputed"].includes(state);
  if (isHeld && number % 2 === 0) due.push(...(await addHold(client, number, state, whole, now)));
  const isDisputed = ["disputed", "refunded", "resolved", "emergency"].includes(state);
  if (!isDisputed || number % 4 === 0) return due;
  const initiator = number % 5 === 0 ? null : parties.buyer;
  const responseDeadline = initiator === null ? null : at(number + 2);
  const resolution = state === "disputed" || state === "emergency" ? "pending" : "split";
  await insertRows(client, "release_a", "dispute", [
    { ...key, initiator, response_deadline: responseDeadline, resolution, updated_block: number },
  ]);
  // The dispute of an ejected escrow stays pending, yet nobody can respond to it.
  if (state !== "disputed") return due;
  const clocks = disputeClocks({ resolution, responseDeadline }, now);
  due.push(...clocks.map((clock) => ({ ...whole, initiator, resource: "dispute", clock })));
  return due;
}

async function addHold(
  client: pg.Client,
  number: number,
  escrowState: (typeof ESCROW_STATES)[number],
  whole: Whole,
  now: bigint,
) {
  const contract = number % 3 === 0 ? OTHER_ESCROW : ESCROW_CONTRACT;
  const isReleased = escrowState === "completed";
  const isOver = isReleased || escrowState === "emergency";
  await insertRows(client, "release_a", "transition_hold", [
    {
      contract,
      escrow_id: number,
      release_time: at(number + 1),
      is_released: isReleased,
      closed_at: isOver ? START : null,
      updated_block: number,
    },
  ]);
  const clocks = holdClocks({ releaseTime: at(number + 1), isReleased, escrowState }, now);
  return clocks.map((clock) => ({ ...whole, resource: "hold", clock }));
}

async function addOffer(client: pg.Client, number: number, now: bigint) {
  const state = pick(OFFER_STATES, number);
  const expiresAt = number % 5 === 0 ? null : at(number);
  const buyer = pick(ACCOUNTS, number);
  // Some are for listings that are not indexed.
  const listing = number % 3 === 0 ? 7 : 0;
  await insertRows(client, "release_a", "offer", [
    { offer_id: number, state, expires_at: expiresAt, buyer, listing_id: listing },
  ]);
  return offerClocks({ state, expiresAt }, now).map((clock) => ({
    subject: idOf(ESCROW_CONTRACT, number),
    resource: "offer",
    buyer,
    seller: listing === 0 ? pick(ACCOUNTS, 0) : null,
    agent: null,
    initiator: null,
    clock,
  }));
}

async function addSeller(client: pg.Client, number: number, now: bigint) {
  const seller = account(number);
  const row = {
    lastHeartbeatAt: at(number) - 40n * 86_400n,
    isActive: number % 3 !== 0,
    isPaused: number % 4 === 0,
    emergencyWithdrawAt: number % 5 === 0 ? at(number) : null,
  };
  await insertRows(client, "release_a", "seller", [
    {
      seller,
      last_heartbeat_at: row.lastHeartbeatAt,
      is_active: row.isActive,
      is_paused: row.isPaused,
      emergency_withdraw_at: row.emergencyWithdrawAt,
    },
  ]);
  return sellerClocks(row, now).map((clock) => ({
    subject: `${CHAIN_ID}-${MARKETPLACE}-${seller}`,
    resource: "seller",
    buyer: null,
    seller,
    agent: AGENT,
    initiator: null,
    clock,
  }));
}
