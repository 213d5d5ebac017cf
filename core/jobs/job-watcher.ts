import { type Watcher, type WatchOptions, watchNotifications } from "../db/notifications.ts";

/** Channel on which queued jobs are announced (migration 0027); the payload is the queue. */
const JOB_CHANNEL = "valyra_job";

/**
 * Wakes waiters when a job can be taken.
 *
 * @param onQueue told of the queue of each, or of undefined when some may have been missed
 */
export function watchJobs(
  connectionString: string,
  options: WatchOptions,
  onQueue: (queue: string | undefined) => void,
): Watcher {
  return watchNotifications(connectionString, options, async (client) => {
    client.on("notification", ({ payload }) => onQueue(payload));
    await client.query(`LISTEN ${client.escapeIdentifier(JOB_CHANNEL)}`);
    onQueue(undefined);
  });
}
