import type { Hex } from "viem";
import { quantity, RPC_CODES, RpcFailure } from "../providers/json-rpc.ts";
import type { ProviderSet } from "../providers/provider-set.ts";
import type { BlockBook } from "./block-book.ts";
import type { BlockFetcher, BlockParts } from "./block-fetcher.ts";
import type { ChainFollower } from "./chain-follower.ts";
import { getLogs } from "./history.ts";
import { compileFilter, type Interest, type LogFilter } from "./interest.ts";
import type { LogServer } from "./log-server.ts";
import type { ProvedBlock, ProvedLog } from "./proved-block.ts";
import { isUnknownBlock } from "./read-block.ts";
import { STATE_METHODS, type StateReads } from "./state-reads.ts";

/** Whoever asks gives up after 10 s (the indexer's own limit), so an error must come before. */
const DEADLINE_MS = 8_000;

/** Blocks that one request for logs of strangers' contracts may span: nothing is kept of them. */
const MAX_FOREIGN_RANGE = 10_000;

export type MethodDeps = {
  chainId: number;
  providers: ProviderSet;
  fetcher: BlockFetcher;
  book: BlockBook;
  follower: ChainFollower;
  logs: LogServer;
  state: StateReads;
  interest: Interest;
};

type Params = readonly unknown[];

/** Every method that is answered with more than a refusal. */
export const SERVED_METHODS: ReadonlySet<string> = new Set([
  ...["eth_chainId", "net_version", "web3_clientVersion", "eth_blockNumber"],
  ...["eth_getBlockByNumber", "eth_getBlockByHash", "eth_getLogs"],
  ...["eth_getBlockReceipts", "eth_getTransactionReceipt"],
  ...Object.keys(STATE_METHODS),
]);

/** Answers JSON-RPC methods; results come as JSON text, made once for each block and log. */
export class Methods {
  readonly #deps: MethodDeps;

  constructor(deps: MethodDeps) {
    this.#deps = deps;
  }

