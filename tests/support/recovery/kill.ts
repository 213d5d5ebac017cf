import { setTimeout as delay } from "node:timers/promises";
import { waitUntil } from "../../../devnet/processes/wait-until.ts";
import type { PonderProcess } from "../ponder.ts";
import { withClient } from "../postgres.ts";
import type { LiveMarket } from "./live-market.ts";

/** When an indexer dies: in its backfill, while it follows the market, or as blocks are replaced. */
export const MOMENTS = ["backfill", "traffic", "reorganisation"] as const;
export type Moment = (typeof MOMENTS)[number];

export const DEEPEST = 25;

/** Tables that any stretch of history writes to. */
const BUSY_TABLES = ["activity", "listing", "offer", "escrow", "seller", "token_movement"];

/** Longer than an indexer needs to take up the traffic before its death, so that any point is met. */
const LATEST_DEATH_MS = 900;

/** Brings the moment about and kills the indexer in it with SIGKILL. */
export async function killAt(
  moment: Moment,
  market: LiveMarket,
  index: PonderProcess,
): Promise<void> {
  const { prng } = market;
  if (moment === "backfill") return killWhileWriting(index, prng.pick(BUSY_TABLES));
  await market.play(prng.between(4, 12));
  if (moment === "reorganisation") {
    await index.reached(await market.chain.blockNumber());
    await market.reorganise(prng.between(1, DEEPEST));
  }
  await delay(prng.between(0, LATEST_DEATH_MS));
  await index.kill9();
}

/** Kills an indexer in the middle of a transaction, which it cannot finish as a table is held. */
async function killWhileWriting(index: PonderProcess, table: string): Promise<void> {
  const { databaseUrl, schema } = index.options;
  const name = `"${schema}"."${table}"`;
  await withClient(databaseUrl, async (client) => {
    const until = (what: string, sql: string) =>
      waitUntil(async () => (await client.query<{ yes: boolean }>(sql)).rows[0]?.yes, {
        what,
        deadlineMs: 60_000,
        everyMs: 5,
      });
    await until("no tables", `select to_regclass('${name}') is not null as yes`);
    await client.query("begin");
    await client.query(`lock table ${name} in share mode`);
    await until(
      `nothing writes to ${table}`,
      `select count(*) > 0 as yes from pg_locks
       where relation = '${name}'::regclass and not granted`,
    );
    await index.kill9();
    await client.query("rollback");
  });
}

/** Whether the indexer of a schema ever got through its backfill. */
export async function wasReady({ options }: PonderProcess): Promise<boolean> {
  const { rows } = await withClient(options.databaseUrl, (client) =>
    client.query<{ ready: string }>(
      `select value ->> 'is_ready' as ready from "${options.schema}"._ponder_meta
       where key = 'app'`,
    ),
  );
  return rows[0]?.ready === "1";
}

/** Makes a dead indexer's lock on its schema look old, which Ponder otherwise waits 25 s for. */
export function ageLock(index: PonderProcess): Promise<void> {
  return setHeartbeat(index, 0);
}

/**
 * Makes a dead indexer's lock as young as if it had died just now: on a slow machine it would be old
 * by the time that the next one looks at it.
 */
export function renewLock(index: PonderProcess): Promise<void> {
  return setHeartbeat(index, Date.now());
}

/** @param atMs milliseconds since 1970, as Ponder writes them */
async function setHeartbeat({ options }: PonderProcess, atMs: number): Promise<void> {
  await withClient(options.databaseUrl, (client) =>
    client.query(
      `update "${options.schema}"._ponder_meta
       set value = jsonb_set(value::jsonb, '{heartbeat_at}', to_jsonb($1::bigint)) where key = 'app'`,
      [atMs],
    ),
  );
}
