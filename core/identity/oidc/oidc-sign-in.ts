import { type Kysely, sql, type Transaction } from "kysely";
import type { Origin } from "../../audit-log/record-change.ts";
import type { WallClock } from "../../clock.ts";
import type { IdentityTables } from "../../db/identity.tables.ts";
import { DomainError } from "../../errors.ts";
import { hashSecret, newSecret } from "../secret-text.ts";
import type { Sessions, TokenPair } from "../sessions.ts";
import type { ProvedIdentity, Provider } from "./provider.ts";

/** How long somebody may take at his provider, seconds. */
const UNDER_WAY_SECONDS = 600;

/** What signing in at providers needs. */
export type OidcDeps = {
  db: Kysely<IdentityTables>;
  sessions: Sessions;
  providers: readonly Provider[];
  /** Origins of the pages that may begin. */
  origins: readonly string[];
  /** Where this API answers its users; Apple posts its answer here. */
  publicUrl: string;
  now: WallClock;
};

/** What the page sends that was sent back by a provider. */
export type ProviderAnswer = {
  code: string;
  state: string;
  /** What `begin` gave to the page: an answer that somebody else began is refused without it. */
  binding: string;
  iss?: string | undefined;
};

/**
 * Signing in at a provider (OpenID Connect with code and PKCE). What opens an account is the pair of
 * issuer and subject; an e-mail address finds one only when the provider calls it verified (req 5.139).
 */
