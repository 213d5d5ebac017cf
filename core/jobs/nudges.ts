import type { Statements } from "./add-job.ts";
import type { QueueName } from "./queues.ts";

/** A job that a queue is to be told of. */
export type Nudge = { jobId: string; queue: QueueName; lease: bigint; priority: number };

export type NudgeOptions = {
  /** Jobs of one queue that the queue knows at a time: it holds a window, the table holds the backlog. */
  window: number;
  /** A queue that has not brought a job to a worker after this has lost it, milliseconds. */
  patienceMs: number;
};

/**
 * The next jobs that can be taken and that their queue does not know, or has known for too long. The
 * marks are committed before the queue is told: a worker to whom it brings a job passes over a row that
 * somebody still holds. Told twice, or not after all, is harmless: a job is taken once, and what is not
 * brought in time is told again.
 */
export async function takeNudges(
  db: Statements,
  queues: readonly QueueName[],
  { window, patienceMs }: NudgeOptions,
): Promise<Nudge[]> {
  const { rows } = await db.query<Nudge>(
    // By an array: joined, how many there are is guessed from all jobs that wait, and every job is read.
    `UPDATE app.job SET nudged_at = now()
     WHERE job_id = ANY (ARRAY(
       SELECT next.job_id FROM unnest($1::text[]) AS wanted (queue)
       CROSS JOIN LATERAL (
         SELECT count(*) AS known FROM (
           SELECT FROM app.job AS told
           WHERE told.queue = wanted.queue AND told.state = 'queued'
             AND told.nudged_at > now() - make_interval(secs => $3) LIMIT $2
         ) AS recently
       ) AS window_use
       CROSS JOIN LATERAL (
         SELECT job_id FROM app.job AS untold
         WHERE untold.queue = wanted.queue AND untold.state = 'queued' AND untold.available_at <= now()
           AND (untold.nudged_at IS NULL OR untold.nudged_at <= now() - make_interval(secs => $3))
         ORDER BY untold.priority, untold.turn, untold.available_at
         LIMIT greatest($2 - window_use.known, 0) FOR UPDATE SKIP LOCKED
       ) AS next
     ))
     RETURNING job_id AS "jobId", queue, lease, priority`,
    [queues, window, patienceMs / 1_000],
  );
  return rows;
}

/** Takes the marks from jobs of which the queue could not be told. */
export async function forgetNudges(db: Statements, nudges: readonly Nudge[]): Promise<void> {
  await db.query(
    `UPDATE app.job SET nudged_at = NULL
     FROM unnest($1::uuid[], $2::bigint[]) AS told (job_id, lease)
     WHERE job.job_id = told.job_id AND job.lease = told.lease AND job.state = 'queued'`,
    [nudges.map(({ jobId }) => jobId), nudges.map(({ lease }) => lease)],
  );
}
