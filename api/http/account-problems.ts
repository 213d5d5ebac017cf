import type { ProblemKind } from "./problem-kind.ts";

/** What can stand against a change of an account, by code. */
export const ACCOUNT_PROBLEMS = {
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
