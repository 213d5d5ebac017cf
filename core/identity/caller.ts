/** What an account may do beyond its own affairs. Every account is a user. */
export const ROLES = ["user", "reviewer", "admin", "resolver"] as const;
export type Role = (typeof ROLES)[number];

/** Plans, by which limits are told apart (req 4.27). */
export const TIERS = ["free", "paid"] as const;
export type Tier = (typeof TIERS)[number];

/** Of a wallet, lower case. */
export type WalletAddress = `0x${string}`;

/** Nobody in particular: no credentials were sent. */
export type AnonymousCaller = { kind: "anonymous" };

/** What is known of everybody who is somebody. */
type Known = {
  /** `app.account.id`. A wallet that signs for the first time gets an account with it. */
  accountId: string;
  /** All wallets of the account, each of which has proved itself with a signature. */
  wallets: readonly WalletAddress[];
  /** What the caller may do here and now; a key has no more than `user`. */
  roles: readonly Role[];
  /** Plan of the account. */
  tier: Tier;
};

/** One request, signed by a wallet; no session is behind it. */
export type WalletCaller = Known & {
  kind: "wallet";
  /** The wallet that signed. */
  wallet: WalletAddress;
  /** `typed_data` binds method, address and body; `header` (domain.md B.6) the address alone. */
  scheme: "typed_data" | "header";
};

/** Somebody who has signed in. */
export type SessionCaller = Known & {
  kind: "session";
  /** `app.session.id`. */
  sessionId: string;
  /** The wallet that signed in; undefined for a password or another service. */
  wallet: WalletAddress | undefined;
  /** When the proof was given that the session rests on. */
  signedInAt: Date;
};

/** A program with an API key. */
export type KeyCaller = Known & {
  kind: "api_key";
  keyId: string;
  scopes: readonly string[];
  /** The organisation that the key belongs to; rows of others are out of its reach. */
  organisationId: string | undefined;
};

/** Somebody with an account. */
export type KnownCaller = WalletCaller | SessionCaller | KeyCaller;

/** Who is asking. */
export type Caller = AnonymousCaller | KnownCaller;

export const ANONYMOUS: AnonymousCaller = { kind: "anonymous" };
