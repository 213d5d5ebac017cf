import type pg from "pg";
import type { StateAudit } from "./state-audit.ts";

/** Comparisons that are kept, with their differences. */
const KEPT_AUDITS = 100;

type LastAudit = { ageSeconds: number; differences: number; isOfPublished: boolean | null };

/** Comparisons of the state in `app.state_audit` and `app.state_difference`. */
export function createStateAuditStore(pool: pg.Pool, chainId: number) {
  return {
    /**
     * What the last comparison found, how long ago, and whether it was of the release that is
     * published now; undefined before the first.
     */
    async findLast(): Promise<LastAudit | undefined> {
      const { rows } = await pool.query<LastAudit>(
        `SELECT extract(epoch FROM now() - finished_at)::float8 AS "ageSeconds", differences,
           release = (SELECT schema_name FROM app.release WHERE is_current) AS "isOfPublished"
         FROM app.state_audit WHERE chain_id = $1 ORDER BY id DESC LIMIT 1`,
        [chainId],
      );
      return rows[0];
    },

    /** Writes a comparison with all that it found, at once, and forgets very old ones. */
    async save(audit: StateAudit, release: string, startedAt: Date): Promise<void> {
      const { block, comparedRows, comparedFields, postponedRows, differences } = audit;
      const column = (name: "table" | "key" | "field" | "here" | "there" | "lastEvent") =>
        differences.map((difference) => difference[name]);
      await pool.query(
        `WITH audit AS (
           INSERT INTO app.state_audit (chain_id, block_number, block_hash, release, compared_rows,
             compared_fields, postponed_rows, differences, started_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
         ), gone AS (
           DELETE FROM app.state_audit WHERE chain_id = $1
             AND id <= (SELECT id FROM audit) - ${KEPT_AUDITS}
         ), told AS (
           INSERT INTO app.service_event (kind, cause, chain_id, args)
           SELECT 'check.failed', 'state audit ' || id, $1, jsonb_build_object('check', 'state_audit',
             'blockNumber', $2::bigint, 'differences', $8::integer)
           FROM audit WHERE $8::integer > 0
         )
         INSERT INTO app.state_difference
           (audit_id, position, table_name, key, field, row_value, chain_value, last_event)
         SELECT audit.id, found.position, found.table_name, found.key, found.field, found.row_value,
           found.chain_value, found.last_event
         FROM audit, unnest($10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
           $15::text[]) WITH ORDINALITY AS found
             (table_name, key, field, row_value, chain_value, last_event, position)`,
        [
          ...[chainId, block.number, block.hash, release, comparedRows, comparedFields],
          ...[postponedRows, differences.length, startedAt],
          ...[column("table"), column("key"), column("field")],
          ...[column("here"), column("there"), column("lastEvent")],
        ],
      );
    },
  };
}
