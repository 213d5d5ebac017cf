import { createHash, randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { hasRedis, startRedis } from "../support/redis.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { asking, createSessions } from "./support/signed-in.ts";
import { fillSmallMarket } from "./support/small-market.ts";

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
  redis = hasRedis() ? await startRedis() : undefined;
  api = startApi(urls.api, {
    callers: { bySession: sessions.bySession },
    hasLimits: true,
    limitOptions: { databaseUrl: urls.api, redisUrl: redis?.url },
  });
});
afterAll(async () => {
  await api.close();
  await redis?.stop();
  await server.stop();
});

/** A secret in every form in which it could have been left behind. */
function forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    bytes.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/** Every row of every table of the database as text. */
async function dumpDatabase(): Promise<string> {
  return withClient(urls.admin, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`SELECT t::text AS row FROM ${name} AS t`);
      parts.push(name, ...rows.map(({ row }) => row));
    }
    return parts.join("\n");
  });
}

async function dumpRedis(url: string): Promise<string> {
  const client = new Redis(url);
  const keys = await client.keys("*");
  const values = await Promise.all(
    keys.map(async (key) => {
      const value = await client.dump(key);
      return `${key} ${value}`;
    }),
  );
  client.disconnect();
  return values.join("\n");
}

test("no secret of a run is in the database, in Redis or in the logs (AU-8) [4.22]", async () => {
  const canaries: Record<string, string> = {};
  const caller = await addAccount(urls.admin, { roles: ["admin"] });
  const token = sessions.tokenOf(caller);
  const ask = asking(api, { authorization: `Bearer ${token}` });
  canaries.idempotencyKey = randomUUID();
  const made = await ask(
    "POST",
    "/v1/keys",
    { name: "k" },
    { "idempotency-key": canaries.idempotencyKey },
  );
  canaries.key = (made.body.data as Record<string, string>).secret ?? "";
  const keyId = (made.body.data as Record<string, string>).keyId ?? "";
  const instant = await asking(api)("POST", "/v1/keys", { name: "i" });
  canaries.instantKey = (instant.body.data as Record<string, string>).secret ?? "";
  const rotated = await ask("POST", `/v1/keys/${keyId}/rotate`, {});
  canaries.rotatedKey = (rotated.body.data as Record<string, string>).secret ?? "";
  // Used in every place where a client could put one, rightly or by mistake.
  canaries.wrongKey = `vly_${"wrong".padEnd(43, "canary")}`;
  canaries.wrongToken = "header.canarycanarycanary.signature";
  for (const secret of [canaries.key, canaries.rotatedKey, canaries.wrongKey]) {
    await asking(api, { "x-api-key": secret })("GET", "/v1/keys");
    await asking(api, { authorization: `Bearer ${secret}` })("GET", "/v1/listings?limit=0");
    await asking(api, { authorization: `Basic ${secret}` })("GET", "/v1/keys");
    await ask("POST", "/v1/keys", { name: 1, secret });
    await ask("DELETE", `/v1/keys/${keyId}`, undefined, { cookie: `session=${secret}` });
  }
  await asking(api, { authorization: `Bearer ${canaries.wrongToken}` })("GET", "/v1/keys");
  await api.flush();

  const places: Record<string, string> = {
    database: await dumpDatabase(),
    logs: JSON.stringify(api.lines),
    ...(redis === undefined ? {} : { redis: await dumpRedis(redis.url) }),
  };
  // The search finds what is there: the hash of the key is, and so is its shown beginning.
  const hash = createHash("sha256").update(canaries.key).digest("hex");
  expect(places.database).toContain(hash);
  expect(places.database).toContain(canaries.key.slice(0, 12));
  expect(places.logs).toContain("/v1/keys");
  for (const [place, text] of Object.entries(places)) {
    for (const [name, secret] of Object.entries(canaries)) {
      expect(secret.length).toBeGreaterThan(20);
      for (const form of forms(secret))
        expect(text.includes(form), `${name} in ${place}`).toBe(false);
    }
  }
});
