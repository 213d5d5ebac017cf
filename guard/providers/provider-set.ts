import type { Logger } from "pino";
import { ProviderFailure, RpcFailure, Unproved } from "./json-rpc.ts";
import type { Provider } from "./provider.ts";

/** First bench of a provider, and the longest; it doubles from one to the next, milliseconds. */
const FIRST_BENCH_MS = 2_000;
const LONGEST_BENCH_MS = 300_000;

/** When nobody is left, the best of the benched is tried again after this long, milliseconds. */
const LONGEST_OUTAGE_MS = 2_000;

/** A provider without a bad answer for this long begins anew, milliseconds. */
const FORGIVEN_AFTER_MS = 600_000;

/** Pause between two looks for a provider while none may be asked, milliseconds. */
const WAIT_STEP_MS = 100;

/** What the gateway thinks of one provider. */
export type Standing = {
  provider: Provider;
  /** Time of the process (`performance.now()`) until which it is not asked. */
  benchedUntil: number;
  benchedAt: number;
  reason: string | undefined;
  benches: number;
  /** Benches in a row, which double the time. */
  streak: number;
  /** Answers that did not verify. */
  refused: number;
  /** Newest block that it has named. */
  head: number | undefined;
  chain: "unknown" | "right" | "wrong";
};

/** Nobody could prove an answer in time; whoever asked may ask again. */
export class NobodyProves extends Error {
  override name = "NobodyProves";
}

/** The providers of one chain: who may be asked, who is benched and why. */
export class ProviderSet {
  readonly #standings: Standing[];
  readonly #chainId: number;
  readonly #log: Logger;

  constructor(providers: readonly Provider[], chainId: number, log: Logger) {
    this.#chainId = chainId;
    this.#log = log;
    this.#standings = providers.map((provider) => ({
      provider,
      benchedUntil: 0,
      benchedAt: 0,
      reason: undefined,
      benches: 0,
      streak: 0,
      refused: 0,
      head: undefined,
      chain: "unknown",
    }));
  }

  get standings(): readonly Readonly<Standing>[] {
    return this.#standings;
  }

  /** Those who may be asked now, in the order of the deployments file. */
  usable(): Provider[] {
    const now = performance.now();
    return this.#standings.filter((one) => one.benchedUntil <= now).map((one) => one.provider);
  }

  noteHead(provider: Provider, head: number): void {
    this.#standingOf(provider).head = head;
  }

  /** Takes a provider out for a while; the reason is logged, stored and shown with its host. */
  bench(provider: Provider, reason: string, isRefusal: boolean): void {
    const standing = this.#standingOf(provider);
    const now = performance.now();
    if (isRefusal) standing.refused += 1;
    // Several answers of one bad moment are one bench.
    if (standing.benchedUntil > now) return;
    standing.streak = now - standing.benchedAt > FORGIVEN_AFTER_MS ? 1 : standing.streak + 1;
    const wished = Math.min(FIRST_BENCH_MS * 2 ** (standing.streak - 1), LONGEST_BENCH_MS);
    const isLast = this.usable().length === 1;
    const milliseconds = isLast ? Math.min(wished, LONGEST_OUTAGE_MS) : wished;
    standing.benches += 1;
    standing.reason = reason;
    standing.benchedAt = now;
    standing.benchedUntil = now + milliseconds;
    this.#log.warn({ provider: provider.host, reason, milliseconds }, "a provider is benched");
  }

  /**
   * Asks one provider after the other until an answer is proved. Who gives none, or one that does
   * not verify, is benched; while all are benched the question waits.
   * @throws RpcFailure as the node answered, NobodyProves after `deadlineMs`.
   */
  async ask<Result>(
    deadlineMs: number,
    question: (provider: Provider) => Promise<Result>,
    isAllowed: (provider: Provider) => boolean = () => true,
  ): Promise<Result> {
    const deadline = performance.now() + deadlineMs;
    let reason = "no provider may be asked at present";
    while (true) {
      const provider = await this.#next(deadline, isAllowed);
      if (provider === undefined) throw new NobodyProves(reason);
      const answer = await this.attempt(provider, question);
      if ("result" in answer) return answer.result;
      reason = `${provider.host}: ${answer.reason}`;
    }
  }

  /** Asks one provider; a failure or a bad answer benches it. @throws RpcFailure */
  async attempt<Result>(
    provider: Provider,
    question: (provider: Provider) => Promise<Result>,
  ): Promise<{ result: Result } | { reason: string }> {
    try {
      await this.#checkChain(provider);
      return { result: await question(provider) };
    } catch (error) {
      if (error instanceof RpcFailure) throw error;
      const isRefusal = error instanceof Unproved;
      if (!isRefusal && !(error instanceof ProviderFailure)) throw error;
      this.bench(provider, error.message, isRefusal);
      return { reason: error.message };
    }
  }

  /** A provider of another chain would prove its own blocks perfectly well. */
  async #checkChain(provider: Provider): Promise<void> {
    const standing = this.#standingOf(provider);
    if (standing.chain === "right") return;
    const chainId = Number(await provider.call<string>("eth_chainId", []));
    standing.chain = chainId === this.#chainId ? "right" : "wrong";
    if (standing.chain === "wrong") {
      throw new Unproved(`serves chain ${chainId} where chain ${this.#chainId} is wanted`);
    }
  }

  async #next(
    deadline: number,
    isAllowed: (provider: Provider) => boolean,
  ): Promise<Provider | undefined> {
    while (true) {
      const found = this.usable().find(isAllowed);
      if (found !== undefined) return found;
      if (performance.now() + WAIT_STEP_MS > deadline) return undefined;
      await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS));
    }
  }

  #standingOf(provider: Provider): Standing {
    const standing = this.#standings.find((one) => one.provider === provider);
    if (standing === undefined) throw new Error(`${provider.host} is not of this set`);
    return standing;
  }
}
