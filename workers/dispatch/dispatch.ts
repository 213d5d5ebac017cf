import type { Claim, Taker } from "../../core/jobs/lease.ts";
import type { QueueName } from "../../core/jobs/queues.ts";

/** Brings jobs of some queues to their processors, with Postgres or Redis as the queue. */
export type Dispatch = {
  /** Which of the two it is. */
  readonly backend: "postgres" | "redis";
  /** Says that jobs of a queue, or of any, may have come. */
  wake(queue: QueueName | undefined): void;
  /** Milliseconds since it last looked for work, by the queue that it has neglected longest. */
  lookAgeMs(): number;
  /** Takes no more jobs; resolves when those that it has started have ended. */
  drain(): Promise<void>;
  /** Gives its connections back; after `drain`. */
  close(): Promise<void>;
};

export type DispatchOptions = {
  queues: readonly QueueName[];
  concurrencyOf: (queue: QueueName) => number;
  taker: Taker;
  /** Runs one job to its end, whatever that is; never throws. */
  run: (claim: Claim) => Promise<unknown>;
  /** How often it looks without having been woken, milliseconds. */
  pollMs: number;
  onError: (error: unknown) => void;
};
