import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import { DomainError } from "../errors.ts";
import type { Role, Tier } from "../identity/caller.ts";

/** Roles that are given and taken; every account is a user. */
export type GivenRole = Exclude<Role, "user">;

export type AccountQuery = {
  /** Id, e-mail, username or wallet, whole. */
  search?: string | undefined;
  /** Only accounts made before this one. */
  before?: string | undefined;
  limit: number;
};

const overview = (transaction: CallerTransaction) =>
  transaction.selectFrom("account").select([
    "accountId",
    "username",
    "displayName",
    "email",
    "tier",
    "kycStatus",
    "trustScore",
    "bannedAt",
    "banReason",
    "createdAt",
    sql<GivenRole[]>`ARRAY(SELECT role FROM app.account_role AS given
        WHERE given.account_id = account.account_id ORDER BY role)`.as("roles"),
    sql<`0x${string}`[]>`ARRAY(SELECT address FROM app.account_wallet AS wallet
        WHERE wallet.account_id = account.account_id ORDER BY linked_at)`.as("wallets"),
  ]);

/** Accounts, newest first, for administrators. */
export async function findAccountPage(
  transaction: CallerTransaction,
  { search, before, limit }: AccountQuery,
) {
  let query = overview(transaction).orderBy("createdAt", "desc").orderBy("accountId", "desc");
  if (search !== undefined) {
    const text = search.toLowerCase();
    query = query.where(
      sql<boolean>`(account.account_id::text = ${text} OR email = ${text} OR username = ${text}
        OR account.account_id IN (SELECT account_id FROM app.account_wallet WHERE address = ${text}))`,
    );
  }
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(account.created_at, account.account_id) <
        (SELECT created_at, account_id FROM app.account WHERE account_id = ${before})`,
    );
  }
  const rows = await query.limit(limit + 1).execute();
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** @throws DomainError ACCOUNT_NOT_FOUND */
export async function getAccountForAdmin(transaction: CallerTransaction, accountId: string) {
  const account = await overview(transaction)
    .where("account.accountId", "=", accountId)
    .executeTakeFirst();
  if (account === undefined) {
    throw new DomainError("ACCOUNT_NOT_FOUND", `No account ${accountId}.`);
  }
  return account;
}

/** What an administrator decides of an account; what is absent stays. */
export type AccountDecision = {
  tier?: Tier | undefined;
  roles?: readonly GivenRole[] | undefined;
  /** Why it is shut out; null lets it in again. */
  banReason?: string | null | undefined;
  grantedBy: string;
};

/**
 * Changes plan, roles and ban of an account (req 5.83).
 *
 * @throws DomainError ACCOUNT_NOT_FOUND; LAST_ADMIN when nobody would be left who may do this
 */
export async function decideAccount(
  transaction: CallerTransaction,
  accountId: string,
  { tier, roles, banReason, grantedBy }: AccountDecision,
) {
  // Two administrators who depose each other at the same moment would both see the other one.
  await sql`SELECT pg_advisory_xact_lock(hashtext('app.account_role'))`.execute(transaction);
  const before = await getAccountForAdmin(transaction, accountId);
  if (tier !== undefined || banReason !== undefined) {
    await transaction
      .updateTable("account")
      .set({
        ...(tier === undefined ? {} : { tier }),
        ...(banReason === undefined
          ? {}
          : { banReason, bannedAt: banReason === null ? null : sql<Date>`now()` }),
      })
      .where("accountId", "=", accountId)
      .execute();
  }
  if (roles !== undefined) await giveRoles(transaction, { accountId, roles, grantedBy });
  const after = await getAccountForAdmin(transaction, accountId);
  const wasAdmin = before.roles.includes("admin") && before.bannedAt === null;
  const isAdmin = after.roles.includes("admin") && after.bannedAt === null;
  if (wasAdmin && !isAdmin && !(await hasAdmin(transaction))) {
    throw new DomainError("LAST_ADMIN", "This is the last account with the role admin.");
  }
  return { before, after };
}

/** Takes roles last: whoever gives up his own could do nothing more. */
async function giveRoles(
  transaction: CallerTransaction,
  {
    accountId,
    roles,
    grantedBy,
  }: { accountId: string; roles: readonly GivenRole[]; grantedBy: string },
): Promise<void> {
  for (const role of new Set(roles)) {
    await transaction
      .insertInto("accountRole")
      .values({ accountId, role, grantedBy })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await sql`DELETE FROM app.account_role
    WHERE account_id = ${accountId} AND NOT role = ANY (${[...roles]}::text[])`.execute(
    transaction,
  );
}

/** Whether anybody is left; asked as the owner of the tables, for the caller may just have lost the role. */
async function hasAdmin(transaction: CallerTransaction): Promise<boolean> {
  const { rows } = await sql<{ hasAdmin: boolean }>`SELECT app.has_admin() AS has_admin`.execute(
    transaction,
  );
  return rows[0]?.hasAdmin === true;
}
