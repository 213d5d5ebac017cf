import type { Statements } from "./add-job.ts";
import type { QueueName } from "./queues.ts";
import type { Verdict } from "./retry.ts";

/** A job in the hands of a worker. */
export type Claim = {
  jobId: string;
  name: string;
  payload: unknown;
  /** Times that it was taken, this one included. */
  attempts: number;
  maxAttempts: number;
  /** Number of this lease; whoever writes for the job names it (check SE-7). */
  lease: bigint;
  /** When it could have been taken first. */
  availableAt: Date;
};

const CLAIMED = `job.job_id AS "jobId", job.name, job.payload, job.attempts,
  job.max_attempts AS "maxAttempts", job.lease, job.available_at AS "availableAt"`;

const TAKE = `state = 'running', lease = job.lease + 1, attempts = job.attempts + 1, worker = $1,
  leased_until = now() + make_interval(secs => $2), started_at = coalesce(job.started_at, now())`;

export type Taker = { worker: string; leaseMs: number };

/** Takes the next jobs of a queue, by priority, then turn; nobody else can have taken the same. */
export async function claimNext(
  db: Statements,
  { worker, leaseMs }: Taker,
  queue: QueueName,
  limit: number,
): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `UPDATE app.job SET ${TAKE}
     FROM (
       SELECT job_id FROM app.job
       WHERE queue = $3 AND state = 'queued' AND available_at <= now()
       ORDER BY priority, turn, available_at LIMIT $4 FOR UPDATE SKIP LOCKED
     ) AS next
     WHERE job.job_id = next.job_id RETURNING ${CLAIMED}`,
    [worker, leaseMs / 1_000, queue, limit],
  );
  return rows;
}

/** Takes jobs that a queue has named; those are left out that are not to be had any more, or not yet. */
export async function claimJobs(
  db: Statements,
  { worker, leaseMs }: Taker,
  jobIds: readonly string[],
): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `UPDATE app.job SET ${TAKE}
     FROM (
       SELECT job_id FROM app.job
       WHERE job_id = ANY ($3::uuid[]) AND state = 'queued' AND available_at <= now()
       FOR UPDATE SKIP LOCKED
     ) AS named
     WHERE job.job_id = named.job_id RETURNING ${CLAIMED}`,
    [worker, leaseMs / 1_000, jobIds],
  );
  return rows;
}

/** A lease by its job and number. */
export type LeaseKey = Pick<Claim, "jobId" | "lease">;

/** A lease that still holds, and whether its job is to stop. */
export type RenewedLease = LeaseKey & { isCancelWanted: boolean };

/** Prolongs leases and returns those that still hold: the work of any other belongs to somebody else. */
export async function renewLeases(
  db: Statements,
  leases: readonly LeaseKey[],
  leaseMs: number,
): Promise<RenewedLease[]> {
  const { rows } = await db.query<RenewedLease>(
    `UPDATE app.job SET leased_until = now() + make_interval(secs => $3)
     FROM unnest($1::uuid[], $2::bigint[]) AS held (job_id, lease)
     WHERE job.job_id = held.job_id AND job.lease = held.lease AND job.state = 'running'
     RETURNING job.job_id AS "jobId", job.lease, job.is_cancel_wanted AS "isCancelWanted"`,
    [...leaseColumns(leases), leaseMs / 1_000],
  );
  return rows;
}

const ENDED = "leased_until = NULL, finished_at = now()";

/** Whether a job is done now; if not, whether it was cancelled or belongs to somebody else. */
export type AfterFinish = "done" | "cancelled" | "lost";

/**
 * Marks a job as done, and lets those begin that wait for it. In the transaction of what the job has
 * written, the effect and its end are one; unless the answer is `done`, that must be taken back.
 */
export async function finishJob(db: Statements, key: LeaseKey): Promise<AfterFinish> {
  const { jobId, lease } = key;
  if ((await endAll(db, [key], "")).has(jobId)) return "done";
  const { rows: found } = await db.query<{ state: string }>(
    "SELECT state FROM app.job WHERE job_id = $1 AND lease = $2",
    [jobId, lease],
  );
  // A connection that was cut at the commit leaves a job that is done: this lease has done it.
  if (found[0]?.state === "done") return "done";
  return found[0]?.state === "running" ? "cancelled" : "lost";
}

/**
 * Marks jobs as done that have written nothing, all in one commit, and returns which are. Left out are
 * those that somebody else is writing at the moment, so that two who end many never wait for each other,
 * and those that `finishJob` would refuse: it says of each what is the matter.
 */
export const finishJobs = (
  db: Statements,
  leases: readonly LeaseKey[],
): Promise<ReadonlyMap<string, "done">> => endAll(db, leases, "SKIP LOCKED");

