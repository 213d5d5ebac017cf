import { getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import {
  BUYER,
  CHAIN_ID,
  ESCROW_CONTRACT,
  insertInto,
  SELLER,
  START,
  setHeads,
} from "./support/rows.ts";

const NOW = START + 300_000n;
const TREASURY = `0x${"fe".repeat(20)}` as const;
const OTHER_CONTRACT = `0x${"b3".repeat(20)}` as const;
const CREDENTIALS = `0x${"cd".repeat(32)}`;

/** A purchase through an offer of 1,000,000: fee 25,000, payout 975,000, of which 97,500 is held. */
const OFFER = 3;
const SOLD = 7;
/** A direct purchase of 1,000, refunded in full after 903 had been paid (trap 22). */
const OVERDRAWN = 8;
/** An accepted offer that nobody has funded, past its handover deadline. */
const UNFUNDED = 9;
const DELIVERED = 10;

let server: PostgresServer;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    const insert = insertInto(client, "release_a");
    await insert("token", [{}]);
    await insert("contract", [
      { address: ESCROW_CONTRACT, kind: "escrow", generation: "E3", is_paused: false },
    ]);
    await insert("escrow", [
      {
        escrow_id: SOLD,
        state: "transition",
        origin: "offer",
        offer_id: OFFER,
        credential_hash: CREDENTIALS,
        encryption_method: "ecies_wallet",
      },
      { escrow_id: OVERDRAWN, state: "refunded" },
      {
        escrow_id: UNFUNDED,
        state: "created",
        origin: "offer",
        offer_id: 4,
        total_funded_units: 75_000,
        funded_at: null,
        handover_deadline: NOW - 1n,
      },
      {
        escrow_id: DELIVERED,
        state: "delivered",
        credential_hash: CREDENTIALS,
        encryption_method: "ephemeral_keypair",
        delivered_at: START + 200_000n,
        verify_deadline: NOW,
      },
    ]);
    await insert("transition_hold", [{ escrow_id: SOLD, retained_units: 97_500 }]);
    await insert(
      "escrow_transition",
      [
        [null, "created", 30, 4],
        ["created", "funded", 35, 2],
        ["funded", "delivered", 40, 0],
        ["delivered", "transition", 50, 3],
      ].map(([from_state, to_state, block_number, log_index], sequence) => ({
        escrow_id: SOLD,
        sequence,
        from_state,
        to_state,
        block_number,
        log_index,
      })),
    );
    const event = { contract: ESCROW_CONTRACT, contract_kind: "escrow" };
    await insert("activity", [
      { ...event, event: "OfferMade", offer_id: OFFER, block_number: 20, log_index: 2 },
      // The acceptance is logged before the escrow is created (trap 35).
      {
        ...event,
        event: "OfferAccepted",
        offer_id: OFFER,
        escrow_id: SOLD,
        block_number: 30,
        log_index: 3,
      },
      { ...event, event: "EscrowCreated", escrow_id: SOLD, block_number: 30, log_index: 4 },
      { ...event, event: "FundsDeposited", escrow_id: SOLD, block_number: 35, log_index: 2 },
      { ...event, event: "CredentialsUploaded", escrow_id: SOLD, block_number: 40, log_index: 0 },
      { ...event, event: "ReceiptConfirmed", escrow_id: SOLD, block_number: 95, log_index: 3 },
      // The same number on another contract (trap 18).
      {
        ...event,
        contract: OTHER_CONTRACT,
        event: "EscrowCreated",
        escrow_id: SOLD,
        block_number: 31,
      },
    ]);
    const incoming = { from: BUYER, to: ESCROW_CONTRACT, escrow_id: SOLD };
    const outgoing = {
      from: ESCROW_CONTRACT,
      to: SELLER,
      credit_account: null,
      purpose: "payout",
    };
    await insert("token_movement", [
      {
        ...incoming,
        block_number: 20,
        amount_units: 50_000,
        credit_account: `offer:${OFFER}`,
        purpose: "offer_deposit",
        escrow_id: null,
        offer_id: OFFER,
      },
      {
        block_number: 30,
        log_index: 3,
        is_internal: true,
        from: ESCROW_CONTRACT,
        amount_units: 50_000,
        debit_account: `offer:${OFFER}`,
        credit_account: `escrow:${SOLD}`,
        purpose: "offer_accepted",
        escrow_id: SOLD,
        offer_id: OFFER,
      },
      {
        ...incoming,
        block_number: 35,
        amount_units: 950_000,
        credit_account: `escrow:${SOLD}`,
        purpose: "completion",
      },
      {
        ...outgoing,
        block_number: 50,
        amount_units: 877_500,
        debit_account: `escrow:${SOLD}`,
        escrow_id: SOLD,
      },
      {
        ...outgoing,
        to: TREASURY,
        block_number: 50,
        log_index: 2,
        amount_units: 25_000,
        debit_account: `escrow:${SOLD}`,
        purpose: "platform_fee",
        escrow_id: SOLD,
      },
      {
        block_number: 60,
        amount_units: 1_000,
        credit_account: `escrow:${OVERDRAWN}`,
        escrow_id: OVERDRAWN,
      },
      ...[
        [61, SELLER, 878, "payout"],
        [62, TREASURY, 25, "platform_fee"],
        [63, BUYER, 1_000, "refund"],
      ].map(([block_number, to, amount_units, purpose]) => ({
        ...outgoing,
        block_number,
        to,
        amount_units,
        purpose,
        debit_account: `escrow:${OVERDRAWN}`,
        escrow_id: OVERDRAWN,
      })),
    ]);
    await setIndexedBlock(client, "release_a", { block: 100n, timestamp: NOW });
    await setHeads(client, { head: 100, safe: 90, final: 80 });
  });
  api = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function getData(path: string): Promise<any> {
  const response = await api.get(path);
  expect(response.status).toBe(200);
  return ((await response.json()) as { data: unknown }).data;
}

