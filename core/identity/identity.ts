import type { PublicClient } from "viem";
import { type Origin, recordChange } from "../audit-log/record-change.ts";
import type { WallClock } from "../clock.ts";
import type { IdentityDb } from "../db/app-writes.ts";
import { keepingAnOwner } from "../organisations/organisations.ts";
import { createAccessTokens } from "./access-tokens.ts";
import { createAccountWallets } from "./account-wallets.ts";
import { accountOfWallet } from "./accounts.ts";
import type { KnownCaller } from "./caller.ts";
import { createEmailAccounts, type IdentityMail } from "./email-accounts.ts";
import { createOidcSignIn } from "./oidc/oidc-sign-in.ts";
import type { Provider } from "./oidc/provider.ts";
import { unlinkIdentity } from "./oidc/unlink-identity.ts";
import { createRefusalLog } from "./refused-sign-ins.ts";
import { createSessions, type TokenPair } from "./sessions.ts";
import type { IdentitySettings } from "./settings.ts";
import { createSignedRequests } from "./signed-request.ts";
import { createSignatureVerifier } from "./verify-signature.ts";
import { createWalletSignIn, type SignedMessage } from "./wallet-sign-in.ts";

export type IdentityOptions = {
  db: IdentityDb;
  /** Services where accounts of ours can be opened by those of theirs; none as a rule. */
  providers?: readonly Provider[];
  settings: IdentitySettings;
  /** A node, for the wallets that are contracts; undefined where none is configured. */
  rpc: PublicClient | undefined;
  now: WallClock;
  /** Told of refused sign-ins that could not be written down. */
  onAuditError?: (error: unknown) => void;
  /** The way mails go out; nothing waits for it. */
  sendMail: (mail: IdentityMail) => void;
};

/** Everything about who somebody is (issue 5): proofs, accounts and sessions. */
export function createIdentity({
  db,
  settings,
  rpc,
  now,
  sendMail,
  providers = [],
  onAuditError = () => undefined,
}: IdentityOptions) {
  const verify = createSignatureVerifier(rpc);
  const tokens = createAccessTokens(settings, now);
  const sessions = createSessions({ db, tokens, verify, now });
  const walletSignIn = createWalletSignIn({ db, settings, verify, now });
  const emailAccounts = createEmailAccounts({ db, sessions, sendMail, now });
  const accountWallets = createAccountWallets(db, walletSignIn, settings.chainId);
  const bySignature = createSignedRequests({ db, settings, verify, now });

  /** Opens a session for the wallet that signed a message; an account is made at the first time. */
  async function signIn(
    signed: SignedMessage,
    origin: Origin,
  ): Promise<TokenPair & { wallet: `0x${string}` }> {
    const checked = await walletSignIn.check(signed, { purpose: "sign_in" });
    const { address, proof, digest, signature } = checked;
    const { chainId } = settings;
    const { accountId } = await accountOfWallet(db, { address, proof, chainId });
    const pair = await db.transaction().execute(async (trx) => {
      await walletSignIn.use(trx, checked);
      return sessions.open(trx, {
        ...{ accountId, origin, method: "wallet", wallet: address, chainId },
        signed: proof === "contract" ? { digest, signature } : undefined,
      });
    });
    return { ...pair, wallet: address };
  }

  /**
   * Deletes an account with all that is private of it; what the chain says stays (req 3.45).
   *
   * @throws DomainError LAST_OWNER while others belong to an organisation that nobody else owns
   */
  async function deleteAccount(caller: KnownCaller, origin: Origin): Promise<void> {
    const { accountId } = caller;
    await keepingAnOwner(() =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom("account").where("accountId", "=", accountId).execute();
        // The entry keeps a random id that nothing else leads to any more.
        await recordChange(trx, caller, origin, {
          action: "account.delete",
          entity: "account",
          entityId: accountId,
        });
      }),
    );
  }

  const oidc = createOidcSignIn({
    ...{ db, sessions, providers, now },
    ...{ origins: settings.origins, publicUrl: settings.publicUrl },
  });

  const refusals = createRefusalLog(db, onAuditError);

  return {
    settings,
    sessions,
    walletSignIn,
    emailAccounts,
    accountWallets,
    signIn,
    deleteAccount,
    oidc,
    unlinkIdentity: (caller: KnownCaller, origin: Origin, provider: string) =>
      unlinkIdentity(db, { caller, origin, now: now() }, provider),
    noting: refusals.noting,
    /** Waits until refused sign-ins are written down. */
    flush: refusals.flush,
    sendMail,
    bySignature,
    bySession: sessions.findCaller,
  };
}

export type Identity = ReturnType<typeof createIdentity>;
