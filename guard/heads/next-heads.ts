import type { BlockRef } from "../chain/chain-source.ts";

/** The newest, the safe and the final block of a chain. */
export type Heads = { head: BlockRef; safe: BlockRef; final: BlockRef };

/**
 * The heads after an observation. A node that lags, or one behind a load balancer, may report less
 * than was known: safe and final never step back, and the head never falls below safe, since every
 * reader of finality relies on both. A shorter head above safe is a reorganisation and is believed.
 */
export function nextHeads(known: Heads | undefined, observed: Heads): Heads {
  const final = higher(known?.final, observed.final);
  const safe = higher(higher(known?.safe, observed.safe), final);
  const head = observed.head.number >= safe.number ? observed.head : higher(known?.head, safe);
  return { head, safe, final };
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

function higher(known: BlockRef | undefined, observed: BlockRef): BlockRef {
  return known !== undefined && known.number > observed.number ? known : observed;
}
