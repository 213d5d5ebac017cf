import type { CallerTransaction } from "../db/as-caller.ts";
import { DomainError } from "../errors.ts";

/** unique_violation */
const TAKEN = "23505";

/** What an owner may change of his account. */
export type AccountChange = { username?: string | null; displayName?: string | null };

/**
 * The account of the caller as the database shows it to him.
 *
 * @throws DomainError INVALID_TOKEN when it has gone meanwhile
 */
export async function getOwnAccount(transaction: CallerTransaction, accountId: string) {
  const account = await transaction
    .selectFrom("account")
    .select([
      ...(["accountId", "username", "displayName", "email", "emailVerifiedAt"] as const),
      ...(["kycStatus", "trustScore", "tier", "createdAt", "updatedAt"] as const),
    ])
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  if (account === undefined) throw new DomainError("INVALID_TOKEN", "The account is gone.");
  const wallets = await transaction
    .selectFrom("accountWallet")
    .select(["address", "proof", "linkedAt"])
    .where("accountId", "=", accountId)
    .orderBy("linkedAt")
    .orderBy("address")
    .execute();
  return { ...account, wallets };
}

/** @throws DomainError NAME_TAKEN for the username of somebody else */
export async function changeOwnAccount(
  transaction: CallerTransaction,
  accountId: string,
  change: AccountChange,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  try {
    await transaction
      .updateTable("account")
      .set(change)
      .where("accountId", "=", accountId)
      .execute();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === TAKEN) {
      throw new DomainError("NAME_TAKEN", "This name is taken.");
    }
    throw error;
  }
}
