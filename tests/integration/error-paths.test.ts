import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ProblemSchema } from "../../api/http/problem.ts";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { parseDsn } from "../../core/reporting/error-reports.ts";
import { openReporting } from "../../core/reporting/open-reporting.ts";
import { startCollector } from "../support/collector.ts";
import { createDatabase, type PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { isPublicPattern, publicReads } from "./support/public-routes.ts";
import { BUYER } from "./support/rows.ts";
import { serveForTest } from "./support/served.ts";

const SECRET_HOST = "127.0.0.1:1";

let server: PostgresServer;
let publishedUrl: string;
let apis: Record<"published" | "unpublished" | "unreachable" | "full" | "broken", TestApi>;

beforeAll(async () => {
  server = sharedPostgres();
  const published = await createPublishedDatabase(server.url);
  publishedUrl = published.api;
  const empty = await createDatabase(server.url);
  await migrateToLatest(empty, { valyra_api: "api" });
  const unpublished = new URL(empty);
  unpublished.username = "valyra_api";
  unpublished.password = "api";
  const unreachable = new URL(unpublished);
  unreachable.host = SECRET_HOST;
  unreachable.password = "hidden-word";
  apis = {
    published: startApi(published.api),
    unpublished: startApi(unpublished.href),
    unreachable: startApi(unreachable.href),
    // Nobody runs and nobody may wait.
    full: startApi(published.api, {
      databaseOptions: { max: 1, queue: { maxWaiting: 0, maxWaitMs: 1 } },
    }),
    broken: startApi(published.api, {
      now: () => {
        throw new Error("SELECT secret FROM table at /srv/app.ts:1:1");
      },
    }),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(apis).map((api) => api.close()));
  await server.stop();
});

const PUBLIC = publicReads();

/** Every address below /v1 that anybody may read, with an id where one belongs. */
const addresses = () =>
  [
    ...new Set(
      apis.published
        .routes()
        .filter(({ method, path }) => method === "GET" && isPublicPattern(path, PUBLIC))
        .map(({ path }) => path),
    ),
  ]
    .filter((path) => path.startsWith("/v1/") && !path.includes("*"))
    .map((path) => path.replaceAll(":address", BUYER).replaceAll(/:\w+/g, "999"));

/** What tells a stranger how we are built: files, frames, statements, hosts, drivers, passwords. */
const INSIDE =
  /\bat .+:\d+:\d+|node_modules|\.ts\b|\bselect\b.+\bfrom\b|\bindexed\.|\bapp\.|release_a|127\.0\.0\.1|localhost|ECONN|hidden-word|postgres|kysely/i;

/** Asks over HTTP and wants anything that fails to be a problem of the catalogue. */
async function codesOf(api: TestApi, suffix = ""): Promise<Map<string, string>> {
  const served = await serveForTest(api);
  const codes = new Map<string, string>();
  try {
    for (const path of addresses()) {
      const abort = new AbortController();
      const response = await fetch(`${served.url}${path}${suffix}`, { signal: abort.signal });
      if (response.ok) {
        codes.set(path, "none");
        abort.abort();
        continue;
      }
      expect(response.headers.get("content-type"), path).toBe("application/problem+json");
      const text = await response.text();
      const problem = ProblemSchema.parse(JSON.parse(text));
      expect(problem.status, path).toBe(response.status);
      expect(problem.requestId, path).toBe(response.headers.get("x-request-id"));
      expect(problem.type, path).toBe(
        `/problems/${problem.code.toLowerCase().replaceAll("_", "-")}`,
      );
      expect(text, path).not.toMatch(INSIDE);
      codes.set(path, problem.code);
    }
  } finally {
    await served.close();
  }
  return codes;
}

/** Addresses that answered with another code than what was forced, and not with a refusal of ours. */
const others = (codes: Map<string, string>, expected: string) =>
  [...codes].filter(
    ([, code]) => ![expected, "INVALID_REQUEST", "INVALID_ID", "none"].includes(code),
  );

describe("every error path of every route is a problem that shows nothing of the inside (AP-12)", () => {
  test("what does not exist, and what is no question", async () => {
    const codes = await codesOf(apis.published);
    expect(codes.size).toBeGreaterThan(40);
    for (const [path, code] of codes)
      expect(code, path).toMatch(/^(none|INVALID_\w+|\w+_NOT_FOUND)$/);
    const refused = await codesOf(apis.published, "?no%00nsense=1");
    expect([...refused].filter(([, code]) => code !== "INVALID_REQUEST")).toEqual([]);
  });

  test.each([
    ["unpublished", "NOT_PUBLISHED"],
    ["unreachable", "DATABASE_UNAVAILABLE"],
  ] as const)("a database that is %s is %s", async (name, expected) => {
    const codes = await codesOf(apis[name]);
    expect(others(codes, expected)).toEqual([]);
    const counts = [...codes.values()].filter((code) => code === expected);
    expect(counts.length).toBeGreaterThan(25);
  });

  test("an accident of ours is INTERNAL, its words are for the log only [2.77, 3.70, 5.144]", async () => {
    const codes = await codesOf(apis.broken);
    expect([...codes.values()].filter((code) => code === "INTERNAL").length).toBeGreaterThan(15);
    expect(JSON.stringify(apis.broken.lines)).toContain("SELECT secret FROM table");
  });

  test("a full queue is OVERLOADED with the time to wait", async () => {
    const served = await serveForTest(apis.full);
    try {
      const answers = await Promise.all(
        addresses().map((path, index) =>
          fetch(`${served.url}${path}${path.includes("/stream") ? "" : `?maxLag=${index}`}`),
        ),
      );
      const overloaded: string[] = [];
      for (const answer of answers) {
        if (answer.ok) {
          await answer.body?.cancel();
          continue;
        }
        const problem = ProblemSchema.parse(await answer.json());
        if (problem.code !== "OVERLOADED") continue;
        expect(answer.headers.get("retry-after")).toBe("1");
        overloaded.push(problem.instance);
      }
      expect(overloaded.length).toBeGreaterThan(5);
    } finally {
      await served.close();
    }
  });
});

describe("what the operator has others told", () => {
  const PARENT = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331" };
  const traceparent = `00-${PARENT.traceId}-${PARENT.spanId}-01`;

  /** The API with somebody who takes its errors and its spans. */
  async function startWatched(options: Parameters<typeof startApi>[1]) {
    const collector = await startCollector();
    const reporting = openReporting(
      {
        SENTRY_DSN: parseDsn(`http://public@${collector.place}/7`),
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://${collector.place}`,
        OUTGOING_EXCEPTIONS: [collector.place],
      },
      "api",
    );
    const api = startApi(publishedUrl, { ...options, reporting });
    const web = await serveForTest(api);
    return {
      ...{ api, web },
      async end() {
        await web.close();
        await api.close();
        await reporting.close();
        await collector.close();
        const of = (path: string) => collector.taken.filter((one) => one.path === path);
        return { reports: of("/api/7/envelope/"), batches: of("/v1/traces") };
      },
    };
  }

  test("an error in a handler reaches the reporter with its request, and no secret does [1.47]", async () => {
    const { web, end } = await startWatched({
      now: () => {
        throw new Error("cannot go on with password=hunter2");
      },
    });
    const answer = await fetch(`${web.url}/v1/listings?limit=7`, {
      headers: { "x-request-id": "of-the-report", authorization: `Bearer vly_${"k".repeat(43)}` },
    });
    expect(answer.status).toBe(500);
    const { reports } = await end();
    const event = JSON.parse(reports[0]?.body.split("\n")[2] ?? "{}");
    expect(event).toMatchObject({
      tags: {
        ...{ component: "api", requestId: "of-the-report", route: "/v1/listings" },
        traceId: answer.headers.get("x-trace-id"),
      },
      exception: { values: [{ value: "cannot go on with password=[hidden]" }] },
    });
    for (const secret of ["hunter2", "vly_k", "limit"]) {
      expect(reports.map(({ body }) => body).join()).not.toContain(secret);
    }
  });

  test("a trace goes on through answer, log and collector, also where an answer was kept [3.90]", async () => {
    const { api, web, end } = await startWatched({ answerTrustMs: 60_000 });
    const headers = { traceparent };
    for (let time = 0; time < 3; time += 1) {
      const answer = await fetch(`${web.url}/v1/listings?limit=1`, { headers });
      expect(answer.headers.get("x-trace-id")).toBe(PARENT.traceId);
    }
    const begun = await fetch(`${web.url}/v1/listings/999`, {
      headers: { traceparent: "00-nonsense" },
    });
    const own = begun.headers.get("x-trace-id") ?? "";
    expect(own).toMatch(/^[0-9a-f]{32}$/);
    const logged = api.lines.filter(({ msg }) => msg === "request");
    expect(logged.map(({ traceId }) => traceId)).toEqual([...Array(3).fill(PARENT.traceId), own]);
    const { batches } = await end();
    const spans = batches.flatMap(({ body }) => {
      const [of] = JSON.parse(body).resourceSpans;
      expect(of.resource.attributes).toEqual([
        { key: "service.name", value: { stringValue: "valyra-api" } },
      ]);
      return of.scopeSpans[0].spans;
    });
    expect(spans).toHaveLength(4);
    for (const span of spans.slice(0, 3)) {
      expect(span).toMatchObject({
        ...{ traceId: PARENT.traceId, parentSpanId: PARENT.spanId, kind: 2, status: {} },
        name: "GET /v1/listings",
      });
      expect(BigInt(span.endTimeUnixNano) > BigInt(span.startTimeUnixNano)).toBe(true);
    }
    expect(spans[3]).toMatchObject({ traceId: own, name: "GET /v1/listings/:id" });
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(4);
    expect(spans[3].attributes).toContainEqual({
      ...{ key: "http.response.status_code", value: { intValue: "404" } },
    });
  });

  test("without settings nothing is traced and nobody is told", async () => {
    const answer = await apis.published.get("/v1/listings", { traceparent });
    expect(answer.headers.get("x-trace-id")).toBeNull();
  });
});
