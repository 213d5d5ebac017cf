import { getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import {
  CHAIN_ID,
  ESCROW_CONTRACT,
  insertRows,
  MARKETPLACE,
  START,
  setHeads,
  TOKEN,
} from "./support/rows.ts";

const OTHER_TOKEN = `0x${"c4".repeat(20)}` as const;
const FIRST_CODE = `0x${"11".repeat(20)}` as const;
const SECOND_CODE = `0x${"22".repeat(20)}` as const;

let server: PostgresServer;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    await insertRows(client, "release_a", "token", [
      {},
      { address: OTHER_TOKEN, symbol: "TUSD", decimals: 18, first_seen_block: 85 },
    ]);
    await insertRows(client, "release_a", "contract", [
      { generation: "M3", implementation: SECOND_CODE },
      {
        address: ESCROW_CONTRACT,
        kind: "escrow",
        generation: "E3",
        is_paused: false,
        marketplace: MARKETPLACE,
        token: OTHER_TOKEN,
        emergency_activated_at: START,
        transition_period_seconds: 0,
        first_seen_block: 2,
        updated_block: 95,
      },
    ]);
    await insertRows(client, "release_a", "contract_implementation", [
      {},
      {
        from_block: 50,
        log_index: 3,
        implementation: SECOND_CODE,
        generation: "M3",
        upgraded_at: START + 500n,
      },
    ]);
    await insertRows(client, "release_a", "token_balance", [
      { balance_units: 70, received_units: 100, sent_units: 30 },
      { contract: MARKETPLACE, balance_units: 5, received_units: 5 },
    ]);
    await setIndexedBlock(client, "release_a", { block: 100n, timestamp: START + 259_200n });
    await setHeads(client, { head: 100, safe: 90, final: 80 });
  });
  api = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function getJson(path: string): Promise<any> {
  return (await api.get(path)).json();
}

const MARKET_ID = `${CHAIN_ID}-${MARKETPLACE}`;
const ESCROW_ID = `${CHAIN_ID}-${ESCROW_CONTRACT}`;

describe("contracts", () => {
  test.each([
    ["", [ESCROW_ID, MARKET_ID]],
    ["sort=oldest", [MARKET_ID, ESCROW_ID]],
    ["kind=marketplace,token", [MARKET_ID]],
    ["generation=E3", [ESCROW_ID]],
    ["isPaused=true", [MARKET_ID]],
    ["isEmergency=true", [ESCROW_ID]],
    ["isEmergency=false", [MARKET_ID]],
    [`token=${getAddress(OTHER_TOKEN)}`, [ESCROW_ID]],
    [`marketplace=${MARKETPLACE}`, [ESCROW_ID]],
  ])("?%s", async (query, expected) => {
    const { data } = await getJson(`/v1/contracts?${query}`);
    expect(data.map((row: { id: string }) => row.id)).toEqual(expected);
  });

  test("each implementation is in force from its block to that of the next", async () => {
    const { data } = await getJson(
      `/v1/contracts/${getAddress(MARKETPLACE)}?include=implementations,balances`,
    );
    expect(data).toMatchObject({
      id: MARKET_ID,
      generation: "M3",
      implementation: getAddress(SECOND_CODE),
      isPaused: true,
      listingCount: 4,
    });
    expect(data.included.implementations).toMatchObject([
      { implementation: getAddress(FIRST_CODE), generation: "M2", fromBlock: 1, toBlock: 50 },
      {
        implementation: getAddress(SECOND_CODE),
        generation: "M3",
        fromBlock: 50,
        logIndex: 3,
        toBlock: null,
        upgradedAt: "2023-11-14T22:21:40.000Z",
      },
    ]);
    expect(data.included.balances).toMatchObject([
      { contract: getAddress(MARKETPLACE), held: { raw: "5", decimals: 6 } },
    ]);
  });

  test("a contract in emergency mode shows when withdrawals open", async () => {
    const { data } = await getJson(`/v1/contracts/${ESCROW_ID}`);
    expect(data).toMatchObject({
      isEmergency: true,
      transitionPeriodSeconds: "0",
      finality: "included",
    });
    // 72 hours after the activation is now: the owner is too late by this second.
    expect(data.deadlines).toMatchObject([
      { kind: "emergency_deactivation", isOpen: false },
      { kind: "emergency_withdrawal", isOpen: true },
    ]);
  });

  test("the address book tells of the same contracts", async () => {
    const { data } = await getJson("/v1/meta/contracts");
    const market = data.contracts.find(
      ({ address }: { address: string }) => address === getAddress(MARKETPLACE),
    );
    const { data: listed } = await getJson(`/v1/contracts/${MARKETPLACE}`);
    for (const [name, value] of Object.entries(market.current)) expect(listed[name]).toEqual(value);
  });

  test.each([
    [OTHER_TOKEN, "CONTRACT_NOT_FOUND"],
    [`1-${MARKETPLACE}`, "INVALID_ID"],
    ["0x12", "INVALID_ID"],
  ])("%s is %s", async (id, code) => {
    expect(await getJson(`/v1/contracts/${id}`)).toMatchObject({ code });
  });
});

describe("tokens", () => {
  test("a symbol names nobody: every token that bears it is found", async () => {
    const { data } = await getJson("/v1/tokens?symbol=TUSD&sort=oldest");
    expect(data).toMatchObject([
      { address: getAddress(TOKEN), decimals: 6, finality: "final" },
      { address: getAddress(OTHER_TOKEN), decimals: 18, finality: "safe" },
    ]);
    expect((await getJson("/v1/tokens?symbol=tusd")).data).toEqual([]);
  });

  test("a token shows which contracts hold how much of it", async () => {
    const { data } = await getJson(`/v1/tokens/${TOKEN}?include=balances`);
    expect(data.included.balances).toMatchObject([
      { contract: getAddress(MARKETPLACE), held: { raw: "5" } },
      {
        contract: getAddress(ESCROW_CONTRACT),
        held: { raw: "70", display: "0.00007" },
        received: { raw: "100" },
        sent: { raw: "30" },
      },
    ]);
    expect(await getJson(`/v1/tokens/${MARKETPLACE}`)).toMatchObject({ code: "TOKEN_NOT_FOUND" });
    expect((await api.get("/v1/tokens?symbol=%00")).status).toBe(400);
  });
});
