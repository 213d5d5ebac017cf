import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { decodeCheckpoint } from "../../../core/db/checkpoint.ts";
import { waitUntil } from "../../../devnet/processes/wait-until.ts";

/** What one statement of a reader saw of the published release. */
export type Sight = { block: bigint; events: bigint; buildId: string };

/** A reader that never rests, as the API under load. */
export type ReaderLoop = {
  readonly seen: readonly Sight[];
  readonly errors: readonly unknown[];
  /** The longest that one statement took, milliseconds. */
  readonly longestMs: number;
  /** Waits until the published release has come to `block`. */
  reached(block: bigint): Promise<void>;
  stop(): Promise<void>;
};

/** Reads several views in one statement: all of one release, or the switch was torn. */
const SIGHT = `
  SELECT point.latest_checkpoint AS checkpoint,
         (SELECT count(*) FROM indexed.activity) AS events,
         (SELECT value ->> 'build_id' FROM indexed._ponder_meta WHERE key = 'app') AS build_id
  FROM indexed._ponder_checkpoint AS point`;

/**
 * Reads over and over on one connection until stopped; keeps the errors instead of throwing.
 *
 * @param everyMs pause between two reads, milliseconds: without one a reader takes a core
 */
export function startReader(url: string, everyMs = 0): ReaderLoop {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const seen: Sight[] = [];
  const errors: unknown[] = [];
  let isStopped = false;
  let longestMs = 0;

  async function look() {
    const startedAt = performance.now();
    const { rows } = await pool.query<{ checkpoint: string; events: string; build_id: string }>(
      SIGHT,
    );
    longestMs = Math.max(longestMs, performance.now() - startedAt);
    for (const row of rows) {
      seen.push({
        block: decodeCheckpoint(row.checkpoint).number,
        events: BigInt(row.events),
        buildId: row.build_id,
      });
    }
  }
  async function loop() {
    while (!isStopped) {
      await look().catch((error: unknown) => errors.push(error));
      if (everyMs > 0) await pause(everyMs);
    }
  }
  const looping = loop();

  return {
    seen,
    errors,
    get longestMs() {
      return longestMs;
    },
    async reached(block) {
      await waitUntil(async () => (seen.at(-1)?.block ?? 0n) >= block, {
        what: `a reader of block ${block}`,
        deadlineMs: 60_000,
      });
    },
    async stop() {
      if (isStopped) return;
      isStopped = true;
      await looping;
      await pool.end();
    },
  };
}
