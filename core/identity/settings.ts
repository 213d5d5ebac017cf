/** A secret that access tokens are signed with, and its name in them. */
export type TokenSecret = { id: string; secret: Uint8Array };

/** What the operator decides about signing in. */
export type IdentitySettings = {
  /** The first signs; all of them are accepted, so that a secret can be replaced. */
  secrets: readonly [TokenSecret, ...TokenSecret[]];
  /** Names this service in tokens and signed requests, so that those of another are refused. */
  audience: string;
  /** Origins of the pages that may ask wallets to sign in. */
  origins: readonly string[];
  /** Where this API answers its users, without a slash at the end. */
  publicUrl: string;
  /** EIP-155 chain id that wallets sign for. */
  chainId: number;
};

/** How long what is good, seconds. */
export const LIFETIMES = {
  /** Access tokens (req 4.33, issue 5). */
  accessToken: 15 * 60,
  /** A session that is not refreshed (req 5.142). */
  idleSession: 7 * 86_400,
  /** Numbers that wallets sign to sign in. */
  nonce: 5 * 60,
  /** Signed requests, whatever deadline they name. */
  signedRequest: 5 * 60,
  /** After a refresh, in which the old token is a race of its owner and not yet a theft (check AU-7). */
  refreshGrace: 10,
  /** Differences between clocks. */
  clockSkew: 30,
} as const;
