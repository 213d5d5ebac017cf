import type { ErrorCode } from "../../core/errors.ts";
import { NO_ROW, type ProblemKind } from "./problem-kind.ts";

/** Refusals that have to do with who is asking, and with what callers write. */
export const CALLER_PROBLEMS = {
  AUTH_REQUIRED: {
    status: 401,
    title: "Nobody has signed in",
    fix: "Sign in and send `Authorization: Bearer <token>`, or sign the request; /docs says how.",
    meaning: "The address belongs to somebody, and the request does not say who is asking.",
    example: { request: "GET /v1/account", detail: "Say who is asking." },
  },
  AUTH_NOT_CONFIGURED: {
    status: 503,
    title: "This service has no accounts",
    fix: "Use what can be read without an account, or ask the operator to set AUTH_SECRETS.",
    meaning:
      "The operator has not configured signing in, so nobody can be told from anybody else. Everything public is answered all the same.",
    example: { request: "POST /v1/auth/nonce", detail: "Signing in is not configured here." },
  },
  INVALID_CREDENTIALS: {
    status: 401,
    title: "That does not open the account",
    fix: "Check everything that was sent; a token or link that was used already needs a new one.",
    meaning:
      "What was sent opens no account. It is never said which part was wrong, nor whether there is such an account.",
    example: { request: "POST /v1/auth/login", detail: "E-mail and password do not go together." },
  },
  INVALID_TOKEN: {
    status: 401,
    title: "The token is not good",
    fix: "Sign in again; a session may have been ended elsewhere.",
    meaning:
      "The token was not issued here, was changed, or belongs to a session or an account that has ended.",
    example: { request: "GET /v1/account", detail: "The token is not good." },
  },
  EXPIRED_TOKEN: {
    status: 401,
    title: "The token has expired",
    fix: "Exchange the refresh token at POST /v1/auth/refresh.",
    meaning: "Access tokens are good for 15 minutes. The session behind it may well go on.",
    example: { request: "GET /v1/account", detail: "The token has expired." },
  },
  MALFORMED_SIGNATURE: {
    status: 401,
    title: "The signature cannot be read",
    fix: "Send every header of the scheme, as /docs describes it.",
    meaning: "A header of a signed request is missing, or is not what its scheme calls for.",
    example: { request: "GET /v1/account", detail: "X-Signature is missing." },
  },
  INVALID_SIGNATURE: {
    status: 401,
    title: "The wallet did not sign this",
    fix: "Sign exactly what is sent: this method, address, body and chain, with this wallet.",
    meaning:
      "The signature is by another wallet, or over another method, path, query, body, chain or service.",
    example: { request: "GET /v1/account", detail: "The wallet did not sign this request." },
  },
  EXPIRED_SIGNATURE: {
    status: 401,
    title: "The signature is out of its time",
    fix: "Sign again, with a time of now; compare your clock with the Date header.",
    meaning: "Signatures are good for five minutes at most, and not before their time.",
    example: { request: "GET /v1/account", detail: "The signature has expired." },
  },
  REPLAYED_SIGNATURE: {
    status: 401,
    title: "The signature was used before",
    fix: "Sign each request anew, with a nonce of its own.",
    meaning: "Each signature opens one request, whichever process has seen it.",
    example: { request: "GET /v1/account", detail: "This signature was used already." },
  },
  ALREADY_REFRESHED: {
    status: 409,
    title: "The token was exchanged a moment ago",
    fix: "Use the tokens that the other request was given; sign in again if they are lost.",
    meaning:
      "Two requests exchanged one refresh token within seconds. One of them has the new tokens, and the session goes on.",
    example: {
      request: "POST /v1/auth/refresh",
      detail: "This token was exchanged a moment ago.",
    },
  },
  SESSION_NOT_FOUND: {
    status: 404,
    title: "There is no such session",
    fix: "Check the id; GET /v1/auth/sessions lists those that are good.",
    meaning: "The caller has no session of that id, or it has ended already.",
    example: {
      request: "DELETE /v1/auth/sessions/…",
      detail: "No such session.",
    },
  },
  NODE_UNAVAILABLE: {
    status: 503,
    title: "The chain cannot be asked",
    fix: "Ask again after the seconds in Retry-After.",
    meaning: "The answer needs the chain, and the node of this service does not answer.",
    example: {
      request: "POST /v1/auth/verify",
      detail: "The chain cannot be asked about this wallet.",
    },
  },
  FORBIDDEN: {
    status: 403,
    title: "The caller may not do this",
    fix: "Ask as somebody who may; `detail` says what is missing.",
    meaning: "It is known who is asking, and he lacks the role, the scope or the ownership for it.",
    example: { request: "GET /v1/admin/users", detail: "This needs the role admin." },
  },
  WALLET_REQUIRED: {
    status: 403,
    title: "The account has no wallet",
    fix: "Link a wallet at POST /v1/account/wallets.",
    meaning: "An account by e-mail may read; what it does on the chain needs a wallet of its own.",
    example: { request: "POST /v1/account/wallets", detail: "Link a wallet first." },
  },
  KEY_NOT_FOUND: {
    status: 404,
    title: "There is no such key",
    fix: "Check the id; GET /v1/keys lists the keys of the account.",
    meaning: "There is no API key with this id, or it belongs to somebody else.",
    example: {
      request: "DELETE /v1/keys/…",
      detail: "No key 3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d.",
    },
  },
  KEY_ENDED: {
    status: 409,
    title: "The key has ended",
    fix: "Make a new key at POST /v1/keys.",
    meaning: "The key was revoked or is over, and neither can be undone.",
    example: {
      request: "POST /v1/keys/…/rotate",
      detail: "The key 3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d has ended already.",
    },
  },
  TOO_MANY_KEYS: {
    status: 409,
    title: "The account has as many keys as it may have",
    fix: "Revoke a key that is not used; GET /v1/keys says when each was.",
    meaning: "An account may have a number of keys that are good at a time, and has them all.",
    example: { request: "POST /v1/keys", detail: "The account has 50 keys that are good." },
  },
  ACCOUNT_NOT_FOUND: {
    status: 404,
    title: "There is no such account",
    fix: "Check the id; GET /v1/admin/accounts finds accounts.",
    meaning: "There is no account with this id.",
    example: {
      request: "GET /v1/admin/accounts/…",
      detail: "No account 3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d.",
    },
  },
  LAST_ADMIN: {
    status: 409,
    title: "Nobody would be left to administer",
    fix: "Make somebody else an administrator first.",
    meaning: "The change would take its last administrator from the service.",
    example: {
      request: "PATCH /v1/admin/accounts/…",
      detail: "This is the last account with the role admin.",
    },
  },
  SETTING_CHANGED: {
    status: 409,
    title: "Somebody else has changed it meanwhile",
    fix: "Read it again, and send the change with the version that is there now.",
    meaning: "The change was made for a version of the rules that is not the newest.",
    example: { request: "PUT /v1/admin/settings/limits", detail: "The version is 4, not 3." },
  },
  FLAG_NOT_FOUND: {
    status: 404,
    title: "There is no such flag",
    fix: "Check the id; only reviewers and those whom it is about see a flag.",
    meaning: "There is no flag with this id, or it is about somebody else.",
    example: {
      request: "POST /v1/flags/…/appeal",
      detail: "No flag 3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d.",
    },
  },
  FLAG_DECIDED: {
    status: 409,
    title: "The flag is past this",
    fix: "Read the flag; an appeal can be made once, before it is decided.",
    meaning: "The flag was appealed or decided already, or its appeal needs another reviewer.",
    example: { request: "POST /v1/flags/…/appeal", detail: "The flag is upheld." },
  },
  METADATA_NOT_FOUND: {
    status: 404,
    title: "Nothing is published about this listing",
    fix: "Ask for the listing itself, or for a version that the list of versions names.",
    meaning:
      "The listing is indexed, and its seller has published no metadata of that version for it.",
    example: {
      request: "GET /v1/listings/…/metadata",
      detail: `Nothing is published about ${NO_ROW}.`,
    },
  },
  ESTIMATE_NOT_RECORDED: {
    status: 404,
    title: "No estimate with this id is in the record",
    fix: "Check the id; only published estimates of listings are in the record.",
    meaning:
      "The valuation does not exist, is not published, or is of a business that is not listed: there is nothing to prove.",
    example: {
      request: "GET /v1/valuations/…/proof",
      detail: "No estimate 3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d is published.",
    },
  },
  METADATA_OUTDATED: {
    status: 409,
    title: "A newer document is published",
    fix: "Read the newest version, change that, and sign it anew.",
    meaning:
      "The newest document of the listing was signed later than this one, or at the same second with other content. An older one cannot take its place.",
    example: {
      request: "PUT /v1/listings/…/metadata",
      detail: "Version 2 was signed at 1772366400, this one at 1772366000.",
    },
  },
  DRAFT_NOT_FOUND: {
    status: 404,
    title: "You have no such draft",
    fix: "List your drafts; those of others are never shown.",
    meaning: "No draft of this account has the id.",
    example: {
      request: "GET /v1/drafts/…",
      detail: "You have no draft 3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d.",
    },
  },
  DRAFT_CHANGED: {
    status: 409,
    title: "The draft has changed meanwhile",
    fix: "Read the draft again, apply your change to it, and send the revision that you have read.",
    meaning: "Somebody has written the draft since the revision that this change is based on.",
    example: {
      request: "PUT /v1/drafts/…",
      detail: "The draft is at revision 3 now, not at 2.",
    },
  },
  TOO_MANY_DRAFTS: {
    status: 409,
    title: "There are as many drafts as there may be",
    fix: "Delete drafts that are not needed any more.",
    meaning: "An account keeps 200 drafts at most.",
    example: {
      request: "POST /v1/drafts",
      detail: "There are 200 drafts, as many as there may be.",
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: "The Idempotency-Key was sent with another request",
    fix: "Use a new key, such as a UUID, for each thing to be done; repeat one only to repeat a request.",
    meaning: "The key belongs to an earlier request of the same caller with another body.",
    example: { request: "POST /v1/keys", detail: "This key was sent with another body." },
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    title: "The same request is being worked on",
    fix: "Repeat it after `Retry-After`; it is answered as the first one was.",
    meaning: "A request with this Idempotency-Key came before and has not been answered yet.",
    example: { request: "POST /v1/keys", detail: "A request with this key is under way." },
  },
} satisfies Partial<Record<ErrorCode, ProblemKind>>;
