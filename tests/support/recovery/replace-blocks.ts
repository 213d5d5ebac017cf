import type { Hex } from "viem";
import type { Chain } from "../../../devnet/chain.ts";
import type { Prng } from "../../../devnet/market/prng.ts";
import type { Address } from "../anvil.ts";

type Block = { hash: Hex; transactions: { from: Address; hash: Hex }[] };
type Mined = { from: Address; hash: Hex; raw: Hex; offset: number };

/** Senders who lose nothing, so that the market stays alive; the others lose their latest. */
const KEPT_WHOLE = 0.6;
/** Transactions that come back in a later block than before. */
const DELAYED = 0.3;

/**
 * Replaces the last `depth` blocks. The new ones hold some of the same transactions, partly in other
 * blocks, and others are gone for good. A sender keeps the first of theirs, never one after a gap:
 * its nonce would not be valid.
 * @returns the number of the last block that both branches share
 */
export async function replaceBlocks(chain: Chain, depth: number, prng: Prng): Promise<bigint> {
  const first = (await chain.blockNumber()) - BigInt(depth) + 1n;
  const blocks = await readBlocks(chain, first, depth);
  const dropped = await transactionsOf(chain, blocks);
  const ofSender = Map.groupBy(dropped, ({ from }) => from);
  const kept: Mined[] = [];
  for (const mined of ofSender.values()) {
    const length = prng.chance(KEPT_WHOLE) ? mined.length : prng.between(0, mined.length);
    let earliest = 0;
    for (const transaction of mined.slice(0, length)) {
      const offset = Math.max(
        earliest,
        prng.chance(DELAYED) ? prng.between(transaction.offset, depth - 1) : transaction.offset,
      );
      kept.push({ ...transaction, offset });
      earliest = offset;
    }
  }
  const order = new Map(dropped.map(({ hash }, position) => [hash, position]));
  kept.sort((a, b) => a.offset - b.offset || (order.get(a.hash) ?? 0) - (order.get(b.hash) ?? 0));
  await chain.request("anvil_reorg", [depth, kept.map(({ raw, offset }) => [raw, offset])]);
  const replaced = await readBlocks(chain, first, depth);
  // Where an earlier reorganisation left the same transactions at the same time, the block stays.
  const changed = replaced.findIndex(({ hash }, offset) => hash !== blocks[offset]?.hash);
  if (changed < 0) throw new Error("the same blocks came out again");
  return first + BigInt(changed) - 1n;
}

function readBlocks(chain: Chain, first: bigint, count: number): Promise<Block[]> {
  return chain.batch<Block>(
    Array.from({ length: count }, (_, offset) => ({
      method: "eth_getBlockByNumber",
      params: [`0x${(first + BigInt(offset)).toString(16)}`, true],
    })),
  );
}

async function transactionsOf(chain: Chain, blocks: readonly Block[]): Promise<Mined[]> {
  const mined = blocks.flatMap(({ transactions }, offset) =>
    transactions.map(({ from, hash }) => ({ from, hash, offset })),
  );
  const raws = await chain.batch<Hex>(
    mined.map(({ hash }) => ({ method: "eth_getRawTransactionByHash", params: [hash] })),
  );
  return mined.map((transaction, position) => ({ ...transaction, raw: raws[position] ?? "0x" }));
}