export function createOidcSignIn({ db, sessions, providers, origins, publicUrl, now }: OidcDeps) {
  const byName = new Map(providers.map((provider) => [provider.name, provider]));

  function providerOf(name: string): Provider {
    const provider = byName.get(name);
    if (provider === undefined) throw new DomainError("PROVIDER_NOT_FOUND", `No provider ${name}.`);
    return provider;
  }

  /** Providers send readers back to the page that began, or post to us, who send them on. */
  const redirectUriOf = (provider: string, origin: string) =>
    provider === "apple" ? `${publicUrl}/v1/auth/oidc/apple/callback` : pageOf(origin);

  return {
    names: providers.map(({ name }) => name),

    /**
     * Begins a sign-in, or a link to an account.
     *
     * @throws DomainError PROVIDER_NOT_FOUND, PROVIDER_UNAVAILABLE, or INVALID_REQUEST for a page of
     *   an origin that is not allowed
     */
    async begin(
      name: string,
      {
        origin = origins[0] ?? "",
        accountId = null,
      }: { origin?: string; accountId?: string | null },
    ) {
      const provider = providerOf(name);
      if (!origins.includes(origin)) {
        throw new DomainError("INVALID_REQUEST", "Pages of this origin cannot ask to sign in.");
      }
      const checks = { state: newSecret(), nonce: newSecret(), codeVerifier: newSecret() };
      const redirectUri = redirectUriOf(name, origin);
      const authorizationUrl = await provider.authorizationUrl({ ...checks, redirectUri });
      const binding = newSecret();
      const expiresAt = new Date(now().getTime() + UNDER_WAY_SECONDS * 1_000);
      await db.deleteFrom("oidcSignIn").where("expiresAt", "<", now()).execute();
      await db
        .insertInto("oidcSignIn")
        .values({
          ...{ stateHash: hashSecret(checks.state), bindingHash: hashSecret(binding) },
          ...{ provider: name, nonce: checks.nonce, codeVerifier: checks.codeVerifier },
          ...{ origin, accountId, expiresAt },
        })
        .execute();
      return { authorizationUrl, state: checks.state, binding, expiresAt };
    },

    /** The page that began what an answer belongs to; undefined for an answer that nobody waits for. */
    async findPage(name: string, state: string): Promise<string | undefined> {
      const row = await db
        .selectFrom("oidcSignIn")
        .select("origin")
        .where("stateHash", "=", hashSecret(state))
        .where("provider", "=", name)
        .where("expiresAt", ">", now())
        .executeTakeFirst();
      return row === undefined ? undefined : pageOf(row.origin);
    },

    /**
     * Ends what was begun and opens a session. The state is used up first: an answer is looked at once.
     *
     * @throws DomainError INVALID_CREDENTIALS whatever is wrong, PROVIDER_NOT_FOUND,
     *   PROVIDER_UNAVAILABLE, IDENTITY_TAKEN, or FORBIDDEN for an account that is shut out
     */
    async finish(
      name: string,
      { code, state, binding, iss }: ProviderAnswer,
      origin: Origin,
    ): Promise<TokenPair> {
      const provider = providerOf(name);
      const begun = await db
        .deleteFrom("oidcSignIn")
        .where("stateHash", "=", hashSecret(state))
        .where("bindingHash", "=", hashSecret(binding))
        .where("provider", "=", name)
        .where("expiresAt", ">", now())
        .returningAll()
        .executeTakeFirst();
      if (begun === undefined) {
        throw new DomainError("INVALID_CREDENTIALS", "Nobody waits for this answer (any more).");
      }
      const { nonce, codeVerifier, accountId: wanted } = begun;
      const redirectUri = redirectUriOf(name, begun.origin);
      const proved = await provider.redeem(
        { code, iss },
        { state, nonce, codeVerifier, redirectUri },
      );
      return db.transaction().execute(async (trx) => {
        const accountId = await accountOf(trx, name, proved, wanted);
        return sessions.open(trx, { accountId, origin, method: "oidc" });
      });
    },

    /** Identities of an account, in the order of their providers. */
    list: (accountId: string) =>
      db
        .selectFrom("oidcIdentity")
        .select(["provider", "issuer", "linkedAt"])
        .where("accountId", "=", accountId)
        .orderBy("provider")
        .execute(),
  };

  async function accountOf(
    trx: Transaction<IdentityTables>,
    provider: string,
    { issuer, subject, verifiedEmail }: ProvedIdentity,
    wanted: string | null,
  ): Promise<string> {
    // Of two first sign-ins of a person one waits, and finds the account of the other.
    const lock = JSON.stringify([issuer, subject]);
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 1))`.execute(trx);
    const known = await trx
      .selectFrom("oidcIdentity")
      .select("accountId")
      .where("issuer", "=", issuer)
      .where("subject", "=", subject)
      .executeTakeFirst();
    if (known !== undefined) {
      if (wanted === null || wanted === known.accountId) return known.accountId;
      throw taken();
    }
    const accountId =
      wanted ??
      (verifiedEmail === undefined
        ? await newAccount(trx)
        : await accountByEmail(trx, verifiedEmail));
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("oidcIdentity")
      .values({ issuer, subject, provider, accountId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw taken();
    return accountId;
  }

  /** The account that has verified the same address here, or a new one. */
  async function accountByEmail(trx: Transaction<IdentityTables>, email: string): Promise<string> {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 2))`.execute(trx);
    const account = await trx
      .selectFrom("account")
      .select(["accountId", "emailVerifiedAt"])
      .where("email", "=", email)
      .executeTakeFirst();
    if (account === undefined) return newAccount(trx, { email, emailVerifiedAt: now() });
    // An address that was never verified here belongs to nobody: whoever wrote it down gains nothing.
    return account.emailVerifiedAt === null ? newAccount(trx) : account.accountId;
  }

  async function newAccount(
    trx: Transaction<IdentityTables>,
    verified: { email: string | null; emailVerifiedAt: Date | null } = NO_ADDRESS,
  ): Promise<string> {
    const { accountId } = await trx
      .insertInto("account")
      .values(verified)
      .returning("accountId")
      .executeTakeFirstOrThrow();
    return accountId;
  }
}

const NO_ADDRESS = { email: null, emailVerifiedAt: null };

const pageOf = (origin: string) => `${origin}/sign-in/provider`;

const taken = () =>
  new DomainError(
    "IDENTITY_TAKEN",
    "This identity, or another of its provider, is linked already.",
  );
