import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import { ESCROW_CONTRACT, insertRows, START } from "./support/rows.ts";

/** Enough closed escrows that nobody would read all of them for the few that are open. */
const CLOSED = 40_000;
const OPEN = 200;

let server: PostgresServer;
let admin: string;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  admin = urls.admin;
  await withClient(admin, async (client) => {
    await insertRows(client, "release_a", "escrow", [{ escrow_id: 0, state: "completed" }]);
    await multiply(client, CLOSED, "completed");
    await multiply(client, OPEN, "funded", CLOSED);
    await client.query("ANALYZE release_a.escrow");
    await setIndexedBlock(client, "release_a", { block: 100n, timestamp: START });
  });
  api = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

/** Copies of the first escrow with ids and deadlines of their own. */
function multiply(client: pg.Client, count: number, state: string, first = 0) {
  return client.query(`
    INSERT INTO release_a.escrow
    SELECT (jsonb_populate_record(escrow, jsonb_build_object(
      'escrow_id', ${first} + number, 'state', '${state}',
      'handover_deadline', escrow.handover_deadline + number))).*
    FROM release_a.escrow, generate_series(1, ${count}) AS number WHERE escrow_id = 0`);
}

/** How often indexes over the column, or the whole table, were read. */
async function scans(client: pg.Client) {
  const { rows } = await client.query<{ kind: string; count: string }>(`
    SELECT 'index' AS kind, sum(idx_scan) AS count FROM pg_stat_user_indexes
    JOIN pg_indexes ON indexname = indexrelname AND pg_indexes.schemaname = 'release_a'
    WHERE relname = 'escrow' AND indexdef LIKE '%(state, handover_deadline, %'
    UNION ALL
    SELECT 'table', seq_scan FROM pg_stat_user_tables
    WHERE relname = 'escrow' AND schemaname = 'release_a'`);
  return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
}

test("what is overdue is read along an index, not out of every escrow", async () => {
  await withClient(admin, async (client) => {
    await client.query("SELECT pg_stat_force_next_flush()");
    const before = await scans(client);
    const response = await api.get("/v1/deadlines?kind=handover&limit=50");
    const { data } = (await response.json()) as { data: { subject: string }[] };
    expect(data.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 50 }, (_, at) => `31337-${ESCROW_CONTRACT}-${CLOSED + at + 1}`),
    );
    // A session reports its statistics with a later statement, once a second at most.
    let limit = 50;
    const after = await waitUntil(
      async () => {
        limit -= 1;
        await api.get(`/v1/deadlines?kind=handover&limit=${limit}`);
        const now = await scans(client);
        return (now.get("index") ?? 0) > (before.get("index") ?? 0) ? now : undefined;
      },
      { what: "statistics of the index", deadlineMs: 12_000, everyMs: 300 },
    );
    expect(after.get("table")).toBe(before.get("table"));
  });
});
