import { z } from "zod";
import { SITE_CHECKS } from "../site-checks/rules.ts";
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
  /** Puts the mails that wait for a digest into one for each account. */
  "mail.digest": {
    queue: "upkeep",
    payload: z.strictObject({}),
    attempts: 5,
    backoffMs: 5_000,
    timeoutMs: 60_000,
    cron: "0 0 7 * * *",
  },
  /** Tells those whose saved search a listing has begun to match. */
  "saved_search.match": {
    queue: "delivery",
    payload: z.strictObject({ sequence: z.int().positive() }),
    attempts: 10,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
  },
  /** Sends a test message to a webhook, once: its owner sees what became of it. */
  "webhook.ping": {
    queue: "delivery",
    payload: z.strictObject({ endpointId: z.uuid() }),
    attempts: 2,
    backoffMs: 1_000,
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
  /** Reminds sellers who are silent, and has the agent pause those who stay so. */
  "seller.watch": {
    queue: "upkeep",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
    cron: "15 * * * * *",
  },
  /** Brings one thing that the agent is to do on chain a step on, and comes again until it is final. */
  "agent.act": {
    queue: "delivery",
    payload: z.strictObject({ actionId: z.uuid() }),
    attempts: 15,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
  },
  /** Writes down how an escrow ended, and which estimate that scores. */
  "valuation.score": {
    queue: "valuation",
    payload: z.strictObject({ sequence: z.int().positive() }),
    attempts: 10,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
  },
  /** The same for escrows whose end nobody has written down: of before there were jobs, or missed. */
  "valuation.scan_outcomes": {
    queue: "upkeep",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 5_000,
    timeoutMs: 120_000,
    cron: "40 */10 * * * *",
  },
  /** Puts the estimates of each day that is over under one root. */
  "valuation.seal_days": {
    queue: "upkeep",
    payload: z.strictObject({}),
    attempts: 5,
    backoffMs: 5_000,
    timeoutMs: 60_000,
    cron: "10 5 * * * *",
  },
  /** Removes the bytes of uploads that were deleted. */
  "upload.sweep": {
    queue: "upkeep",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 5_000,
    timeoutMs: 240_000,
    cron: "0 */5 * * * *",
  },
  /** Opens a valuation of the listing that an event is about. */
  "valuation.open": {
    queue: "intake",
    payload: z.strictObject({ sequence: z.int().positive() }),
    attempts: 10,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
  },
  /** First stage of a valuation: what an estimate can rest on. */
  "valuation.intake": {
    queue: "intake",
    payload: z.strictObject({ valuationId: z.uuid() }),
    attempts: 3,
    backoffMs: 500,
    timeoutMs: 20_000,
  },
  /** Second stage: the deals to learn from; three retries, then the published ones alone. */
  "valuation.compare": {
    queue: "comparables",
    payload: z.strictObject({ valuationId: z.uuid() }),
    attempts: 4,
    backoffMs: 500,
    timeoutMs: 20_000,
  },
  /** Third stage: the numbers. */
  "valuation.estimate": {
    queue: "valuation",
    payload: z.strictObject({ valuationId: z.uuid() }),
    attempts: 3,
    backoffMs: 500,
    timeoutMs: 20_000,
  },
  /** Last stage: the words; two retries, then the template. It publishes or escalates. */
  "valuation.memo": {
    queue: "memo",
    payload: z.strictObject({ valuationId: z.uuid() }),
    attempts: 3,
    backoffMs: 500,
    timeoutMs: 12_000,
  },
  /** Looks after valuations that lost their worker, and listings that were never valued. */
  "valuation.scan": {
    queue: "upkeep",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
    cron: "*/20 * * * * *",
  },
  /** Looks for what operators must look after. */
  "operator.scan": {
    queue: "upkeep",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
    cron: "5,25,45 * * * * *",
  },
  /** Tells the operators of one such thing in their chat. */
  "operator.tell": {
    queue: "delivery",
    payload: z.strictObject({ noticeId: z.uuid() }),
    attempts: 12,
    backoffMs: 5_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
  },
  /** Adds the checks of sites of listings that are due. */
  "site.scan": {
    queue: "upkeep",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 1_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
    cron: "35 * * * * *",
  },
  /** Looks at one side of the site of a listing. */
  "site.check": {
    queue: "delivery",
    payload: z.strictObject({
      chainId: z.int().positive(),
      contract: z.string().regex(/^0x[0-9a-f]{40}$/),
      listingId: z.string().regex(/^\d{1,78}$/),
      kind: z.enum(SITE_CHECKS),
    }),
    attempts: 3,
    backoffMs: 5_000,
    timeoutMs: DEFAULT_TIMEOUT_MS,
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
