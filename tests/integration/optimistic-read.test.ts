import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../core/db/database.ts";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { createDatabase, type PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createFakeRelease, setIndexedBlock } from "./support/release.ts";
import { insertRows, START, setHeads } from "./support/rows.ts";

const SCHEMA = "release_one";

let postgres: PostgresServer;
let adminUrl: string;
let admin: pg.Client;
let database: Database;

beforeAll(() => {
  postgres = sharedPostgres();
});
afterAll(async () => {
  await postgres.stop();
});

beforeEach(async () => {
  adminUrl = await createDatabase(postgres.url);
  await migrateToLatest(adminUrl, { valyra_api: "api" });
  await createFakeRelease(adminUrl, { schema: SCHEMA, block: 100n, timestamp: START });
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await insertRows(admin, SCHEMA, "listing", [{ listing_id: 0 }, { listing_id: 1 }]);
  await publishRelease(adminUrl, SCHEMA);
  const url = new URL(adminUrl);
  url.username = "valyra_api";
  url.password = "api";
  database = openDatabase(url.href, {
    max: 2,
    processName: "test",
    onIdleError: () => undefined,
  });
  // The first read tells the position, which those that follow go by.
  await database.readIndex(async () => undefined);
  return async () => {
    await database.close();
    await admin.end();
  };
});

/** What the reads of `work` ran in: nothing, or transactions, as Postgres has counted them. */
const openTransactions = () =>
  admin.query<{ count: string }>(
    `SELECT count(*) FROM pg_stat_activity
     WHERE datname = current_database()
       AND application_name = 'test_reads' AND state = 'idle in transaction'`,
  );

const countListings = (db: Pick<Parameters<Parameters<Database["read"]>[0]>[0], "indexed">) =>
  db.indexed.selectFrom("listing").select("listingId").execute();

describe("a read of the index", () => {
  test("needs no transaction while the index stands still", async () => {
    const rows = await database.readIndex(async (snapshot) => {
      const found = await countListings(snapshot);
      expect((await openTransactions()).rows[0]?.count).toBe("0");
      return found;
    });
    expect(rows.map((row) => row.listingId)).toEqual([0n, 1n]);
  });

  test("is done again on one snapshot when the index moves on between two statements", async () => {
    let attempts = 0;
    const answer = await database.readIndex(async (snapshot) => {
      attempts += 1;
      const before = await countListings(snapshot);
      await insertRows(admin, SCHEMA, "listing", [{ listing_id: 10 + attempts }]);
      await setIndexedBlock(admin, SCHEMA, {
        block: BigInt(100 + attempts),
        timestamp: START + BigInt(attempts),
      });
      const after = await countListings(snapshot);
      return { before, after, block: snapshot.position.indexed.number };
    });
    expect(attempts).toBe(2);
    expect(answer.after).toEqual(answer.before);
    expect(answer.before).toHaveLength(3);
    expect(answer.block).toBe(101n);
  });

  test("sees that blocks were replaced, although the number and the time are the same", async () => {
    const block_hash = (digit: string) => `0x${digit.repeat(64)}`;
    await insertRows(admin, SCHEMA, "activity", [{ block_hash: block_hash("a") }]);
    let attempts = 0;
    const found = await database.readIndex(async ({ indexed }) => {
      attempts += 1;
      const query = indexed.selectFrom("activity").select("blockHash");
      const before = await query.execute();
      await admin.query(`UPDATE ${SCHEMA}.activity SET block_hash = $1`, [block_hash("b")]);
      return [...before, ...(await query.execute())].map((row) => row.blockHash);
    });
    expect(attempts).toBe(2);
    expect(new Set(found).size).toBe(1);
  });

  test("that goes by the position alone learns the present one", async () => {
    const block = () => database.readIndex(async ({ position }) => position.indexed.number);
    const before = await block();
    await setIndexedBlock(admin, SCHEMA, { block: before + 1n, timestamp: START + 1n });
    expect(await block()).toBe(before + 1n);
    await setIndexedBlock(admin, SCHEMA, { block: before + 2n, timestamp: START + 2n });
    const refusal = database.readIndex(async ({ position }) => {
      throw new Error(`at ${position.indexed.number}`);
    });
    await expect(refusal).rejects.toThrow(`at ${before + 2n}`);
  });

  test("follows the heads of the chain", async () => {
    await setHeads(admin, { head: 110, safe: 105, final: 100 });
    const heads = await database.readIndex(async (snapshot) => {
      await countListings(snapshot);
      return snapshot.position.heads;
    });
    expect(heads?.final).toBe(100n);
  });

  test("that finds nothing is a read all the same", async () => {
    await admin.query(`DELETE FROM ${SCHEMA}.listing`);
    expect(await database.readIndex(countListings)).toEqual([]);
  });

  test("may be a union, and may turn to schema app, which takes a transaction", async () => {
    const both = await database.readIndex(({ indexed }) =>
      indexed
        .selectFrom("listing")
        .select("listingId as number")
        .unionAll(indexed.selectFrom("offer").select("offerId as number"))
        .execute(),
    );
    expect(both).toHaveLength(2);
    const releases = await database.readIndex(({ app }) =>
      app.selectFrom("release").select("schemaName").execute(),
    );
    expect(releases).toEqual([{ schemaName: SCHEMA }]);
  });

  test("remembers for a position what was found at it, and no longer", async () => {
    let findings = 0;
    const find = () =>
      database.readIndex(async (snapshot) => {
        await countListings(snapshot);
        return snapshot.remember("a finding", async () => {
          findings += 1;
          return findings;
        });
      });
    expect([await find(), await find()]).toEqual([1, 1]);
    await setIndexedBlock(admin, SCHEMA, { block: 101n, timestamp: START + 2n });
    await find();
    expect(await find()).toBeGreaterThan(1);
  });

  test("survives a release whose columns are others than those its plans were made for", async () => {
    const read = () =>
      database.readIndex(({ indexed }) => indexed.selectFrom("listing").selectAll().execute());
    for (let time = 0; time < 3; time += 1) expect(await read()).toHaveLength(2);
    await createFakeRelease(adminUrl, { schema: "release_two", block: 200n, timestamp: START });
    await admin.query("ALTER TABLE release_two.listing ADD COLUMN extra text");
    await insertRows(admin, "release_two", "listing", [{ listing_id: 7 }]);
    await publishRelease(adminUrl, "release_two", { isForced: true });
    const rows = await Promise.all([read(), read(), read()]);
    expect(rows.map((found) => found.map((row) => row.listingId))).toEqual([[7n], [7n], [7n]]);
  });
});
