import { type Address, type Hex, toEventSelector } from "viem";
import type { Log, TestChain } from "../../support/anvil.ts";

const TRANSFER = toEventSelector("Transfer(address,address,uint256)");

/** Events of an escrow contract that pay out, each with the escrow id as its first topic. */
const PAYING = new Set(
  [
    "ReceiptConfirmed(uint256,uint256,uint256)",
    "TransitionRetainerClaimed(uint256,uint256)",
    "AdminRetainerReleased(uint256,address,uint256)",
    "DisputeResolved(uint256,uint8,address)",
    "TimeoutClaimed(uint256,uint8)",
    "EmergencyWithdrawal(uint256,address)",
    "EmergencyEjectEscrow(uint256,uint256,address)",
  ].map((signature) => toEventSelector(signature)),
);

/**
 * What left an escrow contract for each of its escrows, straight from the token's logs, in base
 * units: every transfer out of a transaction in which an event of the contract pays for an escrow.
 */
export async function payoutsByLogs(
  chain: TestChain,
  escrow: Address,
  token: Address,
): Promise<Map<bigint, bigint>> {
  const escrowOf = new Map<Hex, bigint>();
  for (const log of await chain.logsOf([escrow])) {
    const [selector, id] = log.topics;
    if (selector && id && PAYING.has(selector)) escrowOf.set(log.transactionHash, BigInt(id));
  }
  const paid = new Map<bigint, bigint>();
  for (const log of await chain.logsOf([token])) {
    const id = isFrom(log, escrow) ? escrowOf.get(log.transactionHash) : undefined;
    if (id !== undefined) paid.set(id, (paid.get(id) ?? 0n) + BigInt(log.data));
  }
  return paid;
}

function isFrom({ topics: [selector, from] }: Log, escrow: Address): boolean {
  return selector === TRANSFER && `0x${from?.slice(26)}` === escrow;
}
