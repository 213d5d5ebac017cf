import { getAddress } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import {
  CHAIN_ID,
  insertRows,
  MARKETPLACE,
  SELLER,
  START,
  setHeads,
  TOKEN,
} from "./support/rows.ts";

const DAY = 86_400n;
/** Chain time: one second past the first warning of the first seller. */
const NOW = START + 30n * DAY + 1n;
const OTHER_MARKETPLACE = `0x${"a2".repeat(20)}` as const;
const SILENT = `0x${"51".repeat(20)}` as const;
const GENESIS = `0x${"52".repeat(20)}` as const;
const idOf = (seller: string, marketplace: string = MARKETPLACE) =>
  `${CHAIN_ID}-${marketplace}-${seller}`;

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    await insertRows(client, "release_a", "token", [{}]);
    await insertRows(client, "release_a", "contract", [{}]);
    await insertRows(client, "release_a", "listing", [{}, { listing_id: 1, seller: GENESIS }]);
    await insertRows(client, "release_a", "escrow", [{ state: "completed" }]);
    await insertRows(client, "release_a", "seller", [
      { declared_verification: "enhanced", completed_sale_count: 1, listing_count: 3 },
      // Paused without ever having listed anything (trap 11).
      {
        seller: SILENT,
        last_heartbeat_at: 0,
        is_active: false,
        is_paused: true,
        declared_verification: null,
        listing_count: 0,
        first_seen_at: START + 1n,
      },
      {
        seller: GENESIS,
        is_genesis: true,
        genesis_number: 4,
        last_heartbeat_at: START + 5n * DAY,
        completed_sale_count: 2,
        first_seen_at: START + 2n,
      },
      { contract: OTHER_MARKETPLACE, first_seen_at: START + 3n, last_heartbeat_at: START + DAY },
    ]);
    await insertRows(client, "release_a", "seller_stake", [
      {
        stake_units: 750_000,
        slash_count: 1,
        slashed_units: 250_000,
        forfeited_units: 5,
        updated_block: 95,
      },
      { seller: GENESIS, stake_units: 0 },
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
async function getJson(path: string, from = api): Promise<any> {
  return (await from.get(path)).json();
}

test.each([
  ["", [idOf(SELLER, OTHER_MARKETPLACE), idOf(GENESIS), idOf(SILENT), idOf(SELLER)]],
  ["sort=heartbeat", [idOf(SILENT), idOf(SELLER), idOf(SELLER, OTHER_MARKETPLACE), idOf(GENESIS)]],
  ["sort=sales&limit=2", [idOf(GENESIS), idOf(SELLER)]],
  ["sort=listings&limit=1", [idOf(SELLER)]],
  ["isActive=false", [idOf(SILENT)]],
  ["isPaused=true", [idOf(SILENT)]],
  ["isGenesis=true", [idOf(GENESIS)]],
  ["hasStake=true", [idOf(SELLER)]],
  ["hasStake=false", [idOf(SELLER, OTHER_MARKETPLACE), idOf(GENESIS), idOf(SILENT)]],
  [`marketplace=${OTHER_MARKETPLACE}`, [idOf(SELLER, OTHER_MARKETPLACE)]],
  [`account=${getAddress(SELLER)}&sort=oldest`, [idOf(SELLER), idOf(SELLER, OTHER_MARKETPLACE)]],
  ["heartbeatBefore=2023-11-14T22:13:21Z&sort=oldest", [idOf(SELLER), idOf(SILENT)]],
])("sellers?%s", async (query, expected) => {
  const { data } = await getJson(`/v1/sellers?${query}`);
  expect(data.map((row: { id: string }) => row.id)).toEqual(expected);
});

test("a seller has stake, counters and clocks", async () => {
  const { data } = await getJson(`/v1/sellers/${getAddress(SELLER)}?include=listings,sales`);
  expect(data).toMatchObject({
    id: idOf(SELLER),
    account: getAddress(SELLER),
    marketplace: getAddress(MARKETPLACE),
    listingCount: 3,
    activeListingCount: 1,
    completedSaleCount: 1,
    stake: {
      amount: { raw: "750000", display: "0.75", currency: { address: getAddress(TOKEN) } },
      isActive: true,
      stakedAt: "2023-11-14T22:13:20.000Z",
      slashCount: "1",
      slashed: { raw: "250000" },
      forfeited: { raw: "5" },
    },
    // The stake changed after the seller did.
    updatedBlockNumber: 95,
    finality: "included",
    isOverdue: true,
  });
  // 30 days of silence are over by a second, 44 are not.
  expect(data.deadlines).toMatchObject([
    { kind: "heartbeat", at: "2023-12-14T22:13:20.000Z", isOpen: false, isOverdue: true },
    { kind: "heartbeat_pause", at: "2023-12-28T22:13:20.000Z", isOpen: false, isOverdue: false },
  ]);
  expect(data.included.listings.data).toMatchObject([{ listingId: "0" }]);
  expect(data.included.sales.data).toMatchObject([{ escrowId: "1" }]);
});

test("trap 7: a level is shown as declared, and nothing says verified", async () => {
  const { data } = await getJson(`/v1/sellers/${SELLER}`);
  expect(data.declaredVerification).toBe("enhanced");
  const names = Object.keys(data).filter((name) => /verif/i.test(name));
  expect(names).toEqual(["declaredVerification"]);
});

test("who never staked has no stake, and whose record is empty has a zero one", async () => {
  const { data } = await getJson(`/v1/sellers?ids=${SILENT},${GENESIS}`);
  expect(data[0]).toMatchObject({ stake: null, lastHeartbeatAt: null, deadlines: [] });
  expect(data[1]).toMatchObject({ genesisNumber: "4", stake: { amount: { raw: "0" } } });
});

test("trap 18: an account alone is ambiguous where two marketplaces are configured", async () => {
  const two = startApi(urls.api, {
    contracts: [MARKETPLACE, OTHER_MARKETPLACE].map((address) => ({
      kind: "marketplace" as const,
      generation: "M3" as const,
      address,
      startBlock: 1,
    })),
  });
  try {
    const problem = await getJson(`/v1/sellers/${SELLER}`, two);
    expect(problem).toMatchObject({ code: "AMBIGUOUS_ID", status: 400 });
    expect(problem.errors.map(({ fix }: { fix: string }) => fix)).toEqual([
      idOf(SELLER),
      idOf(SELLER, OTHER_MARKETPLACE),
    ]);
    const { data } = await getJson(`/v1/sellers/${idOf(SELLER, OTHER_MARKETPLACE)}`, two);
    expect(data.marketplace).toBe(getAddress(OTHER_MARKETPLACE));
  } finally {
    await two.close();
  }
});

test.each([
  [idOf(OTHER_MARKETPLACE), "SELLER_NOT_FOUND"],
  [idOf(SELLER).replace(String(CHAIN_ID), "1"), "INVALID_ID"],
  [`${CHAIN_ID}-${MARKETPLACE}-7`, "INVALID_ID"],
])("sellers/%s is %s", async (id, code) => {
  expect(await getJson(`/v1/sellers/${id}`)).toMatchObject({ code });
});
