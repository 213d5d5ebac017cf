import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadConfig } from "../../core/config/load.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setHeads } from "./support/rows.ts";
import { serveForTest } from "./support/served.ts";
import { fillSmallMarket, NOW } from "./support/small-market.ts";

const ALLOWED = "https://app.example";

let server: PostgresServer;
let urls: { admin: string; api: string };
let open: TestApi;
let listed: TestApi;
let web: Awaited<ReturnType<typeof serveForTest>>;
let listedWeb: Awaited<ReturnType<typeof serveForTest>>;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
  const now = () => new Date(Number(NOW) * 1_000);
  open = startApi(urls.api, { now });
  listed = startApi(urls.api, { now, settings: { corsOrigins: [ALLOWED, "http://[::1]:3000"] } });
  web = await serveForTest(open);
  listedWeb = await serveForTest(listed);
});
afterAll(async () => {
  await Promise.all([web.close(), listedWeb.close()]);
  await Promise.all([open.close(), listed.close()]);
  await server.stop();
});

const ask = (path: string, init?: RequestInit) => fetch(`${web.url}${path}`, init);

/** Every address that can be asked for, streams and tools included. */
function addresses(): { path: string; methods: string[] }[] {
  const byPath = Map.groupBy(
    open.routes().filter(({ method, path }) => method !== "ALL" && !path.includes("*")),
    ({ path }) => path,
  );
  return [...byPath].map(([pattern]) => ({
    path: pattern.replaceAll(/:slug/g, "internal").replaceAll(/:\w+(\{[^}]*\})?/g, "0"),
    // A word, as in /v1/valuations/analyze, can be the id of another route.
    methods: [
      ...new Set(
        [...byPath].flatMap(([other, routes]) =>
          isAlsoAt(other, pattern) ? routes.map(({ method }) => method) : [],
        ),
      ),
    ],
  }));
}

/** Whether a route takes the address of another one. */
function isAlsoAt(route: string, address: string): boolean {
  const [taken, asked] = [route.split("/"), address.split("/")];
  return (
    taken.length === asked.length &&
    taken.every((part, at) => part === asked[at] || /^:\w+$/.test(part))
  );
}

