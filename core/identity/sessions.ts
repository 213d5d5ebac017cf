import type { Kysely, Transaction } from "kysely";
import { type Origin, recordChange } from "../audit-log/record-change.ts";
import type { WallClock } from "../clock.ts";
import type { IdentityTables, SessionEnd } from "../db/identity.tables.ts";
import { DomainError } from "../errors.ts";
import type { AccessTokens } from "./access-tokens.ts";
import { findAccount } from "./accounts.ts";
import type { KnownCaller, SessionCaller, WalletAddress } from "./caller.ts";
import { hashSecret, newSecret } from "./secret-text.ts";
import { LIFETIMES } from "./settings.ts";
import type { SignatureVerifier } from "./verify-signature.ts";

type Trx = Transaction<IdentityTables>;

/** What somebody gets who has signed in. */
export type TokenPair = {
  accessToken: string;
  accessExpiresAt: Date;
  refreshToken: string;
  refreshExpiresAt: Date;
  sessionId: string;
  accountId: string;
};

/** How somebody signed in. */
export type SignInProof = {
  accountId: string;
  origin: Origin;
} & (
  | { method: "password" | "oidc" }
  | {
      method: "wallet";
      wallet: WalletAddress;
      chainId: number;
      /** Of a contract wallet, which is asked again; a key cannot be taken back. */
      signed: { digest: `0x${string}`; signature: `0x${string}` } | undefined;
    }
);

export type SessionDeps = {
  db: Kysely<IdentityTables>;
  tokens: AccessTokens;
  verify: SignatureVerifier;
  now: WallClock;
};

/** Who ends a session, and from where. */
type Ending = { caller: KnownCaller; origin: Origin };

const MAX_USER_AGENT = 200;

