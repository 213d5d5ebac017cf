import { expect, test } from "vitest";
import type { ProvedRange } from "./history.ts";
import { LogServer, type LogServerDeps } from "./log-server.ts";
import type { ProvedBlock } from "./proved-block.ts";

/** Some ten thousand bytes. */
const BLOCK = { headText: "x".repeat(10_000) } as ProvedBlock;

/** A server over a reader that counts how often each block is read. */
function countingServer(bottom: number, maxBytes = 1_000_000) {
  const reads: [number, number][] = [];
  const proved: ProvedRange[] = [];
  let isRefused = false;
  const follower = { bottom: { number: bottom } as ProvedBlock, at: () => undefined };
  const deps: LogServerDeps = {
    reader: {
      isDense: false,
      async read(from, to) {
        reads.push([from, to]);
        if (isRefused) throw new Error("nobody proves it");
        return { from, to, depth: "live", blocks: [BLOCK], logs: [] };
      },
    },
    follower,
    isWalked: true,
    maxBytes,
    onRange: (range) => proved.push(range),
  };
  return {
    server: new LogServer(deps),
    reads,
    proved,
    moveWindowTo(number: number) {
      follower.bottom = { number } as ProvedBlock;
    },
    refuse(yes: boolean) {
      isRefused = yes;
    },
  };
}

test("what lies between the last whole span and the window is read once for all who ask", async () => {
  const { server, reads, proved } = countingServer(93);
  await Promise.all([server.logs(80, 90), server.logs(82, 92), server.logs(88, 200)]);
  await server.logs(80, 92);
  expect(reads).toEqual([[80, 92]]);
  expect(proved).toHaveLength(1);
});

test("it is read anew when the window has moved, was replaced, or could not be proved", async () => {
  const { server, reads, moveWindowTo, refuse } = countingServer(93);
  refuse(true);
  await expect(server.logs(80, 92)).rejects.toThrow("nobody proves it");
  refuse(false);
  await server.logs(80, 92);
  moveWindowTo(94);
  await server.logs(80, 92);
  server.forgetFrom(90);
  await server.logs(80, 92);
  expect(reads).toEqual([
    [80, 92],
    [80, 92],
    [80, 93],
    [80, 93],
  ]);
});

test("spans without a log take memory, too: the one used longest ago is dropped, no others", async () => {
  // Room for five spans of six, which the first question reads ahead.
  const { server, reads } = countingServer(16 * 6, 60_000);
  const ask = (index: number) => server.logs(index * 16, index * 16);
  for (const index of [0, 5, 4, 3, 2, 1]) await ask(index);
  expect(reads.map(([from]) => from / 16)).toEqual([0, 1, 2, 3, 4, 5]);
  await ask(0);
  expect(reads.slice(6).map(([from]) => from / 16)).toEqual([0]);
});

test("a span that is being read when its blocks are replaced is not taken for theirs", async () => {
  const { server, reads, proved } = countingServer(93);
  const asked = server.logs(0, 10);
  server.forgetFrom(5);
  await asked;
  expect(proved.map(({ from }) => from)).not.toContain(0);
  await server.logs(0, 10);
  expect(reads.filter(([from]) => from === 0)).toHaveLength(2);
});
