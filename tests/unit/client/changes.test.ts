import { afterEach, describe, expect, test } from "vitest";
import { exampleProblem } from "../../../api/http/problem.ts";
import { type Change, createValyraClient, type ReadChangesOptions } from "../../../client/index.ts";
import type { ErrorCode } from "../../../core/errors.ts";
import { type ChangeServer, startChangeServer } from "./change-server.ts";

const FAST: Partial<ReadChangesOptions> = { idleTimeoutMs: 300, retry: { firstMs: 1, mostMs: 5 } };

let server: ChangeServer;
afterEach(() => server.stop());

/** Reads until a number of changes has come, and what was asked of the server meanwhile. */
async function readSome(count: number, options: ReadChangesOptions = {}) {
  const { readChanges } = createValyraClient({ baseUrl: server.url });
  const changes: Change[] = [];
  for await (const change of readChanges({ ...FAST, ...options })) {
    changes.push(change);
    if (changes.length === count) break;
  }
  return changes.map(({ sequence }) => sequence);
}

describe("following changes", () => {
  test("what a server says twice is heard once", async () => {
    server = await startChangeServer({
      journal: 4,
      streams: [{ send: [1, 2, 3, 2, 3, 4], stayOpen: true }],
    });
    expect(await readSome(4, { after: 0 })).toEqual([1, 2, 3, 4]);
  });

  test("from now on begins where the stream says, without an entry of its own", async () => {
    server = await startChangeServer({ journal: 9, streams: [{ send: ["id: 7\n\n"] }] });
    expect(await readSome(2)).toEqual([8, 9]);
    expect(server.asked).toEqual(["stream after undefined", "page after 7"]);
  });

  test("goes on where the connection was lost", async () => {
    server = await startChangeServer({
      journal: 6,
      streams: [{ send: ["id: 0\n\n", 1, 2, 3] }, { send: [], stayOpen: true }],
    });
    expect(await readSome(6, { after: 0 })).toEqual([1, 2, 3, 4, 5, 6]);
    expect(server.asked[0]).toBe("stream after 0");
    expect(server.asked[1]).toBe("page after 3");
  });

  test("a stream that falls silent is left, and what it kept back is read in pages", async () => {
    server = await startChangeServer({
      journal: 4,
      streams: [
        { send: [1, 2], stayOpen: true },
        { send: [], stayOpen: true },
      ],
    });
    expect(await readSome(4, { after: 0 })).toEqual([1, 2, 3, 4]);
    expect(server.asked.slice(0, 2)).toEqual(["stream after 0", "page after 2"]);
  });

  test("heartbeats keep a quiet stream, and move the place on", async () => {
    server = await startChangeServer({
      journal: 9,
      streams: [{ send: ["id: 7\n\n"], beats: 6, thenSend: [9], stayOpen: true }],
    });
    expect(await readSome(1, { after: 5, filter: { kind: "sale" } })).toEqual([9]);
    expect(server.asked).toEqual(["stream after 5 of sale"]);
  });

  test("a sequence that is missing is fetched before what follows it", async () => {
    server = await startChangeServer({
      journal: 5,
      streams: [
        { send: [1, 2, 5], stayOpen: true },
        { send: [], stayOpen: true },
      ],
    });
    expect(await readSome(5, { after: 0 })).toEqual([1, 2, 3, 4, 5]);
    expect(server.asked[1]).toBe("page after 2");
  });

  test("while streams are refused it reads pages, again and again", async () => {
    server = await startChangeServer({ journal: 3, streams: [], refuse: "TOO_MANY_STREAMS" });
    expect(await readSome(3, { after: 0 })).toEqual([1, 2, 3]);
    expect(server.asked.filter((what) => what.startsWith("stream")).length).toBeGreaterThan(0);
  });

  test("a refusal for good ends it", async () => {
    server = await startChangeServer({ journal: 3, streams: [], refuse: "UNKNOWN_SEQUENCE" });
    const code: ErrorCode = "UNKNOWN_SEQUENCE";
    await expect(readSome(1, { after: 99 })).rejects.toMatchObject({
      code,
      problem: { fix: exampleProblem(code).fix },
    });
  });

  test("a signal ends it without an error, also between connections", async () => {
    server = await startChangeServer({ journal: 2, streams: [{ send: [1, 2], stayOpen: true }] });
    const { readChanges } = createValyraClient({ baseUrl: server.url });
    const ending = new AbortController();
    const heard: number[] = [];
    for await (const { sequence } of readChanges({ ...FAST, after: 0, signal: ending.signal })) {
      heard.push(sequence);
      if (sequence === 2) setTimeout(() => ending.abort(), 20);
    }
    expect(heard).toEqual([1, 2]);
    await server.stop();
    const nobody = readChanges({ after: 0, signal: AbortSignal.timeout(50) });
    expect(await nobody.next()).toEqual({ done: true, value: undefined });
  });
});
