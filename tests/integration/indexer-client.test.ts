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
