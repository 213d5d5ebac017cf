import { getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import { BUYER, ESCROW_CONTRACT, insertInto, SELLER, START, setHeads } from "./support/rows.ts";

const STRANGER = `0x${"99".repeat(20)}` as const;
const NOBODY = `0x${"00".repeat(19)}07` as const;
const OTHER_MARKETPLACE = `0x${"a2".repeat(20)}` as const;

let server: PostgresServer;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    const insert = insertInto(client, "release_a");
    await insert("token", [{}]);
    await insert("listing", [
      ...Array.from({ length: 7 }, (_, at) => ({ listing_id: at, created_at: START + BigInt(at) })),
      // Another marketplace: a portfolio spans all of them.
      { contract: OTHER_MARKETPLACE, created_at: START + 60n },
      { listing_id: 9, seller: STRANGER },
    ]);
    await insert("offer", [
      {},
      { offer_id: 2, buyer: STRANGER, created_at: START + 11n },
      { offer_id: 3, buyer: STRANGER, listing_id: 9 },
    ]);
    await insert("price_change", [
      {},
      { block_number: 15, previous_price_units: 1_500_000, price_units: 1_250_000 },
      { block_number: 15, log_index: 1, listing_id: 1, changed_at: START + 9n },
    ]);
    const disputed = { disputed_at: START + 90n };
    await insert("escrow", [
      { escrow_id: 1, state: "funded" },
      { escrow_id: 2, state: "completed" },
      // Completed because the buyer stayed silent.
      { escrow_id: 3, state: "completed" },
      { escrow_id: 4, state: "refunded", ...disputed },
      { escrow_id: 5, state: "resolved", ...disputed },
      { escrow_id: 6, state: "expired" },
      { escrow_id: 7, state: "emergency" },
      { escrow_id: 8, state: "disputed", ...disputed },
      { escrow_id: 9, state: "completed", buyer: STRANGER },
      { escrow_id: 10, state: "expired", seller: BUYER, buyer: STRANGER },
    ]);
    await insert("escrow_transition", [
      { escrow_id: 2, to_state: "completed", cause: "TransitionRetainerClaimed" },
      { escrow_id: 3, to_state: "completed", cause: "TimeoutClaimed" },
      { escrow_id: 6, to_state: "expired", cause: "TimeoutClaimed" },
      { escrow_id: 10, to_state: "expired", cause: "TimeoutClaimed" },
    ]);
    await insert("dispute", [
      { escrow_id: 4, resolution: "full_refund" },
      { escrow_id: 5, resolution: "split" },
      { escrow_id: 8 },
    ]);
    await insert("seller", [{}, { contract: OTHER_MARKETPLACE }]);
    await insert("seller_stake", [{}]);
    await insert("agent", [{}]);
    await insert("agent_payment", [{}]);
    await insert("entitlement_token", [{}]);
    await insert("entitlement", [{}]);
    await insert("activity", [
      { actor: BUYER, counterparty: SELLER },
      { block_number: 11, actor: SELLER, counterparty: BUYER },
      { block_number: 11, log_index: 1, actor: SELLER },
      { block_number: 12, actor: BUYER },
    ]);
    await setIndexedBlock(client, "release_a", { block: 100n, timestamp: START + 100n });
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

type Part = { count: number; newest: { id: string }[]; url: string };

/** Every list of a portfolio by name. */
function partsOf(data: Record<string, unknown>): [string, Part][] {
  const isPart = (value: unknown): value is Part =>
    typeof value === "object" && value !== null && "newest" in value;
  return Object.entries(data).flatMap(([name, value]) => (isPart(value) ? [[name, value]] : []));
}

const countsOf = (data: Record<string, unknown>) =>
  Object.fromEntries(partsOf(data).map(([name, { count }]) => [name, count]));

const NOTHING = {
  listings: 0,
  sales: 0,
  purchases: 0,
  offersMade: 0,
  offersReceived: 0,
  stakes: 0,
  disputes: 0,
  agentPayments: 0,
  agentEarnings: 0,
  agents: 0,
  entitlements: 0,
};

describe("the portfolio of an account", () => {
  test.each([
    [
      SELLER,
      {
        ...{ listings: 8, sales: 9, offersReceived: 2, stakes: 2, disputes: 3 },
        ...{ agentEarnings: 1, agents: 1 },
      },
    ],
    [
      BUYER,
      {
        ...{ sales: 1, purchases: 8, offersMade: 1, disputes: 3 },
        ...{ agentPayments: 1, entitlements: 1 },
      },
    ],
    [STRANGER, { listings: 1, purchases: 2, offersMade: 2, offersReceived: 1 }],
    [NOBODY, {}],
  ])(
    "%s: each part is counted, and leads to a list of as many rows [5.72]",
    async (account, counts) => {
      const { data } = await getJson(`/v1/accounts/${account}`);
      expect(data.address).toBe(getAddress(account));
      expect(countsOf(data)).toEqual({ ...NOTHING, ...counts });
      for (const [name, { count, newest, url }] of partsOf(data)) {
        const { data: whole } = await getJson(`${url}&limit=100`);
        expect(whole, name).toHaveLength(count);
        expect(newest, name).toEqual(whole.slice(0, 5));
      }
    },
  );

  test("outcomes are counted on either side", async () => {
    const { data } = await getJson(`/v1/accounts/${SELLER}`);
    // Escrows 1 to 9: open 1 and 8, completed 2, 3 and 9, one of each other end.
    const asSeller = {
      ...{ total: 9, open: 2, completed: 3, refunded: 1, resolved: 1, emergencies: 1 },
      ...{ disputed: 3, handoverTimeouts: 1, verificationTimeouts: 1 },
    };
    expect(data.reputation.asSeller).toEqual(asSeller);
    expect(data.reputation.asBuyer.total).toBe(0);
    const { data: buyer } = await getJson(`/v1/accounts/${BUYER}`);
    expect(buyer.reputation.asBuyer).toEqual({ ...asSeller, total: 8, completed: 2 });
    expect(buyer.reputation.asSeller).toMatchObject({
      total: 1,
      handoverTimeouts: 1,
      completed: 0,
    });
  });

  test("an address may be written in any case, and must be one", async () => {
    const upper = `0x${SELLER.slice(2).toUpperCase()}`;
    expect((await getJson(`/v1/accounts/${upper}`)).data.listings.count).toBe(8);
    for (const bad of ["0x12", "vitalik.eth", `${SELLER}0`, "0"]) {
      const response = await api.get(`/v1/accounts/${bad}`);
      expect(response.status, bad).toBe(400);
      expect(await response.json()).toMatchObject({
        code: "INVALID_REQUEST",
        errors: [{ pointer: "/path/address" }],
      });
    }
  });
});

// Listing 0 exists on both marketplaces, and only one of them is meant (traps 16 and 18).
describe("lists below a listing", () => {
  test.each(["offers", "escrows", "activity", "prices"])(
    "%s: the path fixes the listing, and cursors are those of the whole list",
    async (name) => {
      const below = await getJson(`/v1/listings/0/${name}`);
      const { data: whole } = await getJson(`/v1/${name}?listing=0`);
      expect(below.data).toEqual(whole);
      if (below.data.length > 1) {
        const first = await getJson(`/v1/listings/0/${name}?limit=1`);
        const cursor = encodeURIComponent(first.page.nextCursor);
        const second = await getJson(`/v1/listings/0/${name}?limit=1&cursor=${cursor}`);
        expect(second.data[0]).toEqual(whole[1]);
        expect((await api.get(`/v1/${name}?listing=0&cursor=${cursor}`)).status).toBe(200);
        expect(await getJson(`/v1/listings/1/${name}?cursor=${cursor}`)).toMatchObject({
          code: "CURSOR_MISMATCH",
        });
      }
      expect(await getJson(`/v1/listings/77/${name}`)).toMatchObject({
        code: "LISTING_NOT_FOUND",
        status: 404,
      });
      // What the path says, the query cannot say again.
      for (const query of ["listing=1", "ids=1"]) {
        expect((await api.get(`/v1/listings/0/${name}?${query}`)).status, query).toBe(400);
      }
    },
  );

  test("other filters, sorts and includes go on working", async () => {
    const { data } = await getJson(
      `/v1/listings/0/escrows?state=completed,expired&buyer=${BUYER}&sort=oldest&include=listing`,
    );
    expect(data.map(({ escrowId }: { escrowId: string }) => escrowId)).toEqual(["2", "3", "6"]);
    expect(data[0].included.listing.listingId).toBe("0");
    expect(data[0].contract).toBe(getAddress(ESCROW_CONTRACT));
    const { data: none } = await getJson("/v1/listings/1/escrows");
    expect(none).toEqual([]);
  });
});

test("the history of an account is walked by cursors, whole and without repeats [5.74]", async () => {
  const { data: whole } = await getJson(`/v1/activity?account=${BUYER}&limit=100`);
  expect(whole).toHaveLength(3);
  for (const { actor, counterparty } of whole) {
    expect([actor, counterparty]).toContain(getAddress(BUYER));
  }
  const walked: unknown[] = [];
  let next: string | null = "";
  while (next !== null) {
    const cursor: string = next === "" ? "" : `&cursor=${encodeURIComponent(next)}`;
    const { data, page } = await getJson(`/v1/activity?account=${BUYER}&limit=1${cursor}`);
    expect(data).toHaveLength(1);
    walked.push(...data);
    next = page.nextCursor;
  }
  expect(walked).toEqual(whole);
});

test("an offer has no part for some only: who asks makes no difference [5.66]", async () => {
  const { data: offers } = await getJson("/v1/offers?limit=1");
  const ask = async (headers: Record<string, string>) => {
    const response = await api.get(`/v1/offers/${offers[0].id}`, headers);
    const { data } = (await response.json()) as { data: Record<string, unknown> };
    return {
      data,
      etag: response.headers.get("etag"),
      cache: response.headers.get("cache-control"),
    };
  };
  const nobody = await ask({});
  expect(await ask({ authorization: "Bearer owner", cookie: "session=1" })).toEqual(nobody);
  expect(nobody.cache).toContain("public");
  // Nothing but facts of the chain, which everybody can read there.
  expect(Object.keys(nobody.data).join()).not.toMatch(/email|message|phone|note|name/i);
});

test("prices are told in the order of the chain, with the token of their listing", async () => {
  const { data } = await getJson("/v1/prices?listing=0&sort=oldest");
  expect(data).toMatchObject([
    { previousPrice: null, price: { raw: "1500000", display: "1.50" }, blockNumber: 10 },
    { previousPrice: { raw: "1500000" }, price: { raw: "1250000", display: "1.25" } },
  ]);
  const { data: later } = await getJson("/v1/prices?since=2023-11-14T22:13:29Z");
  expect(later).toMatchObject([{ listing: expect.stringMatching(/-1$/), blockNumber: 15 }]);
  expect((await getJson("/v1/prices?until=2023-11-14T22:13:29Z")).data).toHaveLength(2);
  const { data: one } = await getJson(`/v1/prices/${data[1].id}`);
  expect(one).toEqual(data[1]);
  expect(await getJson(`/v1/prices/${data[1].listing}-15-7`)).toMatchObject({
    code: "PRICE_NOT_FOUND",
  });
});
