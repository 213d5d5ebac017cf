import type pg from "pg";
import { createPool } from "../../../core/db/pools.ts";
import {
  createDocumentFollower,
  type DocumentFollower,
} from "../../../core/search/document-follower.ts";

/** Steps until there is nothing left to do; counts what was done. */
export async function followDocuments(
  follower: DocumentFollower,
): Promise<{ written: number; removed: number }> {
  const done = { written: 0, removed: 0 };
  for (;;) {
    const step = await follower.step();
    if (step.is === "waiting") throw new Error(`the documents wait for ${step.for}`);
    done.written += step.written;
    done.removed += step.removed;
    if (step.isDone) return done;
  }
}

/** Runs with a connection that writes documents as the journal process does. */
export async function withDocumentWriter<Answer>(
  workerUrl: string,
  work: (client: pg.PoolClient) => Promise<Answer>,
): Promise<Answer> {
  const pool = createPool(workerUrl, "appWrites", {
    max: 1,
    processName: "test_search",
    onIdleError: () => undefined,
  });
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
    await pool.end();
  }
}

/** Makes every listing of the published index searchable. Heads must have been set. */
export const makeSearchable = (workerUrl: string) =>
  withDocumentWriter(workerUrl, (client) => followDocuments(createDocumentFollower(client)));
