import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Child } from "../../devnet/processes/child.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { writeDeployments } from "../support/ponder.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { startProcess } from "./support/process.ts";
import { setIndexedBlock } from "./support/release.ts";
import { MARKETPLACE } from "./support/rows.ts";

let server: PostgresServer;
let urls: { admin: string; api: string };
const children: Child[] = [];

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
});
afterAll(() => server.stop());
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.stop()));
});

type Line = { msg: string; address?: { port: number }; metrics?: { port: number } };

/** Starts the API with some settings. */
const start = (env: NodeJS.ProcessEnv) => startProcess(["api/main.ts"], env, children);

test("the process starts, answers, and ends after what is under way [1.2, 5.57, 5.25]", async () => {
  const deployments = writeDeployments({
    rpcUrl: "http://127.0.0.1:1",
    contracts: [{ kind: "marketplace", generation: "M3", address: MARKETPLACE, startBlock: 1 }],
  });
  const { child: api, lines } = await start({
    API_DATABASE_URL: urls.api,
    API_PORT: "0",
    VALYRA_DEPLOYMENTS: deployments,
  });
  const listening = await waitUntil(() => lines.find((line) => line.includes('"listening"')), {
    what: "the API listens",
    deadlineMs: 60_000,
    givenUp: () => api.exit() && api.lastLines(),
  });
  const { address, metrics } = JSON.parse(listening) as Line;
  const url = `http://127.0.0.1:${address?.port}`;

  expect((await fetch(`${url}/health`)).status).toBe(200);
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as { openapi: string };
  expect(document.openapi).toBe("3.1.0");
  expect((await fetch(`${url}/v1/listings`)).status).toBe(200);
  const scraped = await (await fetch(`http://127.0.0.1:${metrics?.port}/metrics`)).text();
  expect(scraped).toContain("valyra_api_requests_total");
  expect(lines.join("\n")).not.toContain(`:${new URL(urls.api).password}@`);

  // Answered in the order of arrival: once this one waits, the process may be asked to stop.
  const waiting = fetch(`${url}/v1/listings?minBlock=101`);
  await fetch(`${url}/health`);
  const stopped = api.stop();
  await waitUntil(() => lines.some((line) => line.includes('"stopping"')), {
    what: "the API stops",
    deadlineMs: 10_000,
  });
  await withClient(urls.admin, async (client) => {
    await setIndexedBlock(client, "release_a", { block: 101n, timestamp: 1_700_000_000n });
    await client.query("NOTIFY release_a_live_query");
  });
  expect((await waiting).status).toBe(200);
  expect(await stopped).toEqual({ code: 0, signal: null });
  // None of its connections is left.
  const { rows } = await withClient(urls.admin, (client) =>
    client.query(
      "SELECT usename FROM pg_stat_activity WHERE usename = 'valyra_api' AND datname = current_database()",
    ),
  );
  expect(rows).toEqual([]);
});

test("mistakes in the environment are named at once, and the process does not start", async () => {
  const { child: api, lines } = await start({ API_PORT: "http", VALYRA_DEPLOYMENTS: "" });
  expect((await api.exited).code).not.toBe(0);
  expect(lines.join("\n")).toContain("API_DATABASE_URL is missing");
  expect(lines.join("\n")).toContain("API_PORT must be a whole number");
});
