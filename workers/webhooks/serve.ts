import type pg from "pg";
import type { Logger } from "../../core/log.ts";
import { mailToAccount } from "../../core/mail/mails.ts";
import {
  type Attempt,
  type ClaimedEndpoint,
  createSearchFilter,
  decide,
  findCandidates,
  type Progress,
  saveProgress,
} from "../../core/webhooks/endpoints.ts";
import { entryMessage } from "../../core/webhooks/message.ts";
import { webhookWaitMs } from "../../core/webhooks/retry-plan.ts";
import { inWrite } from "../in-write.ts";
import type { WorkerMetrics } from "../metrics.ts";
import { deliver, GONE, type Sender } from "./deliver.ts";

const PAGE = 100;

/** Progress is written after so many messages, or after so long: what is sent twice carries one id. */
const SAVE_EVERY = 25;
const SAVE_MS = 500;

/** How soon an endpoint is looked at again whose next event is not settled yet. */
const SETTLE_MS = 500;

/** What it takes to serve an endpoint. */
export type ServeOptions = {
  pool: pg.Pool;
  sender: Sender;
  metrics: Pick<WorkerMetrics, "webhooks">;
  log: Logger;
  /** How long an endpoint stays with a process that is not heard of, milliseconds. */
  leaseMs: number;
  /** How long to wait after failures, milliseconds; undefined gives up. */
  waitMs?: (failures: number, random: number) => number | undefined;
};

/** Sends what there is for one endpoint, in order, until there is nothing left or something fails. */
export async function serve(options: ServeOptions, claimed: ClaimedEndpoint, signal: AbortSignal) {
  const { pool, sender, metrics } = options;
  const notes = takeNotes(options, claimed);
  let endpoint = claimed;

  for (;;) {
    const { entries, through, safe } = await findCandidates(pool, endpoint, PAGE);
    const isSearchedFor = await createSearchFilter(pool, endpoint, entries);
    const told = new Set<bigint>();
    for (const entry of entries) {
      const wasTold = entry.wasTold || told.has(entry.announcedSequence);
      const isWanted = wasTold || isSearchedFor(entry);
      const decision = isWanted ? decide(endpoint.tier, entry, safe, wasTold) : "skip";
      if (decision === "wait" || signal.aborted) {
        await notes.save({ failures: 0, waitMs: signal.aborted ? 0 : SETTLE_MS });
        return;
      }
      if (decision === "send") {
        const message = entryMessage(endpoint.endpointId, entry);
        const attempt = await deliver(sender, endpoint, message, signal).catch(
          async (error: unknown) => {
            await notes.save({ failures: endpoint.failures, waitMs: 0 });
            throw error;
          },
        );
        metrics.webhooks.observe({ outcome: attempt.outcome }, attempt.milliseconds / 1_000);
        notes.add(attempt);
        if (attempt.outcome !== "delivered") return fail(options, endpoint, attempt, notes.save);
        endpoint = { ...endpoint, failures: 0 };
        told.add(entry.sequence);
      }
      if (!(await notes.reach(entry.sequence))) return;
    }
    if (!(await notes.reach(through))) return;
    if (entries.length < PAGE) return void (await notes.save({ failures: 0, waitMs: 0 }));
    // The next page asks the table what was told.
    if (!(await notes.save())) return;
    endpoint = { ...endpoint, cursor: through };
  }
}

/** Notes of how far an endpoint is; every answer says whether it is still ours. */
type Notes = {
  add(attempt: Attempt): void;
  /** Moves on, and has it written now and then while the sending goes on. */
  reach(sequence: bigint): Promise<boolean>;
  /** Writes everything, and how it goes on. */
  save(after?: Progress["after"]): Promise<boolean>;
};

/** Writes behind the sending, one statement after another: no message waits for the disk. */
function takeNotes(
  { pool, leaseMs }: Pick<ServeOptions, "pool" | "leaseMs">,
  { endpointId, lease, cursor }: ClaimedEndpoint,
): Notes {
  let attempts: Attempt[] = [];
  let place = cursor;
  let written = cursor;
  let writtenAt = performance.now();
  let writing = Promise.resolve(true);

  /** Begins a write when the one before has ended well. */
  async function write(after?: Progress["after"]): Promise<boolean> {
    if (!(await writing)) return false;
    const before = { endpointId, lease, cursor: written };
    const progress = { cursor: place, attempts, ...(after === undefined ? {} : { after }) };
    [attempts, written, writtenAt] = [[], place, performance.now()];
    writing = saveProgress(pool, before, progress, leaseMs);
    // Whoever waits for the next one hears of it.
    writing.catch(() => undefined);
    return true;
  }

  return {
    add: (attempt) => void attempts.push(attempt),
    async reach(sequence) {
      place = sequence;
      const isDue = attempts.length >= SAVE_EVERY || performance.now() - writtenAt > SAVE_MS;
      return !isDue || write();
    },
    async save(after) {
      await write(after);
      return writing;
    },
  };
}

/** Waits for the next attempt, or switches the endpoint off and tells its owner. */
async function fail(
  { pool, log, waitMs = webhookWaitMs }: ServeOptions,
  endpoint: ClaimedEndpoint,
  attempt: Attempt,
  save: Notes["save"],
): Promise<void> {
  const failures = endpoint.failures + 1;
  const wait = attempt.status === GONE ? undefined : waitMs(failures, Math.random());
  if (wait !== undefined) return void (await save({ failures, waitMs: wait }));
  const reason =
    attempt.status === GONE ? "The receiver answered that it is gone." : "Nothing got through.";
  if (!(await save({ failures, waitMs: 0, disabled: reason }))) return;
  const { endpointId, accountId, url, failingSince } = endpoint;
  log.warn({ endpoint: endpointId, reason }, "a webhook endpoint was switched off");
  const since = (failingSince ?? new Date()).toISOString();
  const facts = { endpointId, host: new URL(url).host, failingSince: since };
  const cause = `endpoint ${endpointId} failing since ${since}`;
  await inWrite(pool, (client) =>
    mailToAccount(client, accountId, { template: "endpoint_disabled", cause, facts }),
  );
}
