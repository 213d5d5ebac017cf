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
  MARKETPLACE,
  SELLER,
  setHeads,
  TOKEN,
} from "./support/rows.ts";
import { fillSmallMarket, NOW } from "./support/small-market.ts";

const LISTING = `${CHAIN_ID}-${MARKETPLACE}-0`;
const ESCROW = `${CHAIN_ID}-${ESCROW_CONTRACT}-1`;

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
  api = startApi(urls.api, { now: () => new Date(Number(NOW) * 1_000) });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function getJson(path: string, headers?: Record<string, string>): Promise<any> {
  return (await api.get(path, headers)).json();
}

describe("listings", () => {
  test("listing 0 is found by public id in any case, and by its number alone", async () => {
    for (const id of [LISTING, LISTING.toUpperCase().replace("0X", "0x"), "0"]) {
      const { data, meta } = await getJson(`/v1/listings/${id}`);
      expect(data).toMatchObject({
        id: LISTING,
        listingId: "0",
        contract: getAddress(MARKETPLACE),
        seller: getAddress(SELLER),
        askingPrice: {
          raw: "1500000",
          decimals: 6,
          display: "1.50",
          currency: { symbol: "TUSD", address: getAddress(TOKEN) },
        },
        createdAt: "2023-11-14T22:13:20.000Z",
        blockNumber: 10,
        logIndex: 0,
        finality: "final",
        pause: null,
      });
      expect(meta).toMatchObject({
        chainId: CHAIN_ID,
        release: "release_a",
        indexedBlock: { number: 100 },
        headBlock: 100,
        safeBlock: 90,
        finalBlock: 80,
        lagBlocks: 0,
        lagSeconds: 0,
      });
    }
  });

  test.each([
    ["state=cancelled", ["1"]],
    ["availability=for_sale", ["2", "3", "0"]],
    [`seller=${getAddress(SELLER)}&minPrice=6&maxPrice=1500000`, ["3", "0"]],
    ["minPrice=900000000", ["2"]],
    ["sort=price_asc", ["1", "0", "3", "2"]],
    ["sort=price_desc", ["2", "3", "0", "1"]],
    ["sort=oldest", ["0", "1", "3", "2"]],
    ["sort=updated&limit=1", ["2"]],
    [`marketplace=${getAddress(MARKETPLACE)}&state=active`, ["2", "0"]],
    [`marketplace=${ESCROW_CONTRACT}`, []],
    [`seller=${BUYER}`, []],
  ])("%s", async (query, expected) => {
    const { data, page } = await getJson(`/v1/listings?${query}`);
    expect(data.map((listing: { listingId: string }) => listing.listingId)).toEqual(expected);
    if (query.includes("limit=1")) expect(page).toMatchObject({ hasMore: true, limit: 1 });
    else {
      expect(page).toEqual({
        nextCursor: null,
        prevCursor: null,
        hasMore: false,
        limit: 20,
        reorg: null,
      });
    }
  });

  test("finality follows the heads, row by row", async () => {
    const { data } = await getJson("/v1/listings?sort=price_asc");
    expect(data.map((row: { finality: string }) => row.finality)).toEqual([
      "final",
      "final",
      "final",
      "included",
    ]);
    expect((await getJson(`/v1/escrows/2`)).data.finality).toBe("safe");
  });

  test("an unknown token leaves the amount exact and its display empty", async () => {
    const { data } = await getJson("/v1/listings/3");
    expect(data.askingPrice).toEqual({
      raw: "1500000",
      decimals: null,
      display: null,
      currency: null,
    });
    expect(data.pause).toEqual({ reason: "holiday", pausedAt: "2023-11-14T22:13:20.000Z" });
  });
});

