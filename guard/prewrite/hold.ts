import { setTimeout as pause } from "node:timers/promises";
import { RPC_CODES, RpcFailure } from "../providers/json-rpc.ts";
import type { Prewriter } from "./prewriter.ts";

/** Longest that one question is held, milliseconds: the indexer gives up after ten seconds. */
const HOLD_CALL_MS = 8_000;

/** Longest that the indexer is held in all, milliseconds: it tries ten times, for about two minutes. */
const HOLD_MS = 60_000;

/**
 * Makes an indexer that starts wait until its history is written: it asks for the newest block before
 * it looks into its cache. One that has waited for a minute is let go, and then nothing more is
 * written, so that never both write the same rows.
 */
export class Hold {
  readonly #prewriter: Prewriter;
  #deadline: number | undefined;

  constructor(prewriter: Prewriter) {
    this.#prewriter = prewriter;
  }

  /** Resolves once a question for the newest block may be answered. @throws RpcFailure */
  async pass(): Promise<void> {
    if (this.#prewriter.progress.isDone) return;
    this.#deadline ??= performance.now() + HOLD_MS;
    const left = this.#deadline - performance.now();
    const ending = new AbortController();
    const { signal } = ending;
    await Promise.race([
      this.#prewriter.done,
      pause(Math.max(0, Math.min(HOLD_CALL_MS, left)), undefined, { signal }).catch(
        () => undefined,
      ),
    ]);
    ending.abort();
    if (this.#prewriter.progress.isDone) return;
    if (performance.now() < this.#deadline) {
      throw new RpcFailure({
        code: RPC_CODES.unavailable,
        message: "the gateway writes the history ahead; ask again",
      });
    }
    await this.#prewriter.stop("gave way to an indexer that has waited for a minute");
  }
}
