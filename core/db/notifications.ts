import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

const DEFAULT_POLL_MS = 1_000;
const RECONNECT_MS = 1_000;

/** Wakes waiters when the database says that something has changed. */
export type Watcher = {
  /** Counts announcements, and connections made anew, which may have missed some. */
  version(): number;
  /** Resolves at the next change, after a second at the latest, or when the signal aborts. */
  nextChange(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

export type WatchOptions = {
  processName: string;
  /** Told when the connection is lost; waiters then go by the poll until it is back. */
  onError: (error: unknown) => void;
  /** How often waiters look for themselves, should a notification have been lost; 1 s by default. */
  pollMs?: number;
};

/** Starts to listen on a new connection; `fail` ends it, and another one is made. */
export type Subscribe = (client: pg.Client, fail: (error: unknown) => void) => Promise<void>;

/** Waits for notifications on a connection of its own, which is made anew when it breaks. */
export function watchNotifications(
  connectionString: string,
  { processName, onError, pollMs = DEFAULT_POLL_MS }: WatchOptions,
  subscribe: Subscribe,
): Watcher {
  const closing = new AbortController();
  let change = Promise.withResolvers<void>();

  let version = 0;
  const announce = () => {
    version += 1;
    change.resolve();
    change = Promise.withResolvers<void>();
  };

  const running = (async () => {
    while (!closing.signal.aborted) {
      try {
        const client = new pg.Client({
          connectionString,
          application_name: `${processName}_listen`,
          keepAlive: true,
        });
        await listen(client, subscribe, announce, closing.signal);
      } catch (error) {
        onError(error);
      }
      await delay(RECONNECT_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  })();

  return {
    version: () => version,
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
  client: pg.Client,
  subscribe: Subscribe,
  announce: () => void,
  signal: AbortSignal,
): Promise<void> {
  const ended = Promise.withResolvers<void>();
  client.once("error", ended.reject);
  client.once("end", ended.resolve);
  signal.addEventListener("abort", () => ended.resolve(), { once: true });
  // Whoever still connects when the end comes must not see an unhandled rejection.
  ended.promise.catch(() => undefined);
  try {
    await client.connect();
    client.on("notification", announce);
    await subscribe(client, ended.reject);
    announce();
    await ended.promise;
  } finally {
    await client.end().catch(() => undefined);
  }
}
