import { sql, type Transaction } from "kysely";
import type { IdentityTables } from "../db/identity.tables.ts";
import { DomainError } from "../errors.ts";

/** What opens an account. */
export type WaysIn = {
  wallets: readonly string[];
  providers: readonly string[];
  hasPassword: boolean;
};

/**
 * Everything that opens an account. The account stays locked until the transaction ends: of two ways
 * in that are taken away at once, one finds the other gone.
 */
export async function lockWaysIn(
  trx: Transaction<IdentityTables>,
  accountId: string,
): Promise<WaysIn> {
  await sql`SELECT FROM app.account WHERE account_id = ${accountId} FOR UPDATE`.execute(trx);
  const wallets = await trx
    .selectFrom("accountWallet")
    .select("address")
    .where("accountId", "=", accountId)
    .execute();
  const providers = await trx
    .selectFrom("oidcIdentity")
    .select("provider")
    .where("accountId", "=", accountId)
    .execute();
  const password = await trx
    .selectFrom("accountPassword")
    .select("accountId")
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  return {
    wallets: wallets.map(({ address }) => address),
    providers: providers.map(({ provider }) => provider),
    hasPassword: password !== undefined,
  };
}

/** @throws DomainError LAST_CREDENTIAL when one of these is all that there is */
export function keepAWayIn({ wallets, providers, hasPassword }: WaysIn, what: string): void {
  if (wallets.length + providers.length + Number(hasPassword) > 1) return;
  throw new DomainError("LAST_CREDENTIAL", `This ${what} is all that opens the account.`);
}
