import { RELEASE_CHANNEL } from "../release/plan.ts";
import { PROFILE_CHANNEL } from "./listing-profile.ts";
import {
  type Subscribe,
  type Watcher,
  type WatchOptions,
  watchNotifications,
} from "./notifications.ts";

/** Wakes waiters when the published release has committed a block, or a profile was written. */
export type IndexWatcher = Watcher;

/**
 * Listens on the channel that Ponder notifies with every block, of the release that is published at
 * the time, and moves on with each publication; and on that of profiles, which are read beside it.
 */
export function watchIndex(connectionString: string, options: WatchOptions): IndexWatcher {
  return watchNotifications(connectionString, options, followRelease);
}

const followRelease: Subscribe = async (client, fail) => {
  let channel: string | undefined;
  const follow = async () => {
    const { rows } = await client.query<{ schema_name: string }>(
      "SELECT schema_name FROM app.release WHERE is_current",
    );
    const next = rows[0] && `${rows[0].schema_name}_live_query`;
    if (next === channel) return;
    if (channel !== undefined) await client.query(`UNLISTEN ${client.escapeIdentifier(channel)}`);
    if (next !== undefined) await client.query(`LISTEN ${client.escapeIdentifier(next)}`);
    channel = next;
  };
  client.on("notification", (message) => {
    if (message.channel === RELEASE_CHANNEL) follow().catch(fail);
  });
  await client.query(`LISTEN ${client.escapeIdentifier(RELEASE_CHANNEL)}`);
  await client.query(`LISTEN ${client.escapeIdentifier(PROFILE_CHANNEL)}`);
  await follow();
};
