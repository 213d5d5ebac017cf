import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ProblemSchema } from "../../api/http/problem.ts";
import { buildOpenApi } from "../../api/openapi.ts";
import { loadConfig } from "../../core/config/load.ts";
import type { RateLimitOptions } from "../../core/limits/rate-limits.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { hasRedis, startRedis } from "../support/redis.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { serveForTest } from "./support/served.ts";
import { fillSmallMarket } from "./support/small-market.ts";

let server: PostgresServer;
let urls: { admin: string; api: string };
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
});
afterAll(() => server.stop());
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function serve(readsPerMinute: number, trusted: string[] = [], redisUrl?: string) {
  const limitOptions: Partial<RateLimitOptions> = { settings: { readsPerMinute }, redisUrl };
  const api = startApi(urls.api, { limitOptions, settings: { trustedProxies: trusted } });
  const web = await serveForTest(api);
  closers.push(
    () => api.close(),
    () => web.close(),
  );
  const ask = (path = "/v1/listings", headers: Record<string, string> = {}) =>
    fetch(`${web.url}${path}`, { headers });
  return { api, ask };
}

/** The answers to `count` questions at once. */
const burst = async (ask: () => Promise<Response>, count: number) => {
  const answers = await Promise.all(Array.from({ length: count }, ask));
  // Whatever else is answered says more than a count that is too low.
  for (const one of answers) if (one.status > 429) throw new Error(await one.text());
  return {
    allowed: answers.filter(({ status }) => status === 200),
    refused: answers.filter(({ status }) => status === 429),
  };
};

