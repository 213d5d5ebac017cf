import type { Context } from "ponder:registry";
import { entitlement, entitlementToken } from "ponder:schema";
import { ZERO_ADDRESS } from "../protocol/constants.ts";
import { ImpossibleStateError } from "../protocol/errors.ts";
import { sanitizeText } from "../protocol/text.ts";
import type { Stamp } from "./stamp.ts";

export async function createEntitlement(
  context: Context,
  created: { tokenId: bigint; agentId: bigint; isTransferrable: boolean; expiresAt: bigint },
  at: Stamp,
) {
  await context.db.insert(entitlementToken).values({
    chainId: at.chainId,
    contract: at.contract,
    ...created,
    createdAt: at.seconds,
    updatedBlock: at.blockNumber,
  });
}

/** Stores a token's metadata link; one created before the start block has no row. */
export async function linkEntitlement(context: Context, tokenId: bigint, uri: string, at: Stamp) {
  const key = { chainId: at.chainId, contract: at.contract, tokenId };
  if (!(await context.db.find(entitlementToken, key))) return;
  await context.db
    .update(entitlementToken, key)
    .set({ uri: sanitizeText(uri), updatedBlock: at.blockNumber });
}

/**
 * Moves entitlements between holders. Balances come from the ERC-1155 transfers alone: a mint also
 * emits `EntitlementMinted`, and counting both would double it (domain C.2).
 */
export async function transferEntitlement(
  context: Context,
  moved: { tokenId: bigint; from: `0x${string}`; to: `0x${string}`; amount: bigint },
  at: Stamp,
) {
  const { tokenId, from, to, amount } = moved;
  if (from !== ZERO_ADDRESS) await addToHolder(context, tokenId, from, -amount, at);
  if (to !== ZERO_ADDRESS) await addToHolder(context, tokenId, to, amount, at);
}

async function addToHolder(
  context: Context,
  tokenId: bigint,
  holder: `0x${string}`,
  delta: bigint,
  at: Stamp,
) {
  const key = { chainId: at.chainId, contract: at.contract, tokenId, holder };
  const { balance } = await context.db
    .insert(entitlement)
    .values({ ...key, balance: delta, createdAt: at.seconds, updatedBlock: at.blockNumber })
    .onConflictDoUpdate((row) => ({
      balance: row.balance + delta,
      updatedBlock: at.blockNumber,
    }));
  if (balance < 0n) throw new ImpossibleStateError(`${holder} holds less than none of ${tokenId}`);
}
