import { inWrite } from "../in-write.ts";
import type { Processor } from "../processor.ts";

/** An upload takes minutes at most; one that is pending for longer was lost with its process. */
const LOST_AFTER = "1 hour";

/** Content that one sweep looks at; the next one goes on. */
const BATCH = 500;

/**
 * Removes bytes that no row names any more, and rows whose bytes never came. Whoever writes a row of
 * the same content waits for the same lock, so that no content goes that is being kept. What a storage
 * does not remove is tried again by the next sweep.
 */
export const sweepUploads: Processor<"upload.sweep"> = async (_, { deps, signal }) => {
  const { pool, contents } = deps;
  await pool.query(
    "DELETE FROM app.upload WHERE state = 'pending' AND created_at < now() - $1::interval",
    [LOST_AFTER],
  );
  const { rows } = await pool.query<{ cid: string }>(
    "SELECT cid FROM app.content_release ORDER BY released_at, cid LIMIT $1",
    [BATCH],
  );
  for (const { cid } of rows) {
    signal.throwIfAborted();
    await inWrite(pool, async (client) => {
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
        `content ${cid}`,
      ]);
      const named = await client.query("SELECT FROM app.upload_file WHERE cid = $1 LIMIT 1", [cid]);
      if (named.rows.length === 0) await contents.remove(cid);
      await client.query("DELETE FROM app.content_release WHERE cid = $1", [cid]);
    });
  }
};
