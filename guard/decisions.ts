import pg from "pg";
import { SINGLE_DECISION, STANDING_DECISION } from "./store/guard-store.ts";

/** A log that awaits a decision. */
export type UndecidedLog = {
  /** Chain, block and log index joined by hyphens: what `decide` takes. */
  id: string;
  contract: string;
  topic0: string | null;
  reason: string;
  txHash: string;
  foundAt: Date;
};

const ID = /^(\d{1,10})-(\d{1,16})-(\d{1,9})$/;

/** A text that is not the id of a log. */
export class InvalidLogId extends Error {
  override name = "InvalidLogId";
}

/** Everything that keeps readiness off, oldest first. */
export async function listUndecided(client: pg.ClientBase): Promise<UndecidedLog[]> {
  const { rows } = await client.query<UndecidedLog>(
    `SELECT concat_ws('-', chain_id, block_number, log_index) AS id, contract, topic0, reason,
       tx_hash AS "txHash", found_at AS "foundAt"
     FROM app.unknown_log WHERE decided_at IS NULL
     ORDER BY found_at, block_number, log_index`,
  );
  return rows;
}

/**
 * Records that a log needs no handling. With `isStanding` the decision also covers every other log,
 * past or future, of the same contract, topic and reason.
 * @returns how many logs were decided by it.
 */
export async function ignoreLog(
  client: pg.ClientBase,
  id: string,
  reason: string,
  isStanding: boolean,
): Promise<number> {
  const match = ID.exec(id);
  if (match === null) {
    throw new InvalidLogId(
      `"${id}" is no id of a log: it is chain, block and log index, as listed`,
    );
  }
  const { rowCount } = await client.query(
    `WITH chosen AS (
       SELECT * FROM app.unknown_log
       WHERE chain_id = $1 AND block_number = $2 AND log_index = $3 AND decided_at IS NULL
     )
     UPDATE app.unknown_log AS log SET decided_at = now(), decision = $4
     FROM chosen
     WHERE log.decided_at IS NULL AND (
       (log.chain_id = chosen.chain_id AND log.block_hash = chosen.block_hash
         AND log.log_index = chosen.log_index)
       OR ($5 AND log.chain_id = chosen.chain_id AND log.contract = chosen.contract
         AND log.topic0 IS NOT DISTINCT FROM chosen.topic0 AND log.reason = chosen.reason)
     )`,
    [...match.slice(1), `${isStanding ? STANDING_DECISION : SINGLE_DECISION}${reason}`, isStanding],
  );
  return rowCount ?? 0;
}

/** Runs `work` with a connection of its own. */
export async function withConnection<Value>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString, application_name: "valyra_guard" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