describe("details", () => {
  test("a listing brings its last 20 prices, the newest first, on no list", async () => {
    const { data } = await getJson("/v1/listings/0");
    expect(data.priceHistory).toHaveLength(20);
    expect(data.priceHistory[0]).toEqual({
      id: `${LISTING}-31-0`,
      listing: LISTING,
      previousPrice: expect.objectContaining({ raw: "20" }),
      price: expect.objectContaining({ raw: "21", display: "0.000021" }),
      changedAt: "2023-11-14T22:13:20.000Z",
      blockNumber: 31,
      logIndex: 0,
      txHash: expect.stringMatching(/^0x/),
      finality: "final",
    });
    expect((await getJson("/v1/listings")).data[0]).not.toHaveProperty("priceHistory");
  });

  test("what a seller declares is never shown as verified (trap 7)", async () => {
    const { data } = await getJson("/v1/listings/2");
    expect(data.declaredVerification).toBe("enhanced");
    expect(data.build.isVerified).toBe(false);
  });

  test("an escrow brings each change of its state, and its whole retainer and dispute", async () => {
    const funded = (await getJson("/v1/escrows/1")).data;
    expect(funded.transitions).toMatchObject([
      { sequence: 0, from: null, to: "created", cause: "EscrowCreated", finality: "final" },
      { sequence: 1, from: "created", to: "funded", blockNumber: 85, finality: "safe" },
    ]);
    expect((await getJson("/v1/escrows/2")).data.hold).toMatchObject({
      retainer: { raw: "146250" },
      isClaimed: false,
      closedAt: null,
    });
    expect((await getJson("/v1/escrows/3")).data.dispute).toMatchObject({
      origin: "raised",
      initiator: getAddress(BUYER),
      type: "non_delivery",
      resolvedAt: null,
    });
  });

  test("an offer is found by its id", async () => {
    const { data } = await getJson(`/v1/offers/${CHAIN_ID}-${ESCROW_CONTRACT}-2`);
    expect(data).toMatchObject({
      offerId: "2",
      state: "accepted",
      deadlines: [],
      isOverdue: false,
    });
    expect((await getJson("/v1/offers/1")).data).toMatchObject({
      isExpired: true,
      isOverdue: true,
    });
  });
});

describe("offers and escrows", () => {
  test("an active offer past its expiry is expired by the clock, not by its state", async () => {
    const { data } = await getJson(`/v1/offers?state=active&listing=${LISTING}`);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      id: `${CHAIN_ID}-${ESCROW_CONTRACT}-1`,
      listing: LISTING,
      state: "active",
      isExpired: true,
      nextDeadline: { act: "cancelOffer", isOpen: true, actors: ["anyone"], comparison: ">" },
    });
    expect(data[0].deadlines[0]).toMatchObject({ act: "acceptOffer", isOverdue: true });
  });

  test("a funded escrow waits for delivery", async () => {
    const { data } = await getJson(`/v1/escrows/${ESCROW}`);
    expect(data).toMatchObject({
      id: ESCROW,
      listing: LISTING,
      amount: { raw: "1500000" },
      platformFee: { raw: "37500" },
      nextDeadline: { kind: "handover", comparison: "<=", isOpen: true, isOverdue: false },
      hold: null,
      dispute: null,
    });
  });

  test("hold and dispute bring their own clocks", async () => {
    const hold = (await getJson("/v1/escrows/2")).data;
    expect(hold.hold).toMatchObject({ retainer: { raw: "146250" }, isReleased: false });
    expect(hold.deadlines.map((clock: { act: string }) => clock.act)).toEqual([
      "reportTransitionIssue",
      "claimTransitionRetainer",
    ]);
    const dispute = (await getJson("/v1/escrows/3")).data;
    expect(dispute.dispute.resolution).toBe("pending");
    expect(dispute.nextDeadline).toMatchObject({
      act: "respondToDispute",
      actors: ["counterparty"],
    });
  });

  test.each([
    [`buyer=${BUYER}`, 3],
    [`seller=${SELLER}&state=disputed`, 1],
    [`listing=${CHAIN_ID}-${ESCROW_CONTRACT}-0`, 0],
    ["listing=0", 3],
  ])("escrows by %s", async (query, count) => {
    expect((await getJson(`/v1/escrows?${query}`)).data).toHaveLength(count);
  });
});

