import type { Context } from "ponder:registry";
import { tokenBalance, tokenMovement } from "ponder:schema";
import { isHolder } from "../deployment.ts";
import {
  type OpenMovement,
  openMovementsText,
  toOpenMovements,
} from "../protocol/open-movements.ts";
import type { MovementPurpose } from "../protocol/states.ts";
import type { Stamp } from "./stamp.ts";

/** A transfer as its token logged it; addresses in lower case, amount in base units. */
export type Transfer = {
  token: `0x${string}`;
  from: `0x${string}`;
  to: `0x${string}`;
  amountUnits: bigint;
};

/** What a movement belongs to. The account is the one on the side of the claiming contract. */
export type Purpose = {
  purpose: MovementPurpose;
  account: string;
  escrowId?: bigint;
  offerId?: bigint;
  seller?: `0x${string}`;
  paymentId?: `0x${string}`;
};

/** Money that no event of the holder accounts for waits in this account. */
const SURPLUS = "surplus";

/** Books a transfer into one of our contracts. */
export async function bookIncoming(context: Context, transfer: Transfer, at: Stamp) {
  const isInside = isHolder(transfer.from);
  await bookSide(context, transfer, { creditAccount: SURPLUS }, isInside, at);
  await addToBalance(context, transfer.to, transfer, transfer.amountUnits, at);
}

/** Books a transfer out of one of our contracts. */
export async function bookOutgoing(context: Context, transfer: Transfer, at: Stamp) {
  const isInside = isHolder(transfer.to);
  await bookSide(context, transfer, { debitAccount: SURPLUS }, isInside, at);
  await addToBalance(context, transfer.from, transfer, -transfer.amountUnits, at);
}

/**
 * A transfer between two of our contracts reaches us once for each side and makes one row; any
 * other is known to be new, so nothing is looked up.
 */
async function bookSide(
  context: Context,
  transfer: Transfer,
  side: { creditAccount?: string; debitAccount?: string },
  isInside: boolean,
  at: Stamp,
) {
  const inserted = context.db.insert(tokenMovement).values({
    chainId: at.chainId,
    blockNumber: at.blockNumber,
    logIndex: BigInt(at.logIndex),
    isInternal: false,
    ...transfer,
    ...side,
    purpose: "unattributed",
    movedAt: at.seconds,
    txHash: at.txHash,
  });
  await (isInside ? inserted.onConflictDoUpdate(side) : inserted);
}

async function addToBalance(
  context: Context,
  holder: `0x${string}`,
  { token, from, to, amountUnits }: Transfer,
  deltaUnits: bigint,
  at: Stamp,
) {
  const opened = openMovementsText([{ logIndex: BigInt(at.logIndex), from, to, amountUnits }]);
  const receivedUnits = deltaUnits > 0n ? deltaUnits : 0n;
  const sentUnits = deltaUnits < 0n ? -deltaUnits : 0n;
  await context.db
    .insert(tokenBalance)
    .values({
      chainId: at.chainId,
      contract: holder,
      token,
      balanceUnits: deltaUnits,
      receivedUnits,
      sentUnits,
      openTxHash: at.txHash,
      openMovements: opened,
      updatedBlock: at.blockNumber,
    })
    .onConflictDoUpdate((row) => ({
      balanceUnits: row.balanceUnits + deltaUnits,
      receivedUnits: row.receivedUnits + receivedUnits,
      sentUnits: row.sentUnits + sentUnits,
      openTxHash: at.txHash,
      // What an earlier transaction left unclaimed stays in surplus for good.
      openMovements:
        row.openTxHash === at.txHash && row.openMovements !== ""
          ? `${row.openMovements}\n${opened}`
          : opened,
      updatedBlock: at.blockNumber,
    }));
}

/**
 * Takes the movements of this transaction that no earlier event has claimed. Tokens log a transfer
 * before the contract logs its own event (domain A.6), so what lies open belongs to this event.
 */
export async function claimMovements(
  context: Context,
  token: `0x${string}` | null,
  at: Stamp,
): Promise<OpenMovement[]> {
  if (!token) return [];
  const key = { chainId: at.chainId, contract: at.contract, token };
  const balance = await context.db.find(tokenBalance, key);
  if (!balance || balance.openMovements === "" || balance.openTxHash !== at.txHash) return [];
  const { openMovements } = balance;
  await context.db.update(tokenBalance, key).set({ openMovements: "" });
  return toOpenMovements(openMovements);
}

/** Ties a claimed movement to what it was for. */
export async function attribute(
  context: Context,
  movement: OpenMovement,
  { account, ...purpose }: Purpose,
  at: Stamp,
) {
  const { chainId, blockNumber } = at;
  const { logIndex } = movement;
  await context.db.update(tokenMovement, { chainId, blockNumber, logIndex }).set({
    ...purpose,
    ...(movement.from === at.contract ? { debitAccount: account } : { creditAccount: account }),
    contract: at.contract,
  });
}

/** Claims the movements of an event that can only have one purpose; returns what came in, base units. */
export async function claimAll(
  context: Context,
  token: `0x${string}` | null,
  purpose: Purpose,
  at: Stamp,
): Promise<bigint> {
  let receivedUnits = 0n;
  for (const movement of await claimMovements(context, token, at)) {
    await attribute(context, movement, purpose, at);
    if (movement.to === at.contract) receivedUnits += movement.amountUnits;
  }
  return receivedUnits;
}

/** Books a move between two accounts inside the contract, where no token is transferred. */
export async function bookInternal(
  context: Context,
  token: `0x${string}` | null,
  amountUnits: bigint,
  accounts: { from: string; to: string },
  purpose: Omit<Purpose, "account">,
  at: Stamp,
) {
  if (!token || amountUnits === 0n) return;
  await context.db.insert(tokenMovement).values({
    chainId: at.chainId,
    blockNumber: at.blockNumber,
    logIndex: BigInt(at.logIndex),
    isInternal: true,
    token,
    from: at.contract,
    to: at.contract,
    amountUnits,
    debitAccount: accounts.from,
    creditAccount: accounts.to,
    ...purpose,
    contract: at.contract,
    movedAt: at.seconds,
    txHash: at.txHash,
  });
}
