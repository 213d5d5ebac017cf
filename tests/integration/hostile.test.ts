import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildOpenApi } from "../../api/openapi.ts";
import { COLLECTIONS } from "../../api/routes/index.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { ALL_HOSTILE, expectNoAccident, HOSTILE_VALUES } from "./support/hostile.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { BUYER, ESCROW_CONTRACT, insertRows, type SeededTable } from "./support/rows.ts";
import { makeSearchable } from "./support/search.ts";
import { fillSmallMarket } from "./support/small-market.ts";

/** What the small market lacks for a second page of every list. */
const SECOND_ROWS = [
  ["dispute", [{}]],
  ["transition_hold", [{}]],
  ["seller", [{}, { seller: BUYER }]],
  ["agent", [{}, { agent_id: 2 }]],
  ["agent_payment", [{}, { agent_id: 2, payment_id: `0x${"ab".repeat(32)}` }]],
  ["entitlement", [{}, { token_id: 2 }]],
  ["contract", [{ address: ESCROW_CONTRACT, kind: "escrow" }]],
  ["token", [{ address: BUYER }]],
] as const satisfies readonly (readonly [SeededTable, readonly object[]])[];

let server: PostgresServer;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    await fillSmallMarket(client);
    for (const [table, rows] of SECOND_ROWS) await insertRows(client, "release_a", table, rows);
  });
  await makeSearchable(urls.worker);
  // Many are sent at once: on a busy machine the last of them would be told to come again.
  api = startApi(urls.api, {
    databaseOptions: { queue: { maxWaiting: 1_000, maxWaitMs: 60_000 } },
  });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

type Parameter = { name: string; in: string };

/** Every documented address with its query parameters. A stream never ends, so it is left out. */
const OPERATIONS = Object.entries(buildOpenApi().paths ?? {})
  .filter(([path]) => !path.endsWith("/stream"))
  .map(([path, { get, ...others }]) => ({
    path,
    writes: Object.keys(others).map((method) => method.toUpperCase()),
    parameters: ((get?.parameters ?? []) as Parameter[])
      .filter((parameter) => parameter.in === "query")
      .map(({ name }) => name),
  }));

/** The address with something in the places of its path. */
const fill = (path: string, value: string) => path.replaceAll(/\{\w+\}/g, value);

/** Whether the path is also one of those that another pattern means, as `nonce` could be an `{id}`. */
const isTakenElsewhere = (path: string, method: string) =>
  OPERATIONS.some(
    ({ path: pattern, writes }) =>
      writes.includes(method) &&
      new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );

const each = OPERATIONS.map(({ path, parameters }) => [path, parameters] as const);
const eachWithWrites = OPERATIONS.map(({ path, writes }) => [path, writes] as const);

describe("nothing that a stranger sends is an accident of ours", () => {
  test.each(each)("%s: every parameter with every hostile value", async (path, parameters) => {
    const address = fill(path, "0");
    for (const name of [...parameters, "nonsense"]) {
      const queries = [
        ...ALL_HOSTILE.map((value) => `${name}=${value}`),
        ...[name, `${name}=1&${name}=2`, `${name}[]=1&${name}[a]=2`],
      ];
      await Promise.all(queries.map((query) => expectNoAccident(api, `${address}?${query}`)));
    }
  });

  test.each(each.filter(([path]) => path.includes("{")))(
    "%s: hostile values in the path are refused",
    async (path) => {
      for (const value of HOSTILE_VALUES) {
        const response = await expectNoAccident(api, fill(path, value));
        if (response.status === 200) expect(value).toBe("0");
      }
      for (const value of ALL_HOSTILE) await expectNoAccident(api, fill(path, value));
    },
  );

  test.each(each)("%s: unknown parameters are named, whatever they are called", async (path) => {
    for (const name of ["__proto__", "constructor", "a/b~c", "%00", "ids[]"]) {
      await expectNoAccident(api, `${fill(path, "0")}?${name}=1`);
    }
    await expectNoAccident(api, `${fill(path, "0")}?${"a=1&".repeat(200)}`);
  });

  test.each(eachWithWrites)("%s: methods that it has not are refused", async (path, writes) => {
    const address = fill(path, "0");
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const response = await expectNoAccident(api, address, { method, body: "{" });
      if (writes.includes(method) || isTakenElsewhere(path, method)) {
        expect(response.ok).toBe(false);
      } else expect(response.status).toBe(405);
    }
    await expectNoAccident(api, address, { method: "HEAD" });
    await expectNoAccident(api, address, { method: "OPTIONS" });
  });

  test.each(COLLECTIONS.map(({ name }) => name))(
    "/v1/%s: broken cursors and those of other lists are refused (AP-8)",
    async (name) => {
      const cursors = await Promise.all(
        COLLECTIONS.map(async (other) => {
          const { page } = (await (await api.get(`/v1/${other.name}?limit=1`)).json()) as {
            page: { nextCursor: string | null };
          };
          expect(page.nextCursor).not.toBeNull();
          return [other.name, page.nextCursor ?? ""] as const;
        }),
      );
      for (const [other, cursor] of cursors) {
        const response = await expectNoAccident(api, `/v1/${name}?cursor=${cursor}`);
        if (other === name) expect(response.status).toBe(200);
        else expect(await response.json()).toMatchObject({ code: "CURSOR_MISMATCH", status: 400 });
        for (const damaged of [cursor.slice(1), cursor.slice(0, -1), `${cursor}A`, "A", ""]) {
          const refused = await expectNoAccident(api, `/v1/${name}?cursor=${damaged}`);
          expect(await refused.json()).toMatchObject({ code: "INVALID_CURSOR", status: 400 });
        }
      }
    },
  );
});
