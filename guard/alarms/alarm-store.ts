import type pg from "pg";

/** Reasons for which the index must not be trusted; each has its page in docs/operations.md. */
export type AlarmName =
  | "providers_disagree"
  | "deep_reorganisation"
  | "block_changed"
  | "wrong_chain"
  | "row_audit_behind";

/** One connection or a pool of them. */
type Queryable = Pick<pg.ClientBase, "query">;

/** Raises an alarm, or says again that it holds: readiness is off until it is cleared. */
export async function raiseAlarm(
  db: Queryable,
  chainId: number,
  name: AlarmName,
  detail: string,
): Promise<void> {
  await db.query(
    `INSERT INTO app.alarm (chain_id, name, detail) VALUES ($1, $2, $3)
     ON CONFLICT (chain_id, name) DO UPDATE SET detail = excluded.detail, seen_at = now()`,
    [chainId, name, detail],
  );
}

/** Clears alarms that hold no longer. */
export async function clearAlarms(
  db: Queryable,
  chainId: number,
  names: readonly AlarmName[],
): Promise<void> {
  await db.query("DELETE FROM app.alarm WHERE chain_id = $1 AND name = ANY ($2)", [chainId, names]);
}
