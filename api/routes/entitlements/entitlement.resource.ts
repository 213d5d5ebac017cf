import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { EntitlementKindRow, EntitlementRow } from "../../../core/queries/entitlements.ts";
import { accessOf, isAccessExpired } from "../../../src/protocol/access.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import {
  Address,
  Finality,
  finalityOf,
  Instant,
  toAddress,
  toInstant,
  toInstantOrNull,
} from "../../http/values.ts";

const NEVER = "Null for never; the same for all holders.";

/** A kind of entitlement: what its holders may use, and until when. */
export const EntitlementKind = z
  .object({
    id: z.string().openapi({ description: "`<chainId>-<contract>-<tokenId>`." }),
    contract: Address.openapi({ description: "Entitlement contract." }),
    tokenId: z.string(),
    agentId: z.string().openapi({ description: "Number of the agent that it opens." }),
    isTransferrable: z.boolean(),
    expiresAt: Instant.nullable().openapi({ description: NEVER }),
    isExpired: z.boolean(),
    uri: z.string().nullable().openapi({ description: "Metadata link; untrusted text." }),
  })
  .openapi("EntitlementKind");

export function toEntitlementKind(
  row: EntitlementKindRow,
  { indexed }: Position,
): z.output<typeof EntitlementKind> {
  return {
    id: publicId(row.chainId, row.contract, row.tokenId),
    contract: toAddress(row.contract),
    tokenId: String(row.tokenId),
    agentId: String(row.agentId),
    isTransferrable: row.isTransferrable,
    expiresAt: toExpiry(row.expiresAt),
    isExpired: isAccessExpired(row.expiresAt, indexed.timestamp),
    uri: row.uri,
  };
}

/** What one account holds of one kind, from the ERC-1155 transfers alone. */
export const Entitlement = z
  .object({
    id: z.string().openapi({ description: "`<chainId>-<contract>-<tokenId>-<holder>`." }),
    chainId: z.int(),
    contract: Address.openapi({ description: "Entitlement contract." }),
    tokenId: z.string(),
    holder: Address,
    balance: z.string().openapi({ description: "Units held; a whole number as text." }),
    agentId: z.string().nullable().openapi({
      description: "Number of the agent that it opens; null for a kind older than the index.",
    }),
    isTransferrable: z.boolean().nullable(),
    expiresAt: Instant.nullable().openapi({ description: NEVER }),
    isExpired: z.boolean(),
    hasAccess: z.boolean().openapi({
      description: "A positive balance of a kind that has not expired by chain time.",
    }),
    uri: z.string().nullable().openapi({ description: "Metadata link; untrusted text." }),
    createdAt: Instant.openapi({ description: "When the account first received one." }),
    updatedBlockNumber: z.int(),
    finality: Finality,
  })
  .openapi("Entitlement");

export function toEntitlement(
  row: EntitlementRow,
  { heads, indexed }: Position,
): z.output<typeof Entitlement> {
  const { agentId, balance } = row;
  const expiresAt = row.expiresAt ?? 0n;
  const now = indexed.timestamp;
  return {
    id: `${publicId(row.chainId, row.contract, row.tokenId)}-${row.holder}`,
    chainId: row.chainId,
    contract: toAddress(row.contract),
    tokenId: String(row.tokenId),
    holder: toAddress(row.holder),
    balance: String(balance),
    agentId: agentId === null ? null : String(agentId),
    isTransferrable: row.isTransferrable,
    expiresAt: toExpiry(expiresAt),
    isExpired: isAccessExpired(expiresAt, now),
    hasAccess: agentId !== null && accessOf({ balance, expiresAt }, now) === "granted",
    uri: row.uri,
    createdAt: toInstant(row.createdAt),
    updatedBlockNumber: Number(row.updatedBlock),
    finality: finalityOf(row.updatedBlock, heads),
  };
}

/** The contract keeps 0 for never. */
export function toExpiry(seconds: bigint): string | null {
  return seconds === 0n ? null : toInstantOrNull(seconds);
}
