import { setTimeout as pause } from "node:timers/promises";
import { RateLimiterMemory, RateLimiterQueue } from "rate-limiter-flexible";
import { ProviderFailure, RPC_CODES, type RpcCall, RpcFailure } from "./json-rpc.ts";
import { Pace } from "./pace.ts";
import { postCalls } from "./transport.ts";

/** Batch sizes: what every large provider takes, and how large an answer should get, bytes. */
const MAX_BATCH_CALLS = 100;
const AIMED_ANSWER_BYTES = 4 * 1024 ** 2;

/** Size of an answer of a method that was not called yet, bytes. */
const UNKNOWN_ANSWER_BYTES = 512 * 1024;

/** Attempts of one call, and the pause before the second, which doubles, milliseconds. */
const MAX_ATTEMPTS = 4;
const FIRST_PAUSE_MS = 100;

/** Blocks of one `eth_getLogs`: where to begin, and the most that is worth asking. */
const FIRST_LOG_RANGE = 2_000;
const MAX_LOG_RANGE = 100_000;

export type ProviderOptions = {
  url: string;
  timeoutMs: number;
  /** HTTP requests a second that it may get; 0 for no limit of ours. */
  requestsPerSecond: number;
};

type Waiting = RpcCall & {
  /** Block for which it is read ahead: lower ones go first. Undefined where somebody waits for it. */
  ahead: number | undefined;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
  attempts: number;
};

/**
 * One provider of the chain: gathers calls into JSON-RPC batches, retries what may pass later, and
 * learns how much the provider takes at a time. Known by host and port only, never by URL.
 */
export class Provider {
  readonly host: string;
  /** Since the start: HTTP requests, and calls in them. */
  readonly meter = { requests: 0, calls: 0, bytes: 0, failures: 0 };
  /** Methods that it has said it does not have. */
  readonly lacks = new Set<string>();
  readonly #options: ProviderOptions;
  readonly #waiting: Waiting[] = [];
  /** Calls that are read ahead, in the order in which they will be wanted. */
  readonly #ahead: Waiting[] = [];
  readonly #bytesByMethod = new Map<string, number>();
  readonly #budget: RateLimiterQueue | undefined;
  readonly #pace: Pace;
  #maxCalls = MAX_BATCH_CALLS;
  #logRange = FIRST_LOG_RANGE;
  #isScheduled = false;

  constructor(options: ProviderOptions) {
    this.#options = options;
    this.host = new URL(options.url).host;
    this.#pace = new Pace(options.timeoutMs);
    if (options.requestsPerSecond > 0) {
      const limiter = new RateLimiterMemory({ points: options.requestsPerSecond, duration: 1 });
      this.#budget = new RateLimiterQueue(limiter);
    }
  }

