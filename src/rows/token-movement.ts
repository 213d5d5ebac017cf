import type { Context } from "ponder:registry";
import { tokenBalance, tokenMovement } from "ponder:schema";
import { isHolder } from "../deployment.ts";
import type { MovementPurpose } from "../protocol/states.ts";
import {
  claimMovements,
  type OpenMovement,
  openMovement,
  type Transfer,
} from "./open-movements.ts";
import type { Stamp } from "./stamp.ts";

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
    blockHash: at.blockHash,
    txHash: at.txHash,
  });
  await (isInside ? inserted.onConflictDoUpdate(side) : inserted);
}

async function addToBalance(
  context: Context,
  holder: `0x${string}`,
  transfer: Transfer,
  deltaUnits: bigint,
  at: Stamp,
) {
  openMovement(holder, transfer, at);
  const receivedUnits = deltaUnits > 0n ? deltaUnits : 0n;
  const sentUnits = deltaUnits < 0n ? -deltaUnits : 0n;
  await context.db
    .insert(tokenBalance)
    .values({
      chainId: at.chainId,
      contract: holder,
      token: transfer.token,
      balanceUnits: deltaUnits,
      receivedUnits,
      sentUnits,
      updatedBlock: at.blockNumber,
    })
    .onConflictDoUpdate((row) => ({
      balanceUnits: row.balanceUnits + deltaUnits,
      receivedUnits: row.receivedUnits + receivedUnits,
      sentUnits: row.sentUnits + sentUnits,
      updatedBlock: at.blockNumber,
    }));
}

/**
 * Ties a claimed movement to what it was for. Its row was made in this block and is not written yet,
 * so it is made once more in place of an update, which the store would write on top of the first. A
 * movement between two of our contracts has two sides, of which the other may be claimed already.
 */
export async function attribute(
  context: Context,
  movement: OpenMovement,
  { account, ...purpose }: Purpose,
  at: Stamp,
) {
  const { chainId, blockNumber } = at;
  const { logIndex, token, from, to, amountUnits } = movement;
  const claimed = {
    ...purpose,
    ...(from === at.contract ? { debitAccount: account } : { creditAccount: account }),
    contract: at.contract,
  };
  if (isHolder(from) && isHolder(to)) {
    await context.db.update(tokenMovement, { chainId, blockNumber, logIndex }).set(claimed);
    return;
  }
  await context.db.insert(tokenMovement).values({
    chainId,
    blockNumber,
    logIndex,
    isInternal: false,
    token,
    from,
    to,
    amountUnits,
    ...claimed,
    movedAt: at.seconds,
    blockHash: at.blockHash,
    txHash: at.txHash,
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
  for (const movement of claimMovements(token, at)) {
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
    blockHash: at.blockHash,
    txHash: at.txHash,
  });
}
