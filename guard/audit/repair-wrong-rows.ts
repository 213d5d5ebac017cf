import type pg from "pg";
import { openRepair } from "../repair/repair-store.ts";
import { INDEX_FAULTS } from "./compare.ts";

type Faults = { faults: number; from: string | null; to: string | null };

/**
 * Opens a repair for rows that proved logs contradict, as `app.unknown_log` lists them: the index is
 * built anew from the first of their blocks. While any repair is open nothing is added, for it may
 * mend them; and blocks that one has covered before are left to an operator, since an index that
 * comes out wrong again would be built for ever.
 * @returns whether a repair was opened
 */
export async function repairWrongRows(
  db: Pick<pg.ClientBase, "query">,
  chainId: number,
): Promise<boolean> {
  const { rows } = await db.query<Faults>(
    `SELECT count(*)::integer AS faults, min(block_number) AS from, max(block_number) AS to
     FROM app.unknown_log AS log
     WHERE log.chain_id = $1 AND log.decided_at IS NULL AND log.reason = ANY ($2)
       AND NOT EXISTS (
         SELECT 1 FROM app.repair WHERE repair.chain_id = $1 AND (repair.finished_at IS NULL
           OR (repair.kind = 'wrong_rows'
             AND log.block_number BETWEEN repair.from_block AND repair.to_block))
       )`,
    [chainId, [...INDEX_FAULTS]],
  );
  const [found] = rows;
  if (found === undefined || found.from === null || found.to === null) return false;
  await openRepair(db, {
    chainId,
    kind: "wrong_rows",
    reason: `${found.faults} rows differ from proved logs in blocks ${found.from} to ${found.to}`,
    fromBlock: BigInt(found.from),
    toBlock: BigInt(found.to),
  });
  return true;
}