const metric = async (api: TestApi, name: string) =>
  Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\d+)$`, "m").exec(await api.metrics.render())?.[1]);

describe("reads are limited by address (AP-11)", () => {
  test("a burst gets its quota and not one more, and learns when to come again [3.69]", async () => {
    const { api, ask } = await serve(20);
    const { allowed, refused } = await burst(() => ask(), 50);
    expect([allowed.length, refused.length]).toEqual([20, 30]);
    const left = allowed.map(({ headers }) =>
      /^"reads";r=(\d+);t=(\d+)$/.exec(headers.get("ratelimit") ?? ""),
    );
    expect(new Set(left.map((found) => found?.[1])).size).toBe(20);
    for (const answer of [...allowed, ...refused]) {
      expect(answer.headers.get("ratelimit-policy")).toBe('"reads";q=20;w=60');
    }
    for (const answer of refused) {
      const problem = ProblemSchema.parse(await answer.json());
      expect(problem).toMatchObject({ code: "RATE_LIMITED", status: 429 });
      const seconds = Number(answer.headers.get("retry-after"));
      expect(answer.headers.get("ratelimit")).toBe(`"reads";r=0;t=${seconds}`);
      expect(seconds).toBeGreaterThan(50);
      expect(seconds).toBeLessThanOrEqual(60);
      // Pages of other origins can read when to come again.
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      const exposed = answer.headers.get("access-control-expose-headers");
      for (const name of ["ratelimit", "ratelimit-policy", "retry-after"]) {
        expect(exposed).toContain(name);
      }
    }
    expect(await metric(api, "valyra_api_rate_limited_total")).toBe(30);
  });

  test("every way to data counts, and whoever watches the service is never refused", async () => {
    const { ask } = await serve(4);
    const etag = (await ask("/v1/listings")).headers.get("etag") ?? "";
    const unchanged = await ask("/v1/listings", { "if-none-match": etag });
    expect(unchanged.status).toBe(304);
    expect(unchanged.headers.get("ratelimit")).toContain("r=2;");
    expect((await ask("/v1/nothing")).headers.get("ratelimit")).toContain("r=1;");
    expect((await ask("/mcp")).headers.get("ratelimit")).toContain("r=0;");
    expect((await ask("/v1/offers")).status).toBe(429);
    for (const path of ["/health", "/ready", "/openapi.json", "/problems/rate-limited"]) {
      const { status, headers } = await ask(path);
      expect(status, path).not.toBe(429);
      expect(headers.get("ratelimit"), path).toBeNull();
    }
  });

  test("another name in X-Forwarded-For buys nothing without a proxy that is trusted", async () => {
    const { ask } = await serve(10);
    let asked = 0;
    const spoofed = () => {
      asked += 1;
      return ask("/v1/listings", { "x-forwarded-for": `198.51.100.${asked}` });
    };
    expect((await burst(spoofed, 30)).allowed).toHaveLength(10);
  });

  test("behind a trusted proxy clients count apart, and a /64 counts together", async () => {
    const { ask } = await serve(5, ["127.0.0.1"]);
    const client = (address: string) => () =>
      ask("/v1/listings", { "x-forwarded-for": `1.1.1.1, ${address}` });
    expect((await burst(client("203.0.113.1"), 8)).allowed).toHaveLength(5);
    expect((await burst(client("203.0.113.2"), 8)).allowed).toHaveLength(5);
    let host = 0;
    const rotating = () => {
      host += 1;
      return client(`2001:db8:1:2::${host.toString(16)}`)();
    };
    expect((await burst(rotating, 20)).allowed).toHaveLength(5);
    expect((await client("2001:db8:1:3::1")()).status).toBe(200);
  });

  test("what is no address or no Redis is refused when the process starts", () => {
    const load = (env: Record<string, string>) =>
      loadConfig("api", { API_DATABASE_URL: "postgresql://a@b/c", ...env });
    for (const ranges of ["*", "10.0.0.0/33", "proxy.local", "10.1", "10.0.0.0/8,"]) {
      expect(() => load({ API_TRUSTED_PROXIES: ranges }), ranges).toThrow("addresses or ranges");
    }
    expect(load({ API_TRUSTED_PROXIES: "10.0.0.0/8, ::1" }).API_TRUSTED_PROXIES).toHaveLength(2);
    expect(() => load({ REDIS_URL: "http://127.0.0.1" })).toThrow("redis://");
    expect(load({}).API_READS_PER_MINUTE).toBe(1_200);
  });
});

test("every operation is counted, writes by a limit of their own as well [4.18]", async () => {
  const limitOptions = { settings: { readsPerMinute: 100_000 }, databaseUrl: urls.api };
  const api = startApi(urls.api, { limitOptions, hasLimits: true });
  const web = await serveForTest(api);
  closers.push(
    () => api.close(),
    () => web.close(),
  );
  const operations = Object.entries(buildOpenApi().paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => ({ method: method.toUpperCase(), path })),
  );
  const counted = operations.filter(({ path }) => path.startsWith("/v1/"));
  expect(counted.length).toBeGreaterThan(120);
  const tryOne = async ({ method, path }: (typeof counted)[number]) => {
    const abort = new AbortController();
    const answer = await fetch(`${web.url}${path.replaceAll(/\{\w+\}/g, "0")}`, {
      method,
      signal: abort.signal,
    });
    const policies = answer.headers.get("ratelimit-policy") ?? "";
    expect(policies, `${method} ${path}`).toContain('"reads";q=100000;w=60');
    if (method !== "GET") expect(policies, `${method} ${path}`).toContain('"general";q=100;w=900');
    abort.abort();
  };
  for (let at = 0; at < counted.length; at += 20) {
    await Promise.all(counted.slice(at, at + 20).map(tryOne));
  }
});

describe.runIf(hasRedis())("counting in Redis (AP-11)", () => {
  /** A limit is counted in Redis once the connection stands. */
  const connected = (api: TestApi, ask: () => Promise<Response>) =>
    waitUntil(
      async () => {
        const before = await metric(api, "valyra_api_rate_limit_outages_total");
        await ask();
        return before === (await metric(api, "valyra_api_rate_limit_outages_total"));
      },
      { what: "Redis is connected", deadlineMs: 10_000 },
    );

  test("processes count together, and each goes on by itself while Redis is away", async () => {
    const redis = await startRedis();
    let isUp = true;
    closers.push(async () => isUp && redis.stop());
    const address = (name: string) => ({ "x-forwarded-for": name });
    const [one, two] = [
      await serve(20, ["127.0.0.1"], redis.url),
      await serve(20, ["127.0.0.1"], redis.url),
    ];
    for (const { api, ask } of [one, two]) {
      await connected(api, () => ask("/v1/status", address("203.0.113.99")));
    }
    const both = await Promise.all(
      [one, two].map(({ ask }) => burst(() => ask("/v1/listings", address("203.0.113.1")), 20)),
    );
    expect(both.flatMap(({ allowed }) => allowed)).toHaveLength(20);

    await redis.stop();
    isUp = false;
    const alone = await Promise.all(
      [one, two].map(({ ask }) => burst(() => ask("/v1/listings", address("203.0.113.2")), 25)),
    );
    for (const { allowed } of alone) expect(allowed).toHaveLength(20);
    const told = one.api.lines.filter(({ msg }) => msg === "Redis is out of reach");
    expect(told).toHaveLength(1);
    expect(await metric(one.api, "valyra_api_rate_limit_outages_total")).toBeGreaterThan(0);
  });

  test("a Redis that hangs delays a request now and then, and refuses none", async () => {
    const redis = await startRedis();
    closers.push(() => redis.stop());
    const { api, ask } = await serve(1_000, [], redis.url);
    await connected(api, () => ask());
    const client = new Redis(redis.url);
    closers.push(async () => client.disconnect());
    await client.call("CLIENT", "PAUSE", "20000", "ALL");
    const start = performance.now();
    for (let request = 0; request < 20; request += 1) expect((await ask()).status).toBe(200);
    // Each of them would wait 250 ms if Redis were asked every time.
    expect(performance.now() - start).toBeLessThan(2_500);
    expect(await metric(api, "valyra_api_rate_limit_outages_total")).toBeGreaterThan(0);
  });
});
