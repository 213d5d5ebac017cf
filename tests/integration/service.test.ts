import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveMetrics } from "../../api/metrics-server.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { CHAIN_ID, ESCROW_CONTRACT, MARKETPLACE, SELLER, setHeads, TOKEN } from "./support/rows.ts";
import { fillSmallMarket, NOW } from "./support/small-market.ts";

/** What a Prometheus server would read, from the port of its own. */
async function scrape({ metrics }: TestApi): Promise<string> {
  const port = await serveMetrics(metrics, { host: "127.0.0.1", port: 0 });
  try {
    const { port: number } = port.address() as AddressInfo;
    expect((await fetch(`http://127.0.0.1:${number}/other`)).status).toBe(404);
    return await (await fetch(`http://127.0.0.1:${number}/metrics`)).text();
  } finally {
    port.close();
    port.closeAllConnections();
  }
}

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
  api = startApi(urls.api, { now: () => new Date(Number(NOW) * 1_000) });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function getJson(path: string, headers?: Record<string, string>): Promise<any> {
  return (await api.get(path, headers)).json();
}

describe("service", () => {
  test("the process is up and its document is served [1.2]", async () => {
    expect((await api.get("/health")).status).toBe(200);
    const document = await getJson("/openapi.json");
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toContain("/v1/listings");
  });

  test("the address book has chain, generation and start block of each contract [1.61]", async () => {
    const { data } = await getJson("/v1/meta/contracts");
    expect(data).toMatchObject({ chainId: CHAIN_ID, network: "local" });
    expect(data.contracts).toEqual([
      {
        kind: "marketplace",
        generation: "M3",
        address: getAddress(MARKETPLACE),
        startBlock: 1,
        token: getAddress(TOKEN),
        marketplace: null,
        current: {
          generation: "M3",
          implementation: null,
          owner: getAddress(SELLER),
          isPaused: true,
          isEmergency: false,
          updatedBlockNumber: 40,
          finality: "final",
        },
      },
      {
        kind: "escrow",
        generation: "E3",
        address: getAddress(ESCROW_CONTRACT),
        startBlock: 2,
        token: null,
        marketplace: getAddress(MARKETPLACE),
        current: null,
      },
      {
        kind: "token",
        generation: "standard",
        address: getAddress(TOKEN),
        startBlock: 1,
        token: null,
        marketplace: null,
        current: null,
      },
    ]);
  });

  test("the status prints both depths", async () => {
    const { data } = await getJson("/v1/status");
    expect(data).toMatchObject({
      network: "local",
      safeDepth: 10,
      finalDepth: 20,
      isLive: true,
      undecidedLogCount: 0,
      release: { schema: "release_a", publishedAt: expect.stringMatching(/Z$/) },
    });
  });

  test("the page and its script come from here, and call nobody else", async () => {
    const page = await api.get("/docs");
    const html = await page.text();
    expect(html).toContain("/docs/standalone.js");
    expect(html.match(/(src|href)="https?:/g)).toBeNull();
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    const script = await api.get("/docs/standalone.js");
    expect(script.headers.get("content-type")).toContain("text/javascript");
    expect((await script.text()).length).toBeGreaterThan(100_000);
  });

  test("metrics count requests by route pattern", async () => {
    await api.get("/v1/listings/0");
    expect((await api.get("/metrics")).status).toBe(404);
    const text = await scrape(api);
    expect(text).toMatch(
      /valyra_api_requests_total\{method="GET",route="\/v1\/listings\/:id",status="200"\} \d+/,
    );
    expect(text).toContain('valyra_api_pool_connections{state="waiting"} 0');
  });

  test("a request is one line in the log, with its id and no secret of its sender [2.74]", async () => {
    const authorization = "Bearer my-token";
    await api.get("/v1/listings/0", { "x-request-id": "my-request", authorization });
    const lines = api.lines.filter((line) => line.requestId === "my-request");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      method: "GET",
      route: "/v1/listings/:id",
      status: 200,
      ms: expect.any(Number),
      indexedBlock: "100",
    });
    expect(JSON.stringify(api.lines)).not.toContain("my-token");
  });
});

