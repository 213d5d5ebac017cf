import { setTimeout as delay } from "node:timers/promises";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { EndReason, FeedReader } from "../../../core/journal/feed-reader.ts";
import type { ChangeRow } from "../../../core/queries/changes.ts";
import type { ApiDeps } from "../../deps.ts";
import type { ApiContext } from "../../http/env.ts";
import type { Router } from "../../http/router.ts";
import { toChange } from "./change.resource.ts";
import { toChangeFilter } from "./change-filter.ts";
import { streamChanges } from "./changes.contract.ts";

const HEARTBEAT_MS = 15_000;

/** What a browser waits before it connects again. */
const RETRY_MS = 2_000;

/** A stream that has ended gets this long to reach a slow reader; then its connection is cut. */
const GRACE_MS = 5_000;

/** Proxies must neither change the stream nor collect it before they pass it on. */
const STREAM_HEADERS = {
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
} as const;

export const registerStreamChanges = (app: Router, deps: ApiDeps) =>
  app.openapi(streamChanges, async (c) => {
    const { after, ...params } = c.req.valid("query");
    const lastHeard = c.req.valid("header")["last-event-id"];
    const filter = toChangeFilter(deps.addressBook, params);
    const start = lastHeard ?? (after === undefined ? undefined : BigInt(after));
    const reader = await deps.feed.open(filter, start);
    // HEAD is answered by this handler too, and nobody would ever read its body.
    if (c.req.method === "HEAD") {
      deps.feed.leave(reader);
      return c.body(null, 200, { "content-type": "text/event-stream" });
    }
    void reader.ended.then(() => cutAfterGrace(c));
    const response = streamSSE(c, async (stream) => {
      stream.onAbort(() => deps.feed.leave(reader));
      try {
        await tell(stream, reader);
      } finally {
        deps.feed.leave(reader);
      }
    });
    for (const [name, value] of Object.entries(STREAM_HEADERS)) {
      // In both places: what earlier middleware has prepared wins over the response's own.
      c.header(name, value);
      response.headers.set(name, value);
    }
    return response;
  });

/** Writes what the reader hears until one of the two ends it. */
async function tell(stream: SSEStreamingApi, reader: FeedReader): Promise<void> {
  await stream.write(
    `: from after ${reader.startsAfter}\nretry: ${RETRY_MS}\n${place(reader.startsAfter)}`,
  );
  while (!stream.aborted) {
    const news = await reader.next(HEARTBEAT_MS);
    if (stream.aborted) return;
    if (news.is === "entries") await writeEntries(stream, news.rows);
    else if (news.is === "quiet") await stream.write(`: still here\n${place(news.position)}`);
    else return void (await stream.write(`: ${GOODBYE[news.why]}\n\n`));
  }
}

const GOODBYE: Record<EndReason, string> = {
  "too slow": "too slow, connect again to go on",
  stopping: "the server stops, connect again to go on",
  "database unavailable": "the database cannot be reached, connect again to go on",
};

/**
 * Where the reader stands, as an id without data: no message to its listeners, yet what it sends
 * when it connects again, so that nothing is lost before the first entry that passes its filter.
 */
function place(sequence: bigint): string {
  return `id: ${sequence}\n\n`;
}

/** The messages of entries by row: all readers are sent the same text. */
const messages = new WeakMap<ChangeRow, string>();

async function writeEntries(stream: SSEStreamingApi, rows: readonly ChangeRow[]): Promise<void> {
  for (const row of rows) {
    if (stream.aborted) return;
    const data = messages.get(row) ?? JSON.stringify(toChange(row));
    messages.set(row, data);
    await stream.writeSSE({ id: String(row.sequence), event: row.kind, data });
  }
}

/** Without a server's socket, in tests, the reader of the body decides when it ends. */
async function cutAfterGrace(c: ApiContext): Promise<void> {
  await delay(GRACE_MS, undefined, { ref: false });
  const outgoing = c.env?.outgoing;
  if (outgoing !== undefined && !outgoing.writableFinished) outgoing.destroy();
}
