import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import type { Watcher } from "../../core/db/notifications.ts";
import type { Logger } from "../../core/log.ts";
import { mailToAccount } from "../../core/mail/mails.ts";
import {
  type Attempt,
  type ClaimedEndpoint,
  claimEndpoints,
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

/** Endpoints that one process serves at a time (domain.md F.1: notifications). */
const CONCURRENCY = 100;
const PAGE = 100;

/** Progress is written after so many messages, or after so long: what is sent twice carries one id. */
const SAVE_EVERY = 25;
const SAVE_MS = 500;

/** A message may take 15 s; a worker that is not heard of for longer has lost its endpoint. */
const LEASE_MS = 30_000;

/** How soon an endpoint is looked at again whose next event is not settled yet. */
const SETTLE_MS = 500;

export type PumpOptions = {
  pool: pg.Pool;
  sender: Sender;
  watcher: Watcher;
  metrics: Pick<WorkerMetrics, "webhooks">;
  log: Logger;
  /** How long to wait after failures; undefined gives up. */
  waitMs?: (failures: number, random: number) => number | undefined;
};

/** Sends the journal to webhook endpoints, each in order; many at a time. */
export function startPump(options: PumpOptions): { stop(): Promise<void> } {
  const { pool, watcher, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const serving = new Set<Promise<void>>();
  let freed = Promise.withResolvers<void>();

  const pumping = (async () => {
    while (!signal.aborted) {
      freed = Promise.withResolvers<void>();
      const changed = watcher.nextChange(signal);
      const free = CONCURRENCY - serving.size;
      let claimed: ClaimedEndpoint[] = [];
      try {
        if (free > 0) claimed = await claimEndpoints(pool, free, LEASE_MS);
      } catch (err) {
        log.warn({ err }, "webhook endpoints could not be read");
        await delay(1_000, undefined, { signal }).catch(() => undefined);
        continue;
      }
      for (const endpoint of claimed) {
        const work = serve(options, endpoint, signal)
          .catch((err: unknown) => {
            if (!signal.aborted)
              log.warn({ err, endpoint: endpoint.endpointId }, "webhooks stopped");
          })
          .finally(() => {
            serving.delete(work);
            freed.resolve();
          });
        serving.add(work);
      }
      await (serving.size > 0 ? Promise.race([changed, freed.promise]) : changed);
    }
    await Promise.all(serving);
  })();

  return {
    async stop() {
      stopping.abort();
      await pumping;
    },
  };
}

/** Sends what there is for one endpoint, until there is nothing left or something fails. */
async function serve(options: PumpOptions, claimed: ClaimedEndpoint, signal: AbortSignal) {
  const { pool, sender, metrics } = options;
  let endpoint = claimed;
  let unsaved: Attempt[] = [];
  let place = endpoint.cursor;
  let savedAt = performance.now();

  const save = async (after?: Progress["after"]): Promise<boolean> => {
    const progress = {
      cursor: place,
      attempts: unsaved,
      ...(after === undefined ? {} : { after }),
    };
    const isOurs = await saveProgress(pool, endpoint, progress, LEASE_MS);
    endpoint = { ...endpoint, cursor: place };
    unsaved = [];
    savedAt = performance.now();
    return isOurs;
  };

  for (;;) {
    const { entries, through, safe } = await findCandidates(pool, endpoint, PAGE);
    const isSearchedFor = await createSearchFilter(pool, endpoint, entries);
    const told = new Set<bigint>();
    for (const entry of entries) {
      const wasTold = entry.wasTold || told.has(entry.announcedSequence);
      const isWanted = wasTold || isSearchedFor(entry);
      const decision = isWanted ? decide(endpoint.tier, entry, safe, wasTold) : "skip";
      if (decision === "wait" || signal.aborted) {
        await save({ failures: 0, waitMs: signal.aborted ? 0 : SETTLE_MS });
        return;
      }
      if (decision === "send") {
        const attempt = await deliver(
          sender,
          endpoint,
          entryMessage(endpoint.endpointId, entry),
          signal,
        ).catch(async (error: unknown) => {
          await save({ failures: endpoint.failures, waitMs: 0 });
          throw error;
        });
        metrics.webhooks.observe({ outcome: attempt.outcome }, attempt.milliseconds / 1_000);
        unsaved.push(attempt);
        if (attempt.outcome !== "delivered") return fail(options, endpoint, attempt, save);
        endpoint = { ...endpoint, failures: 0 };
        told.add(entry.sequence);
      }
      place = entry.sequence;
      const isLong = unsaved.length >= SAVE_EVERY || performance.now() - savedAt > SAVE_MS;
      if (isLong && !(await save())) return;
    }
    place = through;
    if (entries.length < PAGE) return void (await save({ failures: 0, waitMs: 0 }));
    if (!(await save())) return;
  }
}

/** Waits for the next attempt, or switches the endpoint off and tells its owner. */
async function fail(
  { pool, log, waitMs = webhookWaitMs }: PumpOptions,
  endpoint: ClaimedEndpoint,
  attempt: Attempt,
  save: (after: Progress["after"]) => Promise<boolean>,
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
