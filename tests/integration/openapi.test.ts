import openapiTypes from "openapi-typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { ApiDeps } from "../../api/deps.ts";
import { PROBLEMS } from "../../api/http/catalogue.ts";
import { newRouter } from "../../api/http/router.ts";
import { buildOpenApi } from "../../api/openapi.ts";
import { registerRoutes } from "../../api/routes/index.ts";
import type { ErrorCode } from "../../core/errors.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { OpenApiDocument } from "./support/openapi-document.ts";
import { AGENT_ESCROW, ENTITLEMENTS_CONTRACT, ESCROW_CONTRACT } from "./support/rows.ts";
import { fillSmallMarket } from "./support/small-market.ts";

const DOCUMENT = buildOpenApi();

/** The marketplace that the examples of the catalogue name. */
const EXAMPLE_CONTRACT = "0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0";

const asJson = (): typeof DOCUMENT => JSON.parse(JSON.stringify(DOCUMENT));

const OPERATIONS = Object.entries(DOCUMENT.paths ?? {}).flatMap(([path, item]) =>
  item.get === undefined ? [] : [[path, item.get] as const],
);

type BrokenDocument = { operation: { responses?: object; parameters?: unknown }; field: object };

describe("the OpenAPI document", () => {
  test("is 3.1 and passes a validator [2.109]", async () => {
    expect(OpenApiDocument.safeParse(asJson()).error).toBeUndefined();
    const types = await openapiTypes(asJson() as never, { silent: true });
    expect(types.length).toBeGreaterThan(0);
  });

  test.each<[string, (document: BrokenDocument) => void]>([
    ["an operation without answers", ({ operation }) => delete operation.responses],
    ["a member that nobody knows", ({ operation }) => Object.assign(operation, { nonsense: 1 })],
    [
      "a tag that is not described",
      ({ operation }) => Object.assign(operation, { tags: ["None"] }),
    ],
    ["a type that does not exist", ({ field }) => Object.assign(field, { type: "text" })],
    ["a path without its parameter", ({ operation }) => delete operation.parameters],
  ])("is refused with %s", (_title, spoil) => {
    const document = asJson();
    const operation = document.paths?.["/v1/listings/{id}"]?.get;
    const listing = document.components?.schemas?.Listing as { properties: { title: object } };
    spoil({ operation: operation ?? {}, field: listing.properties.title });
    expect(OpenApiDocument.safeParse(document).success).toBe(false);
  });

  test.each(OPERATIONS)(
    "%s has an id, a tag, a summary, an example and its refusals",
    (_path, operation) => {
      expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
      expect(operation.tags).toHaveLength(1);
      expect(operation.summary).toBeTruthy();
      const [content] = Object.values(operation.responses?.[200]?.content ?? {}) as {
        example?: unknown;
        schema?: { example?: unknown };
      }[];
      expect(content?.example ?? content?.schema?.example).toBeDefined();
      expect(operation.responses?.[500]).toBeDefined();
      for (const response of Object.values(operation.responses ?? {})) {
        const problem = response.content?.["application/problem+json"];
        if (problem !== undefined) expect(Object.keys(problem.examples ?? {})).not.toEqual([]);
      }
    },
  );

  test("every example of an answer fits the schema of its route", () => {
    const router = newRouter();
    registerRoutes(router, {} as ApiDeps);
    let count = 0;
    for (const definition of router.openAPIRegistry.definitions) {
      if (definition.type !== "route") continue;
      const { method, path, responses } = definition.route;
      if (method !== "get") continue;
      const declared = responses[200];
      const content = declared && "content" in declared && declared.content?.["application/json"];
      if (!content || !("schema" in content)) continue;
      const example =
        DOCUMENT.paths?.[path]?.get?.responses?.[200].content["application/json"].example;
      // Routes are declared with zod, never with plain objects.
      const read = (content.schema as z.ZodType).safeParse(example);
      expect(read.error, path).toBeUndefined();
      expect(read.data).toEqual(example);
      count++;
    }
    // All but the stream, the three pages for people, and the bytes of uploads.
    expect(count).toBe(OPERATIONS.length - 6);
  });

  test("no named schema is null: what may be null says so where it is used", () => {
    for (const [name, schema] of Object.entries(DOCUMENT.components?.schemas ?? {})) {
      expect([(schema as { type?: unknown }).type].flat(), name).not.toContain("null");
    }
    expect(JSON.stringify(DOCUMENT)).not.toMatch(/"allOf":\[\{"\$ref":"[^"]+"\},\{"type":\[/);
  });
});

describe("the examples of refusals", () => {
  let server: PostgresServer;
  let api: TestApi;
  beforeAll(async () => {
    server = sharedPostgres();
    const urls = await createPublishedDatabase(server.url);
    await withClient(urls.admin, fillSmallMarket);
    const contract = (
      kind: "marketplace" | "escrow" | "agentEscrow" | "entitlement",
      address: string,
    ) => ({
      kind,
      generation: "M3" as const,
      address: address as `0x${string}`,
      startBlock: 1,
    });
    api = startApi(urls.api, {
      contracts: [
        contract("marketplace", EXAMPLE_CONTRACT),
        contract("escrow", ESCROW_CONTRACT),
        contract("agentEscrow", AGENT_ESCROW),
        contract("entitlement", ENTITLEMENTS_CONTRACT),
      ],
    });
  });
  afterAll(async () => {
    await api.close();
    await server.stop();
  });

  /** Those that depend on the address alone; the others need a server in trouble, or a bad sender. */
  const ALWAYS = (Object.keys(PROBLEMS) as ErrorCode[]).filter((code) => {
    const { status, example } = PROBLEMS[code];
    const isWhole = / \/[^…]*$/.test(example.request);
    return isWhole && [400, 404, 405].includes(status) && code !== "AMBIGUOUS_ID";
  });

  test.each(ALWAYS)("%s is what its example is answered with [2.111]", async (code) => {
    const { request, detail } = PROBLEMS[code].example;
    const [method = "GET", address = ""] = request.split(" ");
    const path = address.replaceAll(EXAMPLE_CONTRACT, contractOf(code));
    const response = await api.request(path, { method });
    const problem = (await response.json()) as { code: string; detail: string };
    expect(problem.code).toBe(code);
    if (code !== "UNKNOWN_SEQUENCE") {
      expect(problem.detail).toBe(detail.replaceAll(EXAMPLE_CONTRACT, contractOf(code)));
    }
  });
});

/** The contract of this market that keeps rows of the kind that a code misses. */
function contractOf(code: ErrorCode): string {
  if (/^(?:OFFER|ESCROW|DISPUTE|HOLD)_/.test(code)) return ESCROW_CONTRACT;
  if (code === "AGENT_PAYMENT_NOT_FOUND") return AGENT_ESCROW;
  if (/^(?:AGENT|ENTITLEMENT)_/.test(code)) return ENTITLEMENTS_CONTRACT;
  return EXAMPLE_CONTRACT;
}
