import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ProblemSchema } from "../../api/http/problem.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { BUYER, ESCROW_CONTRACT, insertRows, MARKETPLACE } from "./support/rows.ts";

let server: PostgresServer;
let api: TestApi;
let urls: { admin: string; api: string };

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, (client) =>
    insertRows(client, "release_a", "listing", [{}, { listing_id: 1 }]),
  );
  api = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = ProblemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  return problem;
}

describe("what a stranger may send", () => {
  test("mistakes are listed with pointer, message and fix [2.73, 2.75]", async () => {
    const problem = await problemOf(
      await api.get("/v1/listings?limit=0&seller=0x12&nonsense=1&state=sold&limit=3"),
    );
    expect(problem.code).toBe("INVALID_REQUEST");
    expect(problem.errors.map((mistake) => mistake.pointer).sort()).toEqual([
      "/query/limit",
      "/query/nonsense",
      "/query/seller",
      "/query/state",
    ]);
    for (const mistake of problem.errors) expect(mistake.fix).not.toBe("");
  });

  test.each([
    ["/v1/listings?limit=101", "INVALID_REQUEST", 400],
    ["/v1/listings?cursor=abc", "INVALID_CURSOR", 400],
    ["/v1/listings/77", "LISTING_NOT_FOUND", 404],
    [`/v1/escrows/31337-${ESCROW_CONTRACT}-77`, "ESCROW_NOT_FOUND", 404],
    [`/v1/listings/1-${MARKETPLACE}-0`, "INVALID_ID", 400],
    ["/v1/offers/77", "OFFER_NOT_FOUND", 404],
    ["/v1/nothing", "ROUTE_NOT_FOUND", 404],
    ["/v1", "ROUTE_NOT_FOUND", 404],
    ["/problems/nothing", "ROUTE_NOT_FOUND", 404],
    [`/v1/listings?kind=${"x".repeat(9_000)}`, "URI_TOO_LONG", 414],
  ])("%.60s is %s", async (path, code, status) => {
    const response = await api.get(path);
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ code });
  });

  test("a mistake is told in one sentence, and how many more there are", async () => {
    const detailOf = async (query: string) =>
      (await problemOf(await api.get(`/v1/listings?${query}`))).detail;
    expect(await detailOf("limit=0")).toBe("/query/limit must be between 1 and 100.");
    expect(await detailOf("limit=0&nonsense=1")).toMatch(/^\/query\/.*\. More in `errors`: 1\.$/);
    expect((await detailOf(`${"x".repeat(2_000)}=1`)).length).toBeLessThan(250);
  });

  test("the bare address leads to the documentation", async () => {
    const response = await api.get("/");
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/docs");
  });

  test("a cursor is refused when damaged, and for other filters, sorts and lists", async () => {
    const { page } = (await (await api.get("/v1/listings?limit=1")).json()) as {
      page: { nextCursor: string };
    };
    const cursor = page.nextCursor;
    for (const at of [0, Math.floor(cursor.length / 2), cursor.length - 1]) {
      const other = cursor[at] === "x" ? "y" : "x";
      const damaged = `${cursor.slice(0, at)}${other}${cursor.slice(at + 1)}`;
      const response = await api.get(`/v1/listings?limit=1&cursor=${damaged}`);
      expect(await problemOf(response)).toMatchObject({ code: "INVALID_CURSOR", status: 400 });
    }
    for (const address of [
      `/v1/listings?cursor=${cursor}&state=active`,
      `/v1/listings?cursor=${cursor}&sort=oldest`,
      `/v1/escrows?cursor=${cursor}`,
    ]) {
      const response = await api.get(address);
      expect(await problemOf(response)).toMatchObject({ code: "CURSOR_MISMATCH", status: 400 });
    }
    expect((await api.get(`/v1/listings?cursor=${cursor}&limit=50`)).status).toBe(200);
  });

  test("a wrong method names the right ones, a body too large is refused", async () => {
    const wrong = await api.request("/v1/listings", { method: "POST" });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toContain("GET");
    expect(await problemOf(wrong)).toMatchObject({ code: "METHOD_NOT_ALLOWED" });
    const large = await api.request("/v1/listings", { method: "POST", body: "x".repeat(70_000) });
    expect(await problemOf(large)).toMatchObject({ code: "BODY_TOO_LARGE", status: 413 });
  });

  test("HEAD has the headers and no body", async () => {
    const response = await api.request("/v1/listings", { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
    expect(response.headers.get("x-indexed-block")).not.toBeNull();
  });

  test("a number that several contracts could mean is refused with the candidates", async () => {
    const second = `0x${"a2".repeat(20)}` as const;
    const two = startApi(urls.api, {
      contracts: [MARKETPLACE, second].map((address) => ({
        kind: "marketplace" as const,
        generation: "M3" as const,
        address,
        startBlock: 1,
      })),
    });
    try {
      const problem = await problemOf(await two.get("/v1/listings/0"));
      expect(problem.code).toBe("AMBIGUOUS_ID");
      expect(problem.errors.map((mistake) => mistake.fix)).toEqual([
        `31337-${MARKETPLACE}-0`,
        `31337-${second}-0`,
      ]);
      expect((await problemOf(await two.get("/v1/escrows/1"))).code).toBe("INVALID_ID");
    } finally {
      await two.close();
    }
  });

  test("an unexpected failure tells the log and nobody else [2.77]", async () => {
    const broken = startApi(urls.api, {
      now: () => {
        throw new Error("secret detail");
      },
    });
    try {
      const response = await broken.get(`/v1/offers?buyer=${BUYER}`);
      const text = await response.clone().text();
      expect(response.status).toBe(500);
      expect(text).not.toContain("secret detail");
      expect(text).not.toMatch(/\bat .+:\d+:\d+/);
      expect(await problemOf(response)).toMatchObject({ code: "INTERNAL" });
      expect(JSON.stringify(broken.lines)).toContain("secret detail");
    } finally {
      await broken.close();
    }
  });

  test("security headers are on every answer, problems included [4.55]", async () => {
    for (const path of ["/v1/listings", "/v1/nothing", "/health"]) {
      const { headers } = await api.get(path, { origin: "https://app.example" });
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d{7,}/);
      if (path.startsWith("/v1/")) {
        expect(headers.get("content-security-policy")).toMatch(
          /^default-src 'none'; .*frame-ancestors 'none'/,
        );
      }
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("x-request-id")).not.toBeNull();
    }
  });

  test("every code has its page at the address in type", async () => {
    const document = (await (await api.get("/openapi.json")).json()) as {
      components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } };
    };
    for (const code of document.components.schemas.Problem.properties.code.enum) {
      const response = await api.get(`/problems/${code.toLowerCase().replaceAll("_", "-")}`);
      expect(await response.json()).toMatchObject({ code });
    }
  });
});
