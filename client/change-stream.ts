import { createParser } from "eventsource-parser";
import type { Client } from "openapi-fetch";
import type { Change, ChangeFilter } from "./changes.ts";
import { toError } from "./problem.ts";
import type { paths } from "./schema.ts";

/** How far a reader has heard; undefined before the stream has said where it begins. */
export type Place = { sequence: number | undefined };

/** A stream that is silent, or that left a sequence out: its reader gives it up and catches up. */
class LostStreamError extends Error {
  override name = "LostStreamError";
}

/** What a stream says: an entry, or only how far it is. */
type News = { sequence: number; change?: Change };

/**
 * Yields what one connection brings and moves the place along; ends or throws with the connection.
 * Entries that were heard before are left out.
 */
export async function* readStream(
  api: Client<paths>,
  filter: ChangeFilter,
  place: Place,
  { idleTimeoutMs, signal }: { idleTimeoutMs: number; signal: AbortSignal | undefined },
): AsyncGenerator<Change, void, undefined> {
  const connection = new AbortController();
  const stop = () => connection.abort();
  signal?.addEventListener("abort", stop);
  try {
    const body = connect(api, filter, place, connection.signal);
    const reader = (await inTime(body, idleTimeoutMs)).getReader();
    for await (const { sequence, change } of readNews(reader, idleTimeoutMs)) {
      if (change === undefined) {
        place.sequence = Math.max(sequence, place.sequence ?? 0);
        continue;
      }
      if (place.sequence !== undefined && sequence <= place.sequence) continue;
      if (hasGap(filter, place, sequence)) throw new LostStreamError("entries are missing");
      place.sequence = sequence;
      yield change;
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    connection.abort();
  }
}

async function connect(
  api: Client<paths>,
  filter: ChangeFilter,
  { sequence }: Place,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const { error, response, data } = await api.GET("/v1/changes/stream", {
    params: {
      query: filter,
      ...(sequence === undefined ? {} : { header: { "last-event-id": String(sequence) } }),
    },
    headers: { accept: "text/event-stream" },
    parseAs: "stream",
    signal,
  });
  if (data === null || data === undefined) throw toError(error, response);
  return data;
}

/** In the order in which the server said it, so that a place never runs ahead of its entries. */
async function* readNews(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  idleTimeoutMs: number,
): AsyncGenerator<News, void, undefined> {
  const news: News[] = [];
  const parser = createParser({
    onId: (id) => news.push({ sequence: Number(id) }),
    onEvent: ({ data }) => {
      news.pop(); // The parser has told the id of this very entry just before.
      const change = JSON.parse(data) as Change; // The API's own message, by its schema.
      news.push({ sequence: change.sequence, change });
    },
  });
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await inTime(reader.read(), idleTimeoutMs);
    if (done) return;
    parser.feed(decoder.decode(value, { stream: true }));
    yield* news.splice(0);
  }
}

/** A filter leaves entries out on purpose; without one, every sequence must come. */
function hasGap(filter: ChangeFilter, place: Place, sequence: number): boolean {
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return !isFiltered && place.sequence !== undefined && sequence > place.sequence + 1;
}

/** @throws LostStreamError when nothing has come in time */
async function inTime<Value>(promise: Promise<Value>, limitMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new LostStreamError(`silent for ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}
