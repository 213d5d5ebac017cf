import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ApiDeps } from "../../api/deps.ts";
import { answerError, ProblemSchema } from "../../api/http/problem.ts";
import { newRouter } from "../../api/http/router.ts";
import { identifyCaller, NO_CALLERS, requireCaller } from "../../api/middleware/caller.ts";
import { meterCallers } from "../../api/middleware/meter-callers.ts";
import { identifyRequest } from "../../api/middleware/request-id.ts";
import { POLICY_NAMES, ratePolicies } from "../../core/limits/policies.ts";
import { openRateLimits } from "../../core/limits/rate-limits.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount, type NewAccount } from "./support/accounts.ts";
import { startApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { serveForTest } from "./support/served.ts";
import { asking, createSessions } from "./support/signed-in.ts";
import { fillSmallMarket } from "./support/small-market.ts";

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
const closers: (() => Promise<unknown>)[] = [];
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
});
afterAll(() => server.stop());
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** One process of the API that counts in Postgres, as all do that have no Redis. */
function startLimited() {
  const api = startApi(urls.api, {
    hasLimits: true,
    limitOptions: { databaseUrl: urls.api },
    callers: { bySession: sessions.bySession },
  });
  closers.push(() => api.close());
  const anonymous = asking(api);
  const signedIn = async (account: NewAccount = {}) => {
    const caller = await addAccount(urls.admin, account);
    return asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` });
  };
  const keyOf = async (ask: ReturnType<typeof asking>) => {
    const { body } = await ask("POST", "/v1/keys", { name: "k" });
    return asking(api, { "x-api-key": (body.data as Record<string, string>).secret ?? "" });
  };
  return { api, anonymous, signedIn, keyOf };
}

const emptyCounters = () =>
  withClient(urls.admin, (client) => client.query("DELETE FROM app.rate_limit"));
afterEach(emptyCounters);

describe("limits by plan", () => {
  test("the 11th request of a free key in a minute is refused, and reads cost it nothing [1.53, 4.43]", async () => {
    const { signedIn, keyOf } = startLimited();
    const use = await keyOf(await signedIn());
    for (let read = 0; read < 15; read += 1)
      expect((await use("GET", "/v1/listings")).status).toBe(200);
    for (let call = 1; call <= 10; call += 1) {
      const { status, headers } = await use("GET", "/v1/keys");
      expect(status).toBe(200);
      expect(headers.get("ratelimit-policy")).toContain('"free";q=10;w=60');
      expect(headers.get("ratelimit")).toContain(`"free";r=${10 - call};t=`);
    }
    const refused = await use("GET", "/v1/keys");
    expect(refused).toMatchObject({ status: 429, body: { code: "RATE_LIMITED" } });
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.headers.get("ratelimit")).toContain(`"free";r=0;t=${seconds}`);
    expect((await use("GET", "/v1/listings")).status).toBe(200);
  });

  test("the 11th valuation that an account asks for in a minute is refused, whichever way it asks", async () => {
    const { signedIn } = startLimited();
    const ask = await signedIn();
    const other = await signedIn();
    const business = { category: "saas", metrics: { profit: "9000", ageYears: "3" } };
    const analyze = (as: typeof ask) => as("POST", "/v1/valuations/analyze", business);
    for (let call = 1; call <= 10; call += 1) {
      const { status, text } = await analyze(ask);
      expect(status, text).toBe(202);
    }
    expect(await analyze(ask)).toMatchObject({ status: 429, body: { code: "RATE_LIMITED" } });
    expect((await ask("POST", "/v1/listings/1/valuations")).status).toBe(429);
    expect((await analyze(other)).status).toBe(202);
  });

  test("the 101st request of a paid key in a minute is refused [4.21, 4.44]", async () => {
    const { signedIn, keyOf } = startLimited();
    const use = await keyOf(await signedIn({ tier: "paid" }));
    const statuses = await Promise.all(
      Array.from({ length: 105 }, async () => (await use("GET", "/v1/keys")).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(100);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });

  test("keys of one account share the quota of its plan, not those of a minute (AP-11) [3.82]", async () => {
    const { signedIn, keyOf } = startLimited();
    const ask = await signedIn();
    const [one, two] = [await keyOf(ask), await keyOf(ask)];
    for (let call = 0; call < 10; call += 1) await one("GET", "/v1/keys");
    expect((await one("GET", "/v1/keys")).status).toBe(429);
    const { headers, status } = await two("GET", "/v1/keys");
    expect(status).toBe(200);
    expect(headers.get("ratelimit")).toContain('"free-plan";r=989;');
    // Each account has a counter of its own, and each plan a quota.
    const other = await (await keyOf(await signedIn()))("GET", "/v1/keys");
    expect(other.headers.get("ratelimit")).toContain('"free-plan";r=999;');
    const paid = await (await keyOf(await signedIn({ tier: "paid" })))("GET", "/v1/keys");
    expect(paid.headers.get("ratelimit")).toContain('"paid-plan";r=49999;');
  });
});

test("the 101st request of a session in a minute is refused, and another account goes on [5.55]", async () => {
  const { signedIn } = startLimited();
  const ask = await signedIn();
  const statuses: number[] = [];
  for (let request = 0; request < 101; request += 1) {
    statuses.push((await ask("GET", "/v1/keys")).status);
  }
  expect(statuses).toEqual([...Array(100).fill(200), 429]);
  expect((await (await signedIn())("GET", "/v1/keys")).status).toBe(200);
});

test("the 11th run in an hour is refused wherever the policy of runs is put, and another account goes on", async () => {
  const limits = openRateLimits({
    settings: { readsPerMinute: 0 },
    databaseUrl: urls.api,
    onOutage: (error) => expect(error).toBeUndefined(),
  });
  const app = newRouter();
  app.onError((error, c) => answerError(error, c));
  app.use(identifyRequest);
  app.use(identifyCaller({ ...NO_CALLERS, bySession: sessions.bySession }));
  const settings = { trustedProxies: [] };
  const keyUsage = { count: () => undefined } as unknown as ApiDeps["keyUsage"];
  app.use(meterCallers({ limits, keyUsage, settings }, () => ["executions"]));
  let runs = 0;
  app.post("/v1/runs", async (c) => {
    const { accountId } = await requireCaller(c);
    runs += 1;
    return c.json({ accountId }, 202);
  });
  const web = await serveForTest({ fetch: app.fetch });
  closers.push(limits.close, web.close);
  const runner = async () => {
    const authorization = `Bearer ${sessions.tokenOf(await addAccount(urls.admin, {}))}`;
    return () => fetch(`${web.url}/v1/runs`, { method: "POST", headers: { authorization } });
  };
  const [run, other] = [await runner(), await runner()];
  for (let left = 9; left >= 0; left -= 1) {
    const { status, headers } = await run();
    expect(status).toBe(202);
    expect(headers.get("ratelimit-policy")).toContain('"executions";q=10;w=3600');
    expect(headers.get("ratelimit")).toContain(`"executions";r=${left};`);
  }
  const refused = await run();
  expect(refused.status).toBe(429);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(refused.headers.get("ratelimit")).toContain('"executions";r=0;');
  const seconds = Number(refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(3_500);
  expect(seconds).toBeLessThanOrEqual(3_600);
  expect(ProblemSchema.parse(await refused.json())).toMatchObject({
    ...{ code: "RATE_LIMITED", status: 429 },
    detail: "More than 10 in 3600 seconds: the limit executions.",
  });
  expect((await other()).status).toBe(202);
  expect(runs).toBe(11);
});

describe("limits of those without an account", () => {
  test("the 101st write in 15 minutes is refused, whatever the writes are [2.71]", async () => {
    const { anonymous } = startLimited();
    const path = "/v1/listings/0/metadata/prepare";
    const statuses: number[] = [];
    for (let write = 0; write < 100; write += 1) {
      statuses.push((await anonymous("POST", path, {})).status);
    }
    expect(new Set(statuses)).toEqual(new Set([400]));
    const refused = await anonymous("POST", path, {});
    expect(refused).toMatchObject({ status: 429, body: { code: "RATE_LIMITED" } });
    expect(refused.headers.get("ratelimit-policy")).toContain('"general";q=100;w=900');
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(60);
  });

  test("a sixth instant key in a day is refused, and two processes count together [5.110]", async () => {
    const [one, two] = [startLimited(), startLimited()];
    const statuses: number[] = [];
    for (let key = 0; key < 6; key += 1) {
      const { anonymous } = key % 2 === 0 ? one : two;
      statuses.push((await anonymous("POST", "/v1/keys", { name: "k" })).status);
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
    // Nobody who reads the table learns who was counted.
    const { rows } = await withClient(urls.admin, (client) =>
      client.query<{ key: string }>("SELECT key FROM app.rate_limit"),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^valyra:limit:[a-z-]+:[\w-]{43}$/);
  });

  test("whoever guesses keys is refused before anything is looked up (AP-11)", async () => {
    const { api, signedIn, keyOf } = startLimited();
    const good = await keyOf(await signedIn());
    const guess = (index: number) =>
      asking(api, { "x-api-key": `vly_${String(index).padStart(43, "a")}` })("GET", "/v1/keys");
    const statuses: number[] = [];
    for (let index = 0; index < 35; index += 1) statuses.push((await guess(index)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect((await good("GET", "/v1/keys")).status).toBe(429);
  });
});

describe("GET /v1/limits", () => {
  test("tells every number of the table, and what is left to whoever asks (AP-11)", async () => {
    const { anonymous, signedIn, keyOf } = startLimited();
    const { body } = await anonymous("GET", "/v1/limits");
    const table = ratePolicies({ readsPerMinute: 0 });
    expect(body.data).toEqual(
      POLICY_NAMES.map((policy) =>
        expect.objectContaining({
          name: table[policy].name,
          quota: table[policy].quota,
          windowSeconds: table[policy].windowSeconds,
          subject: table[policy].subject,
        }),
      ),
    );
    const use = await keyOf(await signedIn());
    await use("GET", "/v1/keys");
    const mine = (await use("GET", "/v1/limits")).body.data as {
      name: string;
      remaining: number;
    }[];
    const left = Object.fromEntries(mine.map(({ name, remaining }) => [name, remaining]));
    expect(left).toMatchObject({ free: 8, "free-plan": 998, paid: null, "paid-plan": null });
  });
});

test("a store that is away costs a limit its precision and nobody an answer (AP-11)", async () => {
  const told: unknown[] = [];
  const limits = openRateLimits({
    settings: { readsPerMinute: 5 },
    databaseUrl: "postgresql://nobody@127.0.0.1:1/none",
    onOutage: (error) => told.push(error),
  });
  const verdicts = [];
  for (let call = 0; call < 6; call += 1) verdicts.push(await limits.consume("instantKeys", "a"));
  expect(verdicts.map(({ isAllowed }) => isAllowed)).toEqual([true, true, true, true, true, false]);
  expect(told).toHaveLength(1);
  await limits.close();
});
