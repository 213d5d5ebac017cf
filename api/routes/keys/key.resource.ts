import { z } from "@hono/zod-openapi";
import type { getKey } from "../../../core/keys/account-keys.ts";
import { SCOPE_NAMES } from "../../../core/keys/scopes.ts";
import { Moment, Uuid } from "../../http/private-answer.ts";

type KeyRow = Awaited<ReturnType<typeof getKey>>;

const members = {
  keyId: Uuid,
  accountId: Uuid,
  organisationId: Uuid.nullable(),
  name: z.string().openapi({ example: "Price watcher" }),
  prefix: z.string().openapi({
    description: "Beginning of the secret, to tell keys apart.",
    example: "vly_4fB-k0Qz",
  }),
  scopes: z.array(z.string()).openapi({ example: [SCOPE_NAMES[0]] }),
  tier: z.enum(["free", "paid"]).openapi({
    description: "Plan that its calls are counted by, if the account has that plan as well.",
  }),
  status: z.enum(["good", "over", "revoked"]),
  replaces: Uuid.nullable().openapi({ description: "Key whose successor it is." }),
  createdAt: Moment,
  lastUsedAt: Moment.nullable().openapi({ description: "To some seconds." }),
  expiresAt: Moment.nullable().openapi({ description: "Null for a key that does not end." }),
  revokedAt: Moment.nullable(),
};

export const ApiKey = z.object(members).openapi("ApiKey");

/** A key with its secret, which only the answer that made it has. */
export const NewApiKey = z
  .object({
    ...members,
    secret: z.string().openapi({
      description:
        "Send it as `X-API-Key` or as a bearer token. It is shown once and stored nowhere.",
      example: "vly_…",
    }),
  })
  .openapi("NewApiKey");

export function toKey(row: KeyRow, now: Date): z.output<typeof ApiKey> {
  const isOver = row.expiresAt !== null && row.expiresAt <= now;
  return {
    keyId: row.keyId,
    accountId: row.accountId,
    organisationId: row.organisationId,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    tier: row.tier,
    status: row.revokedAt !== null ? "revoked" : isOver ? "over" : "good",
    replaces: row.replaces,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

/** What the audit log keeps of a key. */
export const keyFacts = (row: KeyRow) => ({
  accountId: row.accountId,
  organisationId: row.organisationId,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  tier: row.tier,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
});
