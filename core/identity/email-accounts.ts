import type { Kysely } from "kysely";
import type { Origin } from "../audit-log/record-change.ts";
import type { WallClock } from "../clock.ts";
import type { IdentityTables } from "../db/identity.tables.ts";
import { DomainError } from "../errors.ts";
import { forgetFailures, noteFailure, refuseLocked } from "./login-guard.ts";
import { checkPassword, hashPassword } from "./passwords.ts";
import { hashSecret, newSecret } from "./secret-text.ts";
import type { Sessions, TokenPair } from "./sessions.ts";

/** How long links in mails are good, seconds (req 3.79, 5.94). */
const LINK_SECONDS = { register: 86_400, reset: 3_600 } as const;

/** unique_violation */
const TAKEN = "23505";

/** What is sent to an address. The secret is what the reader has to send back. */
export type IdentityMail = { to: string } & (
  | { kind: "register" | "reset"; secret: string }
  | { kind: "already_registered" | "invited" }
);

export type EmailAccountDeps = {
  db: Kysely<IdentityTables>;
  sessions: Sessions;
  /** Never waited for: whether a mail goes out must not be seen by the time of the answer. */
  sendMail: (mail: IdentityMail) => void;
  now: WallClock;
};

type Login = { email: string; password: string };

/**
 * Accounts by e-mail (req 3.1, 3.22, 3.23, 5.94). No answer says whether an address has an account: only
 * the mail to it does.
 */
export function createEmailAccounts({ db, sessions, sendMail, now }: EmailAccountDeps) {
  const after = (seconds: number) => new Date(now().getTime() + seconds * 1_000);

  const findByEmail = (email: string) =>
    db
      .selectFrom("account")
      .leftJoin("accountPassword", "accountPassword.accountId", "account.accountId")
      .select(["account.accountId", "accountPassword.hash"])
      .where("email", "=", email)
      .executeTakeFirst();

  async function takeToken(purpose: "register" | "reset", secret: string) {
    const row = await db
      .selectFrom("mailToken")
      .select(["email", "accountId", "passwordHash"])
      .where("tokenHash", "=", hashSecret(secret))
      .where("purpose", "=", purpose)
      .where("expiresAt", ">", now())
      .executeTakeFirst();
    if (row === undefined) throw badLink();
    return row;
  }

  return {
    /**
     * Begins a registration, or adds the address to an account that has none. The account has the
     * address when its owner follows the link and knows the password: whoever registers the address of
     * somebody else gains nothing by it.
     */
    async register({ email, password }: Login, accountId: string | null = null): Promise<void> {
      const passwordHash = await hashPassword(password);
      const known = await findByEmail(email);
      if (known !== undefined) {
        sendMail({ kind: "already_registered", to: email });
        return;
      }
      const secret = newSecret();
      await db.deleteFrom("mailToken").where("expiresAt", "<", now()).execute();
      await db
        .insertInto("mailToken")
        .values({
          ...{ tokenHash: hashSecret(secret), purpose: "register", email, accountId },
          ...{ passwordHash, expiresAt: after(LINK_SECONDS.register) },
        })
        .execute();
      sendMail({ kind: "register", to: email, secret });
    },

    /**
     * Ends a registration and opens a session.
     *
     * @throws DomainError INVALID_CREDENTIALS, or EMAIL_TAKEN to the reader of its mail
     */
    async confirm(
      { secret, password }: { secret: string; password: string },
      origin: Origin,
    ): Promise<TokenPair> {
      const { email, accountId: wanted, passwordHash } = await takeToken("register", secret);
      const { isRight } = await checkPassword(passwordHash ?? undefined, password);
      if (!isRight || passwordHash === null) throw badLink();
      try {
        return await db.transaction().execute(async (trx) => {
          const { numDeletedRows } = await trx
            .deleteFrom("mailToken")
            .where("tokenHash", "=", hashSecret(secret))
            .executeTakeFirst();
          if (numDeletedRows !== 1n) throw badLink();
          const verified = { email, emailVerifiedAt: now() };
          const { accountId } =
            wanted === null
              ? await trx
                  .insertInto("account")
                  .values(verified)
                  .returning("accountId")
                  .executeTakeFirstOrThrow()
              : await trx
                  .updateTable("account")
                  .set(verified)
                  .where("accountId", "=", wanted)
                  .returning("accountId")
                  .executeTakeFirstOrThrow();
          await trx
            .insertInto("accountPassword")
            .values({ accountId, hash: passwordHash })
            .onConflict((conflict) =>
              conflict.column("accountId").doUpdateSet({ hash: passwordHash }),
            )
            .execute();
          return sessions.open(trx, { accountId, origin, method: "password" });
        });
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === TAKEN) {
          throw new DomainError("EMAIL_TAKEN", "This address has an account already.");
        }
        throw error;
      }
    },

    /** @throws DomainError INVALID_CREDENTIALS whatever is wrong, or RATE_LIMITED while it is locked */
    async login({ email, password }: Login, origin: Origin): Promise<TokenPair> {
      await refuseLocked(db, email, now());
      const account = await findByEmail(email);
      const { isRight, isOutdated } = await checkPassword(account?.hash ?? undefined, password);
      if (account === undefined || !isRight) {
        await noteFailure(db, email, now());
        throw new DomainError("INVALID_CREDENTIALS", "E-mail and password do not go together.");
      }
      await forgetFailures(db, email);
      const { accountId } = account;
      const hash = isOutdated ? await hashPassword(password) : undefined;
      return db.transaction().execute(async (trx) => {
        if (hash !== undefined) {
          await trx
            .updateTable("accountPassword")
            .set({ hash })
            .where("accountId", "=", accountId)
            .execute();
        }
        return sessions.open(trx, { accountId, origin, method: "password" });
      });
    },

    /** Sends a link to set another password, if the address has an account. */
    async forget(email: string): Promise<void> {
      const account = await findByEmail(email);
      if (account === undefined) return;
      const secret = newSecret();
      await db
        .insertInto("mailToken")
        .values({
          ...{ tokenHash: hashSecret(secret), purpose: "reset", email, passwordHash: null },
          ...{ accountId: account.accountId, expiresAt: after(LINK_SECONDS.reset) },
        })
        .execute();
      sendMail({ kind: "reset", to: email, secret });
    },

    /**
     * Sets another password by the secret of a mail, and ends all sessions.
     *
     * @throws DomainError INVALID_CREDENTIALS
     */
    async reset({ secret, password }: { secret: string; password: string }): Promise<void> {
      const { accountId, email } = await takeToken("reset", secret);
      if (accountId === null) throw badLink();
      const hash = await hashPassword(password);
      await db.transaction().execute(async (trx) => {
        const used = await trx
          .deleteFrom("mailToken")
          .where("accountId", "=", accountId)
          .where("purpose", "=", "reset")
          .returning("tokenHash")
          .execute();
        // Of two who follow the link at once, one finds the row.
        if (!used.some(({ tokenHash }) => tokenHash.equals(hashSecret(secret)))) throw badLink();
        await trx
          .insertInto("accountPassword")
          .values({ accountId, hash })
          .onConflict((conflict) => conflict.column("accountId").doUpdateSet({ hash }))
          .execute();
      });
      await forgetFailures(db, email);
      await sessions.endAll(accountId, "password_changed");
    },
  };
}

const badLink = () =>
  new DomainError("INVALID_CREDENTIALS", "The link is used up, too old, or not for this password.");
