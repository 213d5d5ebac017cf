import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { serveForTest } from "./support/served.ts";
import { fillSmallMarket } from "./support/small-market.ts";

const SLOTS = 2;
const QUEUE = { maxWaiting: 4, maxWaitMs: 1_500 };

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;
let web: Awaited<ReturnType<typeof serveForTest>>;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
});
afterAll(() => server.stop());

beforeEach(async () => {
  api = startApi(urls.api, { databaseOptions: { max: SLOTS, queue: QUEUE } });
  web = await serveForTest(api);
});
afterEach(async () => {
  await slowDown(0);
  await web.close();
  await api.close();
});

/** Makes every read of listings wait in the database, seconds. */
function slowDown(seconds: number): Promise<unknown> {
  const wait = seconds === 0 ? "" : `WHERE (SELECT pg_sleep(${seconds})::text) IS NOT NULL`;
  return withClient(urls.admin, (client) =>
    client.query(
      `CREATE OR REPLACE VIEW indexed.listing AS SELECT * FROM release_a.listing ${wait}`,
    ),
  );
}

/** Statements of the API that the database works on at this moment. */
async function countRunning(): Promise<number> {
  return withClient(urls.admin, async (client) => {
    const { rows } = await client.query(
      `SELECT 1 FROM pg_stat_activity
       WHERE datname = current_database()
         AND application_name = 'test_api_reads' AND state = 'active' AND query LIKE '%listing%'`,
    );
    return rows.length;
  });
}

/** Each address is a question of its own, so that no two requests share an answer. */
let asked = 0;
const nextAddress = () => {
  asked += 1;
  return `/v1/listings?limit=${(asked % 100) + 1}`;
};

async function ask(path = nextAddress()) {
  const start = performance.now();
  const response = await fetch(`${web.url}${path}`);
  const body = (await response.json()) as { code?: string };
  const retryAfter = response.headers.get("retry-after");
  return { status: response.status, code: body.code, retryAfter, ms: performance.now() - start };
}

const metric = async (name: string) => {
  const line = (await api.metrics.render()).split("\n").find((text) => text.startsWith(`${name} `));
  return Number(line?.split(" ")[1]);
};

describe("a client that hangs up (AP-9)", () => {
  /** Sends a request on a connection of its own and gives the way to close it. */
  async function askAndHold(path: string) {
    const socket = connect(web.port, "127.0.0.1");
    socket.on("error", () => undefined);
    await once(socket, "connect");
    socket.write(`GET ${path} HTTP/1.1\r\nhost: api\r\n\r\n`);
    return { hangUp: () => socket.destroy() };
  }

  test("ends its statement in the database, and its slot is free again", async () => {
    await slowDown(60);
    const gone = await Promise.all(Array.from({ length: SLOTS }, () => askAndHold(nextAddress())));
    await waitUntil(async () => (await countRunning()) === SLOTS, {
      what: "the statements run",
      deadlineMs: 10_000,
    });
    // One who waits in the queue goes too, and leaves no gap.
    const waiting = await askAndHold(nextAddress());
    await waitUntil(
      async () => (await metric('valyra_api_pool_connections{state="waiting"}')) === 1,
      {
        what: "one waits",
        deadlineMs: 5_000,
      },
    );
    waiting.hangUp();
    for (const { hangUp } of gone) hangUp();
    await waitUntil(async () => (await countRunning()) === 0, {
      what: "the statements have ended",
      deadlineMs: 5_000,
    });
    await slowDown(0);
    const after = await Promise.all(Array.from({ length: 2 * SLOTS }, () => ask()));
    expect(after.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await metric('valyra_api_pool_connections{state="total"}')).toBeLessThanOrEqual(SLOTS);
    const codes = api.lines.filter(({ code }) => code === "REQUEST_ABANDONED");
    expect(codes).toHaveLength(SLOTS + 1);
  });

  test("takes nothing from another who waits for the same answer", async () => {
    const patient = startApi(urls.api, { answerTrustMs: 60_000 });
    const served = await serveForTest(patient);
    try {
      await slowDown(1);
      const socket = connect(served.port, "127.0.0.1");
      await once(socket, "connect");
      socket.write("GET /v1/listings?limit=7 HTTP/1.1\r\nhost: api\r\n\r\n");
      await waitUntil(async () => (await countRunning()) === 1, {
        what: "the statement runs",
        deadlineMs: 5_000,
      });
      const other = fetch(`${served.url}/v1/listings?limit=7`);
      await fetch(`${served.url}/health`);
      socket.destroy();
      expect((await other).status).toBe(200);
    } finally {
      await served.close();
      await patient.close();
    }
  });
});

describe("a route has its time (5 s for a page, 2 s for a row)", () => {
  test("a slow row is a 503 that says so, and one line in the log [5.28]", async () => {
    await slowDown(30);
    for (let round = 0; round < 2; round += 1) {
      const { status, code, ms } = await ask("/v1/listings/0");
      expect({ status, code }).toEqual({ status: 503, code: "QUERY_TIMEOUT" });
      expect(ms).toBeLessThan(4_500);
    }
    expect(await countRunning()).toBe(0);
    const slow = api.lines.filter(({ msg }) => msg === "slow statement");
    const texts = slow.map(({ statement }) => String(statement));
    expect(texts.length).toBeGreaterThan(0);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).not.toMatch(/'|\n/);
  });
});

