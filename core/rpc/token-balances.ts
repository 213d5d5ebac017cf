import { erc20Abi, type PublicClient } from "viem";
import type { Cache } from "../cache/cache.ts";
import { cacheKey } from "../cache/keys.ts";
import type { ComparisonBlock } from "../statistics/solvency.ts";
import { describeRpcError } from "./describe-error.ts";

/** A balance at a block in base units, or why it could not be read. */
export type BalanceReading = { units: bigint } | { unavailable: string };

/** Reads `balanceOf` at a block. It never throws. */
export type TokenBalanceReader = (
  token: `0x${string}`,
  holder: `0x${string}`,
  block: ComparisonBlock,
) => Promise<BalanceReading>;

/** How long an answer is kept: many readers of one block make one request to the node. */
const KEPT_MS = 5_000;

/** Most answers that are kept. */
const KEPT_COUNT = 200;

/** How a reader finds out what it reads from, and keeps what it has read. */
export type TokenBalanceOptions = {
  chainId: number;
  /** Where balances of final blocks are kept; they never change. */
  cache: Pick<Cache, "get" | "set">;
  now: () => Date;
};

/**
 * Reads balances from a node. What is asked again within a few seconds is asked of the node once;
 * failures are kept for as long, so that readers cannot flood a node in trouble. What a final block
 * says is kept in the cache too, for all processes.
 */
export function createTokenBalanceReader(
  client: Pick<PublicClient, "readContract" | "getChainId" | "getBlock">,
  { chainId, cache, now }: TokenBalanceOptions,
): TokenBalanceReader {
  let genesis: `0x${string}` | undefined;
  /** A balance of another chain would look like a loss, and a chain id alone can name two chains. */
  const checkChain = async () => {
    if (genesis !== undefined) return genesis;
    const [found, { hash }] = await Promise.all([
      client.getChainId(),
      client.getBlock({ blockNumber: 0n }),
    ]);
    if (found !== chainId) throw new Error(`the node is on chain ${found}`);
    genesis = hash;
    return hash;
  };
  const readChecked: TokenBalanceReader = async (token, holder, block) => {
    try {
      const chain = await checkChain();
      const place = cacheKey("market", "balance", chainId, chain, token, holder, block.number);
      const isFinal = block.basis === "final";
      const known = isFinal ? await cache.get(place) : undefined;
      if (typeof known === "bigint") return { units: known };
      const units = await readBalance(client, token, holder, block.number);
      if (isFinal) await cache.set(place, units);
      return { units };
    } catch (error) {
      return { unavailable: describeRpcError(error) };
    }
  };
  const kept = new Map<string, { until: number; reading: Promise<BalanceReading> }>();
  return (token, holder, block) => {
    const key = `${token}:${holder}:${block.number}:${block.basis}`;
    const known = kept.get(key);
    if (known !== undefined && known.until > now().getTime()) return known.reading;
    const reading = readChecked(token, holder, block);
    kept.delete(key);
    kept.set(key, { until: now().getTime() + KEPT_MS, reading });
    const [oldest] = kept.keys();
    if (kept.size > KEPT_COUNT && oldest !== undefined) kept.delete(oldest);
    return reading;
  };
}

function readBalance(
  client: Pick<PublicClient, "readContract">,
  token: `0x${string}`,
  holder: `0x${string}`,
  blockNumber: bigint,
): Promise<bigint> {
  return client.readContract({
    abi: erc20Abi,
    address: token,
    functionName: "balanceOf",
    args: [holder],
    blockNumber,
  });
}
