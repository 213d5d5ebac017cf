import { z } from "zod";
import type { QueueName } from "./queues.ts";

/** What there is to know of a job before it runs. */
export type JobDefinition = {
  queue: QueueName;
  /** Ids of rows, never what stands in them: a payload is copied into logs and queues. */
  payload: z.ZodObject;
  /** Times that it may be taken, the first included, before it counts as dead. */
  attempts: number;
  /** Most that is waited before the first retry, milliseconds; doubles with each further one. */
  backoffMs: number;
  /** After this its signal is aborted and the attempt has failed, milliseconds. */
  timeoutMs: number;
  /** Moments at which it is added by itself: cron with seconds, UTC. */
  cron?: string;
};

/** 30 seconds, as domain.md F.1 has it (req 5.132). */
const DEFAULT_TIMEOUT_MS = 30_000;

/** Every job there is; each has one processor in `workers/processors`, or nothing compiles. */
export const JOBS = {
  /** Makes one mail for each party of an event who wants it. */
  "notification.fan_out": {
    queue: "delivery",
    payload: z.strictObject({ sequence: z.int().positive() }),
    attempts: 10,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
  },
  /** Tells those who had mail of an event that it vanished in a reorganisation. */
  "notification.take_back": {
    queue: "delivery",
    payload: z.strictObject({ sequence: z.int().positive() }),
    attempts: 10,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
  },
  /** Hands one mail to the transport. */
  "mail.send": {
    queue: "delivery",
    payload: z.strictObject({ mailId: z.uuid() }),
    attempts: 12,
    backoffMs: 5_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
  },
  /** Makes the warnings of deadlines that come near, and takes back those that no longer hold. */
  "deadline.scan": {
    queue: "upkeep",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
    cron: "*/30 * * * * *",
  },
  /** Deletes ended jobs and delivery logs that nobody will ask for any more. */
  "upkeep.purge": {
    queue: "upkeep",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 5_000,
    timeoutMs: 60_000,
    cron: "0 17 3 * * *",
  },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.output<(typeof JOBS)[Name]["payload"]>;
