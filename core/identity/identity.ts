import type { PublicClient } from "viem";
import type { WallClock } from "../clock.ts";
import type { IdentityDb } from "../db/app-writes.ts";
import { createAccessTokens } from "./access-tokens.ts";
import { createAccountWallets } from "./account-wallets.ts";
import { accountOfWallet } from "./accounts.ts";
import { createEmailAccounts, type IdentityMail } from "./email-accounts.ts";
import { createSessions, type TokenPair } from "./sessions.ts";
import type { IdentitySettings } from "./settings.ts";
import { createSignedRequests } from "./signed-request.ts";
import { createSignatureVerifier } from "./verify-signature.ts";
import { createWalletSignIn, type SignedMessage } from "./wallet-sign-in.ts";

export type IdentityOptions = {
  db: IdentityDb;
  settings: IdentitySettings;
  /** A node, for the wallets that are contracts; undefined where none is configured. */
  rpc: PublicClient | undefined;
  now: WallClock;
  /** The way mails go out; nothing waits for it. */
  sendMail: (mail: IdentityMail) => void;
};

/** Everything about who somebody is (issue 5): proofs, accounts and sessions. */
export function createIdentity({ db, settings, rpc, now, sendMail }: IdentityOptions) {
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
    userAgent: string | undefined,
  ): Promise<TokenPair & { wallet: `0x${string}` }> {
    const checked = await walletSignIn.check(signed, { purpose: "sign_in" });
    const { address, proof, digest, signature } = checked;
    const { chainId } = settings;
    const { accountId } = await accountOfWallet(db, { address, proof, chainId });
    const pair = await db.transaction().execute(async (trx) => {
      await walletSignIn.use(trx, checked);
      return sessions.open(trx, {
        ...{ accountId, userAgent, method: "wallet", wallet: address, chainId },
        signed: proof === "contract" ? { digest, signature } : undefined,
      });
    });
    return { ...pair, wallet: address };
  }

  /** Deletes an account with all that is private of it; what the chain says stays (req 3.45). */
  async function deleteAccount(accountId: string): Promise<void> {
    await db.deleteFrom("account").where("accountId", "=", accountId).execute();
  }

  return {
    settings,
    sessions,
    walletSignIn,
    emailAccounts,
    accountWallets,
    signIn,
    deleteAccount,
    bySignature,
    bySession: sessions.findCaller,
  };
}

export type Identity = ReturnType<typeof createIdentity>;
