import type { Hex } from "viem";
import { type IsOurs, logsOf, proveBlock } from "../proof/prove-block.ts";
import { proveHeader } from "../proof/prove-header.ts";
import { proveTransactions } from "../proof/prove-transactions.ts";
import type { RpcBlock, RpcHeader, RpcReceipt } from "../proof/rpc-block.ts";
import { Unproved } from "../providers/json-rpc.ts";
import type { Provider } from "../providers/provider.ts";
import type { Interest } from "./interest.ts";
import { keepBlock, type ProvedBlock } from "./proved-block.ts";
import { type BlockId, readBlock, readReceipts } from "./read-block.ts";
import { servedReceipts } from "./served-fields.ts";
import { Turns } from "./turns.ts";

/** What is wanted of a block beyond its header. */
export type BlockParts = "header" | "transactions" | "logs" | "our logs";

/** Rank of a proof that somebody waits for: before all that is read ahead. */
const NOW = -1;

/** Share of old blocks with our logs above which all parts of a block are asked for together. */
const DENSE_SHARE = 0.5;

/** Weight of the newest block in that share. */
const NEWEST_WEIGHT = 0.05;

/** Times that a block may change while its parts are read before that counts as a bad answer. */
const MAX_CHANGES = 3;

/** The block was replaced between two answers. */
class BlockChanged extends Error {
  override name = "BlockChanged";
}

/** Reads blocks from one provider and lets nothing out that is not proved. */
export class BlockFetcher {
  readonly #interest: Interest;
  /** Senders are read of transactions with our logs only, so only theirs are recovered. */
  readonly #isOurs: IsOurs;

  readonly #isDevelopmentChain: boolean;
  readonly #turns = new Turns();
  /** Share of the old blocks read lately that may hold our logs. */
  #share = 0;

  /** @param isDevelopmentChain accepts what a development node makes for impersonated accounts */
  constructor(interest: Interest, isDevelopmentChain: boolean) {
    this.#interest = interest;
    this.#isDevelopmentChain = isDevelopmentChain;
    this.#isOurs = (log) => interest.isOurs(log);
  }

  /** Whether most old blocks hold our logs, so that one of them is a lot of work. */
  get isDense(): boolean {
    return this.#share > DENSE_SHARE;
  }

  /**
   * Reads a block and proves it: the hash from the header, transactions and receipts from the roots
   * in it. "our logs" leaves receipts out where the bloom rules our logs out; of a block that is read
   * ahead it leaves the transactions out as well.
   * @param isAhead whether nobody waits for it yet
   * @throws BlockMissing, Unproved, or what the provider throws
   */
  async fetch(
    provider: Provider,
    id: BlockId,
    parts: BlockParts,
    isAhead = false,
  ): Promise<ProvedBlock> {
    let wanted = id;
    const ahead = isAhead && typeof id === "number" ? id : undefined;
    for (let changes = 0; ; changes += 1) {
      try {
        return await (ahead !== undefined && parts === "our logs"
          ? this.#fetchLean(provider, wanted, ahead)
          : this.#fetchOnce(provider, wanted, parts, ahead));
      } catch (error) {
        if (!(error instanceof BlockChanged)) throw error;
        if (changes === MAX_CHANGES) throw new Unproved(error.message);
        // A tag or a height may mean another block by now; its hash cannot.
        if (typeof id === "number") wanted = id;
      }
    }
  }

  /** Reads consecutive blocks, whose parent hashes must join them. @throws as `fetch` */
  async fetchRange(
    provider: Provider,
    from: number,
    to: number,
    parts: BlockParts,
    isAhead = false,
  ): Promise<ProvedBlock[]> {
    const numbers = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
    const blocks = await Promise.all(
      numbers.map((number) => this.fetch(provider, number, parts, isAhead)),
    );
    for (const [position, block] of blocks.entries()) {
      const parent = blocks[position - 1];
      if (parent !== undefined && block.parentHash !== parent.hash) {
        throw new Unproved(`block ${block.number} does not follow block ${parent.number}`);
      }
    }
    return blocks;
  }

  /** Receipts of a block, proved against the root in its header. @throws as `fetch` */
  async fetchReceipts(provider: Provider, hash: Hex): Promise<readonly RpcReceipt[]> {
    const reading = readBlock(provider, hash, true);
    const [block, receipts] = await Promise.all([reading, readReceipts(provider, hash, reading)]);
    await this.#proveWithReceipts(provider, block as RpcBlock, receipts);
    return servedReceipts(receipts, logsOf(receipts));
  }

  /**
   * An old block: where our logs are rare, only its header, until the bloom says that one may be in
   * it; where most blocks have some, everything in one round trip.
   */
  async #fetchLean(provider: Provider, id: BlockId, ahead: number): Promise<ProvedBlock> {
    if (this.isDense) {
      const block = await this.#fetchWhole(provider, id, ahead);
      this.#learnShare(this.#interest.mayBeIn(block.logsBloom));
      return block.proved;
    }
    const header = await readBlock(provider, id, false, ahead);
    // No turn is taken: the headers of one answer must ask for what follows in one request, too.
    checkHeader(header);
    const mayBeOurs = this.#interest.mayBeIn(header.logsBloom);
    this.#learnShare(mayBeOurs);
    if (!mayBeOurs) return keepBlock(header, undefined, undefined, [provider.host]);
    return (await this.#fetchWhole(provider, header.hash, ahead)).proved;
  }

  async #fetchWhole(provider: Provider, id: BlockId, ahead?: number) {
    const reading = readBlock(provider, id, true, ahead);
    const [block, receipts] = await Promise.all([
      reading,
      readReceipts(provider, id, reading, ahead),
    ]);
    const proved = await this.#proveWithReceipts(provider, block as RpcBlock, receipts, ahead);
    return { proved, logsBloom: block.logsBloom };
  }

