import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Cache, createCache } from "../../core/cache/cache.ts";
import { type CacheKey, cacheKey } from "../../core/cache/keys.ts";
import { openCache } from "../../core/cache/open-cache.ts";
import { createPostgresStore } from "../../core/cache/postgres-store.ts";
import { createLogger } from "../../core/log.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { hasRedis, type RedisServer, startRedis } from "../support/redis.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createPublishedDatabase } from "./support/market.ts";

let postgres: PostgresServer;
let redis: RedisServer | undefined;
let urls: { admin: string; api: string };
let cache: Cache;
let lines: string[];

const STORES = hasRedis() ? (["Postgres", "Redis"] as const) : (["Postgres"] as const);

beforeAll(async () => {
  postgres = sharedPostgres();
  urls = await createPublishedDatabase(postgres.url);
  if (STORES.length > 1) redis = await startRedis();
});
afterAll(async () => {
  await redis?.stop();
  await postgres.stop();
});

async function open(redisUrl: string | undefined, databaseUrl = urls.api): Promise<Cache> {
  lines = [];
  const log = createLogger("test", "info", { write: (line: string) => void lines.push(line) });
  return openCache({ redisUrl, databaseUrl, processName: "test", log });
}

const PROBE = cacheKey("config", "probe");

/** A connection is made in the background; until then the cache has nothing. */
const connected = () =>
  waitUntil(
    async () => {
      await cache.set(PROBE, 1n);
      return (await cache.get(PROBE)) === 1n;
    },
    { what: "the store is connected", deadlineMs: 15_000 },
  );

const short = (name: string): CacheKey => ({ ...cacheKey("offer", name), ttlSeconds: 1 });

describe.each(STORES)("the cache in %s", (store) => {
  beforeEach(async () => {
    cache = await open(store === "Redis" ? redis?.url : undefined);
    await connected();
  });
  afterEach(() => cache.close());

  test("keeps, gives back and deletes, integers and times included [5.31]", async () => {
    const key = cacheKey("user", store);
    const value = { raw: 2n ** 200n, at: new Date(0), list: [1, null, "é"] };
    expect(await cache.get(key)).toBeUndefined();
    await cache.set(key, value);
    expect(await cache.get(key)).toEqual(value);
    await cache.set(key, "newer");
    expect(await cache.get(key)).toBe("newer");
    await cache.del(key);
    expect(await cache.get(key)).toBeUndefined();
    const { hit, miss, outage } = cache.use();
    expect(hit).toBeGreaterThanOrEqual(3);
    expect(miss).toBeGreaterThanOrEqual(2);
    expect(outage).toBeLessThan(hit + miss);
  });

  test("forgets in time, and counts anew from then on", async () => {
    const [value, counter] = [short("value"), short("counter")];
    await cache.set(value, "kept");
    expect(await cache.incrementWithExpiry(counter)).toBe(1);
    expect(await cache.incrementWithExpiry(counter)).toBe(2);
    expect(await cache.get(value)).toBe("kept");
    await waitUntil(async () => (await cache.get(value)) === undefined, {
      what: "the value is forgotten",
      deadlineMs: 5_000,
    });
    await waitUntil(async () => (await cache.get(counter)) === undefined, {
      what: "the counter is forgotten",
      deadlineMs: 5_000,
    });
    expect(await cache.incrementWithExpiry(counter)).toBe(1);
  });

  test("counts in one step that also sets the end, whoever else counts [5.32]", async () => {
    const key = cacheKey("user", store, "attempts");
    const counts = await Promise.all(
      Array.from({ length: 100 }, () => cache.incrementWithExpiry(key)),
    );
    // Some may find the store too busy; of the others no two have counted the same.
    const counted = counts.filter((count) => count !== undefined);
    expect(counted.length).toBeGreaterThan(0);
    expect(new Set(counted).size).toBe(counted.length);
    expect(await endOf(store, key)).toBeGreaterThan(0);
    // A counter that lost its end, as by a process that died between two steps, gets one again.
    if (store === "Redis") {
      await withRedis((client) => client.set(key.name, "5"));
      expect(await cache.incrementWithExpiry(key)).toBe(6);
      expect(await endOf(store, key)).toBeGreaterThan(0);
    }
  });

  test("leaves out what is too large", async () => {
    const key = cacheKey("market", store, "large");
    await cache.set(key, "x".repeat(300_000));
    expect(await cache.get(key)).toBeUndefined();
  });
});

/** Seconds until an entry ends, as the store itself says. */
async function endOf(store: string, { name }: CacheKey): Promise<number> {
  if (store === "Redis") return withRedis((client) => client.ttl(name));
  return withClient(urls.admin, async (client) => {
    const { rows } = await client.query(
      "SELECT extract(epoch FROM expires_at - now())::int AS seconds FROM app.cache_entry WHERE key = $1",
      [name],
    );
    return rows[0]?.seconds;
  });
}

async function withRedis<Value>(work: (client: Redis) => Promise<Value>): Promise<Value> {
  const client = new Redis(redis?.url ?? "");
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}

describe("without its store", () => {
  afterEach(() => cache.close());

  test("it is a miss and one line in the log, never an error", async () => {
    for (const redisUrl of ["redis://127.0.0.1:1", undefined]) {
      cache = await open(redisUrl, "postgresql://valyra_api:x@127.0.0.1:1/none");
      const key = cacheKey("user", 1);
      await cache.set(key, "x");
      expect(await cache.get(key)).toBeUndefined();
      await cache.del(key);
      expect(await cache.incrementWithExpiry(key)).toBeUndefined();
      expect(cache.use()).toMatchObject({ hit: 0, miss: 1, outage: 4 });
      expect(lines).toHaveLength(1);
      if (redisUrl !== undefined) await cache.close();
    }
  });

  test("a store that never answers is given up in time", async () => {
    const never = () => new Promise<never>(() => undefined);
    cache = createCache(
      { read: never, write: never, remove: never, increment: never, close: async () => undefined },
      () => undefined,
    );
    expect(await cache.get(cacheKey("user", 1))).toBeUndefined();
    expect(cache.use()).toEqual({ hit: 0, miss: 1, outage: 1 });
  });

  test.runIf(STORES.length > 1)("it comes back with its store [5.30]", async () => {
    let own = await startRedis();
    cache = await open(own.url);
    await connected();
    await own.stop();
    expect(await cache.get(PROBE)).toBeUndefined();
    own = await startRedis(Number(new URL(own.url).port));
    await connected();
    await own.stop();
  });
});

test("the table in Postgres stays small, those that end first go first", async () => {
  const store = createPostgresStore(
    urls.api,
    { processName: "test", onError: () => undefined },
    20,
  );
  for (let index = 0; index < 100; index += 1) await store.write(`k${index}`, "x", 10 + index);
  const { rows } = await withClient(urls.admin, (client) =>
    client.query("SELECT key FROM app.cache_entry WHERE key LIKE 'k%'"),
  );
  expect(rows.length).toBeLessThanOrEqual(20);
  expect(rows).toContainEqual({ key: "k99" });
  await store.close();
});
