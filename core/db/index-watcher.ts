import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { RELEASE_CHANNEL } from "../release/plan.ts";

const DEFAULT_POLL_MS = 1_000;
const RECONNECT_MS = 1_000;

/** Wakes waiters when the published release has committed a block. */
export type IndexWatcher = {
  /** Resolves at the next change, after a second at the latest, or when the signal aborts. */
  nextChange(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

export type IndexWatcherOptions = {
  processName: string;
  /** Told when the connection is lost; waiters then go by the poll until it is back. */
  onError: (error: unknown) => void;
  /** How often waiters look for themselves, should a notification have been lost; 1 s by default. */
  pollMs?: number;
};

/**
 * Listens on the channel that Ponder notifies with every block, of the release that is published at
 * the time, and moves on with each publication.
 */
export function watchIndex(
  connectionString: string,
  { processName, onError, pollMs = DEFAULT_POLL_MS }: IndexWatcherOptions,
): IndexWatcher {
  const closing = new AbortController();
  let change = Promise.withResolvers<void>();

  const announce = () => {
    change.resolve();
    change = Promise.withResolvers<void>();
  };

  const running = (async () => {
    while (!closing.signal.aborted) {
      try {
        await listen(connectionString, processName, announce, closing.signal);
      } catch (error) {
        onError(error);
      }
      await delay(RECONNECT_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  })();

  return {
    async nextChange(signal) {
      await Promise.race([
        change.promise,
        // Rejects when the caller gives up, which ends the wait just as well.
        delay(pollMs, undefined, { signal, ref: false }).catch(() => undefined),
      ]);
    },
    async close() {
      closing.abort();
      announce();
      await running;
    },
  };
}

/** Listens until the connection ends or the signal aborts. */
async function listen(
  connectionString: string,
  processName: string,
  announce: () => void,
  signal: AbortSignal,
): Promise<void> {
  const client = new pg.Client({
    connectionString,
    application_name: `${processName}_listen`,
    keepAlive: true,
  });
  const ended = Promise.withResolvers<void>();
  client.once("error", ended.reject);
  client.once("end", ended.resolve);
  signal.addEventListener("abort", () => ended.resolve(), { once: true });
  // Whoever still connects when the end comes must not see an unhandled rejection.
  ended.promise.catch(() => undefined);
  try {
    await client.connect();
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
      announce();
      if (message.channel === RELEASE_CHANNEL) follow().catch(ended.reject);
    });
    await client.query(`LISTEN ${client.escapeIdentifier(RELEASE_CHANNEL)}`);
    await follow();
    await ended.promise;
  } finally {
    await client.end().catch(() => undefined);
  }
}
