import type pg from "pg";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { publishRelease } from "../../core/release/publish.ts";
import type { BenchChain } from "../chain.ts";
import { OURS, startContender } from "../contender.ts";
import { type BenchPostgres, withClient } from "../postgres.ts";

const INDEX_DEADLINE_MS = 300_000;
const SCHEMA = "release_read";
const PASSWORD = "bench-only";

/** A published index of many rows, and how to connect to it in each role. */
export type Dataset = {
  schema: string;
  adminUrl: string;
  indexerUrl: string;
  apiUrl: string;
};

export type DatasetSize = { listings: number; activities: number };

/**
 * Lets the real indexer create and fill a release from a small market, then multiplies its rows by
 * SQL: copies of a real listing and of a real event, with keys, prices, times and owners of their own.
 */
export async function buildDataset(
  postgres: BenchPostgres,
  market: BenchChain,
  { listings, activities }: DatasetSize,
): Promise<Dataset> {
  const adminUrl = await postgres.createDatabase("read_api");
  const roles = ["valyra_indexer", "valyra_api"] as const;
  await migrateToLatest(adminUrl, Object.fromEntries(roles.map((role) => [role, PASSWORD])));
  const urlOf = (role: (typeof roles)[number]) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = PASSWORD;
    return url.href;
  };
  const indexer = await startContender({
    contender: OURS,
    databaseUrl: urlOf("valyra_indexer"),
    schema: SCHEMA,
    deploymentsPath: market.deploymentsPath,
  });
  try {
    await indexer.waitForRow(market.last, INDEX_DEADLINE_MS);
    await indexer.waitForLine(/Started live indexing/, INDEX_DEADLINE_MS);
  } finally {
    await indexer.stop();
  }
  await withClient(adminUrl, async (client) => {
    // Ponder's triggers write down what a reorganisation would undo; these rows are no such thing.
    await client.query("SET session_replication_role = replica");
    await client.query(`SET search_path = ${SCHEMA}`);
    await multiplyListings(client, listings);
    await multiplyActivities(client, activities);
    await client.query(`
      INSERT INTO app.chain_head (chain_id, head, safe, final, head_hash, safe_hash, final_hash)
      SELECT 31337, n, n, n, '0x00', '0x00', '0x00'
      FROM (SELECT max(block_number) AS n FROM ${SCHEMA}.activity) AS top`);
    await client.query("VACUUM ANALYZE");
  });
  await publishRelease(adminUrl, SCHEMA, { isForced: true });
  return {
    schema: SCHEMA,
    adminUrl,
    indexerUrl: urlOf("valyra_indexer"),
    apiUrl: urlOf("valyra_api"),
  };
}

async function multiplyListings(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `INSERT INTO listing
     SELECT (jsonb_populate_record(one.template, jsonb_build_object(
       'listing_id', 1000000 + n,
       'title', 'Business ' || n || ' ' || (ARRAY['bakery','café','newsletter','shop'])[1 + n % 4],
       'seller', '0x' || lpad(to_hex(n % 5000), 40, '0'),
       'asking_price_units', ((n::bigint * 7919) % 1000003) * 1000000,
       'state', (ARRAY['active','active','active','paused','cancelled'])[1 + n % 5],
       'created_at', (one.template).created_at + n,
       'updated_at', (one.template).created_at + (n * 31) % 100000
     ))).*
     FROM (SELECT listing AS template FROM listing ORDER BY listing_id LIMIT 1) AS one,
       generate_series(1, $1::int) AS n`,
    [count],
  );
}

async function multiplyActivities(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `INSERT INTO activity
     SELECT (jsonb_populate_record(one.template, jsonb_build_object(
       'block_number', 1000000 + n / 4, 'log_index', n % 4,
       'block_hash', '0x' || lpad(to_hex(n / 4), 64, '0'),
       'tx_hash', '0x' || lpad(to_hex(n), 64, '0'),
       'listing_id', 1000001 + (n % 100000),
       'actor', '0x' || lpad(to_hex(n % 5000), 40, '0'),
       'occurred_at', (one.template).occurred_at + n
     ))).*
     FROM (SELECT activity AS template FROM activity WHERE event = 'ListingCreated' LIMIT 1) AS one,
       generate_series(1, $1::int) AS n`,
    [count],
  );
}
