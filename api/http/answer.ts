import type { z } from "@hono/zod-openapi";
import type { MiddlewareHandler, TypedResponse } from "hono";
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
import { readLimits } from "./read-limits.ts";
import { routeOf } from "./route-of.ts";
import type { SharedAnswer, SharedReads } from "./shared-answers.ts";
import { closingMeta, type Standing, standingOf } from "./standing.ts";

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
  const isShareable = wantsNothingOfItsOwn(wanted);
  const read = (signal: AbortSignal | undefined) =>
    readSnapshot(c, deps, wanted, signal, async (snapshot) => {
      const content = await work(snapshot);
      const isLasting = isShareable && isFinal(content);
      const { position, mark } = snapshot;
      return { ...render(content), route: routeOf(c), isLasting, position, mark };
    });
  const signal = hangUpSignal(c);
  const answer = await (isShareable
    ? deps.answers.make(questionOf(c.req.url), read, signal)
    : read(signal));
  // The text is the JSON of what the type says.
  return respond(c, deps, answer) as Sent<Data>;
}

/** Who waits for a block, or minds the time, asks for something of their own. */
const wantsNothingOfItsOwn = (wanted: FreshnessParams) =>
  Object.values(wanted).every((value) => value === undefined);

/** Answers what was asked before at this position, before anything else looks at the request. */
export function answerAgain(deps: ApiDeps): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    const answer = isRead ? deps.answers.find(questionOf(c.req.url)) : undefined;
    deps.metrics.observeSharing(answer !== undefined);
    return answer === undefined ? next() : respond(c, deps, answer);
  };
}

/**
 * As `sendAnswer`, for what can change while the index stands still: whoever asks the same while it is
 * read gets the next reading, and nobody one that began before they asked.
 */
export const sendFresh = <Data extends object>(
  c: ApiContext,
  deps: ApiDeps,
  wanted: FreshnessParams,
  work: (snapshot: Snapshot) => Promise<Data>,
): Promise<Sent<Data>> => sendFinished(c, deps, wanted, work, (content) => content);

/**
 * As `sendFresh`, for what somebody else has a say in.
 *
 * @param finish makes the answer of what was read, when no connection waits for it any more
 */
export async function sendFinished<Content, Data extends object>(
  c: ApiContext,
  deps: ApiDeps,
  wanted: FreshnessParams,
  work: (snapshot: Snapshot) => Promise<Content>,
  finish: (content: Content) => Data | Promise<Data>,
): Promise<Sent<Data>> {
  const route = routeOf(c);
  const read = async (signal: AbortSignal | undefined): Promise<SharedAnswer> => {
    const { content, ...place } = await readSnapshot(c, deps, wanted, signal, async (snapshot) => {
      const { position, mark } = snapshot;
      return { content: await work(snapshot), position, mark };
    });
    return { ...render(await finish(content)), route, isLasting: false, ...place };
  };
  const signal = hangUpSignal(c);
  const answer = await (wantsNothingOfItsOwn(wanted)
    ? deps.answers.gathered.ask(questionOf(c.req.url), read, signal)
    : read(signal));
  // The text is the JSON of what the type says.
  return respond(c, deps, answer) as Sent<Data>;
}

/** What was read at a state of the index. */
export type Reading<Value> = { value: Value; position: Position; mark: string };

/**
 * Reads what an answer is made from together with something else: once for all who ask the same at
 * one state of the index.
 *
 * @param shared where it is kept, and what follows from the question alone
 */
export async function readOnce<Value>(
  c: ApiContext,
  deps: ApiDeps,
  wanted: FreshnessParams,
  { kept, question }: { kept: SharedReads<Reading<Value>>; question: string },
  work: (snapshot: Snapshot) => Promise<Value>,
): Promise<{ value: Value; meta: z.output<typeof Meta> }> {
  const read = (signal: AbortSignal | undefined) =>
    readSnapshot(c, deps, wanted, signal, async (snapshot): Promise<Reading<Value>> => {
      const { position, mark } = snapshot;
      return { value: await work(snapshot), position, mark };
    });
  const signal = hangUpSignal(c);
  const { value, position } = await (wantsNothingOfItsOwn(wanted)
    ? (kept.find(question) ?? kept.make(question, read, signal))
    : read(signal));
  const now = deps.now();
  setHeaders(c, position, { ...standingOf(position, now).headers, "cache-control": PASSING });
  return { value, meta: toMeta(position, c.get("requestId"), now) };
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
    ...readLimits(routeOf(c)),
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
export function questionOf(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}

/** Sends an answer with the `meta` of this request. */
function respond(c: ApiContext, deps: ApiDeps, answer: SharedAnswer): Response {
  const standing = standingOf(answer.position, deps.now());
  setHeaders(c, answer.position, ownHeaders(answer, standing));
  const end = Buffer.from(closingMeta(standing, c.get("requestId")));
  return c.body(Buffer.concat([answer.start, end]));
}

/** Every answer may be kept, and must be asked about again: the next block may change it. */
const PASSING = "public, no-cache";

/**
 * For content that no later block can change. Not `immutable`, and a day instead of a year: `meta`
 * beside it says how far the index was, and another release may tell the same fact in other words.
 */
const LASTING = "public, max-age=86400";

/** Headers of an answer that are the same in all requests of one second. */
export function ownHeaders(
  { etag, isLasting }: Pick<SharedAnswer, "etag" | "isLasting">,
  { headers }: Standing,
): Record<string, string> {
  return {
    "content-type": "application/json",
    ...headers,
    etag,
    "cache-control": isLasting ? LASTING : PASSING,
  };
}

/** Says where an answer stands: in headers and in the log line. */
function setHeaders(c: ApiContext, position: Position, headers: Record<string, string>): void {
  c.set("indexedBlock", position.indexed.number);
  for (const name in headers) c.header(name, headers[name]);
  c.header("server-timing", timing(c.get("startedAt"), c.get("databaseMs")));
}

/**
 * How long the answer took, milliseconds: the database, and all until now. An answer that others had
 * asked for already took no time of the database.
 */
export function timing(startedAt: number, databaseMs = 0): string {
  const total = performance.now() - startedAt;
  return `db;dur=${databaseMs.toFixed(1)}, total;dur=${total.toFixed(1)}`;
}

/**
 * The JSON of an answer without its last brace, and a name for its content. What moves with every block although the
 * content stays is left out of the name: `meta`, which headers carry too, and the anchor inside the
 * cursors of a page, of which an older one is as good.
 */
function render(content: object): { start: Buffer; etag: string } {
  const { page, ...rest } = content as { page?: Record<string, unknown> };
  const body = JSON.stringify(rest).slice(0, -1);
  if (page === undefined) return { start: Buffer.from(body), etag: contentTag(body) };
  const { nextCursor, prevCursor, ...named } = page;
  const place = JSON.stringify([CURSOR_VERSION, nextCursor !== null, prevCursor !== null, named]);
  return {
    start: Buffer.from(`${body},"page":${JSON.stringify(page)}`),
    etag: contentTag(body + place),
  };
}
