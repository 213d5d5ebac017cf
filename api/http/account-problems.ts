import type { ProblemKind } from "./problem-kind.ts";

/** What can stand against a change of an account, by code. */
export const ACCOUNT_PROBLEMS = {
  ENCRYPTION_NOT_CONFIGURED: {
    status: 503,
    title: "This service keeps no private data",
    fix: "Do without it, or ask the operator to set ENCRYPTION_KEYS.",
    meaning:
      "Contact data and payout preferences are stored encrypted or not at all, and the key for it is not configured.",
    example: {
      request: "GET /v1/account/profile",
      detail: "No key for private data is configured.",
    },
  },
  EMAIL_TAKEN: {
    status: 409,
    title: "The address has an account already",
    fix: "Log in with it, or set another password at POST /v1/auth/password/forgot.",
    meaning: "Somebody who reads the mail of this address has ended a registration before.",
    example: {
      request: "POST /v1/auth/email/verify",
      detail: "This address has an account already.",
    },
  },
  IDENTITY_NOT_FOUND: {
    status: 404,
    title: "No identity of this provider opens the account",
    fix: "GET /v1/account/identities lists those that do.",
    meaning: "The account was never linked at this provider, or is not any more.",
    example: {
      request: "DELETE /v1/account/identities/…",
      detail: "Nothing at google opens the account.",
    },
  },
  IDENTITY_TAKEN: {
    status: 409,
    title: "The account at the provider is linked already",
    fix: "Sign in at the provider to reach the account that it opens; one of each provider can be linked.",
    meaning: "The identity opens another account, or the account has one of this provider already.",
    example: {
      request: "POST /v1/auth/oidc/google/finish",
      detail: "This identity, or another of its provider, is linked already.",
    },
  },
  PROVIDER_NOT_FOUND: {
    status: 404,
    title: "Nobody can sign in there",
    fix: "GET /v1/auth/oidc lists the providers that are configured.",
    meaning: "The operator has configured no provider of this name.",
    example: { request: "POST /v1/auth/oidc/…/start", detail: "No provider none." },
  },
  PROVIDER_UNAVAILABLE: {
    status: 503,
    title: "The provider does not answer",
    fix: "Try again after the seconds in Retry-After, or sign in in another way.",
    meaning: "The provider could not be reached, or took too long.",
    example: {
      request: "POST /v1/auth/oidc/google/start",
      detail: "The provider cannot be asked.",
    },
  },
  NAME_TAKEN: {
    status: 409,
    title: "The name belongs to another account",
    fix: "Choose another username.",
    meaning: "Usernames are given once.",
    example: { request: "PATCH /v1/account", detail: "This name is taken." },
  },
  WALLET_TAKEN: {
    status: 409,
    title: "The wallet belongs to another account",
    fix: "Sign in with the wallet and unlink it there first.",
    meaning:
      "A wallet belongs to one account. The other one may be your own from an earlier sign-in.",
    example: {
      request: "POST /v1/account/wallets",
      detail: "This wallet belongs to another account.",
    },
  },
  WALLET_NOT_FOUND: {
    status: 404,
    title: "The account has no such wallet",
    fix: "Check the address; GET /v1/account lists the wallets.",
    meaning: "The wallet is not linked to the account of the caller.",
    example: {
      request: "DELETE /v1/account/wallets/…",
      detail: "The account has no such wallet.",
    },
  },
  LINK_NOT_FOUND: {
    status: 404,
    title: "Nobody was sent this link",
    fix: "Open the link of the newest mail as a whole, or sign in and PATCH /v1/account/notifications.",
    meaning: "The link is damaged, or its account is gone.",
    example: { request: "POST /v1/unsubscribe/…", detail: "Nobody was sent this link." },
  },
  LAST_CREDENTIAL: {
    status: 409,
    title: "Nothing would open the account any more",
    fix: "Link another wallet or an e-mail address first, or delete the account.",
    meaning: "An account keeps at least one wallet or a password.",
    example: {
      request: "DELETE /v1/account/wallets/…",
      detail: "This wallet is all that opens the account.",
    },
  },
} as const satisfies Record<string, ProblemKind>;