describe("timeline", () => {
  test("every event of the escrow and of its offer is told, with the change that it caused", async () => {
    const data = await getData(`/v1/escrows/${SOLD}/timeline`);
    type Event = { event: string; transition: { from: string; to: string } | null };
    expect(data.events.map(({ event, transition }: Event) => [event, transition?.to])).toEqual([
      ["OfferMade", undefined],
      ["OfferAccepted", undefined],
      ["EscrowCreated", "created"],
      ["FundsDeposited", "funded"],
      ["CredentialsUploaded", "delivered"],
      // Logged in block 95 here, so it is none of the transitions.
      ["ReceiptConfirmed", undefined],
    ]);
    expect(data.events[3]).toMatchObject({
      blockNumber: 35,
      logIndex: 2,
      sender: getAddress(SELLER),
      transition: { from: "created", to: "funded" },
      finality: "final",
    });
    expect(data.events[5].finality).toBe("included");
    expect(data).toMatchObject({ state: "transition", hasMore: false, isOverdue: false });
    expect(data.nextDeadline).toMatchObject({ kind: "transition_issue", isOpen: true });
    // The list to go on with has the events of the escrow itself.
    const listed = await getData(data.url);
    expect(listed.map(({ event }: Event) => event)).toEqual(
      data.events.map(({ event }: Event) => event).slice(1),
    );
  });
});

