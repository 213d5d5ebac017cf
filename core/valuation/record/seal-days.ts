import { concatHex, type Hex, stringToHex } from "viem";
import type { Statements } from "../../jobs/add-job.ts";
import { rootOf } from "./day-root.ts";
import { readDayHashes, type SealedDay } from "./read-record.ts";

/**
 * Puts the entries of every day that is over under one root, in the caller's transaction. A day that
 * has its root keeps it; the database refuses a day that is not over, or whose entries were not all
 * counted.
 *
 * @returns the days that were sealed, oldest first
 */
export async function sealDays(transaction: Statements): Promise<string[]> {
  const { rows } = await transaction.query<{ day: string }>(
    `SELECT DISTINCT (recorded_at AT TIME ZONE 'UTC')::date::text AS day FROM app.estimate_record
     WHERE sequence > (SELECT coalesce(max(last_sequence), 0) FROM app.estimate_day)
       AND recorded_at < date_trunc('day', now(), 'UTC')
     ORDER BY day`,
  );
  for (const { day } of rows) {
    const hashes = await readDayHashes(transaction, day);
    await transaction.query("SELECT app.seal_estimate_day($1::date, $2, $3)", [
      day,
      rootOf(hashes),
      hashes.length,
    ]);
  }
  return rows.map(({ day }) => day);
}

/** What call data that anchors a root begins with, so that everybody can find it. */
const ANCHOR_PREFIX = "valyra-estimates/1:";

/**
 * Call data that anchors a root on chain: `valyra-estimates/1:`, the day as `YYYY-MM-DD`, `:` and the
 * 32 bytes of the root. Any transaction will do, such as one of the agent to itself without value: its
 * block proves that every estimate of the day existed by then.
 */
export function anchorData({ day, root }: Pick<SealedDay, "day" | "root">): Hex {
  // A root has the form of a hash by a check of its table.
  return concatHex([stringToHex(`${ANCHOR_PREFIX}${day}:`), root as Hex]);
}