describe("caches", () => {
  let looks = 0;
  const setFinal = (final: number) => {
    looks += 1;
    // Heads that were seen at the same moment are taken for the same heads.
    const at = new Date(Number(NOW) * 1_000 + looks);
    return withClient(urls.admin, (client) => setHeads(client, { head: 100, safe: 90, final, at }));
  };
  const firstId = async (list: string) => {
    const { data } = (await (await ask(`/v1/${list}?sort=oldest&limit=1`)).json()) as {
      data: { id: string }[];
    };
    return data[0]?.id;
  };

  test.each(["activity", "prices"])(
    "a final row of %s may be kept, one that can still go may not",
    async (list) => {
      const address = `/v1/${list}/${await firstId(list)}`;
      const control = async (query = "") => {
        const response = await ask(address + query);
        expect(response.status).toBe(200);
        return response.headers.get("cache-control");
      };
      await setFinal(80);
      expect(await control()).toBe("public, max-age=86400");
      // Whoever minds the age of an answer must not get an old one.
      expect(await control("?maxLag=86400")).toBe("public, no-cache");
      await setFinal(0);
      expect(await control()).toBe("public, no-cache");
      await setFinal(80);
    },
  );

  test("what the next block may change is asked about again, problems are not kept", async () => {
    const list = await ask("/v1/listings");
    expect(list.headers.get("cache-control")).toBe("public, no-cache");
    const etag = list.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"/);
    const again = await ask("/v1/listings", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("etag")).toBe(etag);
    expect(again.headers.get("vary")).toContain("Accept-Encoding");
    expect((await ask("/v1/nothing")).headers.get("cache-control")).toBe("no-store");
  });

  test("every answer says by which headers it differs", async () => {
    for (const path of [
      "/v1/listings",
      "/v1/nothing",
      "/v1/listings?limit=0",
      "/health",
      "/docs",
    ]) {
      for (const method of ["GET", "HEAD"]) {
        const everybody = await ask(path, { method });
        expect(everybody.headers.get("vary"), path).toContain("Accept-Encoding");
        expect(everybody.headers.get("vary"), path).not.toContain("Origin");
        const some = await fetch(`${listedWeb.url}${path}`, { method });
        expect(some.headers.get("vary"), path).toContain("Accept-Encoding");
        expect(some.headers.get("vary"), path).toContain("Origin");
      }
    }
    const packed = await ask("/openapi.json", { headers: { "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    const plain = await ask("/openapi.json", { headers: { "accept-encoding": "identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await packed.text()).toBe(await plain.text());
  });
});

describe("methods", () => {
  test("HEAD is answered as GET without a body", async () => {
    const kept = ["content-type", "etag", "cache-control", "vary", "x-indexed-block"];
    for (const path of ["/v1/listings", "/v1/listings/0", "/v1/nothing", "/health"]) {
      const [get, head] = [await ask(path), await ask(path, { method: "HEAD" })];
      expect(head.status).toBe(get.status);
      expect(await head.text()).toBe("");
      for (const name of kept) expect(head.headers.get(name), path).toBe(get.headers.get(name));
    }
  });

  test("OPTIONS names what an address takes, every other method is refused with the same", async () => {
    for (const { path, methods } of addresses()) {
      const all = methods.includes("GET") ? [...methods, "HEAD"] : methods;
      const allow = [...all, "OPTIONS"].sort().join(", ");
      const options = await ask(path, { method: "OPTIONS" });
      expect(options.status, path).toBe(204);
      expect(options.headers.get("allow"), path).toBe(allow);
      expect(await options.text()).toBe("");
      const others = ["PUT", "DELETE", "PATCH", "POST"].filter((method) => !all.includes(method));
      for (const method of others) {
        const refused = await ask(path, { method });
        expect(refused.status, `${method} ${path}`).toBe(405);
        expect(refused.headers.get("allow"), path).toBe(allow);
        expect(await refused.json()).toMatchObject({ code: "METHOD_NOT_ALLOWED" });
      }
    }
    const nowhere = await ask("/v1/nothing", { method: "OPTIONS" });
    expect(nowhere.status).toBe(404);
    expect(await nowhere.json()).toMatchObject({ code: "ROUTE_NOT_FOUND" });
  });
});

test("an answer says how long the database and all of it took", async () => {
  const timing = (await ask("/v1/listings?limit=3")).headers.get("server-timing") ?? "";
  const [, database, total] = /^db;dur=(\d+\.\d), total;dur=(\d+\.\d)$/.exec(timing) ?? [];
  expect(Number(database)).toBeGreaterThan(0);
  expect(Number(total)).toBeGreaterThanOrEqual(Number(database));
});

/** What a browser could send, or somebody who poses as one, and is none of the two on the list. */
const FOREIGN_ORIGINS = [
  ...["null", "*", "app.example", "https://app.example.", "https://app.example/"],
  ...[
    "http://app.example",
    "https://APP.example",
    "HTTPS://app.example",
    "https://app.example:443",
  ],
  ...["https://app.example:8443", "https://app.example.evil.test", "https://evil.test/app.example"],
  ...["https://evilapp.example", "https://app.example@evil.test", "https://evil.test#app.example"],
  ...["https://evil.test?https://app.example", "https://sub.app.example", "https://app.example/x"],
  ...["https://app.example, https://evil.test", "https://evil.test https://app.example"],
  ...["https://app%2eexample", "https://app_example", "https://appxexample", "https://app.exampl"],
  ...["https://app.examplee", "wss://app.example", "file://app.example", "ftp://app.example"],
  ...[
    "https://xn--app-example",
    "https://[::1]:3000",
    "http://[::1]",
    "http://[0:0:0:0:0:0:0:1]:3000",
  ],
  ...["http://127.0.0.1:3000", "http://localhost:3000", "https://app.example\\.evil.test"],
  ...["chrome-extension://app.example", "data:text/html,x", "https://", "undefined", "true"],
];

describe("the edge of a browser (AP-13)", () => {
  test("40 spellings of an origin that is not on the list are not let in, for any method [3.67, 5.51]", async () => {
    expect(FOREIGN_ORIGINS.length).toBeGreaterThanOrEqual(40);
    for (const origin of FOREIGN_ORIGINS) {
      for (const method of ["GET", "OPTIONS"]) {
        const response = await fetch(`${listedWeb.url}/v1/listings`, {
          method,
          headers: { origin, cookie: "session=1", "access-control-request-method": "GET" },
        });
        const { headers } = response;
        expect(headers.get("access-control-allow-origin"), origin).toBeNull();
        expect(headers.get("access-control-allow-credentials"), origin).toBeNull();
        expect(headers.get("vary"), origin).toContain("Origin");
      }
    }
    for (const origin of [ALLOWED, "http://[::1]:3000"]) {
      const response = await fetch(`${listedWeb.url}/v1/listings`, { headers: { origin } });
      expect(response.headers.get("access-control-allow-origin")).toBe(origin);
      expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    }
  });

  test("what is no origin is refused when the process starts", () => {
    const load = (origins: string) =>
      loadConfig("api", { API_DATABASE_URL: "postgresql://a@b/c", API_CORS_ORIGINS: origins });
    for (const origins of ["https://app.example/", "https://APP.example", "app.example", "null"]) {
      expect(() => load(origins), origins).toThrow("must be origins or *");
    }
    expect(load(`${ALLOWED}, http://localhost:3000`).API_CORS_ORIGINS).toHaveLength(2);
  });

  test("security headers are on every route, whatever it answers with", async () => {
    const lacking: string[] = [];
    for (const { path, methods } of addresses()) {
      for (const method of [...methods, "DELETE"]) {
        const abort = new AbortController();
        const response = await ask(path, { method, signal: abort.signal });
        const { headers } = response;
        if (headers.get("x-content-type-options") !== "nosniff") lacking.push(`${method} ${path}`);
        for (const name of [
          ...["strict-transport-security", "referrer-policy", "x-frame-options", "x-request-id"],
          ...["cross-origin-resource-policy", "access-control-allow-origin"],
        ]) {
          if (headers.get(name) === null) lacking.push(`${name}: ${method} ${path}`);
        }
        abort.abort();
      }
    }
    expect(lacking).toEqual([]);
    // A stream is among them, and the page with its own policy.
    expect(addresses().map(({ path }) => path)).toContain("/v1/changes/stream");
    expect((await ask("/docs")).headers.get("content-security-policy")).toContain("'self'");
  });
});

test("the log names the route that answered, also where its word could be the id of another", async () => {
  const words = open
    .routes()
    .filter(({ method, path }) => method === "GET" && /^\/v1(\/[a-z-]+)+$/.test(path))
    .map(({ path }) => path)
    .filter((path) => !path.endsWith("/stream"));
  expect(words).toEqual(expect.arrayContaining(["/v1/listings", "/v1/valuations/track-record"]));
  const named: unknown[] = [];
  for (const path of words) {
    await ask(path);
    named.push(open.lines.findLast((line) => line.path === path)?.route);
  }
  expect(named).toEqual(words);
  await ask("/v1/valuations/12");
  expect(open.lines.findLast(({ path }) => path === "/v1/valuations/12")?.route).toBe(
    "/v1/valuations/:id",
  );
  await ask("/v1/no/such/route");
  expect(open.lines.findLast(({ path }) => path === "/v1/no/such/route")?.route).toBe("unmatched");
});

test("readiness is 503 with its reasons, as the document says", async () => {
  const late = startApi(urls.api, { now: () => new Date(Number(NOW + 100_000n) * 1_000) });
  const served = await serveForTest(late);
  try {
    const response = await fetch(`${served.url}/ready`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ isReady: false });
  } finally {
    await served.close();
    await late.close();
  }
});
