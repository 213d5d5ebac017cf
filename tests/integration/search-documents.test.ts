import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPool } from "../../core/db/pools.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { createDocumentFollower } from "../../core/search/document-follower.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { checkpointText, createFakeRelease } from "./support/release.ts";
import { CHAIN_ID, insertRows, START, setHeads } from "./support/rows.ts";
import { followDocuments } from "./support/search.ts";

let server: PostgresServer;
let urls: { admin: string; worker: string };
let admin: pg.Client;
let workers: pg.Pool;
let writer: pg.PoolClient;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  await setHeads(admin, { head: 1_000, safe: 1_000, final: 1_000 });
  workers = createPool(urls.worker, "appWrites", {
    max: 1,
    processName: "test_search",
    onIdleError: () => undefined,
  });
  writer = await workers.connect();
});
afterAll(async () => {
  writer.release();
  await workers.end();
  await admin.end();
  await server.stop();
});
beforeEach(async () => {
  await admin.query(
    `TRUNCATE release_a.listing, app.listing_document, app.listing_document_cursor`,
  );
  await moveIndex({ final: 0, newest: 0 });
});

/** Moves the index to a block, and the block up to which it takes nothing back. */
async function moveIndex({ final, newest }: { final: number; newest: number }): Promise<void> {
  const at = (block: number) => checkpointText(CHAIN_ID, BigInt(block), START + BigInt(block));
  await admin.query(
    `UPDATE release_a._ponder_checkpoint SET latest_checkpoint = $1, finalized_checkpoint = $2`,
    [at(newest), at(final)],
  );
}

/** Listings by number, each created and last changed in a block. */
const list = (...listings: readonly (readonly [number, string, number])[]) =>
  insertRows(
    admin,
    "release_a",
    "listing",
    listings.map(([listing_id, title, block]) => ({
      ...{ listing_id, title, created_block: block, updated_block: block },
    })),
  );

const remove = (...numbers: number[]) =>
  admin.query("DELETE FROM release_a.listing WHERE listing_id = ANY ($1)", [numbers]);

async function documents(): Promise<string[]> {
  const { rows } = await admin.query<{ text: string }>(
    `SELECT listing_id || ' ' || folded || ' ' || words::text AS text FROM app.listing_document
     ORDER BY listing_id`,
  );
  return rows.map(({ text }) => text);
}

const follow = () => followDocuments(createDocumentFollower(writer));

