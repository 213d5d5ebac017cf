import type pg from "pg";
import type { Config } from "../core/config/config.schema.ts";
import { watchIndex } from "../core/db/index-watcher.ts";
import { createPool } from "../core/db/pools.ts";
import { startHealthServer } from "../core/health-server.ts";
import { createFollower, type FollowStep } from "../core/journal/follower.ts";
import type { Logger } from "../core/log.ts";
import { chainCauses } from "../core/outbox/chain-causes.ts";
import { isDefect } from "../core/reporting/is-defect.ts";
import { createDocumentFollower } from "../core/search/document-follower.ts";
import { runAsLeader } from "./leader.ts";
import { createJournalMetrics, type JournalMetrics } from "./metrics.ts";

const PROCESS_NAME = "valyra_journal";

/** A leader whose last step is older than this has lost index or database. */
const STALE_STEP_MS = 60_000;

/** Least time between two lines about a walk that takes longer. */
const PROGRESS_MS = 5_000;

export type Journal = {
  /** Port of health and metrics. */
  port: number;
  /** Ends after the step in hand, then closes server and connections. */
  stop(): Promise<void>;
};

/** Starts to follow the index, or to stand by; resolves once the health port listens. */
export async function startJournal(config: Config<"journal">, log: Logger): Promise<Journal> {
  const metrics = createJournalMetrics();
  const warn = (what: string) => (error: unknown) =>
    log.warn({ error: error instanceof Error ? error.message : String(error) }, what);
  // One connection writes; what a broken one has begun must not meet its successor in a pool.
  const pool = createPool(config.JOURNAL_DATABASE_URL, "appWrites", {
    max: 1,
    processName: PROCESS_NAME,
    onIdleError: warn("database connection lost"),
  });
  const watcher = watchIndex(config.JOURNAL_DATABASE_URL, {
    processName: PROCESS_NAME,
    onError: warn("not listening for blocks, polling until it is back"),
  });
  const ending = new AbortController();
  const { signal } = ending;
  let isLeader = false;
  let state = "standing by";
  let steppedAt: number | undefined;

  const report = createReporter(metrics, log);
  const lead = async (client: pg.PoolClient) => {
    const follower = createFollower(client, { causes: chainCauses(config.NOTIFICATION_TIER) });
    const documents = createDocumentFollower(client);
    while (!signal.aborted) {
      // Asked for before the look, so that a block that arrives meanwhile is not slept through.
      const changed = watcher.nextChange(signal);
      const step = await follower.step();
      steppedAt = performance.now();
      state = step.is === "waiting" ? `waiting for ${step.for}` : `through block ${step.compared}`;
      report(step);
      // The journal comes first: what is searched may be late, what happened may not.
      if (step.is === "followed" && !step.isDone) continue;
      const search = await documents.step();
      if (search.is === "followed") {
        metrics.documents.inc({ change: "written" }, search.written);
        metrics.documents.inc({ change: "removed" }, search.removed);
        if (!search.isDone) continue;
      }
      await changed;
    }
  };
  const running = runAsLeader({
    pool,
    signal,
    lead,
    onChange(next) {
      if (next !== isLeader) log.info(next ? "this process writes the journal" : "standing by");
      isLeader = next;
      metrics.isLeader.set(next ? 1 : 0);
      if (!next) [steppedAt, state] = [undefined, "standing by"];
    },
    onError(error) {
      // What waiting cannot cure is told to whoever is told of errors.
      if (isDefect(error)) log.error({ err: error }, "a step failed, it is tried again");
      else warn("a step failed, it is tried again")(error);
    },
  });
  const server = await startHealthServer(config.JOURNAL_HOST, config.JOURNAL_PORT, {
    readiness() {
      const age = steppedAt === undefined ? undefined : Math.round(performance.now() - steppedAt);
      const isReady = !isLeader || (age !== undefined && age < STALE_STEP_MS);
      return { isReady, isLeader, state, stepAgeMs: age };
    },
    registry: metrics.registry,
  });
  log.info({ port: server.port }, "journal started");

  return {
    port: server.port,
    async stop() {
      ending.abort();
      await running;
      await watcher.close();
      await server.close();
      await pool.end();
    },
  };
}

/** Counts what a step did, and says it in the log when there is something to say. */
function createReporter(
  { entries, jobs: caused, lagBlocks, lagSeconds, finalityViolations }: JournalMetrics,
  log: Logger,
) {
  let lastWait: string | undefined;
  let saidAt = performance.now();
  let isWalking = false;

  return (step: FollowStep): void => {
    if (step.is === "waiting") {
      if (step.for !== lastWait) log.info({ for: step.for }, "waiting");
      lastWait = step.for;
      return;
    }
    lastWait = undefined;
    const { position, compared, changes, repairs, jobs, isDone } = step;
    for (const [what, count] of Object.entries(jobs)) caused.inc({ what }, count);
    const provisional = changes.announced.filter(({ isFinal }) => !isFinal).length;
    entries.inc({ status: "provisional" }, provisional);
    entries.inc(
      { status: "final" },
      changes.announced.length - provisional + changes.finalised.length + repairs.length,
    );
    entries.inc({ status: "retracted" }, changes.retracted.length);
    const lag = position.head > compared ? position.head - compared : 0n;
    lagBlocks.set(Number(lag));
    const age = Math.floor(Date.now() / 1_000) - Number(position.indexedAt);
    lagSeconds.set(lag === 0n ? 0 : Math.max(0, age));

    if (repairs.length > 0) log.info({ repairs }, "told of repairs of the index");
    const violated = changes.retracted.filter(({ isFinal }) => isFinal);
    if (violated.length > 0) {
      finalityViolations.inc(violated.length);
      log.error(
        { events: violated.length, first: String(violated.at(-1)?.sequence) },
        "events that were final are gone from the index and were retracted",
      );
    }
    if (changes.retracted.length > 0) {
      log.warn({ events: changes.retracted.length }, "events were taken back");
    }
    const isOver = performance.now() - saidAt > PROGRESS_MS;
    if ((!isDone && isOver) || (isDone && isWalking)) {
      const { indexed } = position;
      log.info({ block: String(compared), of: String(indexed) }, "following the index");
      saidAt = performance.now();
    }
    isWalking = !isDone;
  };
}
