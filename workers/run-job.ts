import type pg from "pg";
import { JOBS, type JobDefinition, type JobName } from "../core/jobs/catalogue.ts";
import { JobError } from "../core/jobs/job-error.ts";
import {
  type AfterFailure,
  type AfterFinish,
  type Claim,
  failJob,
  finishJob,
  finishJobs,
  handBack,
  postponeJob,
  reportProgress,
} from "../core/jobs/lease.ts";
import { judge, restDelayMs, retryDelayMs } from "../core/jobs/retry.ts";
import type { Logger } from "../core/log.ts";
import type { WorkerDeps } from "./deps.ts";
import { gather } from "./gather.ts";
import { inWrite } from "./in-write.ts";
import type { LeaseKeeper } from "./lease-keeper.ts";
import type { WorkerMetrics } from "./metrics.ts";
import {
  CancelledError,
  LeaseLostError,
  PostponedError,
  type Processors,
  StoppingError,
} from "./processor.ts";

/** What one attempt has come to. */
export type Outcome = "done" | "handed back" | "postponed" | AfterFailure;

export type RunnerOptions = {
  deps: WorkerDeps;
  processors: Processors;
  keeper: LeaseKeeper;
  metrics: WorkerMetrics;
  log: Logger;
  /** Aborted when jobs are not waited for any longer. */
  stopping: AbortSignal;
  definitions?: Readonly<Record<string, JobDefinition>>;
};

/** Runs jobs that were taken; never throws. */
export type JobRunner = (claim: Claim) => Promise<Outcome>;

/** Wraps every processor once: payload, time limit, lease, class of failure, metrics and log. */
export function createJobRunner(options: RunnerOptions): JobRunner {
  const { deps, keeper, metrics, log, stopping } = options;
  const { pool } = deps;
  const end = gather((ended: readonly Claim[]) => finishJobs(pool, ended));

  return async (claim) => {
    const startedAt = performance.now();
    metrics.observeWait(
      claim.name,
      Math.max(0, (Date.now() - claim.availableAt.getTime()) / 1_000),
    );
    const controller = new AbortController();
    const onStop = () => controller.abort(new StoppingError());
    if (stopping.aborted) onStop();
    stopping.addEventListener("abort", onStop, { once: true });
    const release = keeper.keep(claim, controller);
    let outcome: Outcome;
    let failure: string | undefined;
    try {
      const isFinished = await attempt(options, claim, controller);
      if (!isFinished) refuse((await end(claim)) ?? (await finishJob(pool, claim)));
      outcome = "done";
    } catch (error) {
      ({ outcome, failure } = await settle(pool, claim, error, options).catch((err: unknown) => {
        // The row stays as it is, and the sweep finds it.
        log.error({ err, job: claim.jobId, name: claim.name }, "the end of a job was not written");
        return { outcome: "lost" as const, failure: "database" };
      }));
      if (outcome !== "postponed") {
        const level = outcome === "dead" ? "error" : "warn";
        log[level]({ err: error, job: claim.jobId, name: claim.name, outcome }, "a job failed");
      }
    } finally {
      release();
      stopping.removeEventListener("abort", onStop);
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    metrics.observeJob(claim.name, outcome, seconds, failure);
    if (outcome === "done") {
      log.debug({ job: claim.jobId, name: claim.name, seconds }, "a job is done");
    }
    return outcome;
  };
}

/** One attempt at a job. Says whether its row says already that it is done; throws why it is not. */
async function attempt(
  { deps, processors, definitions = JOBS }: RunnerOptions,
  claim: Claim,
  controller: AbortController,
): Promise<boolean> {
  const { pool } = deps;
  const definition = Object.hasOwn(definitions, claim.name) ? definitions[claim.name] : undefined;
  if (definition === undefined) {
    throw new JobError("bad_payload", "This version of the service does not know such a job.");
  }
  const payload = definition.payload.parse(claim.payload);
  const { signal } = controller;
  const timer = setTimeout(
    () => controller.abort(new DOMException("the job took too long", "TimeoutError")),
    definition.timeoutMs,
  );
  // A processor that ignores its signal must not keep the job: its late writes are refused.
  const ended = Promise.withResolvers<never>();
  const onAbort = () => ended.reject(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  ended.promise.catch(() => undefined);
  let isFinished = false;
  const processor = processors[claim.name as JobName] as (
    payload: unknown,
    context: Parameters<Processors[JobName]>[1],
  ) => Promise<void>;
  const work = processor(payload, {
    deps,
    jobId: claim.jobId,
    attempts: claim.attempts,
    signal,
    async finish(write) {
      await inWrite(pool, async (client) => {
        await write(client);
        refuse(await finishJob(client, claim));
      });
      isFinished = true;
    },
    async report(progress, step) {
      if (!(await reportProgress(pool, claim, progress, step))) throw new LeaseLostError();
    },
  });
  work.catch(() => undefined);
  try {
    await Promise.race([work, ended.promise]);
  } catch (error) {
    // The commit may have come through although the connection broke, or the signal was faster.
    if (isFinished) return true;
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
  return isFinished;
}

function refuse(after: AfterFinish): void {
  if (after === "cancelled") throw new CancelledError();
  if (after === "lost") throw new LeaseLostError();
}

async function settle(
  pool: pg.Pool,
  claim: Claim,
  error: unknown,
  { definitions = JOBS }: RunnerOptions,
): Promise<{ outcome: Outcome; failure: string | undefined }> {
  if (error instanceof LeaseLostError) return { outcome: "lost", failure: "worker_lost" };
  if (error instanceof StoppingError) {
    await handBack(pool, claim);
    return { outcome: "handed back", failure: undefined };
  }
  if (error instanceof PostponedError) {
    await postponeJob(pool, claim, error.delayMs);
    return { outcome: "postponed", failure: undefined };
  }
  // Should the wish have been withdrawn meanwhile, it is done after all.
  const verdict =
    error instanceof CancelledError
      ? judge(new JobError("unexpected", "It was cancelled."))
      : judge(error);
  if (verdict.failure === "provider_resting") {
    await handBack(pool, claim, restDelayMs());
    return { outcome: "handed back", failure: verdict.failure };
  }
  const backoffMs = definitions[claim.name]?.backoffMs ?? 1_000;
  const delayMs = retryDelayMs(backoffMs, claim.attempts, verdict.retryAfterMs);
  return { outcome: await failJob(pool, claim, verdict, delayMs), failure: verdict.failure };
}