describe("ledger", () => {
  test("money is followed line by line, and all balances sum to zero", async () => {
    const data = await getData(`/v1/escrows/${SOLD}/ledger`);
    type Posting = { account: string; balance: { raw: string } };
    type Line = { purpose: string; debited: Posting; credited: Posting };
    expect(
      data.lines.map(({ purpose, debited, credited }: Line) => [
        purpose,
        `${debited.account} ${debited.balance.raw}`,
        `${credited.account} ${credited.balance.raw}`,
      ]),
    ).toEqual([
      ["offer_deposit", `${getAddress(BUYER)} -50000`, `offer:${OFFER} 50000`],
      ["offer_accepted", `offer:${OFFER} 0`, `escrow:${SOLD} 50000`],
      ["completion", `${getAddress(BUYER)} -1000000`, `escrow:${SOLD} 1000000`],
      ["payout", `escrow:${SOLD} 122500`, `${getAddress(SELLER)} 877500`],
      ["platform_fee", `escrow:${SOLD} 97500`, `${getAddress(TREASURY)} 25000`],
    ]);
    expect(data).toMatchObject({
      isComplete: true,
      isOverdrawn: false,
      // What is held is the retainer to the unit.
      totals: {
        received: { raw: "1000000", display: "1.00" },
        paid: { raw: "902500" },
        held: { raw: "97500" },
      },
    });
    type Account = { role: string; debited: { raw: string }; balance: { raw: string } };
    expect(data.accounts.map(({ role, balance }: Account) => [role, balance.raw])).toEqual([
      ["buyer", "-1000000"],
      ["offer", "0"],
      ["escrow", "97500"],
      ["seller", "877500"],
      ["other", "25000"],
    ]);
    const sum = data.accounts.reduce(
      (total: bigint, { balance }: Account) => total + BigInt(balance.raw),
      0n,
    );
    expect(sum).toBe(0n);
  });

  test("trap 22: a full refund after the payout shows as money of others", async () => {
    const data = await getData(`/v1/escrows/${OVERDRAWN}/ledger`);
    expect(data).toMatchObject({
      isOverdrawn: true,
      totals: {
        received: { raw: "1000" },
        paid: { raw: "1903" },
        held: { raw: "-903", display: "-0.000903" },
      },
    });
  });

  test("an escrow without a movement has an empty ledger", async () => {
    const data = await getData(`/v1/escrows/${UNFUNDED}/ledger`);
    expect(data).toMatchObject({ lines: [], accounts: [], totals: { held: { raw: "0" } } });
  });
});

describe("handover", () => {
  type Handover = { next: Record<"buyer" | "seller", { act: string; needs: string[] }[]> };
  const nextOf = ({ next }: Handover, party: "buyer" | "seller") =>
    next[party].map(({ act }) => act);

  test("the buyer of a delivered escrow may confirm at the deadline, yet not extend it", async () => {
    const data = await getData(`/v1/escrows/${DELIVERED}/handover`);
    expect(data).toMatchObject({
      stage: "verification",
      encryptionMethod: "ephemeral_keypair",
      credentialHash: CREDENTIALS,
      deliveredAt: "2023-11-17T05:46:40.000Z",
      verifyDeadlineAt: "2023-11-18T09:33:20.000Z",
      // An extension needs a moment before the deadline (trap 32).
      extension: { isUsed: false, isPossible: false },
    });
    expect(nextOf(data, "buyer")).toContain("confirmReceipt");
    expect(nextOf(data, "buyer")).toContain("raiseDispute");
    expect(nextOf(data, "seller")).toContain("raiseDispute");
    expect(nextOf(data, "seller")).not.toContain("confirmReceipt");
  });

  test("traps 28 and 29: an unfunded escrow can be funded late, and has no timeout", async () => {
    const data = await getData(`/v1/escrows/${UNFUNDED}/handover`);
    expect(data).toMatchObject({
      stage: "awaiting_funding",
      credentialHash: null,
      isOverdue: true,
    });
    expect(nextOf(data, "buyer")).toEqual(["completeFunding"]);
    expect(nextOf(data, "seller")).toEqual([]);
  });

  test("the steps are the events, and the retainer waits for its time", async () => {
    const data = await getData(`/v1/escrows/${SOLD}/handover`);
    expect(data.stage).toBe("transition");
    expect(data.steps.map(({ event }: { event: string }) => event)).toContain(
      "CredentialsUploaded",
    );
    expect(nextOf(data, "buyer")).toContain("reportTransitionIssue");
    expect(nextOf(data, "seller")).not.toContain("claimTransitionRetainer");
  });
});

test.each(["timeline", "ledger", "handover"])("%s of no escrow is not found", async (part) => {
  for (const id of ["77", `${CHAIN_ID}-${OTHER_CONTRACT}-${SOLD}`]) {
    const response = await api.get(`/v1/escrows/${id}/${part}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "ESCROW_NOT_FOUND" });
  }
  expect((await api.get(`/v1/escrows/x/${part}`)).status).toBe(400);
  expect((await api.get(`/v1/escrows/${SOLD}/${part}?limit=1`)).status).toBe(400);
});
