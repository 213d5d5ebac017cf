import type { z } from "@hono/zod-openapi";
import type { MiddlewareHandler, TypedResponse } from "hono";
import { routePath } from "hono/route";
import type { JSONParsed } from "hono/utils/types";
import type { Snapshot } from "../../core/db/consistent-read.ts";
import type { Position } from "../../core/db/position.ts";
import { DomainError } from "../../core/errors.ts";
import { CURSOR_VERSION } from "../../core/queries/cursor.ts";
import { isTransactionIndexed } from "../../core/queries/freshness.ts";
import type { ApiDeps } from "../deps.ts";
import { contentTag } from "./content-tag.ts";
import type { ApiContext, ApiEnv } from "./env.ts";
import { hangUpSignal } from "./hang-up.ts";
import { lagOf, type Meta, toMeta } from "./meta.ts";
import type { FreshnessParams } from "./params.ts";
import { readLimitMs } from "./read-limits.ts";
import type { SharedAnswer } from "./shared-answers.ts";

/** How long a request waits for the index to come as far as it wants. */
const WAIT_MS = 5_000;

type WithMeta<Data> = Data & { meta: z.output<typeof Meta> };

/** A JSON answer as its contract describes it. */
type Sent<Data> = Response & TypedResponse<JSONParsed<WithMeta<Data>>, 200, "json">;

/**
 * Answers from one snapshot of the index that is as fresh as the caller asked for, and says in
 * headers and `meta` where it stands. What `work` gives must follow from the address that was asked
 * for and from the index alone: the answer is shared with whoever asks the same.
 *
 * @param isFinal whether no later block can change this content
 * @throws DomainError NOT_YET_INDEXED after five seconds of waiting, INDEX_BEHIND at once
 */
export async function sendAnswer<Data extends object>(
  c: ApiContext,
  deps: ApiDeps,
  wanted: FreshnessParams,
  work: (snapshot: Snapshot) => Promise<Data>,
  isFinal: (content: Data) => boolean = () => false,
): Promise<Sent<Data>> {
  // Who waits for a block, or minds the time, asks for something of their own.
  const isShareable = Object.values(wanted).every((value) => value === undefined);
  const read = (signal: AbortSignal | undefined) =>
    readSnapshot(c, deps, wanted, signal, async (snapshot) => {
      const content = await work(snapshot);
      const isLasting = isShareable && isFinal(content);
      return { ...render(content), isLasting, position: snapshot.position, mark: snapshot.mark };
    });
  const signal = hangUpSignal(c);
  const answer = await (isShareable
    ? deps.answers.make(questionOf(c), read, signal)
    : read(signal));
  // The text is the JSON of what the type says.
  return respond(c, deps, answer) as Sent<Data>;
}

/** Answers what was asked before at this position, before anything else looks at the request. */
export function answerAgain(deps: ApiDeps): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    const answer = isRead ? deps.answers.find(questionOf(c)) : undefined;
    deps.metrics.observeSharing(answer !== undefined);
    return answer === undefined ? next() : respond(c, deps, answer);
  };
}

/** As `sendAnswer`, for what is not to be shared; gives the answer to be sent. */
export async function readAnswer<Data extends object>(
  c: ApiContext,
  deps: ApiDeps,
  wanted: FreshnessParams,
  work: (snapshot: Snapshot) => Promise<Data>,
): Promise<WithMeta<Data>> {
  const signal = hangUpSignal(c);
  const { data, position } = await readSnapshot(c, deps, wanted, signal, async (snapshot) => ({
    data: await work(snapshot),
    position: snapshot.position,
  }));
  c.header("etag", render(data).etag);
  return { ...data, meta: stateMeta(c, deps, position) };
}

