import type { Generated } from "kysely";
import type { Tier } from "../identity/caller.ts";

/** What can be written down of a thing: values that JSON keeps as they are. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** `app.audit_entry`: every change, chained by hashes. */
export type AuditEntryTable = {
  sequence: Generated<bigint>;
  at: Generated<Date>;
  actorKind: "anonymous" | "account" | "system";
  actorId: string | null;
  credential: string | null;
  action: string;
  entity: string;
  entityId: string;
  before: Json;
  after: Json;
  requestId: string | null;
  client: string | null;
  userAgent: string | null;
  organisationId: string | null;
  previousHash: Generated<Buffer>;
  hash: Generated<Buffer>;
};

/** `app.audit_head`: the end of the audit log. */
export type AuditHeadTable = {
  isOnly: Generated<boolean>;
  lastSequence: bigint;
  lastHash: Buffer;
};

/** `app.idempotent_write`: writes that may be repeated. */
export type IdempotentWriteTable = {
  keyHash: Buffer;
  accountId: string | null;
  requestHash: Buffer;
  claim: string;
  leasedUntil: Date;
  answer: Buffer | null;
  createdAt: Generated<Date>;
  expiresAt: Date;
};

/** `app.api_key`: keys of accounts. */
export type ApiKeyTable = {
  keyId: Generated<string>;
  accountId: string;
  organisationId: string | null;
  name: string;
  prefix: string;
  secretHash: Buffer;
  scopes: string[];
  tier: Generated<Tier>;
  replaces: string | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

/** `app.api_key_usage`: uses of a key by day and route. */
export type ApiKeyUsageTable = {
  keyId: string;
  day: string;
  route: string;
  requests: bigint;
  failures: bigint;
};

/** `app.setting`: rules that administrators change. */
export type SettingTable = {
  name: string;
  version: Generated<number>;
  value: Json;
  updatedBy: string | null;
  updatedAt: Generated<Date>;
};

/** What a flag can be raised against. */
export const FLAG_SUBJECTS = ["listing", "account", "wallet"] as const;

/** Why a flag is raised. */
export const FLAG_REASONS = [
  "spam",
  "fraud",
  "stolen",
  "illegal",
  "misleading",
  "abuse",
  "other",
] as const;

/** Where a flag stands. */
export const FLAG_STATUSES = ["open", "appealed", "upheld", "lifted"] as const;

/** `app.moderation_flag`: what reviewers hold against something. */
export type ModerationFlagTable = {
  flagId: Generated<string>;
  subjectKind: (typeof FLAG_SUBJECTS)[number];
  subjectId: string;
  subjectWallet: string | null;
  authorId: string | null;
  reason: (typeof FLAG_REASONS)[number];
  explanation: string;
  evidence: string[];
  status: Generated<(typeof FLAG_STATUSES)[number]>;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
  appellantId: string | null;
  appeal: string | null;
  appealedAt: Date | null;
  decidedBy: string | null;
  decision: string | null;
  decidedAt: Date | null;
};

/** Tables behind limits, keys, audit and administration, as callers of the API use them. */
export type TrustTables = {
  auditEntry: AuditEntryTable;
  auditHead: AuditHeadTable;
  idempotentWrite: IdempotentWriteTable;
  apiKey: ApiKeyTable;
  apiKeyUsage: ApiKeyUsageTable;
  setting: SettingTable;
  moderationFlag: ModerationFlagTable;
};

/** Those of them that the identity role uses too. */
export type TrustIdentityTables = Pick<TrustTables, "auditEntry" | "apiKey" | "apiKeyUsage">;
