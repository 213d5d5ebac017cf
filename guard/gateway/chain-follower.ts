import type { Hex } from "viem";
import type { Logger } from "../../core/log.ts";
import { Unproved } from "../providers/json-rpc.ts";
import type { Provider } from "../providers/provider.ts";
import type { ProviderSet } from "../providers/provider-set.ts";
import { agreeOnHead, type NamedHead } from "./agree.ts";
import type { BlockBook } from "./block-book.ts";
import type { BlockFetcher } from "./block-fetcher.ts";
import { essenceOf, type ProvedBlock } from "./proved-block.ts";
import { BlockMissing } from "./read-block.ts";

/** Blocks below the head that are proved at the start, so that a reorganisation finds its root. */
const FIRST_DEPTH = 64;

/** Blocks that stay linked in memory below the head. */
const WINDOW_BLOCKS = 512;

/** Blocks fetched together on the way to a new head. */
const STRIDE = 32;

export type FollowerDeps = {
  providers: ProviderSet;
  fetcher: BlockFetcher;
  book: BlockBook;
  /** First block at which any contract of ours can have an event. */
  startBlock: number;
  log: Logger;
  /** Called with each run of new canonical blocks, lowest first, after they can be asked for. */
  onBlocks(blocks: readonly ProvedBlock[]): void;
  /** Called when blocks from `number` on are to be forgotten because `depth` were replaced. */
  onReorganised(number: number, depth: number): void;
};

/**
 * Follows the head: each block is proved, linked to the one before and has the receipts of our logs
 * proved before anybody hears of it. The head never steps back unless the branch that replaces it
 * is proved as well.
 */
export class ChainFollower {
  readonly #deps: FollowerDeps;
  #window: ProvedBlock[] = [];
  #trouble: string | undefined = "has not proved a head yet";

  constructor(deps: FollowerDeps) {
    this.#deps = deps;
  }

  /** Newest proved block, without what need not be kept of it, like all of the window. */
  get head(): ProvedBlock | undefined {
    return this.#window.at(-1);
  }

  /** Lowest block of the linked window. */
  get bottom(): ProvedBlock | undefined {
    return this.#window[0];
  }

  /** Why the head may be behind the chain; undefined while it is not. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** A canonical block of the window. */
  at(number: number): ProvedBlock | undefined {
    const bottom = this.#window[0];
    return bottom === undefined ? undefined : this.#window[number - bottom.number];
  }

  /** Looks for a new head once. @throws what the providers throw; the head is unharmed */
  async step(): Promise<void> {
    const { providers } = this.#deps;
    const usable = providers.usable();
    if (usable.length === 0) {
      const said = providers.standings.map((one) => `${one.provider.host} ${one.reason}`);
      this.#trouble = `no provider may be asked: ${said.join("; ")}`;
      return;
    }
    const [only] = usable;
    try {
      const target =
        usable.length === 1 && only !== undefined
          ? await this.#askOne(only)
          : await this.#askAll(usable);
      if (target === undefined) return;
      const attempt = await providers.attempt(target.provider, () => this.#moveTo(target));
      this.#trouble =
        "reason" in attempt ? `${target.provider.host}: ${attempt.reason}` : undefined;
    } catch (error) {
      // Blocks that are not there yet, or not any more, come or go with the next look.
      if (!(error instanceof BlockMissing)) throw error;
    }
  }

  async #askOne(provider: Provider): Promise<Target | undefined> {
    const { providers, fetcher } = this.#deps;
    const answer = await providers.attempt(provider, () =>
      fetcher.fetch(provider, "latest", "our logs"),
    );
    if ("reason" in answer) {
      this.#trouble = `${provider.host}: ${answer.reason}`;
      return undefined;
    }
    const block = answer.result;
    providers.noteHead(provider, block.number);
    return { provider, number: block.number, hash: block.hash, block };
  }

