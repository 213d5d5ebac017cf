import { setTimeout as pause } from "node:timers/promises";
import type { Environment } from "../../core/config/environment.ts";
import { formatFence } from "../../core/db/fence.ts";
import type { Command } from "../../core/indexer/ponder-process.ts";
import type { Logger } from "../../core/log.ts";
import { scrub } from "../../core/reporting/scrub.ts";
import { withoutUrls } from "../../core/rpc/describe-error.ts";
import type { RepairDesk } from "../repair/repair-desk.ts";
import type { CacheUse } from "./cache-lock.ts";
import { acquireLease, type Lease } from "./lease.ts";
import { lookAtIndex } from "./look-at-index.ts";
import type { RestartReason, SupervisorMetrics } from "./metrics.ts";
import { createRepairRound } from "./repair-round.ts";
import { createStallWatch } from "./stall.ts";
import { startWriter, type Writer } from "./writer.ts";

/** How often index, chain and repairs are looked at while the writer runs. */
const WATCH_MS = 1_000;

/** First and longest pause before the writer is started again. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** Longest reason that is told, letters: errors quote whole statements. */
const MAX_WHY = 1_000;

export type SupervisorOptions = {
  /** Connection of the role that writes. */
  databaseUrl: string;
  /** Release that was asked for; repairs may have put another in its place. */
  schema: string;
  chainId: number;
  /** How the indexer of a schema is started. */
  commandFor: (schema: string) => Command;
  /** The rest of its environment. */
  environment: Environment;
  /** Newest block of the chain; may fail, which counts as not known. */
  readHead: () => Promise<bigint>;
  stallMs: number;
  /** Whether ends that nobody asked for are told to somebody, who wants to know the last error. */
  isReported: boolean;
  /** Carries repairs out; undefined without an administrator's connection. */
  desk: RepairDesk | undefined;
  metrics: SupervisorMetrics;
  log: Logger;
};

/** What a supervisor says about itself. */
export type SupervisorState = {
  is: "starting" | "standing by" | "writing" | "repairing" | "waiting" | "stopped";
  schema: string;
  /** Process id of the writer while there is one. */
  writer?: number;
  /** Why the writer was last started again, or what a repair waits for. */
  why?: string;
  restarts: number;
};

export type Supervisor = { state(): SupervisorState; stop(): Promise<void> };

/** Why a run of the writer is over. */
type End = { reason: RestartReason; why: string };

/** The writer ended by itself, or had to be ended because it stood still. */
class IndexerEndedError extends Error {
  override name = "IndexerEndedError";
}

/**
 * Runs the one writer of a release and never gives up: it is started again, with growing pauses,
 * when it ends, stands still, loses the database or must make room for a repair. It never runs
 * without the lock: whenever the lock's session is lost, the writer is killed first.
 */
export function startSupervisor(options: SupervisorOptions): Supervisor {
  const { schema: configured, metrics, log, desk } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const round = createRepairRound({ desk, log, metrics });
  let state: SupervisorState = { is: "starting", schema: configured, restarts: 0 };
  /** Whether the last writer has come as far as live blocks: the next pause is the first again. */
  let wasHealthy = false;
  const become = (change: Partial<SupervisorState>) => {
    state = { ...state, ...change };
    metrics.isWriting.set(state.writer === undefined ? 0 : 1);
  };

  async function runOnce(): Promise<End> {
    const current = (await desk?.currentSchema(configured)) ?? configured;
    const schema = await round.begin(current, (schemas) => lease(schemas, "alone"));
    const held = await lease([schema, configured], "shared");
    try {
      return await watchWriter(held, schema);
    } finally {
      become({ writer: undefined });
      await held.release();
    }
  }

  function lease(schemas: readonly [string, ...string[]], cache: CacheUse): Promise<Lease> {
    return acquireLease({
      databaseUrl: options.databaseUrl,
      schemas: [...new Set(schemas)] as [string, ...string[]],
      chainId: options.chainId,
      cache,
      signal,
      onStandby() {
        become({ is: "standing by" });
        log.info({ schema: schemas[0] }, "another supervisor runs this release, standing by");
      },
    });
  }

  /** Starts the writer and returns when it has ended, whoever ended it. */
  async function watchWriter(held: Lease, schema: string): Promise<End> {
    const command = options.commandFor(schema);
    const fence = { INDEXER_FENCE: formatFence(held.fence) };
    const fenced = { ...command, environment: { ...command.environment, ...fence } };
    const writer = await startWriter(fenced, options.environment, options.isReported);
    become({ is: round.work === undefined ? "writing" : "repairing", schema, writer: writer.pid });
    log.info({ schema, writer: writer.pid }, "the indexer was started");
    const over = new AbortController();
    try {
      return await Promise.race([
        writer.exited.then(async (code): Promise<End> => {
          const error = await writer.lastError();
          const said = error === undefined ? "" : `, its last error: ${scrub(withoutUrls(error))}`;
          return { reason: "exit", why: `it ended with code ${code}${said}`.slice(0, MAX_WHY) };
        }),
        held.lost.then((why) => ({ reason: "database", why }) as const),
        watchProgress(held, schema, AbortSignal.any([signal, over.signal])),
      ]);
    } finally {
      over.abort();
      await endWriter(writer);
    }
  }

  /** In order when we are asked to stop, else at once: what is wrong with it may get worse. */
  async function endWriter(writer: Writer): Promise<void> {
    if (signal.aborted) await writer.stop();
    else await writer.kill();
  }

  async function watchProgress(held: Lease, schema: string, watching: AbortSignal): Promise<End> {
    const isStalled = createStallWatch(options.stallMs, () => performance.now());
    while (!watching.aborted) {
      const look = await lookAtIndex(held.client, schema, options.chainId, options.readHead);
      if (look?.indexed !== undefined) metrics.indexedBlock.set(Number(look.indexed));
      wasHealthy ||= look?.isReady === true && look.head === look.indexed;
      const stall = look === undefined ? undefined : isStalled(look);
      if (stall !== undefined) return { reason: "stalled", why: stall };
      const repair = await round.look(schema);
      if (repair.mustRestart !== undefined) return { reason: "repair", why: repair.mustRestart };
      become(
        repair.waitsFor === undefined
          ? { is: "writing", why: undefined }
          : { is: "repairing", why: repair.waitsFor },
      );
      await pause(WATCH_MS, undefined, { signal: watching }).catch(() => undefined);
    }
    return { reason: "exit", why: "asked to stop" };
  }

  /** A lost database and repairs are told of elsewhere; the others nobody expected. */
  function tell(end: End, pauseMs: number): void {
    const line = { ...end, pauseMs };
    const isExpected = end.reason === "database" || end.reason === "repair";
    if (isExpected) log.warn(line, "the indexer is started again");
    else
      log.error({ ...line, err: new IndexerEndedError(end.why) }, "the indexer is started again");
  }

  async function run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      wasHealthy = false;
      const end = await runOnce().catch(
        (error: unknown): End => ({
          reason: "database",
          why: error instanceof Error ? error.message : String(error),
        }),
      );
      if (signal.aborted) break;
      if (wasHealthy || end.reason === "repair") pauseMs = FIRST_PAUSE_MS;
      metrics.restarts.inc({ reason: end.reason });
      become({ is: "waiting", why: end.why, restarts: state.restarts + 1 });
      tell(end, pauseMs);
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
    become({ is: "stopped" });
  }

  const running = run();
  return {
    state: () => state,
    async stop() {
      ending.abort();
      await running;
    },
  };
}
