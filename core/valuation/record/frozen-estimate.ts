import canonicalize from "canonicalize";
import { keccak256, toBytes } from "viem";
import { z } from "zod";
import { EVIDENCE_GRADES } from "../metric.ts";

const decimal = z.string().regex(/^\d{1,78}(?:\.\d{1,18})?$/);
const hash = z.string().regex(/^0x[0-9a-f]{64}$/);

/**
 * What is kept of a published estimate, for ever: enough to score it and to compute it again. Numbers
 * are decimal strings, so that every language hashes the same bytes.
 */
export const FrozenEstimate = z.strictObject({
  /** Public id of the listing, `<chainId>-<contract>-<number>`. */
  listingId: z.string().min(1).max(200),
  category: z.string().max(64),
  grade: z.enum(EVIDENCE_GRADES),
  currency: z.string().max(12),
  low: decimal,
  mid: decimal,
  high: decimal,
  /** 0 to 100. */
  confidence: z.int().min(0).max(100),
  /** When it was made, RFC 3339 in UTC. */
  madeAt: z.iso.datetime(),
  /** Last block that was known then. */
  blockNumber: z.string().regex(/^\d{1,30}$/),
  engineVersion: z.string().max(40),
  /** Hash of the figures and their evidence, and of the deals that the engine had learned from. */
  inputHash: hash,
  dealsHash: hash,
  /** Whether the asking price was kept from the engine; only such estimates count as blind. */
  isAskHidden: z.boolean(),
});

export type FrozenEstimate = z.infer<typeof FrozenEstimate>;

/** An entry of the record: an estimate, its place, and the hash of everything before it. */
export const RecordEntry = z.strictObject({
  /** From 1, without gaps. */
  sequence: z.int().min(1),
  previousHash: hash,
  estimate: FrozenEstimate,
  hash,
});

export type RecordEntry = z.infer<typeof RecordEntry>;

/** What the first entry stands on. */
export const GENESIS_HASH = `0x${"0".repeat(64)}`;

/**
 * Keccak-256 of the canonical JSON (RFC 8785) of a value: the same in every process and language.
 *
 * @throws when the value has no JSON
 */
export function hashOf(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("only JSON can be hashed");
  return keccak256(toBytes(text));
}

/** The entry that follows `last`; an entry once made never changes. */
export function appendEstimate(
  last: RecordEntry | undefined,
  estimate: FrozenEstimate,
): RecordEntry {
  const content = {
    sequence: (last?.sequence ?? 0) + 1,
    previousHash: last?.hash ?? GENESIS_HASH,
    estimate: FrozenEstimate.parse(estimate),
  };
  return { ...content, hash: hashOf(content) };
}
