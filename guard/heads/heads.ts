import type { BlockRef } from "../chain/chain-source.ts";

/** The newest, the safe and the final block of a chain. */
export type Heads = { head: BlockRef; safe: BlockRef; final: BlockRef };

/**
 * The heads after an agreement. Safe and final never step back by what nodes say, since every reader
 * of finality relies on them; only a proved reorganisation below them replaces them (`BlockTrack`).
 */
export function nextHeads(known: Heads | undefined, agreed: Heads): Heads {
  const final = higher(known?.final, agreed.final);
  const safe = higher(higher(known?.safe, agreed.safe), final);
  return { head: higher(safe, agreed.head), safe, final };
}

/** Whether anything differs that a reader of the heads could notice. */
export function headsDiffer(a: Heads | undefined, b: Heads): boolean {
  return (
    a === undefined ||
    a.head.hash !== b.head.hash ||
    a.safe.hash !== b.safe.hash ||
    a.final.hash !== b.final.hash
  );
}

function higher(known: BlockRef | undefined, agreed: BlockRef): BlockRef {
  return known !== undefined && known.number > agreed.number ? known : agreed;
}
