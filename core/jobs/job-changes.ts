import { watchNotifications } from "../db/notifications.ts";
import { DomainError } from "../errors.ts";

/** Channel on which changes of accounts' jobs are announced (migration 0031); the payload is the id. */
const CHANNEL = "valyra_job_change";

/** How often a job is looked at that nobody announced, should a notification have been lost. */
const POLL_MS = 5_000;

export type JobChangesOptions = {
  processName: string;
  /** Told when the connection is lost; watchers then go by the poll until it is back. */
  onError: (error: unknown) => void;
  /** Watchers that may be connected at a time, and how many of one account. */
  maxWatchers: number;
  maxPerAccount: number;
};

/** One watcher of one job. */
export type JobWatcher = {
  /** Resolves at the next change of the job, after some seconds at the latest, and at the end. */
  nextChange(): Promise<void>;
  /** Whether the process stops. */
  isEnding(): boolean;
  leave(): void;
};

/** Wakes those who watch jobs; all of a process share one connection. */
export type JobChanges = {
  /** @throws DomainError TOO_MANY_STREAMS */
  watch(jobId: string, accountId: string): JobWatcher;
  use(): number;
  /** Ends all watchers. */
  close(): Promise<void>;
};

/** Starts to listen for changes of jobs. */
export function openJobChanges(
  connectionString: string,
  { processName, onError, maxWatchers, maxPerAccount }: JobChangesOptions,
): JobChanges {
  const waiting = new Map<string, Set<() => void>>();
  const perAccount = new Map<string, number>();
  const closing = new AbortController();
  const wake = (jobId: string) => {
    for (const resolve of waiting.get(jobId) ?? []) resolve();
  };
  const listener = watchNotifications(
    connectionString,
    { processName, onError },
    async (client) => {
      client.on("notification", ({ payload }) => wake(payload ?? ""));
      await client.query(`LISTEN ${client.escapeIdentifier(CHANNEL)}`);
      // What came before the connection stood may have been missed.
      for (const jobId of waiting.keys()) wake(jobId);
    },
  );
  closing.signal.addEventListener("abort", () => {
    for (const jobId of waiting.keys()) wake(jobId);
  });
  let watchers = 0;

  return {
    watch(jobId, accountId) {
      const mine = perAccount.get(accountId) ?? 0;
      if (watchers >= maxWatchers || closing.signal.aborted) {
        throw new DomainError("TOO_MANY_STREAMS", `${maxWatchers} readers are connected already.`);
      }
      if (mine >= maxPerAccount) {
        throw new DomainError("TOO_MANY_STREAMS", `The account has ${maxPerAccount} open already.`);
      }
      watchers += 1;
      perAccount.set(accountId, mine + 1);
      let hasLeft = false;
      let resolveNext: () => void = () => undefined;
      const onChange = () => resolveNext();
      const ofJob = waiting.get(jobId) ?? new Set();
      waiting.set(jobId, ofJob.add(onChange));
      return {
        isEnding: () => closing.signal.aborted,
        nextChange() {
          const { promise, resolve } = Promise.withResolvers<void>();
          const timer = setTimeout(resolve, POLL_MS);
          resolveNext = () => {
            clearTimeout(timer);
            resolve();
          };
          if (hasLeft || closing.signal.aborted) resolveNext();
          return promise;
        },
        leave() {
          if (hasLeft) return;
          hasLeft = true;
          resolveNext();
          ofJob.delete(onChange);
          if (ofJob.size === 0) waiting.delete(jobId);
          watchers -= 1;
          const left = (perAccount.get(accountId) ?? 1) - 1;
          if (left > 0) perAccount.set(accountId, left);
          else perAccount.delete(accountId);
        },
      };
    },
    use: () => watchers,
    async close() {
      closing.abort();
      await listener.close();
    },
  };
}
