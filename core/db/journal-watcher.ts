import { JOURNAL_CHANNEL } from "../journal/store.ts";
import { type Watcher, type WatchOptions, watchNotifications } from "./notifications.ts";

/** Wakes waiters when the journal has new entries. */
export function watchJournal(connectionString: string, options: WatchOptions): Watcher {
  return watchNotifications(connectionString, options, async (client) => {
    await client.query(`LISTEN ${client.escapeIdentifier(JOURNAL_CHANNEL)}`);
  });
}