/** Runs reads on a snapshot that is fresh enough, and waits for one. */
async function readSnapshot<Value>(
  c: ApiContext,
  deps: ApiDeps,
  wanted: FreshnessParams,
  signal: AbortSignal | undefined,
  work: (snapshot: Snapshot) => Promise<Value>,
): Promise<Value> {
  const limits = {
    signal,
    timeLimitMs: readLimitMs(routePath(c, -1)),
    onQuery: (ms: number) => c.set("databaseMs", (c.get("databaseMs") ?? 0) + ms),
  };
  const isWaiting = wanted.minBlock !== undefined || wanted.afterTx !== undefined;
  if (!isWaiting) {
    return deps.database.readIndex((snapshot) => {
      refuseLag(snapshot.position, wanted, deps.now());
      return work(snapshot);
    }, limits);
  }
  // The wait needs no connection: only the looks in between take one.
  const waitUntil = performance.now() + WAIT_MS;
  for (;;) {
    const patience = AbortSignal.timeout(Math.max(0, Math.ceil(waitUntil - performance.now())));
    // Asked for before the look, so that a block that arrives meanwhile is not slept through.
    const changed = deps.watcher.nextChange(
      AbortSignal.any(signal === undefined ? [patience] : [patience, signal]),
    );
    const found = await deps.database.readIndex(async (snapshot) => {
      if (!(await isFreshEnough(snapshot, wanted))) return undefined;
      refuseLag(snapshot.position, wanted, deps.now());
      return { value: await work(snapshot) };
    }, limits);
    if (found !== undefined) return found.value;
    if (patience.aborted || signal?.aborted) throw notYetIndexed(wanted);
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

/** What is asked, as it was sent: other spellings of the same question are other questions. */
function questionOf({ req }: ApiContext): string {
  const { url } = req;
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}

/** Sends an answer with the `meta` of this request. */
function respond(c: ApiContext, deps: ApiDeps, answer: SharedAnswer): Response {
  const { text, etag, position, isLasting } = answer;
  const meta = stateMeta(c, deps, position);
  c.header("etag", etag);
  if (isLasting) c.header("cache-control", LASTING);
  return c.body(`${text.slice(0, -1)},"meta":${JSON.stringify(meta)}}`, 200, {
    "content-type": "application/json",
  });
}

/**
 * For content that no later block can change. Not `immutable`, and a day instead of a year: `meta`
 * beside it says how far the index was, and another release may tell the same fact in other words.
 */
const LASTING = "public, max-age=86400";

/** Says where an answer stands: in headers, in the log line and in what is given back. */
function stateMeta(c: ApiContext, deps: ApiDeps, position: Position): z.output<typeof Meta> {
  const meta = toMeta(position, c.get("requestId"), deps.now());
  c.set("indexedBlock", position.indexed.number);
  setHeaders(c, meta);
  return meta;
}

/**
 * How long the answer took, milliseconds: the database, and all until now. An answer that others had
 * asked for already took no time of the database.
 */
function timing(c: ApiContext): string {
  const database = c.get("databaseMs") ?? 0;
  const total = performance.now() - c.get("startedAt");
  return `db;dur=${database.toFixed(1)}, total;dur=${total.toFixed(1)}`;
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
  c.header("server-timing", timing(c));
  // Every answer may be kept, and must be asked about again: the next block may change it.
  c.header("cache-control", "public, no-cache");
}

/**
 * The JSON of an answer, and a name for its content. What moves with every block although the
 * content stays is left out of the name: `meta`, which headers carry too, and the anchor inside the
 * cursors of a page, of which an older one is as good.
 */
function render(content: object): { text: string; etag: string } {
  const { page, ...rest } = content as { page?: Record<string, unknown> };
  const body = JSON.stringify(rest);
  if (page === undefined) return { text: body, etag: contentTag(body) };
  const { nextCursor, prevCursor, ...named } = page;
  const place = JSON.stringify([CURSOR_VERSION, nextCursor !== null, prevCursor !== null, named]);
  return {
    text: `${body.slice(0, -1)},"page":${JSON.stringify(page)}}`,
    etag: contentTag(body + place),
  };
}
