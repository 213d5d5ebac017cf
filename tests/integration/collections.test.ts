import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Include } from "../../api/http/include.ts";
import { escrowIncludes } from "../../api/routes/escrows/escrow-includes.ts";
import { COLLECTIONS } from "../../api/routes/index.ts";
import { listingIncludes } from "../../api/routes/listings/listing-includes.ts";
import { offerIncludes } from "../../api/routes/offers/offer-includes.ts";
import { consistentRead } from "../../core/db/consistent-read.ts";
import { ESCROWS } from "../../core/queries/escrows.ts";
import { LISTINGS } from "../../core/queries/listings.ts";
import { OFFERS } from "../../core/queries/offers.ts";
import { withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { openLogged } from "./support/logged-database.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import {
  BUYER,
  CHAIN_ID,
  ESCROW_CONTRACT,
  insertInto,
  insertRows,
  MARKETPLACE,
  SELLER,
  START,
  TOKEN,
} from "./support/rows.ts";

const SECOND_MARKETPLACE = `0x${"a2".repeat(20)}` as const;
const OTHER = `0x${"f6".repeat(20)}` as const;
const at = (seconds: number) => new Date(Number(START + BigInt(seconds)) * 1_000).toISOString();

const server = sharedPostgres();
let urls: { admin: string; api: string };
let api: TestApi;

beforeAll(async () => {
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    const insert = insertInto(client, "release_a");
    await insert("token", [{}]);
    await insert("seller", [{}]);
    await insert("contract", [{}]);
    await insert("agent_payment", [{}]);
    await insert("listing", [
      { active_offer_count: 21, highest_offer_units: 21 },
      {
        listing_id: 1,
        seller: OTHER,
        state: "paused",
        availability: "paused",
        asking_price_units: 5,
        token: null,
        declared_verification: "enhanced",
        is_build_id_verified: true,
        active_offer_count: 1,
        highest_offer_units: 7,
        created_at: START + 100n,
        updated_at: START + 200n,
      },
      { contract: SECOND_MARKETPLACE, created_at: START + 50n, updated_at: START + 60n },
    ]);
    await insert(
      "offer",
      Array.from({ length: 21 }, (_, number) => ({
        offer_id: number + 1,
        price_units: number + 1,
        expires_at: number === 0 ? null : START + BigInt(number * 10),
        created_at: START + BigInt(number),
      })),
    );
    await insert("offer", [
      { offer_id: 30, listing_id: 1, state: "accepted", escrow_id: 2, buyer: OTHER },
      { offer_id: 31, marketplace: SECOND_MARKETPLACE, state: "rejected" },
    ]);
    await insert("escrow", [
      {},
      {
        escrow_id: 2,
        listing_id: 1,
        buyer: OTHER,
        origin: "offer",
        offer_id: 30,
        state: "delivered",
        amount_units: 9,
        verify_deadline: START + 500n,
        updated_at: START + 300n,
      },
      {
        escrow_id: 3,
        marketplace: null,
        state: "completed",
        seller: OTHER,
        handover_deadline: START,
      },
    ]);
    await insert("transition_hold", [{ escrow_id: 2 }]);
    await insert("dispute", [{ escrow_id: 3 }]);
    await insert("escrow_transition", [{}, { sequence: 1, to_state: "funded" }, { escrow_id: 2 }]);
    await insert("price_change", [{}, { block_number: 11, price_units: 6 }]);
    await insert("token_movement", [{}, { log_index: 2, amount_units: 3 }]);
    await insert("activity", [
      {},
      {
        block_number: 12,
        block_hash: `0x${"12".repeat(32)}`,
        occurred_at: START + 12n,
        kind: "offer_made",
        contract: ESCROW_CONTRACT,
        actor: BUYER,
        counterparty: OTHER,
        sender: BUYER,
      },
      {
        block_number: 14,
        block_hash: `0x${"14".repeat(32)}`,
        occurred_at: START + 14n,
        kind: "listing_paused",
        actor: null,
        sender: OTHER,
        listing_id: 1,
      },
    ]);
  });
  api = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function getJson(path: string, status = 200): Promise<any> {
  const response = await api.get(path);
  const body = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(status);
  return body;
}

/** The ids of a list without what they share. */
async function shortIds(path: string): Promise<string[]> {
  const { data } = await getJson(path);
  return data.map(({ id }: { id: string }) =>
    id
      .replace(`${CHAIN_ID}-${MARKETPLACE}-`, "")
      .replace(`${CHAIN_ID}-${SECOND_MARKETPLACE}-`, "second-")
      .replace(`${CHAIN_ID}-${ESCROW_CONTRACT}-`, ""),
  );
}

