import type { Generated } from "kysely";
import type { Role, Tier } from "../identity/caller.ts";
import type { TrustIdentityTables } from "./trust.tables.ts";

type Address = `0x${string}`;

/** `app.account`: everybody who has signed in. */
export type AccountTable = {
  accountId: Generated<string>;
  username: string | null;
  displayName: string | null;
  email: string | null;
  emailVerifiedAt: Date | null;
  kycStatus: Generated<"none" | "pending" | "verified" | "rejected">;
  /** 0 to 100. */
  trustScore: Generated<number>;
  tier: Generated<Tier>;
  bannedAt: Date | null;
  banReason: string | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

/** `app.account_wallet`: wallets that have signed that they belong to an account. */
export type AccountWalletTable = {
  address: Address;
  accountId: string;
  /** Whether the signature gave the address, or the code at the address accepted it. */
  proof: "key" | "contract";
  chainId: number;
  linkedAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

/** `app.account_role`: what accounts may do beyond their own affairs. */
export type AccountRoleTable = {
  accountId: string;
  role: Exclude<Role, "user">;
  grantedBy: string | null;
  grantedAt: Generated<Date>;
};

/** `app.session`: sign-ins. */
export type SessionTable = {
  sessionId: Generated<string>;
  accountId: string;
  method: "wallet" | "password" | "oidc";
  wallet: Address | null;
  chainId: number | null;
  userAgent: string | null;
  signedInAt: Generated<Date>;
  checkedAt: Generated<Date>;
  usedAt: Generated<Date>;
  expiresAt: Date;
  endedAt: Date | null;
  endReason: SessionEnd | null;
};

/** Why a session was ended before its time. */
export type SessionEnd =
  | "logout"
  | "logout_everywhere"
  | "reused_token"
  | "wallet_changed"
  | "password_changed"
  | "wallet_unlinked"
  | "identity_unlinked"
  | "banned";

/** `app.session_proof`: what a contract wallet signed to sign in. */
export type SessionProofTable = {
  sessionId: string;
  digest: `0x${string}`;
  signature: `0x${string}`;
};

/** `app.refresh_token`: hashes of the tokens that prolong sessions. */
export type RefreshTokenTable = {
  tokenHash: Buffer;
  sessionId: string;
  generation: number;
  issuedAt: Generated<Date>;
  usedAt: Date | null;
};

/** `app.sign_in_nonce`: numbers that wallets sign, each once. */
export type SignInNonceTable = {
  nonce: string;
  purpose: "sign_in" | "link";
  address: Address;
  accountId: string | null;
  expiresAt: Date;
};

/** `app.used_request`: signed requests that were answered. */
export type UsedRequestTable = { wallet: Address; nonce: string; expiresAt: Date };

/** `app.account_password`: hashes of passwords. */
export type AccountPasswordTable = { accountId: string; hash: string; updatedAt: Generated<Date> };

/** `app.mail_token`: links in mails that may still be followed. */
export type MailTokenTable = {
  tokenHash: Buffer;
  purpose: "register" | "reset";
  email: string;
  accountId: string | null;
  passwordHash: string | null;
  expiresAt: Date;
};

/** `app.login_guard`: failed logins by address. */
export type LoginGuardTable = {
  subjectHash: Buffer;
  failures: number;
  lockedUntil: Date;
  forgetAt: Date;
};

/** `app.account_profile`: private data as ciphertext (core/encryption). */
export type AccountProfileTable = {
  accountId: string;
  /** Key of the operator that wraps the key of the row. */
  keyId: string;
  dataKey: Buffer;
  contact: Buffer | null;
  payout: Buffer | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

/** `app.user_profile`: what owners of wallets show everybody. */
export type UserProfileTable = {
  address: Address;
  displayName: string | null;
  about: string | null;
  links: string[];
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

/** `app.oidc_sign_in`: sign-ins at providers that are under way. */
export type OidcSignInTable = {
  stateHash: Buffer;
  bindingHash: Buffer;
  provider: string;
  nonce: string;
  codeVerifier: string;
  origin: string;
  /** Account that the identity is to be linked to; null for signing in. */
  accountId: string | null;
  expiresAt: Date;
};

/** `app.oidc_identity`: whom providers know as which account. */
export type OidcIdentityTable = {
  issuer: string;
  subject: string;
  provider: string;
  accountId: string;
  linkedAt: Generated<Date>;
};

/** Tables about accounts that the API reads as its caller. */
export type AccountTables = {
  account: AccountTable;
  accountWallet: AccountWalletTable;
  accountRole: AccountRoleTable;
  session: SessionTable;
  accountProfile: AccountProfileTable;
  userProfile: UserProfileTable;
};

/** Tables that the identity role reads and writes, and nobody else. */
export type IdentityTables = AccountTables &
  TrustIdentityTables & {
    sessionProof: SessionProofTable;
    refreshToken: RefreshTokenTable;
    signInNonce: SignInNonceTable;
    usedRequest: UsedRequestTable;
    accountPassword: AccountPasswordTable;
    mailToken: MailTokenTable;
    loginGuard: LoginGuardTable;
    oidcSignIn: OidcSignInTable;
    oidcIdentity: OidcIdentityTable;
  };
