import { createHash } from "node:crypto";
import { z } from "zod";
import type { KeyType, KeyValue, Position } from "../db/keyset.ts";
import { DomainError } from "../errors.ts";
import type { Anchor } from "./anchor.ts";

/** Changes when old cursors can no longer be understood. */
export const CURSOR_VERSION = 2;
const CHECKSUM_LENGTH = 8;
const MAX_CURSOR_LENGTH = 1_024;

/**
 * How one key of a cursor is written. Numbers are held to what their SQL type can take, for the
 * database must not be the first to notice.
 */
const KEY_PATTERNS = {
  int4: /^\d{1,9}$/,
  int8: /^\d{1,18}$/,
  uint256: /^\d{1,78}$/,
  address: /^0x[0-9a-f]{40}$/,
  hash: /^0x[0-9a-f]{64}$/,
} as const satisfies Record<KeyType, RegExp>;

/** Keys that are text in SQL. */
const TEXT_KEYS = new Set<KeyType>(["address", "hash"]);

/** The list that a cursor belongs to: resource, sort, and the sort's columns. */
export type CursorScope = {
  list: string;
  sort: string;
  columns: readonly { type: KeyType }[];
  hasNulls?: boolean | undefined;
};

/** A place in a list, and where the chain stood when the walk began. */
export type Place = Position & { anchor: Anchor | null };

const payloadSchema = z.strictObject({
  v: z.literal(CURSOR_VERSION),
  /** List and sort. */
  l: z.string(),
  s: z.string(),
  /** Direction. */
  d: z.enum(["next", "prev"]),
  /** Values of the sort columns. */
  k: z.array(z.string().nullable()),
  /** Hash of the filters. */
  f: z.string(),
  /** Block number and hash of the anchor; null while nothing had happened. */
  a: z.tuple([z.string().regex(KEY_PATTERNS.int8), z.string().regex(KEY_PATTERNS.hash)]).nullable(),
});

/**
 * An opaque text that names a place in a list. It carries every sort key, so that it stays valid
 * while rows come and go, and a hash of the filters, so that it cannot be used with others.
 */
export function encodeCursor(
  scope: CursorScope,
  filters: object,
  { direction, values, anchor }: Place,
): string {
  const payload: z.output<typeof payloadSchema> = {
    v: CURSOR_VERSION,
    l: scope.list,
    s: scope.sort,
    d: direction,
    k: values.map((value) => (value === null ? null : String(value))),
    f: hashFilters(filters),
    a: anchor && [String(anchor.blockNumber), anchor.blockHash],
  };
  const body = Buffer.from(JSON.stringify(payload)).toString("base64url");
  return `${body}${checksum(body)}`;
}

/**
 * Reads a cursor for a list with its filters.
 *
 * @throws DomainError INVALID_CURSOR when it is none of ours, CURSOR_MISMATCH when it is for another
 *   list, sort or filter
 */
export function decodeCursor(scope: CursorScope, filters: object, cursor: string): Place {
  const payload = readPayload(cursor);
  if (payload === undefined) throw damaged();
  if (payload.l !== scope.list || payload.s !== scope.sort || payload.f !== hashFilters(filters)) {
    throw new DomainError(
      "CURSOR_MISMATCH",
      "The cursor was made for another list, sort or filter.",
    );
  }
  if (payload.k.length !== scope.columns.length) throw damaged();
  const values = scope.columns.map(({ type }, at) =>
    readKey(type, payload.k[at], scope.hasNulls === true && at === 0),
  );
  const [number, hash] = payload.a ?? [];
  return {
    values,
    direction: payload.d,
    anchor:
      number === undefined || hash === undefined
        ? null
        : // The pattern of a hash has been checked.
          { blockNumber: BigInt(number), blockHash: hash as `0x${string}` },
  };
}

function readKey(
  type: KeyType,
  text: string | null | undefined,
  isNullable: boolean,
): KeyValue | null {
  if (text === null && isNullable) return null;
  if (typeof text !== "string" || !KEY_PATTERNS[type].test(text)) throw damaged();
  return TEXT_KEYS.has(type) ? text : BigInt(text);
}

function damaged(): DomainError {
  return new DomainError("INVALID_CURSOR", "The cursor is damaged or from another version.");
}

function readPayload(cursor: string): z.output<typeof payloadSchema> | undefined {
  if (cursor.length > MAX_CURSOR_LENGTH) return undefined;
  const body = cursor.slice(0, -CHECKSUM_LENGTH);
  if (checksum(body) !== cursor.slice(-CHECKSUM_LENGTH)) return undefined;
  try {
    const text = Buffer.from(body, "base64url").toString("utf8");
    return payloadSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Tells a damaged cursor from a whole one. It is no signature: a cursor gives no rights. */
function checksum(body: string): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, CHECKSUM_LENGTH);
}

function hashFilters(filters: object): string {
  const given = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(given, (_key, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}
