import type { Header } from "../chain/head-provider.ts";

/** Blocks that one question to the chain asks for at most. */
const BLOCKS_PER_QUESTION = 100n;

/** Blocks that are walked down at a time in search of where two chains part. */
const WALK_STEP = 32n;

/** A provider's blocks do not follow on one another: ask again once it has settled. */
export class TornChain extends Error {
  override name = "TornChain";
}

/** What became of the followed chain when a head was looked at. */
export type Movement =
  | { is: "unchanged" }
  /** The head is older than the followed tip and on the same chain: a node lags. */
  | { is: "lagging"; behind: bigint }
  | { is: "advanced"; blocks: Header[] }
  /** Blocks above `fork` were replaced by others; `fork` is the last block that both chains have. */
  | { is: "reorganised"; fork: bigint; depth: bigint; replaced: Header; blocks: Header[] };

/** Reads canonical blocks by number, undefined where there is none. */
export type ReadBlocks = (numbers: readonly bigint[]) => Promise<(Header | undefined)[]>;

/**
 * The newest blocks of a chain without a gap, each the parent of the next. Because they are linked,
 * one block that is still canonical proves all below it.
 */
export class BlockTrack {
  readonly #blocks = new Map<bigint, Header>();
  #oldest: bigint | undefined;
  #tip: Header | undefined;

  constructor(blocks: readonly Header[]) {
    for (const block of blocks) this.append(block);
  }

  get tip(): Header | undefined {
    return this.#tip;
  }

  find(number: bigint): Header | undefined {
    return this.#blocks.get(number);
  }

  /** @throws TornChain when the block is no child of the tip */
  append(block: Header): void {
    const tip = this.#tip;
    if (tip !== undefined && (block.number !== tip.number + 1n || block.parentHash !== tip.hash)) {
      throw new TornChain(`block ${block.number} is not the child of block ${tip.number}`);
    }
    this.#blocks.set(block.number, block);
    this.#oldest ??= block.number;
    this.#tip = block;
  }

  /** Removes all blocks above `fork`. */
  cut(fork: bigint): void {
    for (let number = this.#tip?.number ?? fork; number > fork; number -= 1n) {
      this.#blocks.delete(number);
    }
    this.#tip = this.#blocks.get(fork);
    if (this.#tip === undefined) this.#oldest = undefined;
  }

  /** Forgets blocks below `number`; the tip stays. */
  prune(number: bigint): void {
    if (this.#tip === undefined || this.#oldest === undefined) return;
    for (; this.#oldest < number && this.#oldest < this.#tip.number; this.#oldest += 1n) {
      this.#blocks.delete(this.#oldest);
    }
  }

  /**
   * Compares a head with the followed chain; changes nothing. Every block between is fetched and
   * must be linked to the head by parent hashes.
   * @throws TornChain when the answers do not belong to one chain
   */
  async compare(head: Header, read: ReadBlocks): Promise<Movement> {
    const tip = this.#tip;
    if (tip === undefined) return { is: "advanced", blocks: [head] };
    const known = this.#blocks.get(head.number);
    if (known?.hash === head.hash) {
      return head.number === tip.number
        ? { is: "unchanged" }
        : { is: "lagging", behind: tip.number - head.number };
    }
    if (head.number < (this.#oldest ?? 0n)) {
      return { is: "lagging", behind: tip.number - head.number };
    }
    const fork = head.number > tip.number ? await this.#extends(head, tip, read) : undefined;
    if (fork !== undefined) return { is: "advanced", blocks: fork };
    return this.#parting(head, tip, read);
  }

  /** The blocks from the tip to the head, or undefined when the head is not above the tip's chain. */
  async #extends(head: Header, tip: Header, read: ReadBlocks): Promise<Header[] | undefined> {
    const [still] = head.number === tip.number + 1n ? [] : await read([tip.number]);
    if (still !== undefined && still.hash !== tip.hash) return undefined;
    const blocks = await readLinked(tip.number + 1n, head, read);
    return blocks[0]?.parentHash === tip.hash ? blocks : undefined;
  }

  async #parting(head: Header, tip: Header, read: ReadBlocks): Promise<Movement> {
    const oldest = this.#oldest ?? tip.number;
    let top = min(tip.number, head.number - 1n);
    let fork = oldest - 1n;
    search: while (top >= oldest) {
      const bottom = max(oldest, top - WALK_STEP + 1n);
      const numbers = countDown(top, bottom);
      const found = await read(numbers);
      for (const [position, number] of numbers.entries()) {
        if (found[position]?.hash !== this.#blocks.get(number)?.hash) continue;
        fork = number;
        break search;
      }
      top = bottom - 1n;
    }
    const blocks = await readLinked(fork + 1n, head, read);
    const parent = this.#blocks.get(fork);
    if (parent !== undefined && blocks[0]?.parentHash !== parent.hash) {
      throw new TornChain(`block ${fork + 1n} is not the child of block ${fork}`);
    }
    const replaced = this.#blocks.get(fork + 1n) ?? tip;
    return { is: "reorganised", fork, depth: tip.number - fork, replaced, blocks };
  }
}

/** Blocks from `from` to the head, linked by their parent hashes to the head itself. */
export async function readLinked(from: bigint, head: Header, read: ReadBlocks): Promise<Header[]> {
  const blocks: Header[] = [];
  for (let start = from; start < head.number; start += BLOCKS_PER_QUESTION) {
    const end = min(head.number - 1n, start + BLOCKS_PER_QUESTION - 1n);
    const found = await read(countDown(end, start).toReversed());
    for (const block of found) {
      if (block === undefined) throw new TornChain("a block below the head is missing");
      blocks.push(block);
    }
  }
  blocks.push(head);
  for (const [position, block] of blocks.entries()) {
    const parent = blocks[position - 1];
    if (parent !== undefined && block.parentHash !== parent.hash) {
      throw new TornChain(`block ${block.number} is not the child of block ${parent.number}`);
    }
  }
  return blocks;
}

function countDown(from: bigint, to: bigint): bigint[] {
  return Array.from({ length: Number(from - to) + 1 }, (_, index) => from - BigInt(index));
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
