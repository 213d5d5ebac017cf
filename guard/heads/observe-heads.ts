import type { BlockRef, ChainSource } from "../chain/chain-source.ts";
import type { Heads } from "./next-heads.ts";

/** Blocks after which a block counts as safe or final where the chain has no tag for it. */
export type FinalityDepths = { safe: bigint; final: bigint };

/** Ponder's own window on a chain it knows nothing about, and Base's finality in practice. */
const DEFAULT_FINALITY_DEPTH = 30;

/** Depths from the deployments file: safe is taken to be half-way to final. */
export function finalityDepths(finalityDepth: number | undefined): FinalityDepths {
  const final = BigInt(finalityDepth ?? DEFAULT_FINALITY_DEPTH);
  return { safe: (final + 1n) / 2n, final };
}

/**
 * Asks the chain for its heads. The tags `safe` and `finalized` decide; a depth only stands in where
 * the chain does not know the tag.
 */
export async function observeHeads(source: ChainSource, depths: FinalityDepths): Promise<Heads> {
  const head = await source.findTagged("latest");
  if (head === undefined) throw new Error("the chain has no latest block");
  const [safe, final] = await Promise.all([
    taggedOrDeep(source, "safe", head, depths.safe),
    taggedOrDeep(source, "finalized", head, depths.final),
  ]);
  return { head: max(head, max(safe, final)), safe: max(safe, final), final };
}

async function taggedOrDeep(
  source: ChainSource,
  tag: "safe" | "finalized",
  head: BlockRef,
  depth: bigint,
): Promise<BlockRef> {
  const tagged = await source.findTagged(tag);
  if (tagged !== undefined) return tagged;
  const number = head.number > depth ? head.number - depth : 0n;
  const block = await source.findBlock(number);
  if (block === undefined) throw new Error(`block ${number} below the head is missing`);
  return block;
}

/** A block may arrive between two requests, so that a tag is already ahead of the head. */
function max(a: BlockRef, b: BlockRef): BlockRef {
  return b.number > a.number ? b : a;
}