describe("documents of listings", () => {
  test("a reorganisation removes them, and gives a number to another title", async () => {
    await list([0, "Kept", 5], [1, "Orphaned", 12], [2, "Replaced", 13]);
    await moveIndex({ final: 10, newest: 13 });
    const follower = createDocumentFollower(writer);
    expect(await followDocuments(follower)).toEqual({ written: 3, removed: 0 });

    await remove(1, 2);
    await list([2, "Cänonical", 11]);
    await moveIndex({ final: 10, newest: 11 });
    expect(await followDocuments(follower)).toEqual({ written: 1, removed: 1 });
    expect(await documents()).toEqual(["0 kept 'kept'", "2 canonical 'canonical'"]);
  });

  test("whoever takes over goes on, and finds nothing left to do", async () => {
    await list(...Array.from({ length: 9 }, (_, at) => [at, `Shop ${at}`, 1 + at] as const));
    await moveIndex({ final: 5, newest: 9 });
    const first = createDocumentFollower(writer, { batchSize: 2 });
    expect(await first.step()).toMatchObject({ written: 2, isDone: false });
    expect(await first.step()).toMatchObject({ written: 2, isDone: false });

    const second = createDocumentFollower(writer, { batchSize: 2 });
    expect(await followDocuments(second)).toEqual({ written: 5, removed: 0 });
    expect(await documents()).toHaveLength(9);
    expect(await follow()).toEqual({ written: 0, removed: 0 });
  });

  test("only a creation writes one: a change of the listing does not", async () => {
    await list([0, "Shop", 5]);
    await follow();
    await admin.query("UPDATE release_a.listing SET updated_block = 9, asking_price_units = 7");
    await moveIndex({ final: 0, newest: 9 });
    expect(await follow()).toEqual({ written: 0, removed: 0 });
  });

  test("other rules of folding make all of them anew", async () => {
    await list([0, "Shop", 5], [1, "Café", 6]);
    await moveIndex({ final: 9, newest: 9 });
    await follow();
    await admin.query(`UPDATE app.listing_document SET folding = 0, folded = 'old';
      UPDATE app.listing_document_cursor SET folding = 0`);
    expect(await follow()).toEqual({ written: 2, removed: 0 });
    expect(await documents()).toEqual(["0 shop 'shop'", "1 cafe 'cafe'"]);
  });

  test("another release takes away what it does not have", async () => {
    await list([0, "Shop", 5], [1, "Gone", 6]);
    await moveIndex({ final: 9, newest: 9 });
    await follow();
    await createFakeRelease(urls.admin, { schema: "release_b", block: 9n });
    const shop = { listing_id: 0, title: "Shop", created_block: 5, updated_block: 5 };
    await insertRows(admin, "release_b", "listing", [shop]);
    await publishRelease(urls.admin, "release_b", { isForced: true });
    try {
      expect(await follow()).toEqual({ written: 0, removed: 1 });
      expect(await documents()).toEqual(["0 shop 'shop'"]);
    } finally {
      await publishRelease(urls.admin, "release_a", { isForced: true });
    }
    expect(await follow()).toEqual({ written: 1, removed: 0 });
  });

  test("while there is nothing to follow they wait", async () => {
    await admin.query(
      `UPDATE release_a._ponder_meta SET value = jsonb_set(value, '{is_ready}', '0')`,
    );
    expect(await createDocumentFollower(writer).step()).toEqual({
      is: "waiting",
      for: "the indexer to catch up",
    });
    await admin.query(
      `UPDATE release_a._ponder_meta SET value = jsonb_set(value, '{is_ready}', '1')`,
    );
  });

  test("whatever the chain does, each listing has the document of its title and no other is left", async () => {
    const act = fc.oneof(
      fc.record({
        does: fc.constant("mine" as const),
        titles: fc.array(fc.nat(3), { maxLength: 4 }),
      }),
      fc.record({ does: fc.constant("revert" as const), depth: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ does: fc.constant("finalise" as const), behind: fc.nat(4) }),
      fc.record({ does: fc.constant("step" as const) }),
      fc.record({ does: fc.constant("restart" as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
        await admin.query(
          "TRUNCATE release_a.listing, app.listing_document, app.listing_document_cursor",
        );
        let [newest, final, next] = [0, 0, 0];
        await moveIndex({ final, newest });
        let follower = createDocumentFollower(writer, { batchSize: 2 });
        for (const made of acts) {
          if (made.does === "mine") {
            newest += 1;
            for (const title of made.titles) await list([next++, `Shop ${title}`, newest]);
            await moveIndex({ final, newest });
          } else if (made.does === "revert") {
            newest = Math.max(final, newest - made.depth);
            await admin.query("DELETE FROM release_a.listing WHERE created_block > $1", [newest]);
            const { rows } = await admin.query<{ next: number }>(
              "SELECT coalesce(max(listing_id) + 1, 0)::integer AS next FROM release_a.listing",
            );
            next = rows[0]?.next ?? 0;
          } else if (made.does === "finalise") {
            final = Math.max(final, newest - made.behind);
            await moveIndex({ final, newest });
          } else if (made.does === "step") await follower.step();
          else follower = createDocumentFollower(writer, { batchSize: 2 });
        }
        // Whatever was taken back, a block follows.
        await moveIndex({ final, newest: newest + 1 });
        await followDocuments(follower);
        const { rows } = await admin.query(
          `SELECT title, created_block FROM release_a.listing ORDER BY listing_id`,
        );
        const kept = await admin.query(
          `SELECT title, created_block FROM app.listing_document ORDER BY listing_id`,
        );
        expect(kept.rows).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });
});
