import type { Hex } from "viem";
import type { RpcLog } from "../proof/rpc-block.ts";
import { ProviderFailure, quantity, RpcFailure, Unproved } from "../providers/json-rpc.ts";
import type { Provider } from "../providers/provider.ts";
import type { ProviderSet } from "../providers/provider-set.ts";
import type { BlockBook, Checkpoint } from "./block-book.ts";
import type { BlockFetcher } from "./block-fetcher.ts";
import type { Interest, LogFilter } from "./interest.ts";
import type { ProofDepth, ProvedBlock, ProvedLog } from "./proved-block.ts";
import { BlockMissing } from "./read-block.ts";

/** Blocks of a proved range and our logs in them. */
export type ProvedRange = {
  from: number;
  to: number;
  depth: ProofDepth;
  /** Blocks that were read: all of them, or those with our logs. */
  blocks: readonly ProvedBlock[];
  logs: readonly ProvedLog[];
};

export type HistoryDeps = {
  providers: ProviderSet;
  fetcher: BlockFetcher;
  book: BlockBook;
  interest: Interest;
  /** Reads every header, so that a provider cannot leave out a block of ours unnoticed. */
  isWalked: boolean;
  /** Holds a provider that nobody can be compared with to the chain that is meant. */
  checkpoint?: Checkpoint | undefined;
};

/** Reads a range of old blocks with a proof for every log, and none missing where `isWalked`. */
export class HistoryReader {
  readonly #deps: HistoryDeps;

  constructor(deps: HistoryDeps) {
    this.#deps = deps;
  }

  /** Whether most blocks hold our logs, so that a few of them are enough at a time. */
  get isDense(): boolean {
    return this.#deps.fetcher.isDense;
  }

  /** @throws NobodyProves after the deadline */
  async read(from: number, to: number, deadlineMs: number): Promise<ProvedRange> {
    const { providers, book, isWalked } = this.#deps;
    const range = await providers.ask(deadlineMs, async (provider) => {
      const read = await (isWalked
        ? this.#walk(provider, from, to)
        : this.#carry(provider, from, to));
      for (const { number, hash } of read.blocks) {
        const known = book.hashOf(number);
        if (known !== undefined && known !== hash) {
          throw new Unproved(`block ${number} is ${hash}, where ${known} was proved before`);
        }
      }
      return read;
    });
    for (const block of range.blocks) book.keep(block);
    return range;
  }

  /** Every block, linked; receipts wherever the bloom may hold our logs. */
  async #walk(provider: Provider, from: number, to: number): Promise<ProvedRange> {
    const { fetcher, book } = this.#deps;
    const blocks = await fetcher.fetchRange(provider, from, to, "our logs", true);
    const before = book.hashOf(from - 1);
    if (before !== undefined && blocks[0]?.parentHash !== before) {
      throw new Unproved(`block ${from} does not follow block ${from - 1}`);
    }
    const after = book.byNumber(to + 1);
    if (after !== undefined && blocks.at(-1)?.hash !== after.parentHash) {
      throw new Unproved(`block ${to + 1} does not follow block ${to}`);
    }
    const logs = blocks.flatMap((block) => block.ours ?? []);
    return { from, to, depth: "live", blocks, logs };
  }

