import type { Client } from "openapi-fetch";
import { type Place, readStream } from "./change-stream.ts";
import { ProblemError, toError } from "./problem.ts";
import { backoffMs, pause, type RetryTimes } from "./retry.ts";
import type { components, paths } from "./schema.ts";

export type Change = components["schemas"]["Change"];

/** Which entries to hear of; the same filters as `/v1/changes`. */
export type ChangeFilter = Omit<
  NonNullable<paths["/v1/changes"]["get"]["parameters"]["query"]>,
  "after" | "limit"
>;

export type ReadChangesOptions = {
  /** Sequence heard last: what came later follows. From now on unless given. */
  after?: number;
  filter?: ChangeFilter;
  /** Ends the iteration without an error. */
  signal?: AbortSignal;
  /** Silence after which a connection counts as lost; the API is never silent for 15 s. */
  idleTimeoutMs?: number;
  /** How long to wait before the next attempt: doubled from `first` up to `most`, with jitter. */
  retry?: Partial<RetryTimes>;
};

/** Three heartbeats of the API. */
const IDLE_TIMEOUT_MS = 45_000;
const RETRY: RetryTimes = { firstMs: 500, mostMs: 30_000 };
const PAGE_LENGTH = 500;

/**
 * Follows the journal: each change once, in order. It hears the stream while that works; when a
 * connection is lost, silent or refused, or a sequence is missing, it reads what it missed in pages
 * and connects again.
 *
 * @throws ProblemError when the API refuses for good, for example UNKNOWN_SEQUENCE
 */
export async function* readChanges(
  api: Client<paths>,
  { after, filter = {}, signal, idleTimeoutMs = IDLE_TIMEOUT_MS, retry }: ReadChangesOptions = {},
): AsyncGenerator<Change, void, undefined> {
  const times = { ...RETRY, ...retry };
  const place: Place = { sequence: after };
  let failures = 0;
  while (!signal?.aborted) {
    const before = place.sequence;
    let minimumMs = 0;
    try {
      // Without a place there is nothing to catch up with: the stream says where it begins.
      if (failures > 0 && place.sequence !== undefined) {
        yield* catchUp(api, filter, place, signal);
      }
      yield* readStream(api, filter, place, { idleTimeoutMs, signal });
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof ProblemError) {
        if (!isWorthRetrying(error)) throw error;
        minimumMs = (error.retryAfterSeconds ?? 0) * 1_000;
      }
    }
    failures = place.sequence === before ? failures + 1 : 1;
    await pause(Math.max(minimumMs, backoffMs(failures, times)), signal);
  }
}

/** Refusals of the server's condition pass; refusals of the request do not. */
function isWorthRetrying({ problem, retryAfterSeconds }: ProblemError): boolean {
  return retryAfterSeconds !== undefined || problem.status >= 500;
}

/** Yields what came after a place, in pages, and moves the place along. */
async function* catchUp(
  api: Client<paths>,
  filter: ChangeFilter,
  place: Place,
  signal: AbortSignal | undefined,
): AsyncGenerator<Change, void, undefined> {
  for (let hasMore = true; hasMore; ) {
    const query = { ...filter, after: place.sequence, limit: PAGE_LENGTH };
    const { data, error, response } = await api.GET("/v1/changes", { params: { query }, signal });
    if (data === undefined) throw toError(error, response);
    for (const change of data.data) {
      place.sequence = change.sequence;
      yield change;
    }
    place.sequence = data.page.nextAfter;
    hasMore = data.page.hasMore;
  }
}
