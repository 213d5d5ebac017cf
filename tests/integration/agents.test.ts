import { getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiDeps } from "../../api/deps.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import {
  AGENT_ESCROW,
  BUYER,
  CHAIN_ID,
  ENTITLEMENTS_CONTRACT,
  insertRows,
  SELLER,
  START,
  setHeads,
} from "./support/rows.ts";

/** Chain time: the last second at which the first payment can be released. */
const NOW = START + 604_800n;
const STRANGER = `0x${"99".repeat(20)}` as const;
const OTHER_ESCROW = `0x${"f7".repeat(20)}` as const;
const OTHER_ENTITLEMENTS = `0x${"a8".repeat(20)}` as const;
const hash = (number: number) => `0x${number.toString(16).padStart(64, "0")}`;
const payment = (number: number, contract: string = AGENT_ESCROW) =>
  `${CHAIN_ID}-${contract}-${hash(number)}`;
const holding = (tokenId: number, holder: string, contract: string = ENTITLEMENTS_CONTRACT) =>
  `${CHAIN_ID}-${contract}-${tokenId}-${holder}`;

const generation = "standard" as const;
const CONTRACTS: ApiDeps["addressBook"]["contracts"] = [
  { kind: "agentEscrow", generation, address: AGENT_ESCROW, startBlock: 1 },
  { kind: "entitlement", generation, address: ENTITLEMENTS_CONTRACT, startBlock: 1 },
];

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    await insertRows(client, "release_a", "token", [{}]);
    await insertRows(client, "release_a", "contract", [
      { address: AGENT_ESCROW, kind: "agentEscrow", generation, platform_fee_bps: 300 },
    ]);
    await insertRows(client, "release_a", "agent", [
      { payment_count: 3 },
      { agent_id: 2, developer: STRANGER, registered_at: START + 5n },
      { contract: OTHER_ESCROW, developer: STRANGER, registered_at: START + 6n },
    ]);
    await insertRows(client, "release_a", "agent_payment", [
      // 3 % of 999 is 29.97: the contract divides down.
      { amount_units: 999 },
      {
        payment_id: hash(2),
        state: "released",
        platform_fee_units: 25,
        paid_to_developer_units: 975,
        created_at: START + 1n,
        settled_at: START + 2n,
        updated_block: 95,
      },
      {
        payment_id: hash(3),
        state: "refunded",
        refunded_units: 1_000,
        payer: STRANGER,
        created_at: START + 3n,
        settled_at: START + 4n,
      },
      {
        payment_id: hash(4),
        agent_id: 2,
        developer: STRANGER,
        expires_at: NOW - 1n,
        created_at: START + 4n,
      },
      { contract: OTHER_ESCROW, created_at: START + 5n, amount_units: 5 },
    ]);
    await insertRows(client, "release_a", "entitlement_token", [
      {},
      { token_id: 2, agent_id: 2, expires_at: NOW },
      { token_id: 3, agent_id: 3, expires_at: NOW - 1n },
      { contract: OTHER_ENTITLEMENTS, expires_at: NOW - 100n, uri: "ipfs://kind" },
    ]);
    await insertRows(client, "release_a", "entitlement", [
      {},
      { token_id: 2, balance: 2, created_at: START + 1n },
      { token_id: 3, created_at: START + 2n },
      { token_id: 2, holder: STRANGER, balance: 0, created_at: START + 3n },
      { contract: OTHER_ENTITLEMENTS, created_at: START + 4n },
      // Of a kind that was created before the index began.
      { token_id: 9, created_at: START + 5n },
    ]);
    await setIndexedBlock(client, "release_a", { block: 100n, timestamp: NOW });
    await setHeads(client, { head: 100, safe: 90, final: 80 });
  });
  api = startApi(urls.api, { contracts: CONTRACTS });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function getJson(path: string): Promise<any> {
  return (await api.get(path)).json();
}
const idsOf = async (path: string) =>
  (await getJson(path)).data.map((row: { id: string }) => row.id);

