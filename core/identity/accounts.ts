import { type Kysely, sql, type Transaction } from "kysely";
import type { IdentityTables } from "../db/identity.tables.ts";
import { DomainError } from "../errors.ts";
import type { Role, Tier, WalletAddress } from "./caller.ts";
import type { WalletProof } from "./verify-signature.ts";

type Identity = Kysely<IdentityTables> | Transaction<IdentityTables>;

/** What is known of an account whenever it asks for something. */
export type KnownAccount = {
  accountId: string;
  wallets: readonly WalletAddress[];
  roles: readonly Role[];
  tier: Tier;
};

/** A wallet that has just signed. */
export type ProvedWallet = { address: WalletAddress; proof: WalletProof; chainId: number };

/** Finds an account that may act; undefined when there is none any more. */
export async function findAccount(
  db: Identity,
  accountId: string,
): Promise<KnownAccount | undefined> {
  const row = await db
    .selectFrom("account")
    .where("accountId", "=", accountId)
    .select(["accountId", "tier", "bannedAt", "banReason"])
    .select((eb) => [
      sql<WalletAddress[]>`ARRAY(${eb
        .selectFrom("accountWallet")
        .select("address")
        .whereRef("accountWallet.accountId", "=", "account.accountId")
        .orderBy("linkedAt")
        .orderBy("address")})`.as("wallets"),
      sql<Role[]>`ARRAY(${eb
        .selectFrom("accountRole")
        .select("role")
        .whereRef("accountRole.accountId", "=", "account.accountId")
        .orderBy("role")})`.as("roles"),
    ])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.bannedAt !== null) {
    throw new DomainError("FORBIDDEN", `This account is shut out: ${row.banReason}`);
  }
  const { tier, wallets, roles } = row;
  return { accountId, tier, wallets, roles: ["user", ...roles] };
}

/** The account of a wallet that has just signed; it is made when there is none. */
export async function accountOfWallet(
  db: Kysely<IdentityTables>,
  wallet: ProvedWallet,
): Promise<KnownAccount> {
  const accountId = await findOwner(db, wallet.address);
  const account = accountId === undefined ? undefined : await findAccount(db, accountId);
  return account ?? (await db.transaction().execute((trx) => openAccount(trx, wallet)));
}

async function findOwner(db: Identity, address: WalletAddress): Promise<string | undefined> {
  const row = await db
    .selectFrom("accountWallet")
    .select("accountId")
    .where("address", "=", address)
    .executeTakeFirst();
  return row?.accountId;
}

async function openAccount(
  trx: Transaction<IdentityTables>,
  { address, proof, chainId }: ProvedWallet,
): Promise<KnownAccount> {
  // Of two first requests of a wallet one waits, and finds the account of the other.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${address}, 0))`.execute(trx);
  const owner = await findOwner(trx, address);
  const accountId =
    owner ??
    (
      await trx
        .insertInto("account")
        .defaultValues()
        .returning("accountId")
        .executeTakeFirstOrThrow()
    ).accountId;
  if (owner === undefined) {
    await trx.insertInto("accountWallet").values({ address, accountId, proof, chainId }).execute();
  }
  const account = await findAccount(trx, accountId);
  if (account === undefined) throw new Error(`account ${accountId} is gone`);
  return account;
}