  /** The blocks that `eth_getLogs` names, of one provider, or of two who must agree. */
  async #carry(provider: Provider, from: number, to: number): Promise<ProvedRange> {
    const { providers, fetcher, interest } = this.#deps;
    const second = providers.usable().find((other) => other !== provider);
    const [named, alsoNamed] = await Promise.all([
      getLogs(provider, interest.filters, from, to),
      second === undefined
        ? undefined
        : providers.attempt(second, () => getLogs(second, interest.filters, from, to)),
    ]);
    const others = alsoNamed !== undefined && "result" in alsoNamed ? alsoNamed.result : undefined;
    const numbers = [
      ...new Set([...named, ...(others ?? [])].map((log) => Number(log.blockNumber))),
    ];
    const blocks = await Promise.all(
      numbers.sort((a, b) => a - b).map((number) => fetcher.fetch(provider, number, "logs", true)),
    );
    const logs = blocks.flatMap((block) => block.ours ?? []);
    compareWithNamed(logs, named, from, to);
    if (second === undefined || others === undefined) {
      await this.#compareWithCheckpoint(provider);
      return { from, to, depth: "carrying", blocks, logs };
    }
    const agreed = await providers.attempt(second, async () => {
      compareWithNamed(logs, others, from, to);
      await Promise.all(
        blocks.map(async ({ number, hash }) => {
          const theirs = await fetcher.fetch(second, number, "header");
          if (theirs.hash !== hash)
            throw new Unproved(`block ${number} is ${theirs.hash} elsewhere`);
        }),
      );
    });
    const depth = "result" in agreed ? "complete" : "carrying";
    return { from, to, depth, blocks, logs };
  }

  /** Whoever speaks alone must have the block that the operator knows, each time. */
  async #compareWithCheckpoint(provider: Provider): Promise<void> {
    const { checkpoint, fetcher } = this.#deps;
    if (checkpoint === undefined) return;
    const { number, hash } = checkpoint;
    const there = await fetcher.fetch(provider, number, "header").catch((error: unknown) => {
      if (!(error instanceof BlockMissing)) throw error;
      throw new ProviderFailure(`does not have the block ${number} of the checkpoint`);
    });
    if (there.hash === hash) return;
    throw new Unproved(`block ${number} is ${there.hash}, where the checkpoint is ${hash}`);
  }
}

/**
 * `eth_getLogs` in pieces that the provider takes.
 * @throws RpcFailure when even one block is too much
 */
export async function getLogs(
  provider: Provider,
  filters: readonly LogFilter[],
  from: number,
  to: number,
): Promise<RpcLog[]> {
  const found: RpcLog[] = [];
  let next = from;
  while (next <= to) {
    const end = Math.min(to, next + provider.logRange - 1);
    try {
      const range = { fromBlock: quantity(next), toBlock: quantity(end) };
      const lists = await Promise.all(
        filters.map((filter) => provider.call<RpcLog[]>("eth_getLogs", [{ ...filter, ...range }])),
      );
      if (!lists.every(Array.isArray)) throw new Unproved(`logs of block ${next}: not a list`);
      found.push(...lists.flat());
      provider.learnLogRange(end - next + 1, true);
      next = end + 1;
    } catch (error) {
      if (!(error instanceof RpcFailure) || end === next) throw error;
      provider.learnLogRange(end - next + 1, false);
    }
  }
  return found;
}

/** Each log that is proved must have been named, and the other way round, field by field. */
function compareWithNamed(
  proved: readonly ProvedLog[],
  named: readonly RpcLog[],
  from: number,
  to: number,
): void {
  const left = new Map(
    named.map((log) => [placeOf(Number(log.blockNumber), Number(log.logIndex)), log]),
  );
  for (const log of proved) {
    const place = placeOf(log.blockNumber, log.logIndex);
    const said = left.get(place);
    if (said === undefined) throw new Unproved(`eth_getLogs leaves out log ${place}`);
    if (!isSame(log, said)) throw new Unproved(`eth_getLogs says something else of log ${place}`);
    left.delete(place);
  }
  for (const place of left.keys()) {
    throw new Unproved(`eth_getLogs of blocks ${from} to ${to} invents log ${place}`);
  }
}

function placeOf(block: number, index: number): string {
  return `${index} of block ${block}`;
}

const COMPARED = ["address", "blockHash", "transactionHash", "transactionIndex", "data"] as const;

function isSame(proved: ProvedLog, said: RpcLog): boolean {
  const log = JSON.parse(proved.text) as RpcLog;
  return (
    COMPARED.every(
      (field) => String(log[field]).toLowerCase() === String(said[field]).toLowerCase(),
    ) &&
    said.topics.length === log.topics.length &&
    log.topics.every((topic: Hex, place: number) => topic === said.topics[place]?.toLowerCase())
  );
}
