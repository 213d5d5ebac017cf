import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Provider } from "./provider.ts";

type Call = { id: number; method: string; params: [number] };

/** Calls that one request held, by their first parameter. */
let batches: number[][];
/** Lets the node answer what it has been asked. */
let open: () => void;
let server: Server;
let provider: Provider;

beforeEach(async () => {
  batches = [];
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const parsed = JSON.parse(text) as Call | Call[];
    const calls = Array.isArray(parsed) ? parsed : [parsed];
    batches.push(calls.map(({ params }) => params[0]));
    await opened;
    const replies = calls.map(({ id, params }) => ({ jsonrpc: "2.0", id, result: params[0] }));
    response.end(JSON.stringify(Array.isArray(parsed) ? replies : replies[0]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  provider = new Provider({ url: urlOf(server), timeoutMs: 10_000, requestsPerSecond: 0 });
});
afterEach(() => {
  open();
  server.closeAllConnections();
  server.close();
});

test("calls of one moment share a request", async () => {
  open();
  const answers = await Promise.all([1, 2, 3].map((number) => provider.call("get", [number])));
  expect(answers).toEqual([1, 2, 3]);
  expect(batches).toEqual([[1, 2, 3]]);
});

test("what is read ahead goes lowest block first, and never before what somebody waits for", async () => {
  // Answers of an unknown method count as large, so that eight fill a request.
  const blocks = Array.from({ length: 128 }, (_, at) => 128 - at);
  const ahead = blocks.map((number) => provider.call<number>("get", [number], number));
  await expect.poll(() => batches.length).toBe(1);
  expect(batches[0]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const urgent = provider.call<number>("get", [-1]);
  await expect.poll(() => batches.length).toBe(2);
  expect(batches[1]).toEqual([-1]);
  open();
  expect(await urgent).toBe(-1);
  expect(await Promise.all(ahead)).toEqual(blocks);
});

test("a node that is late is asked for half as much at once, and every call is answered", async () => {
  provider = new Provider({ url: urlOf(server), timeoutMs: 300, requestsPerSecond: 0 });
  const ahead = [1, 2, 3, 4, 5, 6, 7, 8].map((number) =>
    provider.call<number>("get", [number], number),
  );
  await expect.poll(() => batches.length, { timeout: 5_000 }).toBeGreaterThan(1);
  open();
  expect(await Promise.all(ahead)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(batches[0]?.length).toBe(8);
  expect(batches[1]?.length).toBe(4);
});

function urlOf(listening: Server): string {
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}
