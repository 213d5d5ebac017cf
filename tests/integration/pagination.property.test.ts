import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, startPostgres, withClient } from "../support/postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { insertRows, START } from "./support/rows.ts";

const RUNS = 10;

let server: PostgresServer;
let admin: string;
let api: TestApi;

beforeAll(async () => {
  server = await startPostgres();
  const urls = await createPublishedDatabase(server.url);
  admin = urls.admin;
  api = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

type Page = {
  data: { id: string }[];
  page: { nextCursor: string | null; prevCursor: string | null; hasMore: boolean };
};

async function getPage(path: string, cursor: string | null, limit: number): Promise<Page> {
  const query = `limit=${limit}${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
  const response = await api.get(`${path}${path.includes("?") ? "&" : "?"}${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
}

/** Ids of a whole walk, page by page in one direction. */
async function walk(path: string, limit: number): Promise<{ forward: string[]; back: string[] }> {
  const forward: string[] = [];
  const pages: Page[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await getPage(path, cursor, limit);
    pages.push(page);
    forward.push(...page.data.map((row) => row.id));
    expect(page.page.hasMore).toBe(page.page.nextCursor !== null);
    cursor = page.page.nextCursor;
  } while (cursor !== null);
  const back: string[] = [...(pages.at(-1)?.data.map((row) => row.id) ?? [])];
  cursor = pages.at(-1)?.page.prevCursor ?? null;
  while (cursor !== null) {
    const page: Page = await getPage(path, cursor, limit);
    back.unshift(...page.data.map((row) => row.id));
    cursor = page.page.prevCursor;
  }
  return { forward, back };
}

/** Few distinct values, so that ties are the rule. */
const listings = fc.array(
  fc.record({
    created_at: fc.integer({ min: 0, max: 3 }).map((seconds) => START + BigInt(seconds)),
    updated_at: fc.integer({ min: 4, max: 6 }).map((seconds) => START + BigInt(seconds)),
    asking_price_units: fc.constantFrom("1", "2", String(2n ** 255n)),
    contract: fc.constantFrom("a", "b").map((digit) => `0x${digit.repeat(40)}`),
    state: fc.constantFrom("active", "cancelled"),
  }),
  { maxLength: 12 },
);

describe("a walk over cursors", () => {
  test.each(["newest", "oldest", "updated", "price_asc", "price_desc"])(
    "meets every listing once, in order, both ways: %s",
    async (sort) => {
      await fc.assert(
        fc.asyncProperty(listings, fc.constantFrom(1, 2, 5), async (rows, limit) => {
          await withClient(admin, async (client) => {
            await client.query("TRUNCATE release_a.listing");
            await insertRows(
              client,
              "release_a",
              "listing",
              rows.map((row, number) => ({ ...row, listing_id: number })),
            );
          });
          for (const path of [
            `/v1/listings?sort=${sort}`,
            `/v1/listings?sort=${sort}&state=active`,
          ]) {
            const whole = (await getPage(path, null, 100)).data.map((row) => row.id);
            const expected = path.includes("active")
              ? rows.filter((row) => row.state === "active").length
              : rows.length;
            expect(whole).toHaveLength(expected);
            const { forward, back } = await walk(path, limit);
            expect(forward).toEqual(whole);
            expect(back).toEqual(whole);
          }
        }),
        { numRuns: RUNS },
      );
    },
  );

  test("neither repeats nor hides rows while others come and go", async () => {
    await withClient(admin, async (client) => {
      await client.query("TRUNCATE release_a.listing");
      const many = Array.from({ length: 10 }, (_, number) => ({
        listing_id: number,
        created_at: START + BigInt(number),
      }));
      await insertRows(client, "release_a", "listing", many);
      const first = await getPage("/v1/listings", null, 4);
      await insertRows(client, "release_a", "listing", [
        { listing_id: 50, created_at: START + 50n },
      ]);
      await client.query("DELETE FROM release_a.listing WHERE listing_id = 6");
      const second = await getPage("/v1/listings", first.page.nextCursor, 4);
      const numbers = [...first.data, ...second.data].map((row) => row.id.split("-").at(-1));
      expect(numbers).toEqual(["9", "8", "7", "6", "5", "4", "3", "2"]);
    });
  });

  test.each([
    ["escrow", "/v1/escrows", "escrow_id"],
    ["offer", "/v1/offers", "offer_id"],
  ] as const)("meets every %s once", async (table, path, number) => {
    await withClient(admin, async (client) => {
      const rows = Array.from({ length: 7 }, (_, index) => ({
        [number]: index + 1,
        created_at: START + BigInt(index % 2),
      }));
      await insertRows(client, "release_a", table, rows);
    });
    const { forward, back } = await walk(path, 2);
    expect(new Set(forward).size).toBe(7);
    expect(back).toEqual(forward);
  });

  test("meets every event once, in the order of the chain", async () => {
    await withClient(admin, (client) =>
      insertRows(
        client,
        "release_a",
        "activity",
        Array.from({ length: 9 }, (_, index) => ({
          block_number: 10 + Math.floor(index / 3),
          block_hash: `0x${String(Math.floor(index / 3)).repeat(64)}`,
          log_index: index % 3,
        })),
      ),
    );
    const { forward, back } = await walk("/v1/activity", 2);
    expect(new Set(forward).size).toBe(9);
    expect(back).toEqual(forward);
  });
});
