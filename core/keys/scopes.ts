/** What a key can be allowed to do, by name. */
export const SCOPES = {
  "account:read": "Read the account, its wallets and settings.",
  "account:write": "Change profile and settings of the account.",
  "keys:read": "List keys of the account and their use; never their secrets.",
  "listings:write": "Write drafts and metadata of listings.",
  "uploads:write": "Upload files, list and delete what the account has uploaded.",
  "jobs:write": "Ask for valuations and other work, and read what came of it.",
  "webhooks:write": "Subscribe to changes.",
} as const satisfies Record<string, string>;

export type Scope = keyof typeof SCOPES;

export const SCOPE_NAMES = Object.keys(SCOPES) as [Scope, ...Scope[]];

/** What a key of an organisation can be allowed to do: nothing about the account that made it (migration 0023). */
export const ORGANISATION_SCOPES: readonly Scope[] = ["keys:read", "listings:write", "jobs:write"];

/** What a key that anybody can get at once may do. */
export const INSTANT_SCOPES: readonly Scope[] = ["account:read", "keys:read", "jobs:write"];
