import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { BUYER, insertRows, MARKETPLACE, START, setHeads } from "./support/rows.ts";
import { makeSearchable } from "./support/search.ts";

const TITLES = [
  ...["A bakery", "Bakery supplies for small shops", "Café Münster", "Rocket 🚀 shop"],
  ...[`Joe's "best" coffee`, "Coffee", "Coffee coffee roastery", "The house of the rising sun"],
  ...["'; DROP TABLE listing; --", "Straße 12", "東京カフェ", "🚀🚀🚀"],
];

let server: PostgresServer;
let urls: { admin: string; api: string; worker: string };
let admin: pg.Client;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  await setHeads(admin, { head: 100, safe: 90, final: 80 });
  api = startApi(urls.api, { answerTrustMs: 60_000 });
});
afterAll(async () => {
  await api.close();
  await admin.end();
  await server.stop();
});

/** Above all that the indexer calls final: below, no listing ever comes or goes. */
const RECENT = { created_block: 1_000_000, updated_block: 1_000_000 };

const addListings = (rows: readonly Record<string, unknown>[]) =>
  insertRows(
    admin,
    "release_a",
    "listing",
    rows.map((row) => ({ ...RECENT, ...row })),
  );

async function fill(titles: readonly string[]): Promise<void> {
  await admin.query("TRUNCATE release_a.listing");
  await addListings(titles.map((title, listing_id) => ({ title, listing_id })));
  await makeSearchable(urls.worker);
}

type Page = {
  data: { id: string; title: string }[];
  page: { nextCursor: string | null; prevCursor: string | null; hasMore: boolean };
};

async function getPage(parameters: Record<string, string>): Promise<Page> {
  const response = await api.get(`/v1/listings?${new URLSearchParams(parameters)}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as Page;
}

const find = async (q: string, more: Record<string, string> = {}) =>
  (await getPage({ q, limit: "100", ...more })).data.map(({ title }) => title);

async function refusalOf(parameters: Record<string, string>): Promise<unknown> {
  const response = await api.get(`/v1/listings?${new URLSearchParams(parameters)}`);
  expect(response.status).toBe(400);
  const { code, errors } = (await response.json()) as { code: string; errors: object[] };
  return { code, error: errors[0] };
}

describe("what a search finds", () => {
  beforeAll(() => fill(TITLES));

  test.each([
    ["a whole word before a longer one", "bakery", ["A bakery", "Bakery supplies for small shops"]],
    ["the beginning of a word", "bak", ["A bakery", "Bakery supplies for small shops"]],
    ["one letter", "j", [`Joe's "best" coffee`]],
    ["words in any order", "supplies bakery", ["Bakery supplies for small shops"]],
    ["only titles with every word", "bakery rocket", []],
    ["a letter too few", "bakry", ["A bakery", "Bakery supplies for small shops"]],
    ["letters that changed places", "bakrey", ["A bakery", "Bakery supplies for small shops"]],
    ["a wrong first letter", "pakery", ["A bakery", "Bakery supplies for small shops"]],
    ["a typo in one of two words", "rcoket shop", ["Rocket 🚀 shop"]],
    ["nothing where a word is another one", "market", []],
    ["accents that are not typed", "cafe munster", ["Café Münster"]],
    ["accents that are typed", "CAFÉ", ["Café Münster"]],
    ["letters as people spell them", "strasse", ["Straße 12"]],
    ["an emoji beside words", "🚀 rocket", ["Rocket 🚀 shop"]],
    ["quotes", `"best" joe's`, [`Joe's "best" coffee`]],
    ["operators of a query language as words", "coffee & !(best | joe):*", [`Joe's "best" coffee`]],
    ["SQL as words", "'; DROP TABLE listing; --", ["'; DROP TABLE listing; --"]],
    ["words that are everywhere", "the", ["The house of the rising sun"]],
    ["words of other scripts", "東京", ["東京カフェ"]],
    ["no wildcard", "bak%ry", []],
  ])("%s: %s", async (_what, q, expected) => {
    expect((await find(q)).toSorted()).toEqual(expected.toSorted());
  });

  test("a title with nothing else comes first, then whole words, beginnings and typos", async () => {
    expect(await find("coffee")).toEqual([
      "Coffee",
      "Coffee coffee roastery",
      `Joe's "best" coffee`,
    ]);
    await fill(["Cofee", "Coffeehouse", "Old coffee house", "Coffee"]);
    expect(await find("coffee")).toEqual(["Coffee", "Old coffee house", "Coffeehouse", "Cofee"]);
    await fill(TITLES);
  });

  test("the order of the question does not matter, and asking again changes nothing", async () => {
    const [one, other, again] = [
      await find("coffee joe"),
      await find("joe coffee"),
      await find("JOE coffee!"),
    ];
    expect(one).toEqual([`Joe's "best" coffee`]);
    expect(other).toEqual(one);
    expect(again).toEqual(one);
  });

  test.each([
    [{ q: "" }, "/query/q", "must have 1 to 200 characters"],
    [{ q: "x".repeat(201) }, "/query/q", "must have 1 to 200 characters"],
    [{ q: "🚀 !?" }, "/query/q", "must have a letter or a digit to search by"],
    [{ q: "\u0000" }, "/query/q", "must have a letter or a digit to search by"],
    [
      { q: Array.from({ length: 17 }, (_, at) => `w${at}`).join(" ") },
      "/query/q",
      "must have 16 different words at most",
    ],
    [
      { sort: "relevance" },
      "/query/sort",
      "can only be relevance beside q, for nothing else has a relevance",
    ],
  ])(
    "%j is refused with the reason",
    async (parameters: Record<string, string>, pointer, message) => {
      expect(await refusalOf(parameters)).toMatchObject({
        code: "INVALID_REQUEST",
        error: { pointer, message },
      });
    },
  );

  test("200 characters may be emoji and words of any length", async () => {
    expect(await find(`${"🚀".repeat(100)}${"ﷺ".repeat(100)}`)).toEqual([]);
    expect(await find("x".repeat(200))).toEqual([]);
  });
});

