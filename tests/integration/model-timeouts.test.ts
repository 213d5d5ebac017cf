import { afterAll, beforeAll, expect, test } from "vitest";
import { loadConfig } from "../../core/config/load.ts";
import { type Database, openDatabase } from "../../core/db/database.ts";
import {
  type OutgoingClient,
  openOutgoingClient,
  targetsWith,
} from "../../core/outgoing/outgoing-client.ts";
import { createValuationDeps } from "../../workers/processors/valuation/valuation-deps.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createValuationStage, document, startProvider } from "./support/valuation-stage.ts";

const server = sharedPostgres();
let market: Awaited<ReturnType<typeof createValuationStage>>;
let provider: Awaited<ReturnType<typeof startProvider>>;
let database: Database;
let outgoing: OutgoingClient;
/** Milliseconds that each call was held open, in the order in which they came. */
const heldMs: number[] = [];

beforeAll(async () => {
  market = await createValuationStage(server.url);
  provider = await startProvider((response, call) => {
    const begunAt = performance.now();
    response.on("close", () => {
      heldMs[call - 1] = performance.now() - begunAt;
    });
  });
  const options = { max: 4, processName: "test_timeouts", onIdleError: () => undefined };
  database = openDatabase(market.urls.worker, options);
  outgoing = openOutgoingClient(targetsWith([new URL(provider.url).host]));
});
afterAll(async () => {
  await outgoing.close();
  await provider.close();
  await database.close();
  await market.close();
  await server.stop();
});

test("with the settings as they are, a model that says nothing is left after 15 s and asked again for the memo, left after 10 s, and the whole ends in 30 [5.132, 5.150, 5.151]", async () => {
  const config = loadConfig("workers", {
    WORKERS_DATABASE_URL: market.urls.worker,
    VALUATION_MODEL_KEY: "not-a-key",
    VALUATION_MODEL_URL: provider.url,
  });
  const cache = { get: async () => undefined, set: async () => undefined };
  const { pool } = market.stage;
  const valuations = createValuationDeps(config, { pool, database, outgoing, cache });
  await market.stage.work({ deps: { database, valuations } });
  await market.publish(7, document());
  const { row } = await market.valued(7);
  expect(row).toMatchObject({ method: "statistical", memo: { source: "template" } });
  const [forFigures = 0, forMemo = 0] = heldMs;
  expect(heldMs).toHaveLength(2);
  expect(Math.abs(forFigures - 15_000), `${forFigures} ms`).toBeLessThan(1_500);
  expect(Math.abs(forMemo - 10_000), `${forMemo} ms`).toBeLessThan(1_500);
  expect(row.finished_at.getTime() - row.created_at.getTime()).toBeLessThan(30_000);
}, 120_000);
