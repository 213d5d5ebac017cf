import type pg from "pg";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { publishRelease } from "../../core/release/publish.ts";
import type { BenchChain } from "../chain.ts";
import { OURS, startContender } from "../contender.ts";
import { type BenchPostgres, withClient } from "../postgres.ts";
import { addHeartbeats, copyListings, copyMarket, moveToNewest } from "./copy-market.ts";

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
 * SQL: copies of all that happened on it, with keys, prices, times and owners of their own.
 */
export async function buildDataset(
  postgres: BenchPostgres,
  market: BenchChain,
  size: DatasetSize,
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
    await multiply(client, size);
    await describeListings(client);
    await moveToNewest(client);
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

/** Of all events, those of whole markets, percent; the others create listings or are signs of life. */
const MARKET_SHARE = 20;

/** Copies of the market, then of its listings alone, then events of sellers that nothing else is about. */
async function multiply(client: pg.Client, { listings, activities }: DatasetSize): Promise<void> {
  const { rows } = await client.query<{ offered: number; happened: number }>(
    `SELECT (SELECT count(*) FROM listing)::integer AS offered,
       (SELECT count(*) FROM activity)::integer AS happened`,
  );
  const { offered = 1, happened = 1 } = rows[0] ?? {};
  const most = Math.ceil(listings / offered) - 1;
  const whole = Math.min(most, Math.floor((activities * MARKET_SHARE) / 100 / happened));
  await copyMarket(client, whole);
  await copyListings(client, whole + 1, most);
  await addHeartbeats(client, activities);
}

/** Tells of every listing what sellers tell: a category, a few words and a text. */
async function describeListings(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO app.listing_profile (chain_id, contract, listing_id, category, tags, description)
    SELECT chain_id, contract, listing_id, 'kind-' || listing_id % 12, ARRAY['small', 'business'],
      repeat('A small business with readers of its own. ', 6)
    FROM listing`);
}