describe("filters and sorts", () => {
  test.each([
    ["listings?state=active,paused", ["1", "second-0", "0"]],
    ["listings?state=paused", ["1"]],
    ["listings?availability=paused,sold", ["1"]],
    [`listings?token=${TOKEN}`, ["second-0", "0"]],
    ["listings?declaredVerification=enhanced", ["1"]],
    ["listings?isBuildVerified=true", ["1"]],
    ["listings?isBuildVerified=false", ["second-0", "0"]],
    [`listings?createdAfter=${at(50)}`, ["1", "second-0"]],
    [`listings?createdBefore=${at(50)}`, ["0"]],
    [`listings?updatedSince=${at(60)}`, ["1", "second-0"]],
    [
      `listings?createdAfter=${at(49).replace(".000Z", ".001Z")}&createdBefore=${at(100)}`,
      ["second-0"],
    ],
    ["listings?hasOffer=true", ["1", "0"]],
    ["listings?hasOffer=false", ["second-0"]],
    ["listings?minOffers=2", ["0"]],
    ["listings?sort=most_offers", ["0", "1", "second-0"]],
    ["listings?sort=highest_offer", ["0", "1", "second-0"]],
    [`listings?marketplace=${SECOND_MARKETPLACE}`, ["second-0"]],
    [
      `listings?state=active,paused&seller=${OTHER}&maxPrice=5&hasOffer=true&createdAfter=${at(100)}`,
      ["1"],
    ],
    [`listings?state=active&seller=${OTHER}&maxPrice=5`, []],
    ["offers?minPrice=20&maxPrice=21", ["21", "20"]],
    [`offers?seller=${OTHER}`, ["30"]],
    [`offers?seller=${OTHER}&state=active`, []],
    [`offers?expiresBefore=${at(20)}`, ["2"]],
    ["offers?state=accepted,rejected", ["31", "30"]],
    ["offers?listing=1", ["30"]],
    ["offers?sort=expiring&limit=2", ["2", "3"]],
    ["offers?sort=price_asc&limit=2", ["1", "2"]],
    ["escrows?state=funded,delivered", ["2", "1"]],
    [`escrows?account=${OTHER}`, ["3", "2"]],
    [`escrows?marketplace=${MARKETPLACE}`, ["2", "1"]],
    [`escrows?contract=${MARKETPLACE}`, []],
    ["escrows?origin=offer", ["2"]],
    [`escrows?deadlineBefore=${at(501)}`, ["2"]],
    [`escrows?deadlineBefore=${at(500)}`, []],
    [`escrows?deadlineBefore=${at(1_000_000)}&state=funded`, ["1"]],
    [`escrows?updatedSince=${at(300)}`, ["2"]],
    ["escrows?sort=amount_desc", ["3", "1", "2"]],
    ["escrows?sort=verify_deadline", ["2", "1", "3"]],
    [`escrows?sort=handover_deadline&account=${OTHER}`, ["3", "2"]],
  ])("/v1/%s [5.146]", async (path, expected) => {
    expect(await shortIds(`/v1/${path}`)).toEqual(expected);
  });

  test.each([
    [`account=${OTHER}`, [14, 12]],
    [`account=${BUYER}`, [12]],
    [`account=${SELLER}&sort=oldest`, [10]],
    ["kind=offer_made,listing_paused", [14, 12]],
    ["kind=listing_paused", [14]],
    ["sort=oldest", [10, 12, 14]],
    ["fromBlock=12", [14, 12]],
    ["toBlock=12", [12, 10]],
    ["fromBlock=11&toBlock=13&kind=offer_made", [12]],
    [`since=${at(12)}`, [14, 12]],
    [`until=${at(12)}`, [10]],
  ])("/v1/activity?%s [5.146]", async (query, blocks) => {
    const { data } = await getJson(`/v1/activity?${query}`);
    expect(data.map((row: { blockNumber: number }) => row.blockNumber)).toEqual(blocks);
  });
});

