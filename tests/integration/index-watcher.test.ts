import { afterAll, beforeAll, expect, test } from "vitest";
import { type IndexWatcher, watchIndex } from "../../core/db/index-watcher.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { asAdmin, createPublishedDatabase } from "./support/market.ts";
import { createFakeRelease } from "./support/release.ts";

/** Far beyond the end of the test: only a notification can wake anybody. */
const NEVER_MS = 3_600_000;

let server: PostgresServer;
let urls: { admin: string; api: string };
let watcher: IndexWatcher;
const errors: unknown[] = [];

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  watcher = watchIndex(urls.api, {
    processName: "test_watch",
    onError: (error) => errors.push(error),
    pollMs: NEVER_MS,
  });
});
afterAll(async () => {
  await watcher.close();
  await server.stop();
});

/** Repeats an action until it has woken a waiter. */
async function wakesBy(action: () => Promise<unknown>): Promise<boolean> {
  let isAwake = false;
  const woken = watcher.nextChange(new AbortController().signal).then(() => {
    isAwake = true;
  });
  await waitUntil(
    async () => {
      await action();
      return isAwake;
    },
    { what: "a waiter wakes up", deadlineMs: 20_000 },
  );
  await woken;
  return isAwake;
}

test("a block of the published release wakes waiters, after a publication one of the next", async () => {
  expect(await wakesBy(() => asAdmin(urls.admin, "NOTIFY release_a_live_query"))).toBe(true);
  await createFakeRelease(urls.admin, { schema: "release_b" });
  await publishRelease(urls.admin, "release_b");
  expect(await wakesBy(() => asAdmin(urls.admin, "NOTIFY release_b_live_query"))).toBe(true);
});

test("a lost connection is reported and made anew", async () => {
  await withClient(urls.admin, (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'test_watch_listen' AND datname = current_database()`,
    ),
  );
  await waitUntil(() => errors.length > 0, { what: "the loss is reported", deadlineMs: 20_000 });
  expect(await wakesBy(() => asAdmin(urls.admin, "NOTIFY release_b_live_query"))).toBe(true);
});

test("whoever gives up is not kept waiting", async () => {
  await expect(watcher.nextChange(AbortSignal.abort())).resolves.toBeUndefined();
});
