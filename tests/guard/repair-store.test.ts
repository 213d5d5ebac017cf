import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { findOpenRepair, openRepair, type RepairRequest } from "../../guard/repair/repair-store.ts";
import { forgetFetched } from "../../guard/repair/sync-cache.ts";
import { createDatabase, type PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";

let postgres: PostgresServer;

beforeAll(() => {
  postgres = sharedPostgres();
});
afterAll(() => postgres?.stop());

describe("repairs in their table", () => {
  let client: pg.Client;
  beforeAll(async () => {
    const url = await createDatabase(postgres.url);
    await migrateToLatest(url);
    client = new pg.Client({ connectionString: url });
    await client.connect();
  });
  afterAll(() => client?.end());

  const request: RepairRequest = {
    chainId: 1,
    kind: "deep_reorganisation",
    reason: "first",
    fromBlock: 50n,
    toBlock: 60n,
  };

  test("what is seen again while one is open belongs to it and can only widen it", async () => {
    const first = await openRepair(client, request);
    const again = await openRepair(client, { ...request, fromBlock: 55n, toBlock: 70n });
    const wider = await openRepair(client, { ...request, fromBlock: 40n, reason: "third" });
    expect([again.id, wider.id]).toEqual([first.id, first.id]);
    expect(wider).toMatchObject({ fromBlock: 40n, toBlock: 70n, reason: "first" });
    const other = await openRepair(client, { ...request, kind: "wrong_rows" });
    expect(other.id).not.toBe(first.id);
    expect((await findOpenRepair(client, 1))?.id).toBe(first.id);
    expect(await findOpenRepair(client, 2)).toBeUndefined();
  });
});

test("the cache forgets whole intervals, in the form that Ponder reads", async () => {
  const client = new pg.Client({ connectionString: await createDatabase(postgres.url) });
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA ponder_sync;
      CREATE TABLE ponder_sync.intervals
        (fragment_id text PRIMARY KEY, chain_id bigint NOT NULL, blocks nummultirange NOT NULL);
      CREATE TABLE ponder_sync.rpc_request_results (chain_id bigint, block_number bigint);
      INSERT INTO ponder_sync.rpc_request_results VALUES (1, 99), (1, 100), (1, NULL), (2, 100);
      INSERT INTO ponder_sync.intervals VALUES
        ('below', 1, '{[1,51]}'), ('across', 1, '{[1,51],[60,201]}'), ('above', 1, '{[100,201]}'),
        ('at its end', 1, '{[1,100]}'), ('another chain', 2, '{[1,201]}')`);
    for (const table of ["blocks", "transactions", "transaction_receipts", "logs", "traces"]) {
      const column = table === "blocks" ? "number" : "block_number";
      await client.query(`CREATE TABLE ponder_sync.${table} (chain_id bigint, ${column} bigint);
        INSERT INTO ponder_sync.${table} VALUES (1, 99), (1, 100), (1, 101), (2, 100)`);
    }
    await client.query(
      "CREATE TABLE ponder_sync.factory_addresses (chain_id bigint, block_number bigint)",
    );
    expect(await forgetFetched(client, 1, 100n)).toBe(5 * 2 + 2);
    const { rows } = await client.query<{ id: string; blocks: string }>(
      "SELECT fragment_id AS id, blocks::text FROM ponder_sync.intervals ORDER BY 1",
    );
    expect(rows).toEqual([
      { id: "across", blocks: "{[1,51],[60,100]}" },
      { id: "another chain", blocks: "{[1,201]}" },
      { id: "at its end", blocks: "{[1,100]}" },
      { id: "below", blocks: "{[1,51]}" },
    ]);
    expect(await forgetFetched(client, 1, 100n)).toBe(0);
  } finally {
    await client.end();
  }
});
