import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { EVIDENCE_GRADES } from "../metric.ts";

/** An amount as a decimal string in units of a currency: exact, and the same bytes in every language. */
export const Decimal = z.string().regex(/^\d{1,78}(?:\.\d{1,18})?$/);

/** 32 bytes in lower-case hex. */
export const Hash32 = z.string().regex(/^0x[0-9a-f]{64}$/);

const BlockNumber = z.string().regex(/^\d{1,18}$/);

/** Public id of a listing in lower case, `<chainId>-<contract>-<number>`. */
export const ListingKey = z.string().regex(/^\d{1,10}-0x[0-9a-f]{40}-\d{1,78}$/);

/** How a published number came about; only code sets it. */
export const ESTIMATE_METHODS = ["statistical", "assisted"] as const;

/**
 * What is kept of a published estimate, for ever: enough to score it and to compute it again. Numbers
 * are decimal strings, so that every language hashes the same bytes.
 */
export const FrozenEstimate = z.strictObject({
  /** `app.valuation` that was published. */
  valuationId: z.uuid(),
  listingId: ListingKey,
  /** Normalised (`normaliseCategory`). */
  category: z.string().max(64),
  /** Weakest grade of the figures that the size rests on. */
  grade: z.enum(EVIDENCE_GRADES),
  /** Symbol of the payment token that the amounts are in. */
  currency: z.string().max(64),
  low: Decimal,
  mid: Decimal,
  high: Decimal,
  /** 0 to 100. */
  confidence: z.int().min(0).max(100),
  /** Statistical: by the engine alone; assisted: a model of language has read the text. */
  method: z.enum(ESTIMATE_METHODS),
  /** Moment that it is for, by the clock of the chain, RFC 3339 in UTC. */
  madeAt: z.iso.datetime(),
  /** Last block that was known then, with its hash. */
  blockNumber: BlockNumber,
  blockHash: Hash32,
  engineVersion: z.string().max(40),
  /** Model of language and version of the prompt; null where none had a part in it. */
  modelVersion: z.string().max(100).nullable(),
  promptVersion: z.string().max(40).nullable(),
  /** Hash of the figures and their evidence, and of the deals that the engine had learned from. */
  inputHash: Hash32,
  dealsHash: Hash32,
  /** Whether the asking price was kept from whoever estimated; only such estimates count as blind. */
  isAskHidden: z.boolean(),
});

export type FrozenEstimate = z.infer<typeof FrozenEstimate>;

/** An entry of the record: an estimate, its place, and the hash of everything before it. */
export const RecordEntry = z.strictObject({
  /** From 1, without gaps. */
  sequence: z.int().min(1),
  previousHash: Hash32,
  /** When the database added it, RFC 3339 in UTC with milliseconds; never before the entry before. */
  recordedAt: z.iso.datetime({ precision: 3 }),
  estimate: FrozenEstimate,
  hash: Hash32,
});

export type RecordEntry = z.infer<typeof RecordEntry>;

/** What the first entry stands on. */
export const GENESIS_HASH = `0x${"0".repeat(64)}`;

/**
 * The one spelling of a value (RFC 8785), of which hashes are made.
 *
 * @throws when the value has no JSON
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("only JSON can be hashed");
  return text;
}

/**
 * SHA-256 of the canonical JSON of a value: the same in every process and language, and what
 * `app.estimate_hash` computes.
 *
 * @throws when the value has no JSON
 */
export function hashOf(value: unknown): `0x${string}` {
  return `0x${createHash("sha256").update(canonicalText(value), "utf8").digest("hex")}`;
}
