import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COLLECTIONS } from "../../api/routes/index.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import {
  inOrder,
  RANDOM_ROWS,
  type RandomRow,
  type RandomRows,
  toSnakeCase,
} from "./support/random-rows.ts";
import { setIndexedBlock } from "./support/release.ts";
import { insertRows, START } from "./support/rows.ts";

const RUNS = 5;

let server: PostgresServer;
let admin: string;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
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
  page: {
    nextCursor: string | null;
    prevCursor: string | null;
    hasMore: boolean;
    reorg: { startedAt: object; changedIds: string[] | null } | null;
  };
};

async function getPage(path: string, cursor: string | null, limit: number): Promise<Page> {
  const query = `limit=${limit}${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
  const response = await api.get(`${path}${path.includes("?") ? "&" : "?"}${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
}

const idsOf = ({ data }: Page) => data.map((row) => row.id);

/** Ids of a whole walk, page by page in one direction. */
async function walk(path: string, limit: number): Promise<{ forward: string[]; back: string[] }> {
  const pages: Page[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await getPage(path, cursor, limit);
    pages.push(page);
    expect(page.page.hasMore).toBe(page.page.nextCursor !== null);
    cursor = page.page.nextCursor;
  } while (cursor !== null);
  const last = pages.at(-1);
  const back = last === undefined ? [] : idsOf(last);
  cursor = last?.page.prevCursor ?? null;
  while (cursor !== null) {
    const page: Page = await getPage(path, cursor, limit);
    back.unshift(...idsOf(page));
    cursor = page.page.prevCursor;
  }
  return { forward: pages.flatMap(idsOf), back };
}

const withIds = ({ identify }: RandomRows, rows: readonly RandomRow[], first = 0) =>
  rows.map((row, position) => ({ ...row, ...identify(first + position) }));

/** Makes the table of a collection hold these rows and no others. */
async function replaceRows(
  client: pg.ClientBase,
  random: RandomRows,
  rows: readonly RandomRow[],
): Promise<void> {
  const { table, beside } = random;
  await client.query(`TRUNCATE release_a.${table}`);
  if (beside !== undefined) await client.query(`TRUNCATE release_a.${beside.table}`);
  await addRows(client, random, rows);
}

async function addRows(
  client: pg.ClientBase,
  { table, beside }: RandomRows,
  rows: readonly RandomRow[],
): Promise<void> {
  await insertRows(client, "release_a", table, rows);
  if (beside === undefined) return;
  const others = rows.map((row) =>
    Object.fromEntries(beside.columns.map((name) => [name, row[name]])),
  );
  await insertRows(client, "release_a", beside.table, others);
}

function randomRowsOf(name: string): RandomRows {
  const random = RANDOM_ROWS[name];
  if (random === undefined) throw new Error(`no random rows for ${name}: support/random-rows.ts`);
  return random;
}

/**
 * Sorts by what lies beside the rows have their own tests: how well rows match a search
 * (search.test.ts), and what is due about them (below).
 */
const LISTS = COLLECTIONS.flatMap(({ name, sorts, sortNeeds }) =>
  sorts.filter((sort) => sortNeeds[sort] === undefined).map((sort) => [name, sort] as const),
);

describe("a walk over cursors", () => {
  test("is tried on every collection", () => {
    expect(Object.keys(RANDOM_ROWS).sort()).toEqual(COLLECTIONS.map(({ name }) => name).sort());
  });

  test.each(LISTS)(
    "meets every row once, in order, both ways: %s by %s (AP-7) [3.50]",
    async (name, sort) => {
      const random = randomRowsOf(name);
      const { parameter, column, value, sent = value } = random.filter;
      const order = random.sorts[sort];
      if (order === undefined) throw new Error(`${name} has no sort ${sort}`);
      await fc.assert(
        fc.asyncProperty(
          fc.array(random.row, { maxLength: 12 }),
          fc.constantFrom(1, 2, 5),
          async (bare, limit) => {
            const rows = withIds(random, bare);
            await withClient(admin, (client) => replaceRows(client, random, rows));
            const sorted = inOrder(rows, order);
            for (const [query, expected] of [
              [`sort=${sort}`, sorted],
              [`sort=${sort}&${parameter}=${sent}`, sorted.filter((row) => row[column] === value)],
            ] as const) {
              const { forward, back } = await walk(`/v1/${name}?${query}`, limit);
              expect(forward).toEqual(expected.map(random.idOf));
              expect(back).toEqual(forward);
            }
          },
        ),
        { numRuns: RUNS },
      );
    },
  );

  test.each(LISTS)(
    "neither repeats nor hides rows while others come and go: %s by %s [5.145]",
    async (name, sort) => {
      const random = randomRowsOf(name);
      await fc.assert(
        fc.asyncProperty(
          fc.array(random.row, { minLength: 5, maxLength: 8 }),
          fc.array(random.row, { minLength: 9, maxLength: 9 }),
          async (bare, late) => {
            // Every second place is left free, so that late rows may come between.
            const kept = bare.map((row, position) => ({
              ...row,
              ...random.identify(position * 2),
            }));
            const arrivals = late.map((row, position) => ({
              ...row,
              ...random.identify(position * 2 + 1),
            }));
            const seen: string[] = [];
            await withClient(admin, async (client) => {
              await replaceRows(client, random, kept);
              let cursor: string | null = null;
              do {
                const page: Page = await getPage(`/v1/${name}?sort=${sort}`, cursor, 2);
                seen.push(...idsOf(page));
                const tampered = (page.page.nextCursor ?? "").replace(/^.{20}./, "$&A");
                const refused = await api.get(`/v1/${name}?sort=${sort}&cursor=${tampered}`);
                expect(refused.status).toBe(400);
                cursor = page.page.nextCursor;
                const arrival = arrivals.pop();
                if (arrival) await addRows(client, random, [arrival]);
              } while (cursor !== null);
            });
            expect(new Set(seen).size).toBe(seen.length);
            const order = random.sorts[sort];
            if (order === undefined) throw new Error(`${name} has no sort ${sort}`);
            const wanted = inOrder(kept, order).map(random.idOf);
            expect(seen.filter((id) => wanted.includes(id))).toEqual(wanted);
          },
        ),
        { numRuns: 3 },
      );
    },
  );

  test("meets listings with something due once, soonest first, both ways, while offers come and go [5.145]", async () => {
    const [now, before] = [Number(START), Number(START) + 5];
    const moment = fc.record({
      listing: fc.integer({ min: 0, max: 6 }),
      at: fc.integer({ min: now - 2, max: now + 6 }),
      kind: fc.constantFrom("offer", "ended offer", "handover", "closed escrow"),
    });
    const path = `/v1/listings?sort=ending_soon&deadlineBefore=${new Date(before * 1_000).toISOString()}`;
    await withClient(admin, async (client) => {
      await setIndexedBlock(client, "release_a", { block: 499n, timestamp: START });
      const addMoments = async (
        moments: readonly { listing: number; at: number; kind: string }[],
        first = 0,
      ) => {
        for (const [place, { listing, at, kind }] of moments.entries()) {
          const number = first + place;
          const isOffer = kind.endsWith("offer");
          await insertRows(client, "release_a", isOffer ? "offer" : "escrow", [
            isOffer
              ? {
                  offer_id: number,
                  listing_id: listing,
                  expires_at: at,
                  state: kind === "offer" ? "active" : "cancelled",
                }
              : {
                  escrow_id: number,
                  listing_id: listing,
                  handover_deadline: at,
                  state: kind === "handover" ? "funded" : "completed",
                },
          ]);
        }
      };
      await fc.assert(
        fc.asyncProperty(
          fc.array(moment, { maxLength: 14 }),
          fc.constantFrom(1, 2, 5),
          async (moments, limit) => {
            await client.query("TRUNCATE release_a.listing, release_a.offer, release_a.escrow");
            await insertRows(
              client,
              "release_a",
              "listing",
              Array.from({ length: 7 }, (_, listing_id) => ({ listing_id })),
            );
            await addMoments(moments);
            const soonest = new Map<number, number>();
            for (const { listing, at, kind } of moments) {
              const isAhead = at >= now && at < before && (kind === "offer" || kind === "handover");
              if (isAhead) soonest.set(listing, Math.min(at, soonest.get(listing) ?? at));
            }
            const expected = [...soonest]
              .sort(([one, oneAt], [other, otherAt]) => oneAt - otherAt || one - other)
              .map(([listing]) => String(listing));
            const numbers = (ids: readonly string[]) => ids.map((id) => id.split("-").at(-1));
            const { forward, back } = await walk(path, limit);
            expect(numbers(forward)).toEqual(expected);
            expect(back).toEqual(forward);

            // Listings that stay as they are come once, whatever happens about others meanwhile.
            const first = await getPage(path, null, 1);
            await addMoments([{ listing: 6, at: now, kind: "offer" }], 1_000);
            const rest: string[] = [];
            for (let cursor = first.page.nextCursor; cursor !== null; ) {
              const page = await getPage(path, cursor, limit);
              rest.push(...idsOf(page));
              cursor = page.page.nextCursor;
            }
            const met = numbers([...idsOf(first), ...rest]).filter((number) => number !== "6");
            expect(met).toEqual(expected.filter((number) => number !== "6"));
          },
        ),
        { numRuns: RUNS * 2 },
      );
    });
    const refused = await api.get("/v1/listings?sort=ending_soon");
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: "/query/sort" }] });
  });

  test.each(LISTS)("goes along an index, never through a sort: %s by %s", async (name, sort) => {
    const { table, sorts } = randomRowsOf(name);
    const { columns, order, hasNulls } = sorts[sort] ?? { columns: [], order: "asc" };
    const names = columns.map((column) => toSnakeCase(column.name));
    const parts = hasNulls === true ? [`${names[0]} IS NULL`, `${names[0]} IS NOT NULL`] : ["true"];
    await withClient(admin, async (client) => {
      // Costs of tiny tables say nothing: with sorting off, a sort shows up only where it must.
      await client.query("SET enable_sort = off; SET enable_incremental_sort = off");
      await client.query("SET enable_seqscan = off; SET enable_bitmapscan = off");
      for (const part of parts) {
        const { rows } = await client.query(
          `EXPLAIN (FORMAT JSON) SELECT 1 FROM release_a.${table} WHERE chain_id = 31337 AND ${part}
           ORDER BY ${names.map((column) => `${column} ${order}`).join(", ")} LIMIT 5`,
        );
        expect(JSON.stringify(rows)).toContain("Index");
        expect(JSON.stringify(rows)).not.toContain("Sort");
      }
    });
  });

  test("goes on after the row of its cursor was deleted", async () => {
    const random = randomRowsOf("listings");
    await withClient(admin, async (client) => {
      await replaceRows(client, random, withIds(random, Array(6).fill({ created_at: "5" })));
      const first = await getPage("/v1/listings", null, 2);
      await client.query("DELETE FROM release_a.listing WHERE listing_id IN (4, 3)");
      const second = await getPage("/v1/listings", first.page.nextCursor, 4);
      const numbers = [first, second].flatMap(idsOf).map((id) => id.split("-").at(-1));
      expect(numbers).toEqual(["5", "4", "2", "1", "0"]);
    });
  });
});

