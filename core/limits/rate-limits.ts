import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import type pg from "pg";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { createPool } from "../db/pools.ts";
import { openRedis } from "../redis.ts";
import {
  POLICY_NAMES,
  type Policy,
  type PolicyName,
  type PolicySettings,
  type QuotaOverrides,
  ratePolicies,
} from "./policies.ts";

/** What counting one request has come to. */
export type Verdict = {
  isAllowed: boolean;
  /** Requests that are left in this window. */
  remaining: number;
  /** Until the window ends and the quota is whole again. */
  resetSeconds: number;
};

/** Counters of everything that is limited. Counting never fails. */
export type RateLimits = {
  /** As the table says; `quotaOf` knows what administrators have changed. */
  readonly policies: Readonly<Record<PolicyName, Policy>>;
  /** Quota that holds now; 0 is no limit. */
  quotaOf(policy: PolicyName): number;
  /** Counts one request of whoever `key` names. */
  consume(policy: PolicyName, key: string): Promise<Verdict>;
  /** What has come of the requests so far, without counting one. */
  look(policy: PolicyName, key: string): Promise<Verdict>;
  /** Since the start: requests refused by policy, and how often the store could not be asked. */
  use(): { refused: Record<PolicyName, number>; outages: number };
  close(): Promise<void>;
};

export type RateLimitOptions = {
  settings: PolicySettings;
  /** Where all processes count together. */
  redisUrl?: string | undefined;
  /**
   * Where they do without Redis. Reads are then counted by each process: there are too many of them
   * for a table, and they guard the process rather than money.
   */
  databaseUrl?: string | undefined;
  /** What administrators have set; asked with every request. */
  overrides?: (() => QuotaOverrides) | undefined;
  /** Told when the store cannot be asked, once for each spell of it. */
  onOutage: (error: unknown) => void;
};

/** After a failure the store is left alone for this long, so that a hung one delays few requests. */
const AWAY_MS = 1_000;

/** Told of failures once in this time, milliseconds; they come with every request. */
const QUIET_MS = 60_000;

const STORE_CONNECTIONS = 2;

type Counter = { shared: RateLimiterAbstract | undefined; own: RateLimiterAbstract };
type Ask = (limiter: RateLimiterAbstract) => Promise<RateLimiterRes | null>;

/**
 * Opens the counters of a process. While the store is away the process counts for itself: clients may
 * then have their quota at each process, and nobody is refused because a counter is out of reach.
 */
export function openRateLimits({
  settings,
  redisUrl,
  databaseUrl,
  overrides = () => ({}),
  onOutage,
}: RateLimitOptions): RateLimits {
  const policies: Record<PolicyName, Policy> = ratePolicies(settings);
  const refused = Object.fromEntries(POLICY_NAMES.map((name) => [name, 0]));
  const use = { refused: refused as Record<PolicyName, number>, outages: 0 };
  let awayUntil = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (error: unknown) => {
    const now = performance.now();
    if (now - toldAt < QUIET_MS) return;
    toldAt = now;
    onOutage(error);
  };
  const redis = redisUrl === undefined ? undefined : openRedis(redisUrl, tell);
  const pool =
    redis !== undefined || databaseUrl === undefined
      ? undefined
      : createPool(databaseUrl, "counters", {
          max: STORE_CONNECTIONS,
          processName: "valyra_api",
          onIdleError: tell,
        });
  const counters = Object.fromEntries(
    POLICY_NAMES.map((name) => [name, createCounter(policies[name], { redis, pool })]),
  ) as Record<PolicyName, Counter>;

  const quotaOf = (name: PolicyName) => {
    const { quota } = policies[name];
    // Reads are answered before anything else is looked at: their quota is a setting of the process.
    return name === "reads" ? quota : (overrides()[name] ?? quota);
  };

  async function ask({ shared, own }: Counter, work: Ask): Promise<RateLimiterRes | null> {
    if (shared === undefined || performance.now() < awayUntil) return attempt(own, work);
    try {
      return await attempt(shared, work);
    } catch (error) {
      awayUntil = performance.now() + AWAY_MS;
      use.outages += 1;
      tell(error);
      return attempt(own, work);
    }
  }

  const judge = (name: PolicyName, found: RateLimiterRes | null, isSpent: boolean): Verdict => {
    const [quota, { windowSeconds }] = [quotaOf(name), policies[name]];
    const consumed = found?.consumedPoints ?? 0;
    return {
      isAllowed: quota === 0 || (isSpent ? consumed <= quota : consumed < quota),
      remaining: Math.max(0, quota - consumed),
      resetSeconds: Math.max(1, Math.ceil((found?.msBeforeNext ?? windowSeconds * 1_000) / 1_000)),
    };
  };

  return {
    policies,
    quotaOf,
    async consume(name, key) {
      const found = await ask(counters[name], (limiter) => limiter.consume(key));
      const verdict = judge(name, found, true);
      if (!verdict.isAllowed) use.refused[name] += 1;
      return verdict;
    },
    async look(name, key) {
      return judge(name, await ask(counters[name], (limiter) => limiter.get(key)), false);
    },
    use: () => ({ refused: { ...use.refused }, outages: use.outages }),
    async close() {
      redis?.disconnect();
      await pool?.end();
    },
  };
}

function createCounter(
  { name, quota, windowSeconds, isLocal }: Policy,
  { redis, pool }: { redis: Redis | undefined; pool: pg.Pool | undefined },
): Counter {
  const options = { keyPrefix: `valyra:limit:${name}`, points: quota, duration: windowSeconds };
  const own = new RateLimiterMemory(options);
  if (isLocal === true) return { shared: undefined, own };
  if (redis !== undefined) {
    const store = { ...options, storeClient: redis, rejectIfRedisNotReady: true };
    return { shared: new RateLimiterRedis(store), own };
  }
  if (pool === undefined || name === "reads") return { shared: undefined, own };
  return { shared: new HashedPostgres(options, pool), own };
}

/** Addresses and ids are not kept in the clear: a hash of them counts as well. */
class HashedPostgres extends RateLimiterPostgres {
  constructor(options: { keyPrefix: string; points: number; duration: number }, pool: pg.Pool) {
    super({
      ...options,
      storeClient: pool,
      storeType: "pool",
      schemaName: "app",
      tableName: "rate_limit",
      tableCreated: true,
    });
  }
  override getKey(key: string | number): string {
    return super.getKey(createHash("sha256").update(String(key)).digest("base64url"));
  }
}

/** The library rejects with the same kind of answer when a quota is used up. */
async function attempt(limiter: RateLimiterAbstract, work: Ask): Promise<RateLimiterRes | null> {
  try {
    return await work(limiter);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}
