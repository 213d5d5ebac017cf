import { BlockMemory } from "./block-memory.ts";
import type { Stamp } from "./stamp.ts";

/** A transfer as its token logged it; addresses in lower case, amount in base units. */
export type Transfer = {
  token: `0x${string}`;
  from: `0x${string}`;
  to: `0x${string}`;
  amountUnits: bigint;
};

/** A transfer that no event of its holder has claimed yet. */
export type OpenMovement = Transfer & {
  /** Position of the `Transfer` within its block. */
  logIndex: bigint;
};

/** The open movements of one holder and token, all of the same transaction. */
type Opened = { txHash: `0x${string}`; movements: OpenMovement[] };

/**
 * Open movements by holder and token. They live no longer than a transaction, which lies in one
 * block, so they need no row: one that stays unclaimed stays in surplus for good.
 */
const open = new BlockMemory(() => new Map<string, Opened>(), { isSharedByLog: true });

const keyOf = (holder: string, token: string) => holder + token;

/** Notes a transfer from or to a holder until an event of the same transaction claims it. */
export function openMovement(holder: `0x${string}`, transfer: Transfer, at: Stamp): void {
  const opened = open.of(at);
  const key = keyOf(holder, transfer.token);
  const movement = { ...transfer, logIndex: BigInt(at.logIndex) };
  const earlier = opened.get(key);
  if (earlier?.txHash !== at.txHash) {
    opened.set(key, { txHash: at.txHash, movements: [movement] });
  } else if (earlier.movements.at(-1)?.logIndex !== movement.logIndex) {
    earlier.movements.push(movement);
  }
}

/**
 * Takes the movements of this transaction that no earlier event has claimed. Tokens log a transfer
 * before the contract logs its own event (domain A.6), so what lies open belongs to this event.
 */
export function claimMovements(token: `0x${string}` | null, at: Stamp): readonly OpenMovement[] {
  if (!token) return [];
  const opened = open.of(at);
  const key = keyOf(at.contract, token);
  const found = opened.get(key);
  if (found?.txHash !== at.txHash) return [];
  opened.delete(key);
  return found.movements;
}
