import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ADVISORY_LOCK_CLASSES } from "../../core/db/advisory-locks.ts";
import { writerName } from "../../core/db/fence.ts";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { dropPrepared } from "../../guard/repair/drop-prepared.ts";
import { type CacheUse, takeCache } from "../../guard/supervisor/cache-lock.ts";
import { createFakeRelease } from "../integration/support/release.ts";
import { createDatabase, type PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";

const CHAIN_ID = 31_337;

let postgres: PostgresServer;
let url: string;
const clients: pg.Client[] = [];

beforeAll(() => {
  postgres = sharedPostgres();
});
afterAll(() => postgres?.stop());
beforeEach(async () => {
  url = await createDatabase(postgres.url);
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end().catch(() => undefined)));
});

/** A connection, and whether somebody has ended it. */
async function connect(name = "test"): Promise<{ client: pg.Client; isEnded: () => boolean }> {
  const client = new pg.Client({ connectionString: url, application_name: name });
  let isEnded = false;
  client.on("error", () => {
    isEnded = true;
  });
  await client.connect();
  clients.push(client);
  return { client, isEnded: () => isEnded };
}

const take = (client: pg.Client, cache: CacheUse, chainId = CHAIN_ID) =>
  takeCache(client, { cache, chainId, signal: AbortSignal.timeout(20_000) });

/** A supervisor with its lock on a release and on the cache, and a connection of its writer. */
async function supervise(schema: string, chainId = CHAIN_ID) {
  const session = await connect("valyra_supervisor");
  await session.client.query("SELECT pg_advisory_lock($1, hashtext($2))", [
    ADVISORY_LOCK_CLASSES.writer,
    schema,
  ]);
  await take(session.client, "shared", chainId);
  return { session, writer: await connect(writerName(schema)) };
}

test("who has the cache forgotten is alone: other supervisors of the chain and their writers are ended (IX-12)", async () => {
  const [first, second] = [await supervise("release_a"), await supervise("release_b")];
  const foreign = await supervise("release_c", 1);
  const bystander = await connect(writerName("release_d"));
  const { client: repair } = await connect();
  await take(repair, "alone");
  for (const { session, writer } of [first, second]) {
    await waitUntil(() => session.isEnded() && writer.isEnded(), {
      what: "supervisor and writer have lost their connections",
      deadlineMs: 10_000,
    });
  }
  await foreign.session.client.query("SELECT 1");
  await foreign.writer.client.query("SELECT 1");
  await bystander.client.query("SELECT 1");

  // Who comes back waits until the lock is free.
  let isBack = false;
  const { client: back } = await connect();
  const coming = take(back, "shared").then(() => {
    isBack = true;
  });
  await repair.query("SELECT pg_sleep(0.5)");
  expect(isBack).toBe(false);
  await repair.end();
  await coming;
});

test("an indexer without a supervisor is not to be kept out, so nothing is forgotten beside it (IX-12)", async () => {
  await connect("ponder_sync");
  const { client } = await connect();
  await expect(take(client, "alone")).rejects.toThrow("an indexer without a supervisor");
});

test("a repair drops what was prepared beyond its first doubtful block, and nothing that was published", async () => {
  await migrateToLatest(url);
  const releases = {
    release_published: 100n,
    release_far: 60n,
    release_near: 49n,
    release_own: 90n,
  };
  for (const [schema, block] of Object.entries(releases)) {
    await createFakeRelease(url, { schema, block });
  }
  await publishRelease(url, "release_published");
  const { client } = await connect();
  const scope = { chainId: CHAIN_ID, fromBlock: 50n, but: "release_own" };
  expect(await dropPrepared(client, scope)).toEqual(["release_far"]);
  const { rows } = await client.query<{ schema: string }>(
    "SELECT nspname AS schema FROM pg_namespace WHERE nspname ~ '^release_' ORDER BY 1",
  );
  expect(rows.map(({ schema }) => schema)).toEqual([
    ...["release_near", "release_own", "release_published"],
  ]);
});