  async #askAll(usable: readonly Provider[]): Promise<Target | undefined> {
    const { providers, fetcher } = this.#deps;
    const header = (provider: Provider, id: number | "latest") =>
      providers.attempt(provider, () => fetcher.fetch(provider, id, "header"));
    const named: NamedHead<Provider>[] = [];
    await Promise.all(
      usable.map(async (source) => {
        const answer = await header(source, "latest");
        if ("reason" in answer) return;
        const { number, hash } = answer.result;
        providers.noteHead(source, number);
        named.push({ source, number, hash });
      }),
    );
    const agreement = await agreeOnHead(named, async (source, number) => {
      const answer = await header(source, number);
      return "reason" in answer ? undefined : answer.result.hash;
    });
    if (agreement === undefined) {
      this.#trouble = "no provider names a head";
      return undefined;
    }
    if (agreement.is === "disagreed") {
      const hosts = agreement.sources.map((source) => source.host).join(", ");
      this.#trouble = `the providers disagree about block ${agreement.number}: ${hosts}`;
      return undefined;
    }
    for (const source of agreement.outvoted) {
      providers.bench(source, `is on another chain at block ${agreement.number}`, true);
    }
    // In the order of the deployments file, the best first.
    const provider = usable.find((one) => agreement.sources.includes(one));
    if (provider === undefined) return undefined;
    return { provider, number: agreement.number, hash: agreement.hash as Hex };
  }

  /** Proves the way to a head and takes it, unless ours is that head or beyond it. */
  async #moveTo(target: Target): Promise<void> {
    const head = this.head;
    if (head === undefined) return this.#begin(target);
    // The same, or behind on our chain: no reorganisation.
    if (this.at(target.number)?.hash === target.hash) return;
    if (target.number > head.number) {
      const first = await this.#fetchStride(target, head.number + 1);
      if (first[0]?.parentHash === head.hash) {
        this.#append(first);
        return this.#climb(target);
      }
    }
    return this.#replace(target);
  }

  async #begin(target: Target): Promise<void> {
    const from = Math.max(
      Math.min(this.#deps.startBlock, target.number),
      target.number - FIRST_DEPTH,
    );
    this.#append(await this.#fetchStride(target, from));
    await this.#climb(target);
  }

  /** Goes on from the head to the target. */
  async #climb(target: Target): Promise<void> {
    while (this.head !== undefined && this.head.number < target.number) {
      const blocks = await this.#fetchStride(target, this.head.number + 1);
      if (blocks[0]?.parentHash !== this.head.hash) {
        throw new BlockMissing(`block ${blocks[0]?.number} was replaced meanwhile`);
      }
      this.#append(blocks);
    }
  }

  /** Finds where the target's branch leaves ours, proves it whole, then puts it in place. */
  async #replace(target: Target): Promise<void> {
    const { fetcher, log, book, onReorganised } = this.#deps;
    const oldHead = this.head?.number ?? target.number;
    const bottom = this.bottom?.number ?? 0;
    const branch: ProvedBlock[] = [];
    let root: ProvedBlock | undefined;
    let to = Math.min(target.number, oldHead);
    for (let size = 1; root === undefined && to >= bottom; size = Math.min(STRIDE, size * 2)) {
      const from = Math.max(bottom, to - size + 1);
      const below = await fetcher.fetchRange(target.provider, from, to, "our logs");
      const next = branch[0];
      if (next !== undefined && next.parentHash !== below.at(-1)?.hash) {
        throw new BlockMissing(`block ${next.number} was replaced meanwhile`);
      }
      const split = below.findLastIndex((block) => this.at(block.number)?.hash === block.hash);
      root = below[split];
      branch.unshift(...below.slice(split + 1));
      to = from - 1;
    }
    const first = branch[0];
    if (first === undefined) return;
    const depth = oldHead - first.number + 1;
    const provider = target.provider.host;
    log.warn({ from: first.number, depth, provider, isRooted: root !== undefined }, "reorganised");
    this.#window = root === undefined ? [] : this.#window.slice(0, first.number - bottom);
    // Without a root in the window nothing that was proved below it is known to stand.
    const from = root === undefined ? 0 : first.number;
    book.forgetFrom(from);
    onReorganised(from, depth);
    this.#append(branch);
    await this.#climb(target);
  }

  async #fetchStride({ provider, number, block }: Target, from: number): Promise<ProvedBlock[]> {
    const to = Math.min(number, from + STRIDE - 1);
    if (block !== undefined && from === number) return [block];
    return this.#deps.fetcher.fetchRange(provider, from, to, "our logs");
  }

  #append(blocks: readonly ProvedBlock[]): void {
    const last = this.head;
    const first = blocks[0];
    if (last !== undefined && first !== undefined && first.parentHash !== last.hash) {
      throw new Unproved(`block ${first.number} does not follow block ${last.number}`);
    }
    for (const block of blocks) this.#deps.book.keep(block);
    // The whole of them is in the book, whose memory is bounded.
    this.#window.push(...blocks.map(essenceOf));
    if (this.#window.length > 2 * WINDOW_BLOCKS) {
      this.#window = this.#window.slice(-WINDOW_BLOCKS);
    }
    this.#deps.onBlocks(blocks);
  }
}

type Target = {
  provider: Provider;
  number: number;
  hash: Hex;
  /** The block itself where it was read already. */
  block?: ProvedBlock;
};