  /**
   * Calls a method; calls of the same moment share a request.
   * @param ahead the block for which it is read before anybody waits for it: it gives way to calls
   * that somebody waits for, and to lower blocks.
   * @throws RpcFailure when the node answers with an error, ProviderFailure when it does not answer.
   */
  call<Result>(method: string, params: readonly unknown[], ahead?: number): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#enqueue({
        method,
        params,
        ahead,
        resolve: resolve as (result: unknown) => void,
        reject,
        attempts: 0,
      });
      this.#schedule();
    });
  }

  #enqueue(call: Waiting): void {
    const { ahead } = call;
    if (ahead === undefined) {
      this.#waiting.push(call);
      return;
    }
    const before = this.#ahead.findLastIndex((other) => (other.ahead ?? 0) <= ahead);
    this.#ahead.splice(before + 1, 0, call);
  }

  /** Blocks that one `eth_getLogs` may span at present. */
  get logRange(): number {
    return this.#logRange;
  }

  /** Learns from an `eth_getLogs` of so many blocks. */
  learnLogRange(blocks: number, isTaken: boolean): void {
    if (!isTaken) this.#logRange = Math.max(1, Math.min(this.#logRange, blocks >> 1));
    else if (blocks === this.#logRange) {
      this.#logRange = Math.min(MAX_LOG_RANGE, Math.ceil(this.#logRange * 1.1));
    }
  }

  /** Waits for the calls of this turn of the event loop, then sends them together. */
  #schedule(): void {
    if (this.#isScheduled || this.#nextQueue() === undefined) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      for (let queue = this.#nextQueue(); queue !== undefined; queue = this.#nextQueue()) {
        void this.#send(this.#takeBatch(queue), queue === this.#ahead);
      }
    });
  }

  /**
   * Whose turn it is; undefined while nobody waits or enough is under way, so that further calls
   * gather meanwhile and share the next request.
   */
  #nextQueue(): Waiting[] | undefined {
    if (this.#waiting.length > 0 && this.#pace.mayBegin(false)) return this.#waiting;
    return this.#ahead.length > 0 && this.#pace.mayBegin(true) ? this.#ahead : undefined;
  }

  /** As many waiting calls as make one answer of about the size that is aimed at. */
  #takeBatch(queue: Waiting[]): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const call of queue) {
      bytes += this.#bytesByMethod.get(sizeKey(call)) ?? UNKNOWN_ANSWER_BYTES;
      if (count > 0 && (bytes > AIMED_ANSWER_BYTES || count >= this.#maxCalls)) break;
      count += 1;
    }
    return queue.splice(0, count);
  }

  async #send(batch: Waiting[], isAhead: boolean): Promise<void> {
    const request = this.#pace.begin(isAhead);
    try {
      if (this.#budget !== undefined) {
        await this.#budget.removeTokens(1);
        request.at = performance.now();
      }
      this.#count(batch);
      const { replies, bytes } = await postCalls(this.#options.url, batch, this.#options.timeoutMs);
      this.meter.bytes += bytes;
      this.#learnSize(batch, bytes);
      for (const [position, { result, error }] of replies.entries()) {
        const call = batch[position] as Waiting;
        if (error === undefined) call.resolve(result ?? null);
        else if (isBusy(error)) this.#again([call], new RpcFailure(error), FIRST_PAUSE_MS * 5);
        else call.reject(new RpcFailure(error));
      }
    } catch (error) {
      this.meter.failures += 1;
      const failure = error instanceof ProviderFailure ? error : new ProviderFailure(String(error));
      if (failure.isTooLarge && batch.length > 1) {
        this.#maxCalls = Math.max(1, Math.min(this.#maxCalls, batch.length >> 1));
        for (const call of batch) this.#enqueue(call);
      } else {
        if (failure.isLate) this.#learnLate(batch);
        this.#again(batch, failure, failure.retryAfterMs);
      }
    } finally {
      this.#pace.end(request);
      this.#schedule();
    }
  }

  /** Puts calls back in line after a pause, or gives them up. */
  #again(batch: readonly Waiting[], reason: Error, afterMs?: number): void {
    const again: Waiting[] = [];
    for (const call of batch) {
      call.attempts += 1;
      if (call.attempts >= MAX_ATTEMPTS) call.reject(reason);
      else again.push(call);
    }
    if (again.length === 0) return;
    const attempts = Math.max(...again.map((call) => call.attempts));
    void pause(afterMs ?? FIRST_PAUSE_MS * 2 ** (attempts - 1)).then(() => {
      for (const call of again) this.#enqueue(call);
      this.#schedule();
    });
  }

  #count(batch: readonly Waiting[]): void {
    this.meter.requests += 1;
    this.meter.calls += batch.length;
  }

  /** Half as many of these calls go into the next requests, until answers come and say otherwise. */
  #learnLate(batch: readonly Waiting[]): void {
    for (const key of new Set(batch.map(sizeKey))) {
      const known = this.#bytesByMethod.get(key) ?? UNKNOWN_ANSWER_BYTES;
      const share = AIMED_ANSWER_BYTES / batch.length;
      this.#bytesByMethod.set(key, Math.min(AIMED_ANSWER_BYTES, Math.max(known, share) * 2));
    }
  }

  /** A moving average for each method; a mixed batch is shared out by what was known before. */
  #learnSize(batch: readonly Waiting[], bytes: number): void {
    const known = (key: string) => this.#bytesByMethod.get(key) ?? UNKNOWN_ANSWER_BYTES;
    const keys = batch.map(sizeKey);
    const factor = bytes / keys.reduce((sum, key) => sum + known(key), 0);
    for (const key of new Set(keys)) {
      this.#bytesByMethod.set(key, Math.max(64, known(key) * (0.5 + 0.5 * factor)));
    }
  }
}

/** Answers of a method are about equal in size, but for blocks with and without transactions. */
function sizeKey({ method, params }: RpcCall): string {
  return params[1] === true ? `${method} in full` : method;
}

/** A limit that passes by itself; ranges that are too large are said with other codes and words. */
function isBusy({ code, message }: { code: number; message: string }): boolean {
  return (
    code === 429 || (code === RPC_CODES.limitExceeded && /rate|second|capacity/i.test(message))
  );
}
