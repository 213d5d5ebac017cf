import { BaseAdapter } from "@bull-board/api/dist/queueAdapters/base.js";
import type { JobState } from "../../core/db/delivery.tables.ts";
import type { JobRow } from "../../core/jobs/own-jobs.ts";

/** What the board reads, in the name of whoever has opened it. */
export type QueueReads = {
  count(queue: string): Promise<Partial<Record<JobState, number>>>;
  find(
    queue: string,
    states: readonly JobState[],
    page: { offset: number; limit: number },
  ): Promise<JobRow[]>;
  get(jobId: string): Promise<JobRow | undefined>;
};

/** Our states by the words of the board. */
const STATES = {
  active: ["running"],
  waiting: ["queued"],
  "waiting-children": ["waiting"],
  delayed: ["held"],
  completed: ["done", "cancelled"],
  failed: ["dead"],
} as const satisfies Record<string, readonly JobState[]>;

type Word = keyof typeof STATES;
const WORDS = Object.keys(STATES) as Word[];

/** Jobs of one page where the board does not say. */
const PAGE = 20;

/**
 * A queue as the board shows it, read from the rows of its jobs. They are the truth with Redis and
 * without, where a queue of BullMQ holds no more than reminders. Nothing can be changed: jobs are
 * replayed and cancelled by routes that say who did it.
 */
export class RowsAdapter extends BaseAdapter {
  readonly #queue: string;
  readonly #reads: QueueReads;

  constructor(queue: string, reads: QueueReads) {
    super("bullmq", { readOnlyMode: true, allowRetries: false });
    this.#queue = queue;
    this.#reads = reads;
  }

  getName(): string {
    return this.#queue;
  }
  getStatuses() {
    return ["latest" as const, ...WORDS];
  }
  getJobStatuses() {
    return WORDS;
  }
  async getJobCounts() {
    const counts = await this.#reads.count(this.#queue);
    const of = (word: Word) =>
      STATES[word].reduce((sum, state: JobState) => sum + (counts[state] ?? 0), 0);
    const entries = WORDS.map((word) => [word, of(word)] as const);
    // The board asks for words of BullMQ that our jobs have none of.
    return { latest: 0, prioritized: 0, paused: 0, ...Object.fromEntries(entries) } as never;
  }
  async getJobs(words: readonly string[], start = 0, end = start + PAGE - 1) {
    const states = words.flatMap((word) => [...(STATES[word as Word] ?? [])]);
    const page = { offset: start, limit: end - start + 1 };
    return (await this.#reads.find(this.#queue, states, page)).map(toBoardJob);
  }
  async getJob(id: string) {
    const row = await this.#reads.get(id);
    return row === undefined ? undefined : toBoardJob(row);
  }
  async getJobLogs() {
    return [];
  }
  async getMetrics() {
    return { meta: { count: 0, prevTS: 0, prevCount: 0 }, data: [], count: 0 };
  }
  async getRedisInfo() {
    return null;
  }
  async isPaused() {
    return false;
  }
  async getJobSchedulers() {
    return [];
  }
  async getJobSchedulersCount() {
    return 0;
  }
  async getGlobalConcurrency() {
    return null;
  }

  clean = refuse;
  addJob = refuse;
  pause = refuse;
  resume = refuse;
  empty = refuse;
  obliterate = refuse;
  promoteAll = refuse;
  removeJobScheduler = refuse;
  updateJobScheduler = refuse;
  runJobSchedulerNow = refuse;
  setGlobalConcurrency = refuse;
}

async function refuse(): Promise<never> {
  throw new Error("this page only reads");
}

function toBoardJob(row: JobRow) {
  const state = WORDS.find((word) => (STATES[word] as readonly JobState[]).includes(row.state));
  return {
    opts: { delay: 0 },
    promote: refuse,
    remove: refuse,
    retry: refuse,
    getState: async () => state ?? "unknown",
    toJSON: () => ({
      id: row.jobId,
      name: row.name,
      progress: row.progress ?? 0,
      attemptsMade: row.attempts,
      finishedOn: row.finishedAt?.getTime() ?? null,
      processedOn: row.startedAt?.getTime() ?? null,
      timestamp: row.createdAt.getTime(),
      failedReason: row.state === "dead" ? `${row.errorCode}: ${row.errorDetail}` : "",
      stacktrace: null,
      data: { cause: row.cause, step: row.step, state: row.state },
      returnvalue: null,
      opts: { attempts: row.maxAttempts },
    }),
  };
}
