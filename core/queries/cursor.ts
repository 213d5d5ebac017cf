import { createHash } from "node:crypto";
import { z } from "zod";
import type { Direction, Position } from "../db/keyset.ts";
import { DomainError } from "../errors.ts";

/** Changes when old cursors can no longer be understood. */
const VERSION = 1;
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
} as const;
export type KeyType = keyof typeof KEY_PATTERNS;

/** The list that a cursor belongs to: resource, sort and the types of the sort's columns. */
export type CursorScope = { list: string; sort: string; keys: readonly KeyType[] };

const payloadSchema = z.strictObject({
  v: z.literal(VERSION),
  /** List and sort. */
  l: z.string(),
  s: z.string(),
  /** Direction. */
  d: z.enum(["next", "prev"]),
  /** Values of the sort columns. */
  k: z.array(z.string()),
  /** Hash of the filters. */
  f: z.string(),
});

/**
 * An opaque text that names a place in a list. It carries every sort key, so that it stays valid
 * while rows come and go, and a hash of the filters, so that it cannot be used with others.
 */
export function encodeCursor(
  scope: CursorScope,
  filters: object,
  direction: Direction,
  values: readonly (bigint | number | string)[],
): string {
  const payload: z.output<typeof payloadSchema> = {
    v: VERSION,
    l: scope.list,
    s: scope.sort,
    d: direction,
    k: values.map(String),
    f: hashFilters(filters),
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
export function decodeCursor(scope: CursorScope, filters: object, cursor: string): Position {
  const payload = readPayload(cursor);
  if (payload === undefined) {
    throw new DomainError("INVALID_CURSOR", "The cursor is damaged or from another version.");
  }
  if (payload.l !== scope.list || payload.s !== scope.sort || payload.f !== hashFilters(filters)) {
    throw new DomainError(
      "CURSOR_MISMATCH",
      "The cursor was made for another list, sort or filter.",
    );
  }
  const values = scope.keys.map((type, position) => {
    const text = payload.k[position];
    if (text === undefined || !KEY_PATTERNS[type].test(text)) return undefined;
    return type === "address" ? text : BigInt(text);
  });
  const known = values.filter((value) => value !== undefined);
  if (known.length !== scope.keys.length || payload.k.length !== scope.keys.length) {
    throw new DomainError("INVALID_CURSOR", "The cursor is damaged or from another version.");
  }
  return { values: known, direction: payload.d };
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