describe("a search beside other parameters", () => {
  test("filters narrow it, and another sort orders it", async () => {
    await fill([]);
    await addListings([
      { listing_id: 0, title: "Coffee one", asking_price_units: 5 },
      { listing_id: 1, title: "Coffee two", asking_price_units: 9, state: "paused" },
      {
        listing_id: 2,
        title: "Coffee",
        asking_price_units: 7,
        seller: BUYER,
        created_at: START + 9n,
      },
      { listing_id: 3, title: "Tea", asking_price_units: 6, active_offer_count: 2 },
    ]);
    await makeSearchable(urls.worker);
    const q = "coffee";
    expect(await find(q, { state: "active" })).toEqual(["Coffee", "Coffee one"]);
    expect(await find(q, { seller: BUYER })).toEqual(["Coffee"]);
    expect(await find(q, { minPrice: "6", maxPrice: "9" })).toEqual(["Coffee", "Coffee two"]);
    expect(await find(q, { hasOffer: "true" })).toEqual([]);
    expect(await find(q, { marketplace: MARKETPLACE })).toHaveLength(3);
    expect(await find(q, { sort: "price_asc" })).toEqual(["Coffee one", "Coffee", "Coffee two"]);
    expect(await find(q, { sort: "newest" })).toEqual(["Coffee", "Coffee two", "Coffee one"]);
    expect(await find(q, { include: "seller,offers" })).toHaveLength(3);
  });

  test("pages meet ties once, both ways, while others are listed and searched", async () => {
    const titles = Array.from({ length: 11 }, (_, at) => (at % 3 === 0 ? "Coffee" : "Coffee bar"));
    await fill(titles);
    const all = (await getPage({ q: "coffee", limit: "100" })).data.map(({ id }) => id);
    expect(all).toHaveLength(11);
    expect(all.slice(0, 4).map((id) => id.split("-").at(-1))).toEqual(["9", "6", "3", "0"]);

    const forward: Page[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await getPage({ q: "coffee", limit: "2", ...(cursor && { cursor }) });
      forward.push(page);
      cursor = page.page.nextCursor;
      // Better and worse than what was met so far, and searchable at once.
      await addListings([
        { listing_id: 20 + 2 * forward.length, title: "Coffee" },
        { listing_id: 21 + 2 * forward.length, title: "Nothing like it" },
      ]);
      await makeSearchable(urls.worker);
    } while (cursor !== null);
    const met = forward.flatMap(({ data }) => data.map(({ id }) => id));
    expect(met).toEqual(all);

    const back: string[] = [];
    cursor = forward.at(-1)?.page.prevCursor ?? null;
    while (cursor !== null) {
      const page: Page = await getPage({ q: "coffee", limit: "2", cursor });
      back.unshift(...page.data.map(({ id }) => id));
      cursor = page.page.prevCursor;
    }
    expect(back.filter((id) => all.includes(id))).toEqual(all.slice(0, 10));
    expect(back).toHaveLength(10 + forward.length);
  });

  test("a cursor holds for the same words however they are spelt, and for no others", async () => {
    await fill(["Coffee", "Coffee", "Coffee"]);
    const { page } = await getPage({ q: "Coffee", limit: "1" });
    const cursor = page.nextCursor ?? "";
    expect((await getPage({ q: "cöffee!", cursor })).data).toHaveLength(2);
    const others: Record<string, string>[] = [{ q: "tea" }, {}, { q: "coffee", sort: "newest" }];
    for (const other of others) {
      const response = await api.get(`/v1/listings?${new URLSearchParams({ ...other, cursor })}`);
      expect(await response.json()).toMatchObject({ code: "CURSOR_MISMATCH", status: 400 });
    }
  });
});

describe("documents", () => {
  beforeEach(() => fill([]));

  test("an answer is not shared beyond the documents that it was read from", async () => {
    await fill(["Coffee"]);
    expect(await find("coffee")).toEqual(["Coffee"]);
    await addListings([{ listing_id: 1, title: "Coffee bar" }]);
    expect(await find("coffee")).toEqual(["Coffee"]);
    await makeSearchable(urls.worker);
    expect(await find("coffee")).toEqual(["Coffee", "Coffee bar"]);
  });

  test("without its row a document is not shown", async () => {
    await fill(["Coffee", "Coffee bar"]);
    await admin.query("DELETE FROM release_a.listing WHERE listing_id = 0");
    expect(await find("coffee")).toEqual(["Coffee bar"]);
  });

  test("until every listing has one, a search says so", async () => {
    await admin.query("TRUNCATE app.listing_document_cursor");
    const response = await api.get("/v1/listings?q=coffee");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).not.toBeNull();
    expect(await response.json()).toMatchObject({ code: "SEARCH_NOT_READY" });
    expect((await api.get("/v1/listings")).status).toBe(200);
    await makeSearchable(urls.worker);
    expect(await find("coffee")).toEqual([]);
  });
});
