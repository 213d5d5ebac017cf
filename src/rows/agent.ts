import type { Context } from "ponder:registry";
import { agent, agentEscrowToken } from "ponder:schema";
import { updatedRow } from "./existing-row.ts";
import type { Stamp } from "./stamp.ts";

/** Registers an agent; registering again changes who is paid for new payments only (domain C.2). */
export async function registerAgent(
  context: Context,
  agentId: bigint,
  developer: `0x${string}`,
  at: Stamp,
) {
  await context.db
    .insert(agent)
    .values({
      chainId: at.chainId,
      contract: at.contract,
      agentId,
      developer,
      registeredAt: at.seconds,
      paymentCount: 0,
      updatedBlock: at.blockNumber,
    })
    .onConflictDoUpdate({ developer, updatedBlock: at.blockNumber });
}

/** Counts one more payment of an agent; one registered before the start block has no row. */
export async function countPayment(context: Context, agentId: bigint, at: Stamp) {
  const key = { chainId: at.chainId, contract: at.contract, agentId };
  await updatedRow(
    context.db
      .update(agent, key)
      .set((row) => ({ paymentCount: row.paymentCount + 1, updatedBlock: at.blockNumber })),
  );
}

export async function supportToken(
  context: Context,
  token: `0x${string}`,
  isSupported: boolean,
  at: Stamp,
) {
  await context.db
    .insert(agentEscrowToken)
    .values({
      chainId: at.chainId,
      contract: at.contract,
      token,
      isSupported,
      updatedBlock: at.blockNumber,
    })
    .onConflictDoUpdate({ isSupported, updatedBlock: at.blockNumber });
}
