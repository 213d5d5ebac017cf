import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi } from "./support/api.ts";
import { type EventStream, idsOf, readEventStream } from "./support/event-stream.ts";
import { createJournalStage, type JournalStage } from "./support/journal.ts";
import { listen } from "./support/listen.ts";

let server: PostgresServer;
let stage: JournalStage;

beforeAll(async () => {
  server = sharedPostgres();
  stage = await createJournalStage(server.url);
});
afterAll(async () => {
  await stage.close();
  await server.stop();
});
beforeEach(() => stage.reset());

/** Readers, and blocks between restarts; more in `npm run torture -- read-api`. */
const READERS = Number(process.env.VALYRA_STREAMS ?? 100);
const BLOCKS = Number(process.env.VALYRA_STREAM_BLOCKS ?? 15);
const LIMIT_MS = 120_000 + READERS * BLOCKS * 10;

test("many readers, an API that restarts: nobody misses or repeats a sequence", {
  timeout: LIMIT_MS,
}, async () => {
  const startHost = (port?: number) =>
    listen(startApi(stage.urls.api, { feedOptions: { maxReaders: 2 * READERS } }), port);
  let host = await startHost();
  let isOver = false;
  const streams: EventStream[] = [];
  const port = host.port;

  /** A browser: connects again with what it heard last, until the end. */
  const reader = async (heard: number[]) => {
    let lastHeard: string | undefined = "0";
    while (!isOver) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/v1/changes/stream`, {
          headers: { "last-event-id": lastHeard },
        });
        const stream = readEventStream(response, lastHeard);
        streams.push(stream);
        await stream.ended;
        heard.push(...idsOf(stream));
        lastHeard = stream.lastEventId() ?? lastHeard;
      } catch {
        await pause(50);
      }
    }
  };
  const heardBy = Array.from({ length: READERS }, () => [] as number[]);
  const readers = heardBy.map(reader);
  const traffic = async (blocks: number) => {
    for (let block = 0; block < blocks; block += 1) {
      await stage.chain.mine(5, block % 2);
      if (block % 5 === 4) await stage.chain.revert(2);
      await stage.follow();
    }
  };
  const connected = (count: number) =>
    waitUntil(() => streams.length >= count, { what: `${count} readers`, deadlineMs: 60_000 });

  await connected(READERS);
  await traffic(BLOCKS);
  await Promise.all([traffic(BLOCKS), host.stop()]);
  host = await startHost(port);
  await Promise.all([traffic(BLOCKS), connected(2 * READERS)]);
  // The last block comes when everybody listens; its entries are the last.
  await traffic(1);
  const newest = await stage.newestSequence();
  expect(newest).toBeGreaterThan(150);
  await waitUntil(
    () => streams.filter((stream) => stream.lastEventId() === `${newest}`).length >= READERS,
    {
      what: "everybody has heard the newest entry",
      deadlineMs: 20_000,
    },
  );
  isOver = true;
  await host.stop();
  await Promise.all(readers);
  const expected = Array.from({ length: newest }, (_, index) => index + 1);
  for (const heard of heardBy) expect(heard).toEqual(expected);
});

test("a reader that does not read is dropped, and goes on from where it was", async () => {
  const slow = startApi(stage.urls.api, { feedOptions: { bufferSize: 1_500 } });
  const host = await listen(slow);
  try {
    const socket = connect(host.port, "127.0.0.1");
    await once(socket, "connect");
    socket.pause();
    socket.write(`GET /v1/changes/stream HTTP/1.1\r\nhost: x\r\n\r\n`);
    await waitUntil(async () => (await slow.metrics.render()).includes("valyra_api_streams 1"), {
      what: "the reader is there",
      deadlineMs: 10_000,
    });
    const fast = readEventStream(await fetch(`${host.url}/v1/changes/stream`));
    // More than the buffers of both kernels hold.
    const dropped = async () =>
      (await slow.metrics.render()).includes("valyra_api_streams_dropped 1");
    await waitUntil(
      async () => {
        await stage.chain.mine(1_000);
        await stage.follow();
        return dropped();
      },
      { what: "the reader is dropped", deadlineMs: 60_000 },
    );
    const received: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => received.push(chunk));
    socket.resume();
    await once(socket, "close");
    const text = Buffer.concat(received).toString();
    expect(text).toContain(": too slow, connect again to go on");
    expect(fast.comments.join()).not.toContain("too slow");
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids).toEqual(ids.map((_, index) => index));
    const last = ids.at(-1) ?? 0;
    const rest = await slow.get(`/v1/changes/stream?after=${last}`);
    const stream = readEventStream(rest);
    await waitUntil(() => stream.messages.length > 0, { what: "it goes on", deadlineMs: 10_000 });
    expect(idsOf(stream)[0]).toBe(last + 1);
  } finally {
    await host.stop();
  }
});
