import type { Hex } from "viem";
import { smallNumber } from "./hex-fields.ts";
import { assertHeader } from "./prove-header.ts";
import type { RpcHeader } from "./rpc-block.ts";
import { demand, type Verdict, verdictOf } from "./verdict.ts";

/** A block whose hash is trusted: agreed between providers, or configured. */
export type Anchor = { number: number; hash: Hex };

/**
 * Proves that the headers, in ascending order and without a gap, continue the chain of the anchor: each
 * hash is that of its fields and each parent is the header before. An empty list is proved.
 */
export function linkHeaders(anchor: Anchor, headers: readonly RpcHeader[]): Verdict {
  return verdictOf(() => {
    let parent = anchor;
    for (const header of headers) {
      assertHeader(header);
      const number = smallNumber(header.number, "number of the header");
      demand(
        number === parent.number + 1,
        () => `block ${number} does not follow block ${parent.number}`,
      );
      demand(
        header.parentHash === parent.hash,
        () => `the parent of block ${number} is ${header.parentHash}, not ${parent.hash}`,
      );
      parent = { number, hash: header.hash };
    }
  });
}