describe("more than the database can do (AP-10)", () => {
  test("is refused at once beyond the queue, the others are served, and then all is well [3.48]", async () => {
    await slowDown(0.2);
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask()));
    const served = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 503);
    expect(served.length + refused.length).toBe(40);
    // Those that run and those that wait; each frees its place only when it is done.
    expect(served.length).toBeGreaterThanOrEqual(SLOTS + QUEUE.maxWaiting);
    expect(refused.length).toBeGreaterThan(20);
    for (const { code, retryAfter, ms } of refused) {
      expect(code).toBe("OVERLOADED");
      expect(retryAfter).toBe("1");
      expect(ms).toBeLessThan(QUEUE.maxWaitMs + 1_000);
    }
    const slowest = Math.max(...served.map(({ ms }) => ms));
    expect(slowest).toBeLessThan(QUEUE.maxWaitMs + 2_500);
    expect(await metric("valyra_api_reads_refused_total")).toBe(refused.length);
    // Health checks have connections of their own.
    expect((await fetch(`${web.url}/health`)).status).toBe(200);

    await slowDown(0);
    for (let round = 0; round < 10; round += 1) expect((await ask()).status).toBe(200);
    expect(await metric('valyra_api_pool_connections{state="waiting"}')).toBe(0);
  });
});

/** How long more is offered than can be done; minutes in `npm run torture -- read-api`. */
const OFFERED_SECONDS = Number(process.env.VALYRA_OVERLOAD_SECONDS ?? 4);

describe("three times what the database can do, whoever waits (AP-10)", () => {
  test("those who are taken are served in time, the others hear at once when to come again", {
    timeout: (OFFERED_SECONDS + 120) * 1_000,
  }, async () => {
    const [slowSeconds, perSecond] = [0.2, (3 * SLOTS) / 0.2];
    await slowDown(slowSeconds);
    const answers: ReturnType<typeof ask>[] = [];
    const start = performance.now();
    // Offered by the clock and not by the answers: a slow service gets no rest.
    while (performance.now() - start < OFFERED_SECONDS * 1_000) {
      const due = Math.floor(((performance.now() - start) / 1_000) * perSecond);
      while (answers.length < due) answers.push(ask());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const ended = await Promise.all(answers);
    const taken = ended.filter(({ status }) => status === 200).map(({ ms }) => ms);
    const refused = ended.filter(({ status }) => status === 503);
    expect(taken.length + refused.length).toBe(ended.length);
    // A third can be done; what waits at the end comes on top.
    expect(taken.length).toBeGreaterThan(0.15 * ended.length);
    expect(refused.length).toBeGreaterThan(0.4 * ended.length);
    for (const { code, retryAfter } of refused) {
      expect([code, retryAfter]).toEqual(["OVERLOADED", "1"]);
    }
    const p99 = (times: number[]) =>
      times.sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN;
    expect(p99(taken)).toBeLessThan(QUEUE.maxWaitMs + 2_000);
    await slowDown(0);
    const over = performance.now();
    await waitUntil(async () => (await ask()).status === 200, {
      what: "all is well again",
      deadlineMs: 5_000,
    });
    expect(performance.now() - over).toBeLessThan(3_000);
  });
});

describe("what Prometheus reads", () => {
  test("pool use and the sessions that the server knows [5.155, 5.161, 5.154]", async () => {
    await slowDown(0.3);
    const busy = Promise.all(Array.from({ length: 5 }, () => ask()));
    await waitUntil(async () => (await countRunning()) === SLOTS, {
      what: "the statements run",
      deadlineMs: 5_000,
    });
    const text = await api.metrics.render();
    expect(text).toContain(`valyra_api_pool_connections{state="total"} ${SLOTS}`);
    expect(text).toContain('valyra_api_pool_connections{state="idle"} 0');
    expect(text).toMatch(/valyra_api_pool_connections\{state="waiting"\} [1-4]/);
    const sessions = [
      ...text.matchAll(/valyra_database_sessions\{role="valyra_api",state="(\w+)"\} (\d+)/g),
    ];
    const all = sessions.reduce((sum, [, , count]) => sum + Number(count), 0);
    expect(
      Object.fromEntries(sessions.map(([, state, count]) => [state, Number(count)])),
    ).toMatchObject({
      active: expect.any(Number),
    });
    expect(all).toBeGreaterThanOrEqual(SLOTS);
    expect(all).toBeLessThanOrEqual(20);
    await busy;
  });

  test("latency as a histogram and errors by route and code [5.158, 5.163]", async () => {
    await ask("/v1/listings/77");
    await ask("/v1/listings/77");
    await ask("/v1/listings/0");
    const text = await api.metrics.render();
    expect(text).toContain(
      'valyra_api_errors_total{route="/v1/listings/:id",code="LISTING_NOT_FOUND"} 2',
    );
    expect(text).toContain(
      'valyra_api_request_seconds_bucket{le="+Inf",method="GET",route="/v1/listings/:id"} 3',
    );
    expect(text).toContain(
      'valyra_api_request_seconds_count{method="GET",route="/v1/listings/:id"} 3',
    );
    expect(text).toMatch(/valyra_api_nodejs_eventloop_lag_p99_seconds \d/);
  });
});
