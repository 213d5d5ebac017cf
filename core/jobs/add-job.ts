import type pg from "pg";
import { JOBS, type JobName, type JobPayload } from "./catalogue.ts";
import { QUEUES } from "./queues.ts";

/** Runs one statement: a connection, within whatever transaction it has, or a pool. */
export type Statements = Pick<pg.ClientBase, "query">;

export type AddJobOptions = {
  /** What it is done because of; the same cause never makes a second job of the name. */
  cause: string;
  /** Whose job it is. */
  accountId?: string | undefined;
  /** Job that must be done before. */
  after?: string | undefined;
  delayMs?: number | undefined;
};

/** A job, and whether this call has made it. */
export type AddedJob = { jobId: string; isNew: boolean };

/**
 * Adds a job in the transaction of its cause: either both are committed or neither is. Nothing else
 * has to be told; workers hear of it at the commit, and find it by themselves should they not.
 *
 * @throws ZodError for a payload that the catalogue does not allow
 */
export async function addJob<Name extends JobName>(
  db: Statements,
  name: Name,
  payload: JobPayload<Name>,
  { cause, accountId, after, delayMs = 0 }: AddJobOptions,
): Promise<AddedJob> {
  const { queue, attempts, payload: schema } = JOBS[name];
  const { rows } = await db.query<AddedJob>(
    `SELECT job_id AS "jobId", is_new AS "isNew"
     FROM app.add_job($1, $2, $3, $4, $5, $6, make_interval(secs => $7), $8, $9)`,
    [
      name,
      queue,
      cause,
      JSON.stringify(schema.parse(payload)),
      QUEUES[queue].priority,
      attempts,
      delayMs / 1_000,
      accountId ?? null,
      after ?? null,
    ],
  );
  const [added] = rows;
  if (added === undefined) throw new Error(`no job was made for ${name}`);
  return added;
}
