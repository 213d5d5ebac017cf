import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { asAdmin, createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import { insertRows, START } from "./support/rows.ts";

const MARK_COLUMN = /, \(SELECT concat_ws[\s\S]*? as "positionmark"/;

const NEVER_MS = 3_600_000;

let server: PostgresServer;
let adminUrl: string;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  adminUrl = urls.admin;
  await addListing(0);
  // Nothing but an announcement can end an answer's life here.
  api = startApi(urls.api, { answerTrustMs: NEVER_MS });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

const addListing = (id: number) =>
  withClient(adminUrl, (client) =>
    insertRows(client, "release_a", "listing", [{ listing_id: id }]),
  );

const moveTo = (block: bigint) =>
  withClient(adminUrl, (client) =>
    setIndexedBlock(client, "release_a", { block, timestamp: START + block }),
  );

async function ask(path: string) {
  const response = await api.get(path);
  expect(response.status).toBe(200);
  const body = (await response.json()) as {
    data: { id: string }[];
    meta: { requestId: string; indexedBlock: { number: number } };
  };
  return { response, body };
}

test("the same question gets the same answer until the next block is announced, with its own request id", async () => {
  await waitUntil(() => hasHit(), { what: "an answer is shared", deadlineMs: 20_000 });
  const before = await ask("/v1/listings");
  await addListing(1);
  const again = await ask("/v1/listings");
  expect(again.body.data).toEqual(before.body.data);
  expect(again.response.headers.get("etag")).toBe(before.response.headers.get("etag"));
  expect(again.body.meta.requestId).not.toBe(before.body.meta.requestId);
  expect(again.body.meta.requestId).toBe(again.response.headers.get("x-request-id"));

  const { number } = before.body.meta.indexedBlock;
  await moveTo(BigInt(number + 1));
  await asAdmin(adminUrl, "NOTIFY release_a_live_query");
  await waitUntil(async () => (await ask("/v1/listings")).body.data.length === 2, {
    what: "the new listing shows",
    deadlineMs: 5_000,
  });
  expect((await ask("/v1/listings")).body.meta.indexedBlock.number).toBe(number + 1);
});

/** The connection that listens is made in the background, and what was kept before it is dropped. */
async function hasHit(): Promise<boolean> {
  const { rowCount } = await withClient(adminUrl, (client) =>
    client.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database()
         AND application_name = 'test_api_listen' AND query LIKE 'LISTEN%release_a%'`,
    ),
  );
  if (rowCount === 0) return false;
  await ask("/v1/listings");
  await ask("/v1/listings");
  const text = await api.metrics.render();
  return /valyra_api_shared_answers_total\{result="hit"\} [1-9]/.test(text);
}

test("who knows the answer by its tag gets 304 for a shared one too", async () => {
  const { response } = await ask("/v1/listings?limit=1");
  const etag = response.headers.get("etag") ?? "";
  const repeated = await api.get("/v1/listings?limit=1", { "if-none-match": etag });
  expect(repeated.status).toBe(304);
  expect(await repeated.text()).toBe("");
});

test("who names a block or a transaction is not given what was made before it", async () => {
  const { body } = await ask("/v1/listings?minBlock=1");
  const { number } = body.meta.indexedBlock;
  const [later] = await Promise.all([
    ask(`/v1/listings?minBlock=${number + 1}`),
    moveTo(BigInt(number + 1)).then(() => asAdmin(adminUrl, "NOTIFY release_a_live_query")),
  ]);
  expect(later.body.meta.indexedBlock.number).toBe(number + 1);
});

test("a question that fails is asked of the database again", async () => {
  expect((await api.get("/v1/listings/77")).status).toBe(404);
  await addListing(77);
  expect((await api.get("/v1/listings/77")).status).toBe(200);
});

test("what statistics and solvency are made from is read once in a block, whoever asks", async () => {
  for (const path of ["/v1/stats", "/v1/stats/series?metric=active_listings", "/v1/solvency"]) {
    const spy = vi.spyOn(pg.Client.prototype, "query");
    try {
      await Promise.all(Array.from({ length: 5 }, () => ask(path)));
      await ask(path);
      const texts = spy.mock.calls.flatMap(([sent]) => {
        const { text } = sent as unknown as { text?: string };
        // A statement that was run again in a transaction differs by this column alone.
        return text?.startsWith("select") ? [text.replace(MARK_COLUMN, "")] : [];
      });
      expect(texts.length, path).toBeGreaterThan(0);
      expect(texts.length, path).toBe(new Set(texts).size);
    } finally {
      spy.mockRestore();
    }
  }
});
