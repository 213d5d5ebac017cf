import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../core/db/database.ts";
import type { IndexedTables } from "../../core/db/indexed.ts";
import { DICTIONARY } from "../../core/release/dictionary.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createPublishedDatabase } from "./support/market.ts";

/** What each SQL type must arrive as; `$inferSelect` promises the same to the compiler. */
const ARRIVES_AS: Record<string, string> = {
  "numeric(78,0)": "bigint",
  bigint: "bigint",
  boolean: "boolean",
  integer: "number",
  json: "object",
  text: "string",
};

/** A value of each SQL type that a float could not hold, where there is one. */
const SAMPLES: Record<string, string> = {
  "numeric(78,0)": "115792089237316195423570985008687907853269984665640564039457584007913129639935",
  bigint: "9007199254740993",
  boolean: "true",
  integer: "7",
  json: '{"snake_case": 1}',
  text: "text",
};

const TABLES = DICTIONARY.relations.filter((relation) => relation.kind === "table");

let server: PostgresServer;
let urls: { admin: string; api: string };
let database: Database;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    const { rows } = await client.query<{ name: string; value: string }>(
      `SELECT t.typname AS name, min(e.enumlabel) AS value FROM pg_type t
       JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY 1`,
    );
    const words = new Map(rows.map((row) => [row.name, row.value]));
    for (const { name, columns } of TABLES) {
      const values = columns.map(({ type }) => words.get(type ?? "") ?? SAMPLES[type ?? ""]);
      await client.query(
        `INSERT INTO release_a.${name} VALUES (${values.map((_, index) => `$${index + 1}`).join(", ")})`,
        // Days of the view's sum need a time that is one.
        values.map((value, index) =>
          columns[index]?.name === "created_at" ? "1700000000" : value,
        ),
      );
    }
  });
  database = openDatabase(urls.api, { max: 2, processName: "test", onIdleError: () => undefined });
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

const camelCase = (name: string) =>
  name.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase());

describe("rows arrive as the schema says", () => {
  test.each(TABLES.map((table) => [table.name, table] as const))(
    "%s [4.1]",
    async (name, { columns }) => {
      const row = (await database.read(({ indexed }) =>
        indexed
          .selectFrom(camelCase(name) as keyof IndexedTables)
          .selectAll()
          .executeTakeFirstOrThrow(),
      )) as Record<string, unknown>;
      const types = columns.map(({ name: column }) => [
        camelCase(column),
        typeof row[camelCase(column)],
      ]);
      const expected = columns.map(({ name: column, type }) => [
        camelCase(column),
        ARRIVES_AS[type ?? ""] ?? "string",
      ]);
      expect(Object.keys(row)).toHaveLength(columns.length);
      expect(types).toEqual(expected);
    },
  );

  test("uint256 and 64-bit integers are exact, and JSON arrives as objects with its own keys [5.112]", async () => {
    const [movement, activity] = await database.read(async ({ indexed }) => [
      await indexed
        .selectFrom("tokenMovement")
        .select(["amountUnits", "movedAt"])
        .executeTakeFirstOrThrow(),
      await indexed.selectFrom("activity").select("args").executeTakeFirstOrThrow(),
    ]);
    expect(movement).toEqual({ amountUnits: 2n ** 256n - 1n, movedAt: 9007199254740993n });
    expect(activity).toEqual({ args: { snake_case: 1 } });
  });

  test("counts and sums of views are bigint too", async () => {
    const stat = await database.read(({ indexed }) =>
      indexed.selectFrom("dailyListingStat").selectAll().executeTakeFirstOrThrow(),
    );
    expect(stat).toMatchObject({ listingCount: 1n, askingPriceUnits: 2n ** 256n - 1n });
    expect(typeof stat.dayStart).toBe("bigint");
  });

  test("reads on one snapshot do not see what is committed between them [5.26]", async () => {
    await database.read(async ({ indexed, position }) => {
      const count = () =>
        indexed
          .selectFrom("token")
          .select((eb) => eb.fn.countAll<bigint>().as("count"))
          .executeTakeFirstOrThrow();
      expect(await count()).toEqual({ count: 1n });
      await withClient(urls.admin, (client) =>
        client.query("INSERT INTO release_a.token VALUES (1, '0x9', 'n', 's', 6, 1)"),
      );
      expect(await count()).toEqual({ count: 1n });
      expect(position.release).toBe("release_a");
    });
  });

  test("without a release the failure says so", async () => {
    await withClient(urls.admin, (client) =>
      client.query("ALTER VIEW indexed._position RENAME TO gone"),
    );
    await expect(database.read(async () => 1)).rejects.toMatchObject({ code: "NOT_PUBLISHED" });
    await withClient(urls.admin, (client) =>
      client.query("ALTER VIEW indexed.gone RENAME TO _position"),
    );
    expect(await database.read(async () => 1)).toBe(1);
  });
});