  #learnShare(mayBeOurs: boolean): void {
    this.#share += NEWEST_WEIGHT * ((mayBeOurs ? 1 : 0) - this.#share);
  }

  async #fetchOnce(
    provider: Provider,
    id: BlockId,
    parts: BlockParts,
    ahead: number | undefined,
  ): Promise<ProvedBlock> {
    if (parts === "logs" && id !== "latest") {
      // Both are certain to be needed: one round trip.
      return (await this.#fetchWhole(provider, id, ahead)).proved;
    }
    const block = await readBlock(provider, id, parts !== "header", ahead);
    checkHeader(block);
    if (parts === "header") return keepBlock(block, undefined, undefined, [provider.host]);
    const full = block as RpcBlock;
    const needsReceipts =
      parts === "logs" || (parts === "our logs" && this.#interest.mayBeIn(block.logsBloom));
    if (needsReceipts) {
      const receipts = await readReceipts(provider, block.hash, Promise.resolve(full), ahead);
      return this.#proveWithReceipts(provider, full, receipts, ahead);
    }
    await this.#turns.take(ahead ?? NOW);
    const verdict = await proveTransactions(full, full.transactions, this.#isDevelopmentChain);
    if (!verdict.isProved) throw refused(block, verdict.reason);
    return keepBlock(full, full, undefined, [provider.host]);
  }

  async #proveWithReceipts(
    provider: Provider,
    block: RpcBlock,
    receipts: readonly RpcReceipt[],
    ahead?: number,
  ): Promise<ProvedBlock> {
    if (receipts.some((receipt) => receipt.blockHash !== block.hash)) {
      throw new BlockChanged(`block ${Number(block.number)}: the receipts are of another block`);
    }
    await this.#turns.take(ahead ?? NOW);
    const verdict = await proveBlock(block, receipts, this.#isOurs, this.#isDevelopmentChain);
    if (!verdict.isProved) throw refused(block, verdict.reason);
    return keepBlock(block, block, { all: logsOf(receipts), isOurs: this.#isOurs }, [
      provider.host,
    ]);
  }
}

function checkHeader(header: RpcHeader): void {
  const verdict = proveHeader(header);
  if (!verdict.isProved) throw refused(header, verdict.reason);
}

function refused(block: RpcHeader, reason: string): Unproved {
  return new Unproved(`block ${Number(block.number)}: ${reason}`);
}