describe("agents", () => {
  const [first, second, other] = [
    `${CHAIN_ID}-${AGENT_ESCROW}-1`,
    `${CHAIN_ID}-${AGENT_ESCROW}-2`,
    `${CHAIN_ID}-${OTHER_ESCROW}-1`,
  ];

  test.each([
    ["", [other, second, first]],
    ["sort=payments&limit=1", [first]],
    [`developer=${getAddress(STRANGER)}`, [other, second]],
    [`contract=${AGENT_ESCROW}&sort=oldest`, [first, second]],
    [`developer=${BUYER}`, []],
  ])("?%s", async (query, expected) => {
    expect(await idsOf(`/v1/agents?${query}`)).toEqual(expected);
  });

  test("an agent has its number on chain, its developer and what opens it [2.16]", async () => {
    const { data } = await getJson("/v1/agents/1?include=payments");
    expect(data).toMatchObject({
      id: first,
      agentId: "1",
      developer: getAddress(SELLER),
      paymentCount: 3,
    });
    // Entitlement contracts know the number alone: each that has it is named.
    expect(data.entitlements).toMatchObject([
      { tokenId: "1", contract: getAddress(ENTITLEMENTS_CONTRACT), isExpired: false },
      { tokenId: "1", contract: getAddress(OTHER_ENTITLEMENTS), isExpired: true },
    ]);
    const included = data.included.payments.data.map(({ id }: { id: string }) => id);
    expect(included).toEqual([payment(3), payment(2), payment(1)]);
    expect(await getJson("/v1/agents/77")).toMatchObject({ code: "AGENT_NOT_FOUND", status: 404 });
  });
});

describe("agent payments", () => {
  test.each([
    ["", [payment(1, OTHER_ESCROW), payment(4), payment(3), payment(2), payment(1)]],
    ["state=escrowed&sort=oldest", [payment(1), payment(4), payment(1, OTHER_ESCROW)]],
    [`payer=${getAddress(STRANGER)}`, [payment(3)]],
    [`developer=${STRANGER}`, [payment(4)]],
    ["agent=1&sort=oldest", [payment(1), payment(2), payment(3)]],
    [`contract=${OTHER_ESCROW}`, [payment(1, OTHER_ESCROW)]],
    [`token=${STRANGER}`, []],
    ["sort=expiring&limit=1", [payment(4)]],
    ["expiresBefore=2023-11-21T22:13:20Z", [payment(4)]],
    ["sort=amount_desc&state=escrowed", [payment(4), payment(1), payment(1, OTHER_ESCROW)]],
  ])("?%s", async (query, expected) => {
    expect(await idsOf(`/v1/agent-payments?${query}`)).toEqual(expected);
  });

  test("a payment in escrow shows the fee of today, and its last second is still good", async () => {
    const { data } = await getJson(`/v1/agent-payments/${hash(1)}?include=agent`);
    expect(data).toMatchObject({
      id: payment(1),
      agent: `${CHAIN_ID}-${AGENT_ESCROW}-1`,
      state: "escrowed",
      isExpired: false,
      amount: { raw: "999" },
      fee: null,
      feeNow: { raw: "29", display: "0.000029" },
      expiresAt: "2023-11-21T22:13:20.000Z",
      included: { agent: { agentId: "1" } },
    });
    expect(data.deadlines).toMatchObject([
      { kind: "payment_release", isOpen: true, actors: ["orchestrator"] },
    ]);
  });

  test("a released payment keeps the fee of its release, an expired one has none to come", async () => {
    const [released, refunded, expired] = (
      await getJson(`/v1/agent-payments?ids=${payment(2)},${payment(3)},${payment(4)}`)
    ).data;
    expect(released).toMatchObject({
      fee: { raw: "25" },
      paidToDeveloper: { raw: "975" },
      feeNow: null,
      deadlines: [],
      finality: "included",
    });
    expect(refunded).toMatchObject({ refunded: { raw: "1000" }, fee: null, finality: "final" });
    expect(expired).toMatchObject({ isExpired: true, isOverdue: true, feeNow: null });
    expect((await api.get(`/v1/agent-payments/${hash(77)}`)).status).toBe(404);
  });
});

