import type { Statements } from "./add-job.ts";

/** Jobs of one queue in one state. */
export type BacklogRow = {
  queue: string;
  state: string;
  count: number;
  /** How long the oldest that can be taken has waited. */
  oldestSeconds: number;
};

/** Counts the jobs that are neither done nor cancelled, by queue and state. */
export async function countBacklog(db: Statements): Promise<BacklogRow[]> {
  const { rows } = await db.query<BacklogRow>(
    `SELECT queue, state, count(*)::integer AS count,
       coalesce(greatest(extract(epoch FROM now() - min(available_at)), 0), 0)::float8
         AS "oldestSeconds"
     FROM app.job WHERE state IN ('held', 'waiting', 'queued', 'running', 'dead')
     GROUP BY queue, state`,
  );
  return rows;
}