async function endAll(
  db: Statements,
  leases: readonly LeaseKey[],
  patience: "" | "SKIP LOCKED",
): Promise<ReadonlyMap<string, "done">> {
  const { rows } = await db.query<{ jobId: string }>(
    `WITH mine AS (
       SELECT job_id FROM unnest($1::uuid[], $2::bigint[]) AS held (job_id, lease)
       JOIN app.job USING (job_id, lease)
       WHERE job.state = 'running' AND NOT job.is_cancel_wanted FOR UPDATE OF job ${patience}
     ), ended AS (
       UPDATE app.job SET state = 'done', ${ENDED}, progress = 100, error_code = NULL,
         error_detail = NULL
       FROM mine WHERE job.job_id = mine.job_id RETURNING job.job_id
     ), begun AS (
       UPDATE app.job SET state = 'queued', available_at = greatest(available_at, now())
       WHERE after_job_id IN (SELECT job_id FROM ended) AND state = 'waiting'
     )
     SELECT job_id AS "jobId" FROM ended`,
    leaseColumns(leases),
  );
  return new Map(rows.map(({ jobId }) => [jobId, "done"]));
}

const leaseColumns = (leases: readonly LeaseKey[]) => [
  leases.map(({ jobId }) => jobId),
  leases.map(({ lease }) => lease),
];

/** What became of a job whose attempt failed; `lost` when the lease was no longer its own. */
export type AfterFailure = "queued" | "dead" | "cancelled" | "lost";

/** Ends an attempt that failed: the job is tried again later, given up, or cancelled if so wished. */
export async function failJob(
  db: Statements,
  { jobId, lease }: LeaseKey,
  verdict: Verdict,
  delayMs: number,
): Promise<AfterFailure> {
  const { rows } = await db.query<{ state: AfterFailure }>(
    `UPDATE app.job SET leased_until = NULL, nudged_at = NULL,
       state = CASE WHEN is_cancel_wanted THEN 'cancelled'
         WHEN $3 AND attempts < max_attempts THEN 'queued' ELSE 'dead' END,
       finished_at = CASE WHEN NOT is_cancel_wanted AND $3 AND attempts < max_attempts THEN NULL
         ELSE now() END,
       available_at = now() + make_interval(secs => $4), error_code = $5, error_detail = $6
     WHERE job_id = $1 AND lease = $2 AND state = 'running' RETURNING state`,
    [jobId, lease, verdict.isRetryable, delayMs / 1_000, verdict.failure, verdict.detail],
  );
  return rows[0]?.state ?? "lost";
}

/** Gives a job back that was not worked on to its end, as if it had not been taken; at once or later. */
export async function handBack(
  db: Statements,
  { jobId, lease }: LeaseKey,
  delayMs = 0,
): Promise<void> {
  await db.query(
    `UPDATE app.job SET state = 'queued', leased_until = NULL, nudged_at = NULL,
       attempts = attempts - 1,
       available_at = CASE WHEN $3::float8 > 0 THEN now() + make_interval(secs => $3)
         ELSE available_at END
     WHERE job_id = $1 AND lease = $2 AND state = 'running'`,
    [jobId, lease, delayMs / 1_000],
  );
}

/**
 * Puts a job off that waits for something outside. It has got on, so that what failed before no longer
 * counts; one that is to be cancelled is.
 */
export async function postponeJob(
  db: Statements,
  { jobId, lease }: LeaseKey,
  delayMs: number,
): Promise<void> {
  await db.query(
    `UPDATE app.job SET leased_until = NULL, nudged_at = NULL, attempts = 0, error_code = NULL,
       error_detail = NULL, available_at = now() + make_interval(secs => $3),
       state = CASE WHEN is_cancel_wanted THEN 'cancelled' ELSE 'queued' END,
       finished_at = CASE WHEN is_cancel_wanted THEN now() END
     WHERE job_id = $1 AND lease = $2 AND state = 'running'`,
    [jobId, lease, delayMs / 1_000],
  );
}

/** A job whose worker was lost, and what became of it. */
export type SweptJob = { jobId: string; name: string; state: "queued" | "dead" | "cancelled" };

/**
 * Takes jobs from workers that have not prolonged their leases. A job that its workers die of does not
 * kill for ever: what was taken as often as it may be is dead (check WK-2).
 */
export async function sweepLeases(db: Statements): Promise<SweptJob[]> {
  const { rows } = await db.query<SweptJob>(
    `UPDATE app.job SET leased_until = NULL, nudged_at = NULL,
       state = CASE WHEN is_cancel_wanted THEN 'cancelled'
         WHEN attempts < max_attempts THEN 'queued' ELSE 'dead' END,
       finished_at = CASE WHEN is_cancel_wanted OR attempts >= max_attempts THEN now() END,
       available_at = now(), error_code = 'worker_lost',
       error_detail = 'The process that did it ended.'
     FROM (
       SELECT job_id FROM app.job WHERE state = 'running' AND leased_until < now()
       ORDER BY leased_until LIMIT 1000 FOR UPDATE SKIP LOCKED
     ) AS stale
     WHERE job.job_id = stale.job_id
     RETURNING job.job_id AS "jobId", job.name, job.state`,
  );
  return rows;
}

/** Says how far a job is; false when the lease is no longer its own. */
export async function reportProgress(
  db: Statements,
  { jobId, lease }: LeaseKey,
  progress: number,
  step: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE app.job SET progress = $3, step = $4
     WHERE job_id = $1 AND lease = $2 AND state = 'running'`,
    [jobId, lease, progress, step],
  );
  return rowCount === 1;
}
