import { Cron } from "croner";
import { addJob, type Statements } from "./add-job.ts";
import { JOBS, type JobDefinition, type JobName } from "./catalogue.ts";

/** Recurring jobs of the catalogue, by name. */
function recurring(): [JobName, string][] {
  return Object.entries<JobDefinition>(JOBS).flatMap(([name, { cron }]) =>
    // The names are those of the catalogue.
    cron === undefined ? [] : [[name as JobName, cron]],
  );
}

const after = (cron: string, moment: Date): Date => {
  const next = new Cron(cron, { timezone: "UTC" }).nextRun(moment);
  if (next === null) throw new Error(`"${cron}" has no next moment`);
  return next;
};

/** Brings the table of schedules in step with the catalogue: new ones in, stale ones out. */
export async function upsertSchedules(db: Statements, now: Date): Promise<void> {
  const wanted = recurring();
  await db.query("DELETE FROM app.job_schedule WHERE name <> ALL ($1)", [
    wanted.map(([name]) => name),
  ]);
  for (const [name, cron] of wanted) {
    await db.query(
      `INSERT INTO app.job_schedule (name, cron, next_at) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET cron = excluded.cron, next_at = excluded.next_at
       WHERE job_schedule.cron <> excluded.cron`,
      [name, cron, after(cron, now)],
    );
  }
}

/**
 * Adds a job for each schedule whose moment has come, within the caller's transaction. Moments that
 * passed while nobody looked make one job together. The cause is the moment, so that two processes
 * which look at the same time make one.
 */
export async function runSchedules(db: Statements, now: Date): Promise<number> {
  const { rows } = await db.query<{ name: string; cron: string; nextAt: Date }>(
    `SELECT name, cron, next_at AS "nextAt" FROM app.job_schedule
     WHERE next_at <= $1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  for (const { name, cron, nextAt } of rows) {
    if (!Object.hasOwn(JOBS, name)) continue;
    // What recurs has no payload: its cause is the time.
    await addJob(db, name as "upkeep.purge", {}, { cause: nextAt.toISOString() });
    await db.query("UPDATE app.job_schedule SET last_at = next_at, next_at = $2 WHERE name = $1", [
      name,
      after(cron, now),
    ]);
  }
  return rows.length;
}
