import type pg from "pg";
import { appendInSequence, expectCount } from "./store.ts";

/** What a journal entry says that tells of a repair of the index. */
export const REPAIR_ENTRY_KIND = "index.repaired";

/** Finished repairs of a chain that the journal has not told of, in the order of their ends. */
export async function findUntoldRepairs(client: pg.ClientBase, chainId: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM app.repair
     WHERE chain_id = $1 AND finished_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM app.journal_entry WHERE journal_entry.repair_id = repair.id)
     ORDER BY finished_at, id`,
    [chainId],
  );
  return rows.map(({ id }) => id);
}

/** Appends an entry for each finished repair; what it says is copied, for entries never change. */
export async function appendRepairs(client: pg.ClientBase, ids: readonly number[]): Promise<void> {
  await appendInSequence(client, async (next) => {
    const { rowCount } = await client.query(
      `INSERT INTO app.journal_entry
         (sequence, announced_sequence, status, chain_id, kind, repair_id, payload, occurred_at)
       SELECT new.sequence, new.sequence, 'final', repair.chain_id, $1, repair.id,
         jsonb_build_object(
           'repairKind', repair.kind, 'reason', repair.reason, 'outcome', repair.outcome,
           'fromBlock', repair.from_block, 'toBlock', repair.to_block,
           'openedAt', to_char(repair.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
         ),
         repair.finished_at
       FROM unnest($2::bigint[], $3::integer[]) AS new (sequence, repair_id)
       JOIN app.repair ON repair.id = new.repair_id AND repair.finished_at IS NOT NULL`,
      [REPAIR_ENTRY_KIND, ids.map(next), ids],
    );
    expectCount(rowCount, ids.length);
  });
}