  /** @throws RpcFailure, NobodyProves */
  async answer(method: string, params: Params): Promise<string> {
    switch (method) {
      case "eth_chainId":
        return JSON.stringify(quantity(this.#deps.chainId));
      case "net_version":
        return JSON.stringify(String(this.#deps.chainId));
      case "web3_clientVersion":
        return JSON.stringify("valyra-gateway");
      case "eth_blockNumber":
        return JSON.stringify(quantity(this.#head().number));
      case "eth_getBlockByNumber":
        return this.#blockText(
          await this.#findBlock(params[0], "transactions"),
          params[1] === true,
        );
      case "eth_getBlockByHash":
        return this.#blockText(
          await this.#findHash(params[0] as Hex, "transactions"),
          params[1] === true,
        );
      case "eth_getLogs":
        return listText(await this.#getLogs(params[0]));
      case "eth_getBlockReceipts":
        return this.#receipts(params[0]);
      case "eth_getTransactionReceipt":
        return this.#receiptOf(params[0]);
      default:
        return this.#readState(method, params);
    }
  }

  /** Height up to which the chain is final, as the lowest of the providers' tags says. */
  async finalHeight(): Promise<number | undefined> {
    return (await this.#findTagged("finalized", "header"))?.number;
  }

  /** A block at or below the head with its header proved. @throws NobodyProves */
  headerAt(number: number): Promise<ProvedBlock | undefined> {
    return this.#findNumber(number, "header");
  }

  async #readState(method: string, params: Params): Promise<string> {
    const place = STATE_METHODS[method];
    if (place === undefined) {
      throw new RpcFailure({
        code: RPC_CODES.methodNotFound,
        message: `the gateway does not serve ${method}: it answers only what it can check`,
      });
    }
    const block = await this.#findBlock(params[place] ?? "latest", "header");
    if (block === undefined) throw invalid("the block is not known");
    const padded = Array.from(
      { length: Math.max(params.length, place + 1) },
      (_, at) => params[at],
    );
    return JSON.stringify(await this.#deps.state.read(method, padded, block, DEADLINE_MS));
  }

  #head(): ProvedBlock {
    const { follower } = this.#deps;
    if (follower.head !== undefined) return follower.head;
    throw new RpcFailure({
      code: RPC_CODES.unavailable,
      message: `the gateway ${follower.trouble ?? "is starting"}`,
    });
  }

  /** The block that a parameter means; undefined when there is none (yet). */
  async #findBlock(id: unknown, parts: BlockParts): Promise<ProvedBlock | undefined> {
    const head = this.#head();
    if (id === "latest") return this.#findNumber(head.number, parts);
    if (id === "pending") throw invalid("nothing is proved of a pending block");
    if (id === "earliest") return this.#findNumber(0, parts);
    if (id === "safe" || id === "finalized") return this.#findTagged(id, parts);
    if (typeof id === "string" && /^0x[0-9a-f]{64}$/i.test(id)) {
      return this.#findHash(id.toLowerCase() as Hex, parts);
    }
    if (typeof id === "string" && /^0x[0-9a-f]{1,12}$/i.test(id)) {
      return this.#findNumber(Number(id), parts);
    }
    if (id !== null && typeof id === "object") {
      const { blockHash, blockNumber } = id as { blockHash?: unknown; blockNumber?: unknown };
      return this.#findBlock(blockHash ?? blockNumber, parts);
    }
    throw invalid("the block must be a number, a hash or a tag");
  }

  async #findNumber(number: number, parts: BlockParts): Promise<ProvedBlock | undefined> {
    const { follower, book } = this.#deps;
    if (number > this.#head().number) return undefined;
    const followed = follower.at(number);
    if (followed !== undefined && has(followed, parts)) return followed;
    const known = book.byNumber(number);
    if (known !== undefined && has(known, parts)) return known;
    return this.#fetch(followed?.hash ?? book.hashOf(number) ?? number, parts);
  }

  async #findHash(hash: Hex, parts: BlockParts): Promise<ProvedBlock | undefined> {
    const known = this.#deps.book.byHash(hash);
    if (known !== undefined && has(known, parts)) return known;
    return this.#fetch(hash, parts);
  }

  async #fetch(id: number | Hex, parts: BlockParts): Promise<ProvedBlock | undefined> {
    const { providers, fetcher, book, follower } = this.#deps;
    try {
      const block = await providers.ask(DEADLINE_MS, (one) => fetcher.fetch(one, id, parts));
      // A hash may be that of a branch that lost.
      const isCanonical =
        typeof id === "number" ||
        follower.at(block.number)?.hash === block.hash ||
        book.hashOf(block.number) === block.hash;
      if (isCanonical && block.number <= this.#head().number) book.keep(block);
      return block;
    } catch (error) {
      if (isUnknownBlock(error)) return undefined;
      throw error;
    }
  }

  /** The lowest of what the providers name, which must be a block of the chain that is followed. */
  async #findTagged(
    tag: "safe" | "finalized",
    parts: BlockParts,
  ): Promise<ProvedBlock | undefined> {
    const { providers, fetcher } = this.#deps;
    const named = await Promise.all(
      providers
        .usable()
        .map((one) => providers.attempt(one, () => fetcher.fetch(one, tag, "header"))),
    ).catch((error: unknown) => {
      if (isUnknownBlock(error)) return [];
      throw error;
    });
    const blocks = named.flatMap((answer) => ("result" in answer ? [answer.result] : []));
    const lowest = blocks.sort((a, b) => a.number - b.number)[0];
    if (lowest === undefined) return undefined;
    return this.#findNumber(Math.min(lowest.number, this.#head().number), parts);
  }

  #blockText(block: ProvedBlock | undefined, isFull: boolean): string {
    if (block === undefined) return "null";
    const text = block.bodyText ?? "null";
    if (isFull || text === "null") return text;
    const { transactions, ...rest } = JSON.parse(text) as { transactions: { hash: Hex }[] };
    return JSON.stringify({ ...rest, transactions: transactions.map(({ hash }) => hash) });
  }

  async #getLogs(param: unknown): Promise<readonly ProvedLog[]> {
    const filter = param as LogFilter & { blockHash?: Hex; fromBlock?: unknown; toBlock?: unknown };
    if (filter === null || typeof filter !== "object") throw invalid("a filter is missing");
    const isWanted = compileFilter(filter);
    if (filter.blockHash !== undefined) {
      const block = await this.#findHash(filter.blockHash, "logs");
      if (block?.logs === undefined) throw invalid("block not found");
      return block.logs.filter(isWanted);
    }
    const head = this.#head().number;
    const from = await this.#height(filter.fromBlock ?? "latest");
    const to = Math.min(head, await this.#height(filter.toBlock ?? "latest"));
    if (from > to) return [];
    if (this.#deps.interest.covers(filter)) {
      return (await this.#deps.logs.logs(from, to)).filter(isWanted);
    }
    return this.#foreignLogs(filter, from, to);
  }

  /** Logs that are not ours: asked for as they are, each of their blocks proved, nothing kept. */
  async #foreignLogs(filter: LogFilter, from: number, to: number): Promise<readonly ProvedLog[]> {
    if (to - from >= MAX_FOREIGN_RANGE) {
      throw new RpcFailure({
        code: RPC_CODES.limitExceeded,
        message: `block range too large: ${MAX_FOREIGN_RANGE} blocks at most for other contracts`,
      });
    }
    const { providers, fetcher } = this.#deps;
    const isWanted = compileFilter(filter);
    const { address, topics } = filter;
    const wanted = { ...(address && { address }), ...(topics && { topics }) };
    return providers.ask(DEADLINE_MS, async (provider) => {
      const named = await getLogs(provider, [wanted], from, to);
      const numbers = [...new Set(named.map((log) => Number(log.blockNumber)))];
      const blocks = await Promise.all(
        numbers.sort((a, b) => a - b).map((number) => fetcher.fetch(provider, number, "logs")),
      );
      return blocks.flatMap((block) => (block.logs ?? []).filter(isWanted));
    });
  }

  async #height(id: unknown): Promise<number> {
    if (typeof id === "string" && /^0x[0-9a-f]{1,12}$/i.test(id)) return Number(id);
    const block = await this.#findBlock(id, "header");
    if (block === undefined) throw invalid("the block is not known");
    return block.number;
  }

