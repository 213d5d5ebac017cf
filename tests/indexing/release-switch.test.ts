import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { switchRelease } from "../../core/release/switch-release.ts";
import { startTestChain, type TestChain } from "../support/anvil.ts";
import { entriesOf } from "../support/markets.ts";
import { type PonderProcess, startPonder, writeDeployments } from "../support/ponder.ts";
import { type PostgresServer, startPostgres, withClient } from "../support/postgres.ts";
import { INDEXING_DEADLINE_MS } from "./support/indexed-chain.ts";
import { type ReaderLoop, startReader } from "./support/reader-loop.ts";
import type { Stage } from "./support/stage.ts";
import { openStages } from "./support/stages.ts";

/** insufficient_privilege */
const FORBIDDEN = "42501";

let chain: TestChain;
let stage: Stage;
let postgres: PostgresServer;
let first: PonderProcess;
let second: PonderProcess;
let reader: ReaderLoop;

beforeAll(async () => {
  chain = await startTestChain();
  const [opened] = await openStages(chain, [{}]);
  if (!opened) throw new Error("no market");
  stage = opened;
  await stage.openShop();
  postgres = await startPostgres();
  await migrateToLatest(postgres.url, {
    valyra_indexer: "indexer-only-here",
    valyra_api: "api-only-here",
    valyra_analyst: "analyst-only-here",
  });
  first = await start("release_a", 1_000);
  await publishRelease(postgres.url, "release_a");
  reader = startReader(urlOf("valyra_api", "api-only-here"));
}, INDEXING_DEADLINE_MS);
afterAll(async () => {
  await reader?.stop();
  await first?.stop();
  await second?.stop();
  await postgres?.stop();
  await chain?.stop();
});

function urlOf(role: string, password: string): string {
  const url = new URL(postgres.url);
  url.username = role;
  url.password = password;
  return url.href;
}

/** Starts an indexer as production does, with the rights of its own role; caught up on return. */
async function start(schema: string, genesisCheckInterval: number): Promise<PonderProcess> {
  const ponder = await startPonder({
    databaseUrl: urlOf("valyra_indexer", "indexer-only-here"),
    schema,
    deploymentsFile: writeDeployments({
      rpcUrl: chain.url,
      contracts: entriesOf([stage.market]),
      genesisCheckInterval,
    }),
  });
  await ponder.ready(INDEXING_DEADLINE_MS);
  await ponder.reached(await chain.blockNumber());
  return ponder;
}

/** Something happens, and a reader of the published release sees it. */
async function happens(): Promise<void> {
  await stage.act("seller", "marketplace", "recordHeartbeat");
  await reader.reached(await chain.blockNumber());
}

async function publishedSchemas(): Promise<string[]> {
  return withClient(postgres.url, async (client) => {
    const { rows } = await client.query<{ schema: string }>(`
      SELECT DISTINCT substring(definition FROM 'release_[ab]\\M') AS schema FROM pg_views
      WHERE schemaname = 'indexed'`);
    return rows.map((row) => row.schema);
  });
}

describe("a release switch under a reader", () => {
  test("starts with the first release, live", async () => {
    await happens();
    expect(await publishedSchemas()).toEqual(["release_a"]);
    expect(reader.errors).toEqual([]);
  });

  test("the next release of other logic is built beside it and moves nothing", async () => {
    second = await start("release_b", 2_000);
    await happens();
    await second.reached(await chain.blockNumber());
    expect(await publishedSchemas()).toEqual(["release_a"]);
    const ids = await withClient(postgres.url, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `SELECT value ->> 'build_id' AS id FROM release_a._ponder_meta WHERE key = 'app'
         UNION SELECT value ->> 'build_id' FROM release_b._ponder_meta WHERE key = 'app'`,
      );
      return rows.map((row) => row.id);
    });
    expect(new Set(ids).size).toBe(2);
  });

  test("publishing it after a comparison moves every view at once, past open analysts (IX-13)", async () => {
    const analyst = new pg.Client({
      connectionString: urlOf("valyra_analyst", "analyst-only-here"),
    });
    await analyst.connect();
    try {
      await analyst.query("BEGIN");
      const before = await analyst.query("SELECT count(*) FROM analytics.activity");
      let isTold = () => undefined as unknown;
      const isDelayed = new Promise((resolve) => {
        isTold = () => resolve(undefined);
      });
      const switching = switchRelease(postgres.url, "release_b", {
        acceptsDifferences: false,
        onWait: () => undefined,
        onRetry: () => isTold(),
        signal: AbortSignal.timeout(INDEXING_DEADLINE_MS),
      });
      // The analyst holds the views, and reads on while the switch waits for its end.
      await isDelayed;
      expect(await analyst.query("SELECT count(*) FROM analytics.activity")).toMatchObject({
        rows: before.rows,
      });
      await analyst.query("COMMIT");
      await switching;
      await analyst.query("SELECT count(*) FROM analytics.activity, analytics.escrow");
    } finally {
      await analyst.end();
    }
    expect(await publishedSchemas()).toEqual(["release_b"]);
    await happens();
  });

  test("a restart of the first release moves nothing back", async () => {
    await first.stop();
    await happens();
    first = await startPonder(first.options);
    await first.ready(INDEXING_DEADLINE_MS);
    await first.reached(await chain.blockNumber());
    expect(await publishedSchemas()).toEqual(["release_b"]);
    await happens();
  });

  test("the reader saw no error, both releases, and never a step back (IX-13)", async () => {
    await reader.stop();
    expect(reader.errors).toEqual([]);
    console.log(`longest stall of a reader ${Math.round(reader.longestMs)} ms`);
    expect(new Set(reader.seen.map(({ buildId }) => buildId)).size).toBe(2);
    for (const [index, { block, events }] of reader.seen.entries()) {
      const before = reader.seen[index - 1] ?? { block, events };
      expect(block).toBeGreaterThanOrEqual(before.block);
      expect(events).toBeGreaterThanOrEqual(before.events);
    }
  });
});

describe("the API's role", () => {
  const asApi = <Row extends pg.QueryResultRow>(text: string) =>
    withClient(urlOf("valyra_api", "api-only-here"), async (client) => {
      return (await client.query<Row>(text)).rows;
    });

  test("reads every published view", async () => {
    const views = await asApi<{ name: string }>(
      "SELECT viewname AS name FROM pg_views WHERE schemaname = 'indexed'",
    );
    expect(views.map(({ name }) => name)).toContain("escrow_transition");
    for (const { name } of views) await asApi(`SELECT * FROM indexed."${name}" LIMIT 1`);
    const rows = await asApi<{ title: string }>("SELECT title FROM indexed.listing");
    expect(rows).toEqual([{ title: "A business" }]);
  });

  test.each(["release_a.listing", "release_b.listing", "ponder_sync.logs"])(
    "cannot read %s",
    async (table) => {
      await expect(asApi(`SELECT * FROM ${table}`)).rejects.toMatchObject({ code: FORBIDDEN });
    },
  );

  test.each([
    "UPDATE indexed.listing SET title = 'Mine'",
    "DELETE FROM indexed.activity",
    "CREATE VIEW indexed.mine AS SELECT 1",
    "DROP VIEW indexed.listing",
  ])("cannot change what is published: %s", async (statement) => {
    await expect(asApi(statement)).rejects.toMatchObject({ code: FORBIDDEN });
  });
});
