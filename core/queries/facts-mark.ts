import { sql } from "kysely";
import { type IndexedDb, selectRaw } from "../db/indexed.ts";

/** By what two states of the index with the same facts are known as such. */
export type FactsMark = {
  /** Text that changes with every event, transfer, profile, publication and repair. */
  mark: string;
  /** Text that changes with every publication and repair: what was final stays so while it is the same. */
  era: string;
  /** Unix seconds of the newest event or transfer: nothing that was indexed happened later. */
  lastSecond: bigint;
};

/**
 * Reads the mark. Every change of a row comes with an event or a transfer of its block, so while the
 * newest of both are the same, blocks without any have brought no fact, and a reorganisation that
 * took facts away has changed the hashes of whatever followed them.
 */
export async function readFactsMark(db: IndexedDb, chainId: number): Promise<FactsMark> {
  const query = sql<FactsMark>`(
    SELECT time.era, concat_ws(' ', time.era, event.block_hash, event.log_index,
        movement.block_hash, movement.log_index,
        (SELECT revision FROM app.listing_profile_revision)) AS mark,
      greatest(event.occurred_at, movement.moved_at, 0) AS last_second
    FROM (
      SELECT concat_ws(' ', place.schema_name, place.build_id, (SELECT max(id) FROM app.release),
        (SELECT max(finished_at) FROM app.repair)) AS era
      FROM indexed._release AS place
    ) AS time
    LEFT JOIN LATERAL (
      SELECT block_hash, log_index, occurred_at FROM indexed.activity WHERE chain_id = ${chainId}
      ORDER BY block_number DESC, log_index DESC LIMIT 1
    ) AS event ON true
    LEFT JOIN LATERAL (
      SELECT block_hash, log_index, moved_at FROM indexed.token_movement WHERE chain_id = ${chainId}
      ORDER BY block_number DESC, log_index DESC LIMIT 1
    ) AS movement ON true)`;
  return selectRaw(db, query).executeTakeFirstOrThrow();
}
