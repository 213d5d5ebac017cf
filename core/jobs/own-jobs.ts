import { type Selectable, sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import { JOB_STATES, type JobState, type JobTable } from "../db/delivery.tables.ts";
import { DomainError } from "../errors.ts";

const COLUMNS = [
  "jobId",
  "name",
  "queue",
  "cause",
  "state",
  "attempts",
  "maxAttempts",
  "availableAt",
  "step",
  "progress",
  "errorCode",
  "errorDetail",
  "isCancelWanted",
  "accountId",
  "createdAt",
  "startedAt",
  "finishedAt",
] as const satisfies (keyof JobTable)[];

/** A job as its owner and administrators see it. */
export type JobRow = Pick<Selectable<JobTable>, (typeof COLUMNS)[number]>;

/** A job that belongs to the same flow, in the order in which they are done. */
export type JobStep = Pick<JobRow, "jobId" | "name" | "state" | "progress">;

/** Steps of one flow that are shown. */
const MAX_STEPS = 50;

/** Which jobs are listed: the newest first, those before one when it is named. */
export type JobQuery = {
  state?: JobState | undefined;
  name?: string | undefined;
  before?: string | undefined;
  limit: number;
};

/** Jobs that the caller and his organisations have asked for. */
export const findOwnJobs = (transaction: CallerTransaction, query: JobQuery) =>
  // Administrators may see all jobs; this list is of their own all the same.
  findPage(
    transaction,
    query,
    sql<boolean>`(account_id = app.caller_account() OR organisation_id IN (SELECT app.caller_organisations()))`,
  );

/** Jobs of everybody and of the system, for administrators: others see their own. */
export const findAllJobs = (transaction: CallerTransaction, query: JobQuery) =>
  findPage(transaction, query, sql<boolean>`true`);

async function findPage(
  transaction: CallerTransaction,
  { state, name, before, limit }: JobQuery,
  whose: ReturnType<typeof sql<boolean>>,
) {
  let query = transaction
    .selectFrom("job")
    .select(COLUMNS)
    .where(whose)
    .orderBy("createdAt", "desc")
    .orderBy("jobId", "desc");
  if (state !== undefined) query = query.where("state", "=", state);
  if (name !== undefined) query = query.where("name", "=", name);
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(created_at, job_id) < (SELECT created_at, job_id FROM app.job WHERE job_id = ${before})`,
    );
  }
  const rows: JobRow[] = await query.limit(limit + 1).execute();
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** @throws DomainError JOB_NOT_FOUND, for jobs of others as well */
export async function getJob(transaction: CallerTransaction, jobId: string): Promise<JobRow> {
  const row = await transaction
    .selectFrom("job")
    .select(COLUMNS)
    .where("jobId", "=", jobId)
    .executeTakeFirst();
  if (row === undefined) throw new DomainError("JOB_NOT_FOUND", `You have no job ${jobId}.`);
  return row;
}

/** A job with the steps of its flow: what must be done before it, itself, and what waits for it. */
export async function getJobWithSteps(
  transaction: CallerTransaction,
  jobId: string,
): Promise<{ job: JobRow; steps: JobStep[] }> {
  const job = await getJob(transaction, jobId);
  const { rows: steps } = await sql<JobStep>`
    WITH RECURSIVE before AS (
      SELECT job_id, after_job_id, 0 AS place FROM app.job WHERE job_id = ${jobId}
      UNION ALL
      SELECT earlier.job_id, earlier.after_job_id, before.place - 1
      FROM app.job AS earlier JOIN before ON earlier.job_id = before.after_job_id
    ), flow AS (
      SELECT job_id, 0 AS place FROM before WHERE place = (SELECT min(place) FROM before)
      UNION ALL
      SELECT later.job_id, flow.place + 1
      FROM app.job AS later JOIN flow ON later.after_job_id = flow.job_id
    )
    SELECT job.job_id, job.name, job.state, job.progress
    FROM flow JOIN app.job USING (job_id)
    ORDER BY flow.place, job.created_at, job.job_id LIMIT ${MAX_STEPS}`.execute(transaction);
  return { job, steps };
}

/** Jobs by queue and state that have not ended well: for administrators. */
export async function countJobs(transaction: CallerTransaction) {
  const { rows } = await sql<{ queue: string; state: JobState; count: number; oldestAt: Date }>`
    SELECT queue, state, count(*)::integer AS count, min(available_at) AS oldest_at
    FROM app.job WHERE state NOT IN ('done', 'cancelled')
    GROUP BY queue, state ORDER BY queue, state`.execute(transaction);
  return rows;
}

/** Counts stop here: whoever looks at a page does not count millions. */
const MAX_COUNT = 1_000;

/** Jobs of one queue by state, up to a thousand of each: for administrators. */
export async function countQueue(
  transaction: CallerTransaction,
  queue: string,
): Promise<Partial<Record<JobState, number>>> {
  const { rows } = await sql<{ state: JobState; count: number }>`
    SELECT wanted.state, (SELECT count(*)::integer FROM (
      SELECT FROM app.job WHERE job.queue = ${queue} AND job.state = wanted.state LIMIT ${MAX_COUNT}
    ) AS counted) AS count
    FROM unnest(${[...JOB_STATES]}::text[]) AS wanted (state)`.execute(transaction);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Jobs of one queue in some states, the newest first: for administrators. */
export const findQueueJobs = (
  transaction: CallerTransaction,
  queue: string,
  states: readonly JobState[],
  { offset, limit }: { offset: number; limit: number },
): Promise<JobRow[]> =>
  transaction
    .selectFrom("job")
    .select(COLUMNS)
    .where("queue", "=", queue)
    .where("state", "in", states)
    .orderBy("createdAt", "desc")
    .orderBy("jobId")
    .offset(offset)
    .limit(limit)
    .execute();