describe("mixes that mean nothing", () => {
  test.each([
    ["listings?minPrice=6&maxPrice=5", ["/query/minPrice"]],
    [`listings?createdAfter=${at(5)}&createdBefore=${at(4)}`, ["/query/createdAfter"]],
    ["listings?hasOffer=false&minOffers=1", ["/query/hasOffer"]],
    ["offers?minPrice=6&maxPrice=5", ["/query/minPrice"]],
    [`escrows?state=completed,created&deadlineBefore=${at(0)}`, ["/query/deadlineBefore"]],
    ["activity?fromBlock=6&toBlock=5", ["/query/fromBlock"]],
    [
      `activity?since=${at(1)}&until=${at(0)}&fromBlock=2&toBlock=1`,
      ["/query/since", "/query/fromBlock"],
    ],
    ["listings?ids=0&sort=oldest&state=active", ["/query/sort", "/query/state"]],
    ["escrows?ids=1&limit=3", ["/query/limit"]],
  ])("/v1/%s is refused with its reason", async (path, pointers) => {
    const problem = await getJson(`/v1/${path}`, 400);
    expect(problem.code).toBe("INVALID_REQUEST");
    const found = problem.errors.map((mistake: { pointer: string }) => mistake.pointer);
    expect(found.sort()).toEqual(pointers.sort());
    for (const mistake of problem.errors) expect(mistake.fix).not.toBe("");
  });

  test("bounds that meet are no empty range", async () => {
    expect(await shortIds("/v1/listings?minPrice=5&maxPrice=5")).toEqual(["1"]);
    expect(await shortIds("/v1/listings?hasOffer=false&minOffers=0")).toEqual(["second-0"]);
  });
});

describe("a batch of ids", () => {
  test("keeps the order, counts duplicates once and answers each id for itself", async () => {
    const whole = `${CHAIN_ID}-${MARKETPLACE}-0`;
    const ids = ["1", whole, "nonsense", "77", "1", `${CHAIN_ID}-${SECOND_MARKETPLACE}-0`, "0"];
    const { data, errors, page, meta } = await getJson(`/v1/listings?ids=${ids.join(",")}`);
    expect(data.map((row: { id: string }) => row.id)).toEqual([
      `${CHAIN_ID}-${MARKETPLACE}-1`,
      whole,
      `${CHAIN_ID}-${SECOND_MARKETPLACE}-0`,
    ]);
    expect(errors).toEqual([
      { id: "nonsense", code: "INVALID_ID", message: expect.any(String), fix: expect.any(String) },
      { id: "77", code: "LISTING_NOT_FOUND", message: expect.any(String), fix: expect.any(String) },
    ]);
    expect(page).toMatchObject({ nextCursor: null, prevCursor: null, hasMore: false, reorg: null });
    expect(meta.indexedBlock.number).toBe(100);
  });

  test.each(COLLECTIONS.map(({ name }) => name))("is answered by /v1/%s", async (name) => {
    const { data } = await getJson(`/v1/${name}?limit=2&sort=oldest`);
    const unread = await getJson(`/v1/${name}?ids=nonsense`);
    expect(unread).toMatchObject({ data: [], errors: [{ id: "nonsense", code: "INVALID_ID" }] });
    if (data.length === 0) return;
    const ids = data.map((row: { id: string }) => row.id).reverse();
    const batch = await getJson(`/v1/${name}?ids=${ids.join(",")}`);
    expect(batch.errors).toEqual([]);
    expect(batch.data).toEqual(data.toReversed());
    for (const row of data) {
      expect((await getJson(`/v1/${name}/${row.id}`)).data).toMatchObject({ id: row.id });
    }
  });

  test("names 50 ids at most, and none is an id that cannot be read", async () => {
    const numbers = Array.from({ length: 51 }, (_, number) => number);
    expect((await getJson(`/v1/offers?ids=${numbers}`, 400)).errors[0].pointer).toBe("/query/ids");
    const { data, errors } = await getJson(`/v1/offers?ids=${numbers.slice(0, 50)}`);
    expect([data.length, errors.length]).toEqual([23, 27]);
    expect((await getJson("/v1/offers?ids=")).errors).toMatchObject([
      { id: "", code: "INVALID_ID" },
    ]);
  });
});

test("an event elsewhere moves the anchor of a cursor and leaves the tag of the page", async () => {
  const before = await api.get("/v1/offers?limit=1");
  await withClient(urls.admin, async (client) => {
    await insertRows(client, "release_a", "activity", [{ block_number: 99, listing_id: null }]);
    await setIndexedBlock(client, "release_a", { block: 101n, timestamp: 1_700_000_000n });
    const after = await api.get("/v1/offers?limit=1");
    await client.query("DELETE FROM release_a.activity WHERE block_number = 99");
    await setIndexedBlock(client, "release_a", { block: 100n, timestamp: 1_700_000_000n });
    expect(after.headers.get("etag")).toBe(before.headers.get("etag"));
    const cursors = await Promise.all(
      [before, after].map(async (response) => {
        const { page } = (await response.json()) as { page: { nextCursor: string } };
        return page.nextCursor;
      }),
    );
    expect(cursors[0]).not.toBe(cursors[1]);
  });
});

