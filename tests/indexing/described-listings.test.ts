import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { startTestChain, type TestChain } from "../support/anvil.ts";
import { entriesOf } from "../support/markets.ts";
import { type PonderProcess, startPonder, writeDeployments } from "../support/ponder.ts";
import { type PostgresServer, startPostgres, withClient } from "../support/postgres.ts";
import { PRICE } from "../unit/contracts/arena.ts";
import type { Stage } from "./support/stage.ts";
import { openStages } from "./support/stages.ts";

const SCHEMA = "release_described";

let chain: TestChain;
let stage: Stage;
let postgres: PostgresServer;
let ponder: PonderProcess;

/** Five businesses: one is only listed, the others are changed in each of the ways there are. */
async function play() {
  await stage.stake();
  for (const title of ["Listed", "Updated", "Cancelled", "Paused", "Resumed"]) {
    await stage.list(0, PRICE, title);
  }
  await stage.act("seller", "marketplace", "updateListing", [1n, "ipfs://newer", 2n * PRICE]);
  await stage.act("seller", "marketplace", "cancelListing", [2n]);
  await stage.act("agent", "marketplace", "pauseListing", [3n]);
  await stage.act("agent", "marketplace", "pauseListing", [4n]);
  await stage.act("seller", "marketplace", "resumeListing", [4n]);
}

beforeAll(async () => {
  [chain, postgres] = await Promise.all([startTestChain(), startPostgres()]);
  const [opened] = await openStages(chain, [{}]);
  if (!opened) throw new Error("no market");
  stage = opened;
  await play();
  await migrateToLatest(postgres.url);
  ponder = await startPonder({
    databaseUrl: postgres.url,
    schema: SCHEMA,
    deploymentsFile: writeDeployments({ rpcUrl: chain.url, contracts: entriesOf([stage.market]) }),
  });
  await ponder.reached(await chain.blockNumber());
  await publishRelease(postgres.url, SCHEMA);
});
afterAll(async () => {
  await ponder?.kill9();
  await postgres?.stop();
  await chain?.stop();
});

test("what the chain says of a listing and what is told of it beside stand in one row [1.27]", async () => {
  const rows = await withClient(postgres.url, async (client) => {
    await client.query(
      `INSERT INTO app.listing_profile (chain_id, contract, listing_id, category, tags, description)
       SELECT chain_id, contract, listing_id, 'saas', ARRAY['b2b'], 'Invoices for bakeries'
       FROM indexed.listing WHERE listing_id = 1`,
    );
    await client.query("SET ROLE valyra_analyst");
    const { rows } = await client.query(
      `SELECT title, state::text AS state, asking_price_units = initial_price_units AS "isFirstPrice",
         asking_price_units AS price, metadata_uri AS link, cancelled_at_utc IS NOT NULL AS "isEnded",
         paused_at IS NOT NULL AS "wasPaused", category, tags, description
       FROM analytics.described_listing ORDER BY listing_id`,
    );
    return rows;
  });
  const listed = {
    ...{ state: "active", isFirstPrice: true, price: String(PRICE), link: "ipfs://metadata" },
    ...{ isEnded: false, wasPaused: false, category: null, tags: null, description: null },
  };
  const told = { category: "saas", tags: ["b2b"], description: "Invoices for bakeries" };
  const revised = { isFirstPrice: false, price: String(2n * PRICE), link: "ipfs://newer" };
  expect(rows).toEqual([
    { ...listed, title: "Listed" },
    { ...listed, title: "Updated", ...revised, ...told },
    { ...listed, title: "Cancelled", state: "cancelled", isEnded: true },
    { ...listed, title: "Paused", state: "paused", wasPaused: true },
    { ...listed, title: "Resumed", wasPaused: true },
  ]);
});