describe("activity", () => {
  test("is in the order of the chain, newest first", async () => {
    const { data } = await getJson("/v1/activity");
    expect(
      data.map((row: { blockNumber: number; logIndex: number }) => [row.blockNumber, row.logIndex]),
    ).toEqual([
      [30, 3],
      [30, 2],
      [10, 0],
    ]);
    expect(data[2]).toMatchObject({
      listing: LISTING,
      kind: "listing_created",
      amount: { raw: "1500000", display: "1.50", currency: { symbol: "TUSD" } },
    });
  });

  test.each([
    [`listing=${LISTING}`, 3],
    [`escrow=${ESCROW}`, 1],
    ["offer=1", 1],
    [`actor=${BUYER}`, 2],
    ["kind=listing_created", 1],
    [`contract=${ESCROW_CONTRACT}`, 2],
    [`kind=offer_made&actor=${SELLER}`, 0],
  ])("by %s", async (query, count) => {
    expect((await getJson(`/v1/activity?${query}`)).data).toHaveLength(count);
  });
});

describe("freshness", () => {
  test("headers and meta say where the answer stands, the same", async () => {
    const response = await api.get("/v1/listings");
    const { meta } = (await response.json()) as { meta: Record<string, unknown> };
    expect(response.headers.get("x-indexed-block")).toBe("100");
    expect(response.headers.get("x-head-block")).toBe(String(meta.headBlock));
    expect(response.headers.get("x-safe-block")).toBe(String(meta.safeBlock));
    expect(response.headers.get("x-final-block")).toBe(String(meta.finalBlock));
    expect(response.headers.get("x-index-lag-seconds")).toBe("0");
  });

  test("a block that is already indexed is answered at once, a wait ends with the block", async () => {
    expect((await api.get("/v1/listings?minBlock=100")).status).toBe(200);
    const waiting = api.get("/v1/listings?minBlock=101");
    await withClient(urls.admin, async (client) => {
      await setIndexedBlock(client, "release_a", { block: 101n, timestamp: NOW });
      await client.query("NOTIFY release_a_live_query");
    });
    const response = await waiting;
    expect(response.status).toBe(200);
    expect(response.headers.get("x-indexed-block")).toBe("101");
    await withClient(urls.admin, (client) =>
      setIndexedBlock(client, "release_a", { block: 100n, timestamp: NOW }),
    );
  });

  test("a transaction that never comes is a 409 with Retry-After", async () => {
    const known = `0x${"0".repeat(62)}0a`;
    expect((await api.get(`/v1/listings?afterTx=${known}`)).status).toBe(200);
    const response = await api.get(`/v1/listings?afterTx=0x${"f".repeat(64)}`);
    expect(response.status).toBe(409);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(await response.json()).toMatchObject({ code: "NOT_YET_INDEXED" });
  });

  test("more lag than the caller accepts is a 503", async () => {
    await withClient(urls.admin, (client) => setHeads(client, { head: 130, safe: 90, final: 80 }));
    const late = startApi(urls.api, { now: () => new Date(Number(NOW + 60n) * 1_000) });
    try {
      expect((await late.get("/v1/listings?maxLag=60")).status).toBe(200);
      const response = await late.get("/v1/listings?maxLag=59");
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        code: "INDEX_BEHIND",
        detail: "The index is 30 blocks and 60 seconds behind the head.",
      });
    } finally {
      await late.close();
      await withClient(urls.admin, (client) =>
        setHeads(client, { head: 100, safe: 90, final: 80 }),
      );
    }
  });

  test("unchanged content is a 304 whatever the block, a row that became safe is not", async () => {
    const first = await api.get("/v1/listings?limit=2&sort=newest");
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"/);
    const again = await api.get("/v1/listings?sort=newest&limit=2", { "if-none-match": tag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("x-indexed-block")).toBe("100");
    await withClient(urls.admin, (client) =>
      setIndexedBlock(client, "release_a", { block: 99n, timestamp: NOW }),
    );
    const later = await api.get("/v1/listings?limit=2", { "if-none-match": tag });
    expect([later.status, later.headers.get("x-indexed-block")]).toEqual([304, "99"]);
    await withClient(urls.admin, (client) =>
      setIndexedBlock(client, "release_a", { block: 100n, timestamp: NOW }),
    );
    await withClient(urls.admin, (client) => setHeads(client, { head: 100, safe: 96, final: 80 }));
    expect(
      (await api.get("/v1/listings?limit=2&sort=newest", { "if-none-match": tag })).status,
    ).toBe(200);
    await withClient(urls.admin, (client) => setHeads(client, { head: 100, safe: 90, final: 80 }));
  });
});
