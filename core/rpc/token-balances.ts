import { erc20Abi, type PublicClient } from "viem";
import { describeRpcError } from "./describe-error.ts";

/** A balance at a block in base units, or why it could not be read. */
export type BalanceReading = { units: bigint } | { unavailable: string };

/** Reads `balanceOf` at a block by its number. It never throws. */
export type TokenBalanceReader = (
  token: `0x${string}`,
  holder: `0x${string}`,
  blockNumber: bigint,
) => Promise<BalanceReading>;

/** How long an answer is kept: many readers of one block make one request to the node. */
const KEPT_MS = 5_000;

/** Most answers that are kept. */
const KEPT_COUNT = 200;

/**
 * Reads balances from a node. What is asked again within a few seconds is asked of the node once;
 * failures are kept for as long, so that readers cannot flood a node in trouble.
 */
export function createTokenBalanceReader(
  client: Pick<PublicClient, "readContract" | "getChainId">,
  chainId: number,
  now: () => Date,
): TokenBalanceReader {
  let isRightChain = false;
  const readChecked: TokenBalanceReader = async (...asked) => {
    try {
      // A balance of another chain would look like a loss.
      const [found, units] = await Promise.all([
        isRightChain ? chainId : client.getChainId(),
        readBalance(client, ...asked),
      ]);
      if (found !== chainId) return { unavailable: `the node is on chain ${found}` };
      isRightChain = true;
      return { units };
    } catch (error) {
      return { unavailable: describeRpcError(error) };
    }
  };
  const kept = new Map<string, { until: number; reading: Promise<BalanceReading> }>();
  return (token, holder, blockNumber) => {
    const key = `${token}:${holder}:${blockNumber}`;
    const known = kept.get(key);
    if (known !== undefined && known.until > now().getTime()) return known.reading;
    const reading = readChecked(token, holder, blockNumber);
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
