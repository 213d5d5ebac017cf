import type { z } from "@hono/zod-openapi";
import type { Position } from "../../core/db/position.ts";
import { type Meta, toMeta } from "./meta.ts";

/** What every answer of one position says of it within one second. */
export type Standing = {
  headers: Readonly<Record<string, string>>;
  /** JSON of `meta` after the request id, which comes first: `"chainId":…}`. */
  rest: string;
};

/** What `meta` says, by header. */
const META_HEADERS = {
  "x-chain-id": (meta) => meta.chainId,
  "x-release": (meta) => meta.release,
  "x-indexed-block": (meta) => meta.indexedBlock.number,
  "x-head-block": (meta) => meta.headBlock,
  "x-safe-block": (meta) => meta.safeBlock,
  "x-final-block": (meta) => meta.finalBlock,
  "x-index-lag-seconds": (meta) => meta.lagSeconds,
} as const satisfies Record<string, (meta: z.output<typeof Meta>) => number | string | null>;

/** Names of the headers that carry `meta`; pages of other origins may read them. */
export const META_HEADER_NAMES = Object.keys(META_HEADERS);

/** `meta` as headers; what is not known has none. */
export function metaHeaders(meta: z.output<typeof Meta>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, read] of Object.entries(META_HEADERS)) {
    const value = read(meta);
    if (value !== null) headers[name] = String(value);
  }
  return headers;
}

const known = new WeakMap<Position, { second: number; standing: Standing }>();

/** The lag counts whole seconds, so that all that is said of a position holds for one. */
export function standingOf(position: Position, now: Date): Standing {
  const second = Math.floor(now.getTime() / 1_000);
  const last = known.get(position);
  if (last?.second === second) return last.standing;
  const meta = toMeta(position, "", now);
  const { requestId: _, ...rest } = meta;
  const standing = { headers: metaHeaders(meta), rest: JSON.stringify(rest).slice(1) };
  known.set(position, { second, standing });
  return standing;
}

/** The end of an answer whose text lacks its last brace. */
export const closingMeta = ({ rest }: Standing, requestId: string): string =>
  `,"meta":{"requestId":${JSON.stringify(requestId)},${rest}}`;
