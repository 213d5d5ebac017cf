import type pg from "pg";
import type { JobName, JobPayload } from "../core/jobs/catalogue.ts";
import type { WorkerDeps } from "./deps.ts";

/** What a processor has beside its payload. */
export type ProcessorContext = {
  deps: WorkerDeps;
  jobId: string;
  /** Times that the job was taken, this one included. */
  attempts: number;
  /** Aborted when the time of the attempt is over, the job is cancelled, or its lease is lost. */
  signal: AbortSignal;
  /**
   * Writes what the job has made and that it is done in one transaction, so that an effect in the
   * database happens once however often the job is taken.
   *
   * @throws LeaseLostError when somebody else has the job by now; nothing was written then
   */
  finish(work: (client: pg.PoolClient) => Promise<void>): Promise<void>;
  /** Tells the job's owner how far it is, in per cent and words. */
  report(progress: number, step: string): Promise<void>;
};

/** Does one job. When it returns without having finished the job, the job is finished for it. */
export type Processor<Name extends JobName> = (
  payload: JobPayload<Name>,
  context: ProcessorContext,
) => Promise<void>;

/** One processor for each job of the catalogue; one that is missing does not compile. */
export type Processors = { [Name in JobName]: Processor<Name> };

/** The job was taken from this process while it worked on it. */
export class LeaseLostError extends Error {
  override name = "LeaseLostError";
  constructor() {
    super("the lease was lost");
  }
}

/** The job was cancelled while it ran. */
export class CancelledError extends Error {
  override name = "CancelledError";
  constructor() {
    super("the job was cancelled");
  }
}

/** The process stops and gives the job back. */
export class StoppingError extends Error {
  override name = "StoppingError";
  constructor() {
    super("the process stops");
  }
}

/** The job waits for something outside, and is to be taken again after a while. */
export class PostponedError extends Error {
  override name = "PostponedError";
  readonly delayMs: number;
  constructor(delayMs: number) {
    super(`the job is put off by ${delayMs} ms`);
    this.delayMs = delayMs;
  }
}
