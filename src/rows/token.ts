import type { Context } from "ponder:registry";
import { token } from "ponder:schema";
import { TokenAbi } from "../../abis/index.ts";
import { sanitizeText } from "../protocol/text.ts";
import type { Stamp } from "./stamp.ts";

/** Stores what a token says of itself, once. A token that cannot be read stops the indexer. */
export async function ensureToken(context: Context, address: `0x${string}`, at: Stamp) {
  const key = { chainId: at.chainId, address };
  if (await context.db.find(token, key)) return;
  const read = { abi: TokenAbi, address } as const;
  const [name, symbol, decimals] = await Promise.all([
    context.client.readContract({ ...read, functionName: "name" }),
    context.client.readContract({ ...read, functionName: "symbol" }),
    context.client.readContract({ ...read, functionName: "decimals" }),
  ]);
  await context.db
    .insert(token)
    .values({
      ...key,
      name: sanitizeText(name),
      symbol: sanitizeText(symbol),
      decimals,
      firstSeenBlock: at.blockNumber,
    })
    .onConflictDoNothing();
}