/** Opens sessions, prolongs them by tokens that are good once, and ends them. */
export function createSessions({ db, tokens, verify, now }: SessionDeps) {
  const after = (seconds: number) => new Date(now().getTime() + seconds * 1_000);

  async function issue(trx: Trx, session: { sessionId: string; accountId: string }, count: number) {
    const refreshToken = newSecret();
    const { sessionId, accountId } = session;
    await trx
      .insertInto("refreshToken")
      .values({
        tokenHash: hashSecret(refreshToken),
        sessionId,
        generation: count,
        issuedAt: now(),
        usedAt: null,
      })
      .execute();
    const { token, expiresAt } = await tokens.issue(session);
    return {
      accessToken: token,
      accessExpiresAt: expiresAt,
      refreshToken,
      refreshExpiresAt: after(LIFETIMES.idleSession),
      sessionId,
      accountId,
    } satisfies TokenPair;
  }

  /** Whether the contract wallet of a session still accepts what it was opened with (check AU-5). */
  async function isStillOwned(sessionId: string, wallet: WalletAddress | null): Promise<boolean> {
    const proof = await db
      .selectFrom("sessionProof")
      .selectAll()
      .where("sessionId", "=", sessionId)
      .executeTakeFirst();
    if (proof === undefined || wallet === null) return true;
    return (await verify(wallet, proof.digest, proof.signature)) === "contract";
  }

  /** Ends a session; recorded when somebody wants it, and not when it ends by itself. */
  async function end(sessionId: string, reason: SessionEnd, by?: Ending): Promise<void> {
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable("session")
        .set({ endedAt: now(), endReason: reason })
        .where("sessionId", "=", sessionId)
        .where("endedAt", "is", null)
        .execute();
      if (by !== undefined) await recordEnd(trx, by, { sessionId, reason });
    });
  }

  const recordEnd = (
    trx: Trx,
    { caller, origin }: Ending,
    { sessionId, reason }: { sessionId: string | null; reason: SessionEnd },
  ) =>
    recordChange(trx, caller, origin, {
      action: "session.end",
      entity: "session",
      entityId: sessionId ?? "all",
      after: { reason },
    });

  return {
    /** Opens a session within the transaction that used up the proof for it, and records it as the last thing. */
    async open(trx: Trx, proof: SignInProof): Promise<TokenPair> {
      const { accountId, method, origin } = proof;
      const isWallet = proof.method === "wallet";
      const session = await trx
        .insertInto("session")
        .values({
          accountId,
          method,
          wallet: isWallet ? proof.wallet : null,
          chainId: isWallet ? proof.chainId : null,
          userAgent: origin.userAgent?.slice(0, MAX_USER_AGENT) ?? null,
          ...{ signedInAt: now(), checkedAt: now(), usedAt: now() },
          expiresAt: after(LIFETIMES.idleSession),
          ...{ endedAt: null, endReason: null },
        })
        .returning(["sessionId", "accountId"])
        .executeTakeFirstOrThrow();
      if (isWallet && proof.signed !== undefined) {
        await trx
          .insertInto("sessionProof")
          .values({ sessionId: session.sessionId, ...proof.signed })
          .execute();
      }
      const pair = await issue(trx, session, 0);
      const wallet = isWallet ? proof.wallet : undefined;
      const caller: SessionCaller = {
        ...{ kind: "session", ...session, wallet, signedInAt: now() },
        ...{ wallets: [], roles: ["user"], tier: "free" },
      };
      await recordChange(trx, caller, origin, {
        action: "session.open",
        entity: "session",
        entityId: session.sessionId,
        after: { method, wallet: wallet ?? null },
      });
      return pair;
    },

    /**
     * Exchanges a refresh token for new tokens. A token that was used before ends the session, unless
     * it is the one just before the newest and its owner may simply have asked twice.
     *
     * @throws DomainError INVALID_CREDENTIALS, or ALREADY_REFRESHED for such a race
     */
    async refresh(refreshToken: string): Promise<TokenPair> {
      const tokenHash = hashSecret(refreshToken);
      const known = await db
        .selectFrom("refreshToken")
        .innerJoin("session", "session.sessionId", "refreshToken.sessionId")
        .select(["session.sessionId", "session.wallet", "refreshToken.usedAt"])
        .where("tokenHash", "=", tokenHash)
        .executeTakeFirst();
      if (known === undefined) throw notGood();
      // The chain is asked before any row is locked.
      const isOwned = known.usedAt !== null || (await isStillOwned(known.sessionId, known.wallet));
      if (!isOwned) {
        await end(known.sessionId, "wallet_changed");
        throw notGood();
      }
      const outcome = await db.transaction().execute((trx) => rotate(trx, tokenHash));
      if (outcome === "race") {
        throw new DomainError("ALREADY_REFRESHED", "This token was exchanged a moment ago.");
      }
      if (outcome === "refused") throw notGood();
      return outcome;
    },

    /**
     * Who is behind an access token: a session that has not ended, of an account that is still there.
     *
     * @throws DomainError INVALID_TOKEN, EXPIRED_TOKEN, or FORBIDDEN for an account that is shut out
     */
    async findCaller(accessToken: string): Promise<SessionCaller> {
      const { sessionId, accountId } = await tokens.read(accessToken);
      const [session, account] = await Promise.all([
        db
          .selectFrom("session")
          .select(["wallet", "signedInAt", "endedAt", "expiresAt"])
          .where("sessionId", "=", sessionId)
          .where("accountId", "=", accountId)
          .executeTakeFirst(),
        findAccount(db, accountId),
      ]);
      const isGood = session !== undefined && session.endedAt === null && session.expiresAt > now();
      if (!isGood || account === undefined) {
        throw new DomainError("INVALID_TOKEN", "The session has ended.");
      }
      const { wallet, signedInAt } = session;
      return { kind: "session", ...account, sessionId, wallet: wallet ?? undefined, signedInAt };
    },

    end,

    /** Ends all sessions of an account. */
    endAll: (accountId: string, reason: SessionEnd, by?: Ending): Promise<number> =>
      db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable("session")
          .set({ endedAt: now(), endReason: reason })
          .where("accountId", "=", accountId)
          .where("endedAt", "is", null)
          .executeTakeFirst();
        if (by !== undefined) await recordEnd(trx, by, { sessionId: null, reason });
        return Number(numUpdatedRows);
      }),

    /** Sessions of an account that are still good, newest first. */
    list: (accountId: string) =>
      db
        .selectFrom("session")
        .select(["sessionId", "method", "wallet", "userAgent", "signedInAt", "usedAt", "expiresAt"])
        .where("accountId", "=", accountId)
        .where("endedAt", "is", null)
        .where("expiresAt", ">", now())
        .orderBy("signedInAt", "desc")
        .orderBy("sessionId")
        .execute(),
  };

  /** Decided under a lock on the session, so that tokens of one family are used one by one. */
  async function rotate(trx: Trx, tokenHash: Buffer): Promise<TokenPair | "race" | "refused"> {
    const token = await trx
      .selectFrom("refreshToken")
      .select(["sessionId", "generation"])
      .where("tokenHash", "=", tokenHash)
      .executeTakeFirst();
    if (token === undefined) return "refused";
    const { sessionId } = token;
    const session = await trx
      .selectFrom("session")
      .select(["sessionId", "accountId", "endedAt", "expiresAt", "usedAt"])
      .where("sessionId", "=", sessionId)
      .forUpdate()
      .executeTakeFirst();
    if (session === undefined || session.endedAt !== null || session.expiresAt <= now()) {
      return "refused";
    }
    const newest = await trx
      .selectFrom("refreshToken")
      .select((eb) => eb.fn.max("generation").as("generation"))
      .where("sessionId", "=", sessionId)
      .executeTakeFirstOrThrow();
    if (token.generation !== newest.generation) {
      const isPredecessor = token.generation === newest.generation - 1;
      const grace = session.usedAt.getTime() + LIFETIMES.refreshGrace * 1_000;
      if (isPredecessor && now().getTime() <= grace) return "race";
      await trx
        .updateTable("session")
        .set({ endedAt: now(), endReason: "reused_token" })
        .where("sessionId", "=", sessionId)
        .execute();
      return "refused";
    }
    const account = await findAccount(trx, session.accountId);
    if (account === undefined) return "refused";
    await trx
      .updateTable("refreshToken")
      .set({ usedAt: now() })
      .where("tokenHash", "=", tokenHash)
      .execute();
    await trx
      .updateTable("session")
      .set({ usedAt: now(), checkedAt: now(), expiresAt: after(LIFETIMES.idleSession) })
      .where("sessionId", "=", sessionId)
      .execute();
    return issue(trx, session, token.generation + 1);
  }
}

const notGood = () => new DomainError("INVALID_CREDENTIALS", "The refresh token is not good.");

export type Sessions = ReturnType<typeof createSessions>;
