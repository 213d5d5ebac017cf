import { createHash } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import type { Position, Snapshot } from "../../core/db/consistent-read.ts";
import { DomainError } from "../../core/errors.ts";
import { CURSOR_VERSION } from "../../core/queries/cursor.ts";
import { isTransactionIndexed } from "../../core/queries/freshness.ts";
import type { ApiDeps } from "../deps.ts";
import type { ApiContext } from "./env.ts";
import { lagOf, type Meta, toMeta } from "./meta.ts";
import type { FreshnessParams } from "./params.ts";

const CURSOR_FIELDS = new Set(["nextCursor", "prevCursor"]);

/** How long a request waits for the index to come as far as it wants. */
const WAIT_MS = 5_000;

/**
 * Answers from one snapshot of the index that is as fresh as the caller asked for, and says in
 * headers and `meta` where it stands.
 *
 * @throws DomainError NOT_YET_INDEXED after five seconds of waiting, INDEX_BEHIND at once
 */
export async function readAnswer<Data extends object>(
  c: ApiContext,
  deps: ApiDeps,
  wanted: FreshnessParams,
  work: (snapshot: Snapshot) => Promise<Data>,
): Promise<Data & { meta: z.output<typeof Meta> }> {
  // The wait needs no connection: only the looks in between take one.
  const waitUntil = performance.now() + WAIT_MS;
  for (;;) {
    const patience = AbortSignal.timeout(Math.max(0, Math.ceil(waitUntil - performance.now())));
    // Asked for before the look, so that a block that arrives meanwhile is not slept through.
    const changed = deps.watcher.nextChange(AbortSignal.any([patience, c.req.raw.signal]));
    const answer = await deps.database.readIndex(async (snapshot) => {
      if (!(await isFreshEnough(snapshot, wanted))) return undefined;
      refuseLag(snapshot.position, wanted, deps.now());
      return { data: await work(snapshot), position: snapshot.position };
    });
    if (answer !== undefined) {
      const meta = toMeta(answer.position, c.get("requestId"), deps.now());
      c.set("indexedBlock", answer.position.indexed.number);
      setHeaders(c, meta);
      c.header("etag", weakEtag(answer.data));
      return { ...answer.data, meta };
    }
    if (patience.aborted || c.req.raw.signal.aborted) throw notYetIndexed(wanted);
    await changed;
  }
}

async function isFreshEnough(
  { indexed, position }: Snapshot,
  { minBlock, afterTx }: FreshnessParams,
): Promise<boolean> {
  if (minBlock !== undefined && position.indexed.number < BigInt(minBlock)) return false;
  return afterTx === undefined || isTransactionIndexed(indexed, afterTx);
}

function notYetIndexed({ minBlock, afterTx }: FreshnessParams): DomainError {
  const what = [
    ...(minBlock === undefined ? [] : [`block ${minBlock}`]),
    ...(afterTx === undefined ? [] : [`transaction ${afterTx}`]),
  ];
  return new DomainError("NOT_YET_INDEXED", `Not indexed yet: ${what.join(" and ")}.`);
}

function refuseLag(position: Position, { maxLag }: FreshnessParams, now: Date): void {
  if (maxLag === undefined) return;
  const lag = lagOf(position, now);
  if (lag === null) {
    throw new DomainError("INDEX_BEHIND", "The head of the chain is not known yet.");
  }
  if (lag.seconds > BigInt(maxLag)) {
    throw new DomainError(
      "INDEX_BEHIND",
      `The index is ${lag.blocks} blocks and ${lag.seconds} seconds behind the head.`,
    );
  }
}

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

function setHeaders(c: ApiContext, meta: z.output<typeof Meta>): void {
  for (const [name, read] of Object.entries(META_HEADERS)) {
    const value = read(meta);
    if (value !== null) c.header(name, String(value));
  }
  // Every answer may be kept, and must be asked about again: the next block may change it.
  c.header("cache-control", "public, no-cache");
}

/**
 * Names the content. What moves with every block although the content stays is left out: `meta`,
 * which headers carry too, and the anchor inside cursors, of which an older one is as good.
 */
export function weakEtag(content: object): string {
  const text = JSON.stringify([CURSOR_VERSION, content], (name, value) =>
    CURSOR_FIELDS.has(name) ? value !== null : value,
  );
  const digest = createHash("sha256").update(text).digest("base64url");
  return `W/"${digest.slice(0, 22)}"`;
}
