import { LRUCache } from "lru-cache";
import type { Hex } from "viem";
import { type ProvedBlock, sizeOf } from "./proved-block.ts";

/** Heights whose proved hash is remembered after the block itself was dropped. */
const KEPT_HEIGHTS = 200_000;

/** A block that the operator knows to be of the chain, from a source of his own. */
export type Checkpoint = { number: number; hash: Hex };

/** Proved blocks in bounded memory, by hash, and the hash of each proved height. */
export class BlockBook {
  readonly #blocks: LRUCache<Hex, ProvedBlock>;
  readonly #heights = new LRUCache<number, Hex>({ max: KEPT_HEIGHTS });

  readonly #checkpoint: Checkpoint | undefined;

  /**
   * @param maxBytes memory for blocks and logs
   * @param checkpoint a height whose hash is known before anything was proved
   */
  constructor(maxBytes: number, checkpoint?: Checkpoint) {
    this.#checkpoint = checkpoint;
    this.#blocks = new LRUCache({ maxSize: maxBytes, sizeCalculation: sizeOf });
  }

  /** Keeps a block of the canonical chain; parts that were known before are not lost. */
  keep(block: ProvedBlock): void {
    const known = this.#blocks.get(block.hash);
    this.#heights.set(block.number, block.hash);
    this.#blocks.set(block.hash, {
      ...block,
      bodyText: block.bodyText ?? known?.bodyText,
      logs: block.logs ?? known?.logs,
      ours: block.ours ?? known?.ours,
    });
  }

  /** Also finds blocks that were replaced lately: whoever still asks for them gets them. */
  byHash(hash: Hex): ProvedBlock | undefined {
    return this.#blocks.get(hash);
  }

  byNumber(number: number): ProvedBlock | undefined {
    const hash = this.#heights.get(number);
    return hash === undefined ? undefined : this.#blocks.get(hash);
  }

  /** The proved hash of a height, also when the block was dropped. */
  hashOf(number: number): Hex | undefined {
    if (number === this.#checkpoint?.number) return this.#checkpoint.hash;
    return this.#heights.get(number);
  }

  /** Forgets which blocks are canonical from a height on; the blocks stay by their hashes. */
  forgetFrom(number: number): void {
    for (const height of this.#heights.keys()) {
      if (height >= number) this.#heights.delete(height);
    }
  }
}