describe("a walk that began on an orphaned block", () => {
  const ORPHAN = `0x${"0a".repeat(32)}`;
  const CANONICAL = `0x${"0b".repeat(32)}`;
  const BLOCK = 500;
  let height = BigInt(BLOCK);

  const setNewestBlock = async (client: pg.ClientBase, block_hash: string) => {
    await client.query(`DELETE FROM release_a.activity WHERE block_number >= ${BLOCK}`);
    await insertRows(client, "release_a", "activity", [{ block_number: BLOCK, block_hash }]);
    // The indexer moves its checkpoint with every block, and with every one that it takes back.
    height += 1n;
    await setIndexedBlock(client, "release_a", { block: height, timestamp: START });
  };

  test.each(COLLECTIONS.map(({ name, sorts, sortNeeds }) => [name, sorts, sortNeeds] as const))(
    "says so on every later page of every sort, both ways: %s [5.145]",
    async (name, sorts, sortNeeds) => {
      const random = randomRowsOf(name);
      await withClient(admin, async (client) => {
        await client.query("TRUNCATE release_a.activity");
        const rows = withIds(random, fc.sample(random.row, { numRuns: 5, seed: 1 }));
        await replaceRows(client, random, rows);
        await setNewestBlock(client, ORPHAN);
        const walks: { path: string; cursors: (string | null)[] }[] = [];
        for (const sort of sorts.filter((each) => sortNeeds[each] === undefined)) {
          const path = `/v1/${name}?sort=${sort}`;
          const first = await getPage(path, null, 2);
          expect(first.page.reorg).toBeNull();
          const untouched = await getPage(path, first.page.nextCursor, 2);
          expect(untouched.page.reorg).toBeNull();
          const { nextCursor, prevCursor } = untouched.page;
          walks.push({ path, cursors: [first.page.nextCursor, nextCursor, prevCursor] });
        }

        await setNewestBlock(client, CANONICAL);
        const { table, changedColumn = "updated_block" } = random;
        const changed = { ...rows[1], [changedColumn]: BLOCK };
        if (name !== "activity") {
          const key = Object.entries(random.identify(1));
          const isRow = key.map(([column], at) => `${column} = $${at + 1}`).join(" AND ");
          await client.query(
            `UPDATE release_a.${table} SET ${changedColumn} = ${BLOCK} WHERE ${isRow}`,
            key.map(([, value]) => value),
          );
        }
        for (const [path, cursor] of walks.flatMap(({ path, cursors }) =>
          cursors.map((each) => [path, each] as const),
        )) {
          expect(cursor, path).not.toBeNull();
          const later = await getPage(path, cursor, 2);
          expect(later.page.reorg, path).toEqual({
            startedAt: { blockNumber: BLOCK, blockHash: ORPHAN },
            changedIds: [name === "activity" ? `31337-${CANONICAL}-0` : random.idOf(changed)],
          });
          expect(later.data.length).toBeGreaterThan(0);
        }
        const anew = await getPage(`/v1/${name}?sort=oldest`, null, 2);
        const next = await getPage(`/v1/${name}?sort=oldest`, anew.page.nextCursor, 2);
        expect(next.page.reorg).toBeNull();
      });
    },
  );

  test("names only rows that pass the filter, and none when they are too many", async () => {
    const random = randomRowsOf("listings");
    await withClient(admin, async (client) => {
      const many = Array.from({ length: 102 }, (_, at) => ({
        state: at < 100 ? "active" : "cancelled",
        updated_block: BLOCK,
      }));
      await replaceRows(client, random, withIds(random, many));
      await setNewestBlock(client, ORPHAN);
      const active = await getPage("/v1/listings?state=active", null, 2);
      const all = await getPage("/v1/listings", null, 2);
      await setNewestBlock(client, CANONICAL);
      const filtered = await getPage("/v1/listings?state=active", active.page.nextCursor, 2);
      expect(new Set(filtered.page.reorg?.changedIds).size).toBe(100);
      const whole = await getPage("/v1/listings", all.page.nextCursor, 2);
      expect(whole.page.reorg).toMatchObject({ changedIds: null });
    });
  });
});
