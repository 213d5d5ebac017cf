import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { ApiDeps } from "../../api/deps.ts";
import { newRouter } from "../../api/http/router.ts";
import { buildOpenApi } from "../../api/openapi.ts";
import { streamChanges } from "../../api/routes/changes/changes.contract.ts";
import { COLLECTIONS, registerRoutes } from "../../api/routes/index.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { expectNoAccident } from "./support/hostile.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { type Parameter, type RandomRequest, randomRequests } from "./support/random-requests.ts";
import { setHeads } from "./support/rows.ts";
import { makeSearchable } from "./support/search.ts";
import { fillSmallMarket, NOW } from "./support/small-market.ts";

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 2_000);

/** Given again, the same requests follow. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_121);

/** What any address may be answered with, whatever it is. */
const EVERYWHERE = new Set(["ROUTE_NOT_FOUND", "URI_TOO_LONG"]);

/** Everything that is read; what belongs to somebody is refused to these strangers. */
const OPERATIONS = Object.entries(buildOpenApi().paths ?? {}).flatMap(([path, { get }]) =>
  get === undefined
    ? []
    : [
        {
          path,
          parameters: (get.parameters ?? []) as Parameter[],
          codes: Object.values(get.responses ?? {}).flatMap((response) =>
            Object.keys(response.content?.["application/problem+json"]?.examples ?? {}),
          ),
        },
      ],
);

/** Schemas of good answers by path and status, as the routes declare them. */
function declaredSchemas(): Map<string, z.ZodType> {
  const router = newRouter();
  registerRoutes(router, {} as ApiDeps);
  return new Map(
    router.openAPIRegistry.definitions.flatMap((definition) => {
      if (definition.type !== "route" || definition.route.method !== "get") return [];
      const { path, responses } = definition.route;
      return Object.entries(responses).flatMap(([status, response]) => {
        const declared = "content" in response ? response.content : undefined;
        const content = declared?.["application/json"] ?? declared?.["text/html"];
        if (content === undefined || !("schema" in content)) return [];
        // Routes are declared with zod, never with plain objects.
        return [[`${path} ${status}`, content.schema as z.ZodType] as const];
      });
    }),
  );
}

const SCHEMAS = declaredSchemas();

let server: PostgresServer;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  const now = new Date(Number(NOW) * 1_000);
  await withClient(urls.admin, async (client) => {
    await fillSmallMarket(client);
    await setHeads(client, { head: 100, safe: 90, final: 80, at: now });
  });
  await makeSearchable(urls.worker);
  // Every list is asked at once: on a busy machine the last of them would be told to come again.
  const queue = { maxWaiting: 1_000, maxWaitMs: 60_000 };
  api = startApi(urls.api, { now: () => now, databaseOptions: { queue } });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

/** Cursors of every list that has a second page. */
async function realCursors(): Promise<string[]> {
  const pages = await Promise.all(
    COLLECTIONS.map(async ({ name }) => {
      const answer = (await (await api.get(`/v1/${name}?limit=1`)).json()) as {
        page: { nextCursor: string | null };
      };
      return answer.page.nextCursor;
    }),
  );
  return pages.filter((cursor) => cursor !== null);
}

/** Asks, and holds the answer against the document. Returns its status. */
async function check({ path, address }: RandomRequest): Promise<number> {
  const response = await expectNoAccident(api, address);
  const body = await bodyOf(path, response);
  const schema = SCHEMAS.get(`${path} ${response.status}`);
  if (response.ok && path !== streamChanges.path) {
    expect(schema, `${address}: ${response.status} is not in the document`).toBeDefined();
    // Zod drops what a schema does not name: nothing undocumented may be left.
    expect(schema?.parse(body), address).toEqual(body);
  } else if (!response.ok) {
    const { code } = body as { code: string };
    const codes = OPERATIONS.find((operation) => operation.path === path)?.codes ?? [];
    expect(EVERYWHERE.has(code) || codes.includes(code), `${address}: ${code}`).toBe(true);
  }
  return response.status;
}

async function bodyOf(path: string, response: Response): Promise<unknown> {
  if (response.ok && path === streamChanges.path) return response.body?.cancel();
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  return isPage ? response.text() : response.json();
}

test(`${REQUESTS} requests made from the document are answered as it says (AP-14)`, async () => {
  console.log(`fuzz: FUZZ_SEED=${SEED}`);
  const known = {
    block: 100,
    txHash: `0x${(10).toString(16).padStart(64, "0")}`,
    cursors: await realCursors(),
  };
  const statuses = new Map<number, number>();
  const asked = new Set<string>();
  const property = fc.asyncProperty(randomRequests(OPERATIONS, known), async (request) => {
    const status = await check(request);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    asked.add(request.path);
  });
  await fc.assert(property, { numRuns: REQUESTS, seed: SEED });
  expect(asked.size).toBe(OPERATIONS.length);
  // Neither all refused nor all let through: both sides of every check are met.
  for (const status of [200, 400, 404])
    expect(statuses.get(status)).toBeGreaterThan(REQUESTS / 100);
});