describe("entitlements", () => {
  test.each([
    [`holder=${getAddress(STRANGER)}`, [holding(2, STRANGER)]],
    ["agent=2&sort=oldest", [holding(2, BUYER), holding(2, STRANGER)]],
    ["token=3", [holding(3, BUYER)]],
    ["hasAccess=true&sort=oldest", [holding(1, BUYER), holding(2, BUYER)]],
    [
      `hasAccess=false&sort=oldest&holder=${BUYER}`,
      [holding(3, BUYER), holding(1, BUYER, OTHER_ENTITLEMENTS), holding(9, BUYER)],
    ],
  ])("?%s", async (query, expected) => {
    const path = `/v1/entitlements?${query}`;
    expect(await idsOf(path)).toEqual(expected);
    // The filter in SQL and the field agree.
    const { data } = await getJson(path);
    const wanted = /hasAccess=(\w+)/.exec(query)?.[1];
    for (const { hasAccess } of data) {
      if (wanted !== undefined) expect(String(hasAccess)).toBe(wanted);
    }
  });

  test("a holding says what it opens and until when", async () => {
    expect((await getJson(`/v1/entitlements/${holding(2, BUYER)}`)).data).toMatchObject({
      tokenId: "2",
      agentId: "2",
      balance: "2",
      expiresAt: "2023-11-21T22:13:20.000Z",
      isExpired: false,
      hasAccess: true,
    });
    expect((await getJson(`/v1/entitlements/${holding(9, BUYER)}`)).data).toMatchObject({
      agentId: null,
      hasAccess: false,
    });
    expect((await api.get(`/v1/entitlements/${holding(1, STRANGER)}`)).status).toBe(404);
  });

  test.each([
    [BUYER, "1", { hasAccess: true, reason: "granted", balance: "1", expiresAt: null }],
    // The second of the expiry still counts.
    [BUYER, "2", { hasAccess: true, reason: "granted", balance: "2", tokenId: "2" }],
    [BUYER, "3", { hasAccess: false, reason: "expired", balance: "1" }],
    [STRANGER, "2", { hasAccess: false, reason: "no_balance", balance: "0" }],
    [STRANGER, "1", { hasAccess: false, reason: "no_balance", balance: "0" }],
    [BUYER, "8", { hasAccess: false, reason: "unknown_agent", tokenId: null }],
    [
      BUYER,
      `${CHAIN_ID}-${OTHER_ENTITLEMENTS}-1`,
      { hasAccess: false, reason: "expired", balance: "1" },
    ],
  ])("access of %s to agent %s [2.56]", async (account, agent, expected) => {
    const { data } = await getJson(`/v1/entitlements/check?account=${account}&agent=${agent}`);
    expect(data).toMatchObject({ account: getAddress(account), ...expected });
  });

  test("a check wants an account and an agent that only one contract can mean", async () => {
    for (const query of ["", `account=${BUYER}`, "agent=1", "account=0x12&agent=1"]) {
      const response = await api.get(`/v1/entitlements/check?${query}`);
      expect(response.status, query).toBe(400);
      expect(await response.json()).toMatchObject({ code: "INVALID_REQUEST" });
    }
    const two = startApi(urls.api, {
      contracts: [
        ...CONTRACTS,
        { kind: "entitlement", generation, address: OTHER_ENTITLEMENTS, startBlock: 1 },
      ],
    });
    try {
      const response = await two.get(`/v1/entitlements/check?account=${BUYER}&agent=1`);
      expect(await response.json()).toMatchObject({ code: "AMBIGUOUS_ID", status: 400 });
    } finally {
      await two.close();
    }
  });
});
