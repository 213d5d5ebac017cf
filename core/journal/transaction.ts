import type pg from "pg";

/** All reads of a step see one state of the database, and what it writes becomes visible at once. */
export async function inTransaction<Answer>(
  client: pg.ClientBase,
  work: () => Promise<Answer>,
): Promise<Answer> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  try {
    const answer = await work();
    await client.query("COMMIT");
    return answer;
  } catch (error) {
    // On a connection that broke, the server has rolled back by itself.
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** serialization_failure and deadlock_detected: the same work succeeds on a newer snapshot. */
const CONFLICTS = new Set(["40001", "40P01"]);

/** Whether a transaction failed only because another one was faster. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && "code" in error && CONFLICTS.has(String(error.code));
}
