import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IndexerClient } from "../../core/db/indexer-client.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";

let postgres: PostgresServer;
let client: IndexerClient;

beforeAll(async () => {
  postgres = sharedPostgres();
  client = new IndexerClient({ connectionString: postgres.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await postgres.stop();
});

describe("a key that Ponder guessed from hostile text", () => {
  const text = "SELECT 1 AS one WHERE 'ab' = $1";

  test("is looked up, with NUL or without (IX-16)", async () => {
    expect((await client.query(text, ["a\0c"])).rows).toEqual([]);
    expect((await client.query(text, ["ab"])).rows).toEqual([{ one: 1 }]);
    expect((await client.query({ text, values: ["\0\0"] })).rows).toEqual([]);
  });

  test("does not spoil the transaction that it is looked up in (IX-16)", async () => {
    await client.query("BEGIN");
    await client.query({ text, values: ["\0"], rowMode: "array" });
    expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    await client.query("COMMIT");
  });

  test("leaves values of other types alone", async () => {
    const { rows } = await client.query("SELECT $1::int AS a, $2::text AS b, $3::bytea AS c", [
      5,
      null,
      Buffer.from([0, 1]),
    ]);
    expect(rows).toEqual([{ a: 5, b: null, c: Buffer.from([0, 1]) }]);
  });
});

describe("when rows are taken back while others read", () => {
  const TABLES = ["first", "second"];
  const SCHEMA = "taken";
  const drops = TABLES.map((name) => `DROP TRIGGER IF EXISTS "reorg" ON "${SCHEMA}"."${name}"`);

  beforeAll(async () => {
    await client.query(`CREATE SCHEMA ${SCHEMA}`);
    await client.query(
      `CREATE FUNCTION ${SCHEMA}.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
    );
    for (const name of TABLES) {
      await client.query(`CREATE TABLE ${SCHEMA}.${name} AS SELECT 1 AS one`);
      await client.query(
        `CREATE TRIGGER reorg AFTER INSERT ON ${SCHEMA}.${name}
         FOR EACH ROW EXECUTE FUNCTION ${SCHEMA}.note()`,
      );
    }
  });

  /** Drops the triggers in one transaction that is taken back, as a writer and a reader meet. */
  async function meet(writer: pg.Client, readFirst: string) {
    const reader = new pg.Client({ connectionString: postgres.url });
    await Promise.all([writer.connect(), reader.connect()]);
    try {
      await reader.query("BEGIN");
      await reader.query(`SELECT one FROM ${SCHEMA}.${readFirst}`);
      await writer.query("BEGIN");
      const dropped = Promise.allSettled(drops.map((drop) => writer.query(drop)));
      await pause(30);
      const readings = await Promise.allSettled(
        TABLES.map((name) => reader.query(`SELECT one FROM ${SCHEMA}.${name}`)),
      );
      await reader.query("ROLLBACK");
      const outcomes = [...(await dropped), ...readings].map(({ status }) => status);
      await writer.query("ROLLBACK");
      return outcomes;
    } finally {
      await Promise.all([writer.end(), reader.end()]);
    }
  }

  test.each(TABLES)("nobody is broken off where a reader began with the %s", async (name) => {
    const outcomes = await meet(new IndexerClient({ connectionString: postgres.url }), name);
    expect(outcomes).toEqual(Array(4).fill("fulfilled"));
  });

  test("with another client Postgres breaks one of the two off", async () => {
    const outcomes = await meet(new pg.Client({ connectionString: postgres.url }), "second");
    expect(outcomes).toContain("rejected");
  });

  test("the tables are locked once in a transaction, and again in the next", async () => {
    const sent: string[] = [];
    const writer = new IndexerClient({ connectionString: postgres.url });
    await writer.connect();
    for (let round = 0; round < 2; round += 1) {
      await writer.query("BEGIN");
      for (const drop of drops) await writer.query(drop);
      const { rows } = await writer.query(
        `SELECT relation::regclass::text AS name FROM pg_locks
         WHERE pid = pg_backend_pid() AND mode = 'AccessExclusiveLock' AND relation IS NOT NULL
         ORDER BY 1`,
      );
      sent.push(...rows.map((row: { name: string }) => row.name));
      await writer.query("ROLLBACK");
    }
    await writer.end();
    const both = TABLES.map((name) => `${SCHEMA}.${name}`);
    expect(sent).toEqual([...both, ...both]);
  });
});
