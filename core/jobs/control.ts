import type { Statements } from "./add-job.ts";

/** What a wish to cancel has come to. */
export type Cancellation = "cancelled" | "stopping" | "ended" | "unknown";

/**
 * Cancels a job and whatever waits for it. One that is running is told to stop, and counts as
 * cancelled when its worker has.
 */
export async function cancelJob(db: Statements, jobId: string): Promise<Cancellation> {
  const { rows } = await db.query<{ state: string; isStopping: boolean }>(
    `WITH RECURSIVE tree AS (
       SELECT job_id FROM app.job WHERE job_id = $1
       UNION ALL
       SELECT child.job_id FROM app.job AS child JOIN tree ON child.after_job_id = tree.job_id
     ), ended AS (
       UPDATE app.job SET
         state = CASE WHEN state = 'running' THEN state ELSE 'cancelled' END,
         finished_at = CASE WHEN state = 'running' THEN NULL ELSE now() END,
         is_cancel_wanted = true
       WHERE job_id IN (SELECT job_id FROM tree)
         AND state IN ('held', 'waiting', 'queued', 'running')
       RETURNING job_id, state
     )
     SELECT coalesce(ended.state, job.state) AS state, ended.state = 'running' AS "isStopping"
     FROM app.job LEFT JOIN ended ON ended.job_id = job.job_id WHERE job.job_id = $1`,
    [jobId],
  );
  const [row] = rows;
  if (row === undefined) return "unknown";
  if (row.isStopping) return "stopping";
  return row.state === "cancelled" ? "cancelled" : "ended";
}

/** Queues a dead or cancelled job again, with all its attempts; false when it is neither. */
export async function replayJob(db: Statements, jobId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE app.job SET state = 'queued', attempts = 0, available_at = now(), nudged_at = NULL,
       finished_at = NULL, is_cancel_wanted = false, step = NULL, progress = NULL
     WHERE job_id = $1 AND state IN ('dead', 'cancelled') AND retracted_at IS NULL`,
    [jobId],
  );
  return rowCount === 1;
}

/** Queues all dead jobs again, of one name or of every one; returns how many. */
export async function replayDead(db: Statements, name: string | undefined): Promise<number> {
  const { rowCount } = await db.query(
    `UPDATE app.job SET state = 'queued', attempts = 0, available_at = now(), nudged_at = NULL,
       finished_at = NULL, is_cancel_wanted = false, step = NULL, progress = NULL
     WHERE state = 'dead' AND retracted_at IS NULL AND ($1::text IS NULL OR name = $1)`,
    [name ?? null],
  );
  return rowCount ?? 0;
}