  async #receipts(id: unknown): Promise<string> {
    const block = await this.#findBlock(id, "header");
    if (block === undefined) return "null";
    const { providers, fetcher } = this.#deps;
    return JSON.stringify(
      await providers.ask(DEADLINE_MS, (one) => fetcher.fetchReceipts(one, block.hash)),
    );
  }

  /** A receipt counts only from a block of the chain that is followed (check IX-7). */
  async #receiptOf(transaction: unknown): Promise<string> {
    const { providers, fetcher } = this.#deps;
    const claimed = await providers.ask(DEADLINE_MS, (one) =>
      one.call<{ blockNumber: Hex | null; blockHash: Hex | null } | null>(
        "eth_getTransactionReceipt",
        [transaction],
      ),
    );
    if (!claimed?.blockHash || !claimed.blockNumber) return "null";
    const block = await this.#findNumber(Number(claimed.blockNumber), "header");
    if (block === undefined || block.hash !== claimed.blockHash) return "null";
    const receipts = await providers.ask(DEADLINE_MS, (one) =>
      fetcher.fetchReceipts(one, block.hash),
    );
    const found = receipts.find((receipt) => receipt.transactionHash === transaction);
    return found === undefined ? "null" : JSON.stringify(found);
  }
}

function has(block: ProvedBlock, parts: BlockParts): boolean {
  if (parts === "transactions") return block.bodyText !== undefined;
  return parts === "header" || block.logs !== undefined;
}

function listText(logs: readonly ProvedLog[]): string {
  return `[${logs.map((log) => log.text).join(",")}]`;
}

function invalid(message: string): RpcFailure {
  return new RpcFailure({ code: RPC_CODES.invalidParams, message });
}