describe("readiness", () => {
  const ready = async (seconds = 0n) => {
    const probe = startApi(urls.api, { now: () => new Date(Number(NOW + seconds) * 1_000) });
    try {
      const response = await probe.get("/ready");
      const body = (await response.json()) as { checks: { name: string; isOk: boolean }[] };
      return {
        status: response.status,
        failing: body.checks.filter((it) => !it.isOk).map((it) => it.name),
      };
    } finally {
      await probe.close();
    }
  };
  const heads = (at: Date, head = 100) =>
    withClient(urls.admin, (client) => setHeads(client, { head, safe: 90, final: 80, at }));
  const chainNow = new Date(Number(NOW) * 1_000);
  /** Block 101 is there and not indexed; the newest is 102, seen 61 s after the chain's time. */
  const missing = async (since: { seenSecondsAgo: number; secondsToHead: number }) => {
    const { seenSecondsAgo, secondsToHead } = since;
    const now = new Date(Number(NOW + 61n) * 1_000);
    await heads(now, 102);
    await withClient(urls.admin, (client) =>
      client.query(
        `INSERT INTO app.chain_block (chain_id, number, hash, parent_hash, block_time, seen_at)
         VALUES ($1, 101, '0x1', '0x0', $2, $3), ($1, 102, '0x2', '0x1', $2 + $4, $5)
         ON CONFLICT (chain_id, number) DO UPDATE
         SET block_time = excluded.block_time, seen_at = excluded.seen_at`,
        [CHAIN_ID, NOW, new Date(now.getTime() - seenSecondsAgo * 1_000), secondsToHead, now],
      ),
    );
  };

  test("is yes when everything holds, and no with the reason when one thing does not [5.56]", async () => {
    await heads(chainNow);
    expect(await ready()).toEqual({ status: 200, failing: [] });
    expect(await ready(61n)).toEqual({ status: 503, failing: ["chain_head"] });
    await heads(new Date(Number(NOW + 61n) * 1_000), 101);
    expect(await ready(61n)).toEqual({ status: 503, failing: ["index_lag"] });
    // What counts is since when a block is missing, not what the clock of the chain says: a chain
    // that goes on after a pause, or whose time is another, makes nothing late.
    await missing({ seenSecondsAgo: 1, secondsToHead: 0 });
    expect(await ready(61n)).toEqual({ status: 200, failing: [] });
    await missing({ seenSecondsAgo: 62, secondsToHead: 0 });
    expect(await ready(61n)).toEqual({ status: 503, failing: ["index_lag"] });
    await missing({ seenSecondsAgo: 1, secondsToHead: 61 });
    expect(await ready(61n)).toEqual({ status: 503, failing: ["index_lag"] });
    await heads(chainNow);
    await withClient(urls.admin, (client) =>
      client.query(`INSERT INTO app.unknown_log (chain_id, contract, block_number, block_hash, log_index, tx_hash, topics, data, reason)
        VALUES (${CHAIN_ID}, '${MARKETPLACE}', 5, '0x', 0, '0x', '{}', '0x', 'unknown topic')`),
    );
    expect(await ready()).toEqual({ status: 503, failing: ["unknown_logs"] });
    await withClient(urls.admin, (client) =>
      client.query("UPDATE app.unknown_log SET decided_at = now(), decision = 'harmless'"),
    );
    expect(await ready()).toEqual({ status: 200, failing: [] });
    await withClient(urls.admin, (client) =>
      client.query(`UPDATE release_a._ponder_meta SET value = jsonb_set(value, '{is_ready}', '0')`),
    );
    expect(await ready()).toEqual({ status: 503, failing: ["indexer"] });
    await withClient(urls.admin, (client) =>
      client.query(`UPDATE release_a._ponder_meta SET value = jsonb_set(value, '{is_ready}', '1')`),
    );
  });

  const doubt = (name: string, raise: string, clear: string, detail: string) =>
    ({ name, raise, clear, detail }) as const;
  const doubts = [
    doubt(
      "chain_moves",
      `UPDATE app.chain_head SET moved_at = to_timestamp(${NOW - 1_980n})`,
      "UPDATE app.chain_head SET moved_at = now()",
      "last new block 1980 s ago",
    ),
    doubt(
      "repairs",
      `INSERT INTO app.repair (chain_id, kind, reason, from_block, to_block)
       VALUES (${CHAIN_ID}, 'deep_reorganisation', 'block 7 was 0xa and is 0xb', 7, 100)`,
      "DELETE FROM app.repair",
      "deep_reorganisation: block 7 was 0xa and is 0xb",
    ),
    doubt(
      "alarms",
      `INSERT INTO app.alarm (chain_id, name, detail)
       VALUES (${CHAIN_ID}, 'providers_disagree', 'two forks')`,
      "DELETE FROM app.alarm",
      "providers_disagree: two forks",
    ),
    doubt(
      "state_audit",
      `INSERT INTO app.state_audit (chain_id, block_number, block_hash, release, compared_rows,
         compared_fields, postponed_rows, differences, started_at)
       VALUES (${CHAIN_ID}, 80, '0x80', 'release_a', 3, 30, 0, 1, now())`,
      "DELETE FROM app.state_audit",
      "1 differences in 30 fields at block 80",
    ),
    doubt(
      "gateway",
      `INSERT INTO app.gateway_state (chain_id, is_ready, reason, started_at, at)
       VALUES (${CHAIN_ID}, false, 'nobody proves block 9', now(), to_timestamp(${NOW}))`,
      "DELETE FROM app.gateway_state",
      "nobody proves block 9",
    ),
  ];

  test.each(doubts)(
    "(SY-4) is no with the reason while $name does not hold, and so says the status [5.56]",
    async ({ name, raise, clear, detail }) => {
      await heads(chainNow);
      const asAdmin = (text: string) => withClient(urls.admin, (client) => client.query(text));
      await asAdmin(raise);
      const probe = startApi(urls.api, { now: () => chainNow });
      try {
        expect(await ready()).toEqual({ status: 503, failing: [name] });
        const { data } = (await (await probe.get("/v1/status")).json()) as { data: object };
        expect(data).toMatchObject({ isTrusted: false, doubts: [{ name, isOk: false, detail }] });
      } finally {
        await asAdmin(clear);
        await probe.close();
      }
      expect(await ready()).toEqual({ status: 200, failing: [] });
    },
  );

  test("is no while the database is too slow twice in a row, not for one pause of it (SY-4)", async () => {
    const pause = (ms: number, work: () => Promise<void>) =>
      withClient(urls.admin, async (client) => {
        await client.query("BEGIN");
        await client.query("LOCK TABLE app.alarm IN ACCESS EXCLUSIVE MODE");
        const isOver = delay(ms).then(() => client.query("COMMIT"));
        await work();
        await isOver;
      });
    await heads(chainNow);
    // A statement of readiness has a second.
    await pause(1_400, async () => expect(await ready()).toEqual({ status: 200, failing: [] }));
    await pause(2_800, async () =>
      expect(await ready()).toEqual({ status: 503, failing: ["database"] }),
    );
  });

  test("is no without a database, and without a release", async () => {
    const gone = startApi("postgresql://valyra_api:x@127.0.0.1:1/none");
    const response = await gone.get("/ready");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ checks: [{ name: "database", isOk: false }] });
    const refused = await gone.get("/v1/listings");
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: "DATABASE_UNAVAILABLE" });
    await gone.close();
  });
});
