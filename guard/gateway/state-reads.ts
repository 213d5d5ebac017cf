import { LRUCache } from "lru-cache";
import type { Hex } from "viem";
import { quantity, RPC_CODES, RpcFailure } from "../providers/json-rpc.ts";
import type { Provider } from "../providers/provider.ts";
import type { ProviderSet } from "../providers/provider-set.ts";

/** Answers that are kept, by block hash, so that they never go stale. */
const KEPT_ANSWERS = 50_000;
const KEPT_BYTES = 64 * 1024 ** 2;

/** Memory of an answer beside its text, bytes. */
const ANSWER_BYTES = 200;

/** Methods that read state, and where each takes its block. */
export const STATE_METHODS: Readonly<Record<string, number>> = {
  eth_call: 1,
  eth_getBalance: 1,
  eth_getCode: 1,
  eth_getTransactionCount: 1,
  eth_getStorageAt: 2,
};

/** The block of a read: its height and its proved hash. */
export type StateBlock = { number: number; hash: Hex };

/** What a read brought: a value, or the refusal of a contract. */
type Outcome = { value: unknown; failure?: never } | { failure: RpcFailure; value?: never };

/** Two providers say different things about the same block. */
class ProvidersDiffer extends Error {
  override name = "ProvidersDiffer";
}

/**
 * Reads of state at a block whose hash is proved. State itself is not proved: two providers must
 * give the same answer where two are there, and a third decides between them.
 */
export class StateReads {
  readonly #providers: ProviderSet;
  readonly #answers = new LRUCache<string, Promise<Outcome>>({
    max: KEPT_ANSWERS,
    maxSize: KEPT_BYTES,
  });
  /** Providers that take a height but no block hash (EIP-1898). */
  readonly #byHeight = new WeakSet<Provider>();

  constructor(providers: ProviderSet) {
    this.#providers = providers;
  }

  /** @throws RpcFailure as the contract refused, or because providers differ; NobodyProves */
  async read(
    method: string,
    params: readonly unknown[],
    block: StateBlock,
    deadlineMs: number,
  ): Promise<unknown> {
    const key = `${block.hash} ${method} ${JSON.stringify(params)}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#ask(method, params, block, deadlineMs);
      this.#keep(key, answer);
    }
    const { value, failure } = await answer;
    if (failure !== undefined) throw failure;
    return value;
  }

  /** Its size is known when it comes: a text of a contract may be a hundred kilobytes. */
  #keep(key: string, answer: Promise<Outcome>): void {
    const size = key.length + ANSWER_BYTES;
    this.#answers.set(key, answer, { size });
    answer.then(
      ({ value, failure }) => {
        if (this.#answers.peek(key) !== answer) return;
        const text = JSON.stringify([value, failure?.body()]);
        // Setting what is there already would leave its size as it was.
        this.#answers.delete(key);
        this.#answers.set(key, answer, { size: size + text.length });
      },
      () => this.#answers.delete(key),
    );
  }

  async #ask(
    method: string,
    params: readonly unknown[],
    block: StateBlock,
    deadlineMs: number,
  ): Promise<Outcome> {
    const read = (provider: Provider) => this.#readFrom(provider, method, params, block);
    const providers = this.#providers.usable();
    if (providers.length < 2) return this.#providers.ask(deadlineMs, read);
    const [first, second, third] = providers as [Provider, Provider, Provider | undefined];
    const [one, two] = await Promise.all([
      this.#providers.attempt(first, read),
      this.#providers.attempt(second, read),
    ]);
    if ("reason" in one && "reason" in two) return this.#providers.ask(deadlineMs, read);
    if ("reason" in one) return (two as { result: Outcome }).result;
    if ("reason" in two || isSame(one.result, two.result)) return one.result;
    const words = `${method} at block ${block.number}`;
    if (third !== undefined) {
      const three = await this.#providers.attempt(third, read);
      if ("result" in three) {
        for (const [outcome, liar] of [
          [one, second],
          [two, first],
        ] as const) {
          if (!isSame(outcome.result, three.result)) continue;
          this.#providers.bench(liar, `differs from two others in ${words}`, true);
          return outcome.result;
        }
      }
    }
    throw new RpcFailure({
      code: RPC_CODES.unavailable,
      message: new ProvidersDiffer(`${first.host} and ${second.host} differ in ${words}`).message,
    });
  }

  async #readFrom(
    provider: Provider,
    method: string,
    params: readonly unknown[],
    block: StateBlock,
  ): Promise<Outcome> {
    const place = STATE_METHODS[method] ?? 1;
    const at = (id: unknown) => params.map((param, index) => (index === place ? id : param));
    try {
      if (this.#byHeight.has(provider)) {
        return { value: await provider.call(method, at(quantity(block.number))) };
      }
      return { value: await provider.call(method, at({ blockHash: block.hash })) };
    } catch (error) {
      if (!(error instanceof RpcFailure)) throw error;
      if (error.isRevert()) return { failure: error };
      const mayTakeHeights =
        error.code === RPC_CODES.invalidParams && !this.#byHeight.has(provider);
      if (!mayTakeHeights) throw error;
      this.#byHeight.add(provider);
      return this.#readFrom(provider, method, params, block);
    }
  }
}

/** Words of a refusal differ from client to client; what the contract gave does not. */
function isSame(one: Outcome, two: Outcome): boolean {
  if (one.failure !== undefined || two.failure !== undefined) {
    return (
      one.failure !== undefined &&
      two.failure !== undefined &&
      JSON.stringify(one.failure.data) === JSON.stringify(two.failure.data)
    );
  }
  return JSON.stringify(one.value) === JSON.stringify(two.value);
}
