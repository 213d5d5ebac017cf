import type { Hex } from "viem";
import type { ChunkSize } from "./chunk-size.ts";

/** The next range of final blocks, and the contracts that lag together at its beginning. */
export function nextRange(
  addresses: readonly Hex[],
  progress: ReadonlyMap<Hex, bigint>,
  startBlock: bigint,
  limit: bigint,
  chunk: Pick<ChunkSize, "blocks">,
): { contracts: Hex[]; from: bigint; to: bigint } | undefined {
  if (addresses.length === 0) return undefined;
  const next = (address: Hex) => (progress.get(address) ?? startBlock - 1n) + 1n;
  const from = addresses.map(next).reduce(min);
  if (from > limit) return undefined;
  const later = addresses.map(next).filter((block) => block > from);
  const to = [limit, from + chunk.blocks() - 1n, ...later.map((block) => block - 1n)].reduce(min);
  return { contracts: addresses.filter((address) => next(address) === from), from, to };
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