describe("includes", () => {
  test("a listing brings its offers, escrows, prices, seller and activity", async () => {
    const words = "offers,escrows,prices,seller,activity";
    const { data } = await getJson(`/v1/listings?include=${words}&sort=oldest`);
    const [first, second, third] = data.map((row: { included: object }) => row.included);
    expect(first.offers.data).toHaveLength(20);
    expect(first.offers.data[0].offerId).toBe("21");
    expect(first.offers.hasMore).toBe(true);
    expect(first.escrows).toMatchObject({ data: [{ escrowId: "1" }], hasMore: false });
    expect(first.prices.data.map((change: { blockNumber: number }) => change.blockNumber)).toEqual([
      11, 10,
    ]);
    expect(first.seller).toMatchObject({ isActive: true, listingCount: 1 });
    expect(first.activity.data.map((row: { blockNumber: number }) => row.blockNumber)).toEqual([
      12, 10,
    ]);
    // The same number on another marketplace gets nothing of listing 0 (trap 18).
    expect(second.offers.data.map((row: { offerId: string }) => row.offerId)).toEqual(["31"]);
    expect(second).toMatchObject({ escrows: { data: [] }, prices: { data: [] }, seller: null });
    expect(third.offers).toMatchObject({ data: [{ offerId: "30" }], hasMore: false });
  });

  test("an escrow brings its listing, offer, timeline, ledger, dispute and hold", async () => {
    const words = "listing,offer,timeline,ledger,dispute,hold";
    const { data } = await getJson(`/v1/escrows?include=${words}&ids=1,2,3`);
    const [first, second, third] = data.map((row: { included: object }) => row.included);
    expect(first).toMatchObject({
      listing: { listingId: "0" },
      offer: null,
      timeline: [{ sequence: 0 }, { sequence: 1, to: "funded" }],
      ledger: {
        data: [
          { logIndex: 2, amount: { raw: "3" } },
          { logIndex: 1, amount: { raw: "1500000" }, credit: "escrow:1" },
        ],
        hasMore: false,
      },
      dispute: null,
      hold: null,
    });
    expect(second).toMatchObject({ listing: { listingId: "1" }, offer: { offerId: "30" } });
    expect(second.hold).toMatchObject({ retainer: { raw: "146250" } });
    expect(third).toMatchObject({ listing: null, timeline: [], dispute: { origin: "raised" } });
  });

  test("an offer brings its listing and escrow, alone as well", async () => {
    const { data } = await getJson("/v1/offers/30?include=listing,escrow");
    expect(data.included).toMatchObject({ listing: { listingId: "1" }, escrow: { escrowId: "2" } });
    expect((await getJson("/v1/offers/30")).data).not.toHaveProperty("included");
  });

  test("a word that is none is refused with those that are", async () => {
    const problem = await getJson("/v1/offers?include=listing,seller", 400);
    expect(problem.errors).toMatchObject([
      { pointer: "/query/include", message: "must be among listing, escrow" },
    ]);
  });

  test("each is one query for the whole page", async () => {
    const { db, queries } = openLogged(urls.api);
    try {
      await consistentRead(db, async (snapshot) => {
        const whole = { limit: 100, from: undefined };
        const pages = [
          [listingIncludes, (await LISTINGS.findPage(snapshot, {}, "newest", whole)).rows],
          [offerIncludes, (await OFFERS.findPage(snapshot, {}, "newest", whole)).rows],
          [escrowIncludes, (await ESCROWS.findPage(snapshot, {}, "newest", whole)).rows],
        ] as unknown as [Record<string, Include<object>>, object[]][];
        for (const [includes, rows] of pages) {
          expect(rows.length).toBeGreaterThan(1);
          for (const [word, { load }] of Object.entries(includes)) {
            queries.length = 0;
            const partOf = await load(snapshot, rows);
            for (const row of rows) partOf(row);
            expect(queries, word).toHaveLength(1);
          }
        }
      });
    } finally {
      await db.destroy();
    }
  });
});
