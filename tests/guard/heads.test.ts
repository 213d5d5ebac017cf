import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createRpcClient } from "../../core/rpc/client.ts";
import { createChainSource } from "../../guard/chain/chain-source.ts";
import { createHeadFollower } from "../../guard/heads/follow-heads.ts";
import { finalityDepths, observeHeads } from "../../guard/heads/observe-heads.ts";
import { createGuardMetrics } from "../../guard/metrics.ts";
import { createGuardStore } from "../../guard/store/guard-store.ts";
import { startTestChain, TEST_CHAIN_ID, type TestChain } from "../support/anvil.ts";
import { type PostgresServer, startPostgres } from "../support/postgres.ts";
import { createFakeIndex, type FakeIndex } from "./fake-index.ts";

/** Blocks of an epoch on the test chain: safe is one epoch back, final two. */
const EPOCH = 4n;

let postgres: PostgresServer;
let chain: TestChain;
let index: FakeIndex;
let pool: pg.Pool;

beforeAll(async () => {
  [postgres, chain] = await Promise.all([startPostgres(), startTestChain()]);
  await chain.mineMany(40);
});

afterAll(async () => {
  await pool?.end();
  await index?.close();
  await chain?.stop();
  await postgres?.stop();
});

beforeEach(async () => {
  await pool?.end();
  await index?.close();
  index = await createFakeIndex(postgres.url, TEST_CHAIN_ID);
  pool = new pg.Pool({ connectionString: index.workerUrl, max: 2 });
});

type Proxied = { server: Server; url: string };

/** A node in front of the chain that answers some requests in its own way. */
async function startProxy(
  answer: (method: string, params: unknown[]) => object | undefined,
): Promise<Proxied> {
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const { id, method, params } = JSON.parse(text);
    response.setHeader("content-type", "application/json");
    const own = answer(method, params);
    if (own !== undefined) return void response.end(JSON.stringify({ jsonrpc: "2.0", id, ...own }));
    const upstream = await fetch(chain.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: text,
    });
    response.end(await upstream.text());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const sourceOf = (...urls: string[]) =>
  createChainSource(
    urls.map((url) => createRpcClient(url, 5_000)),
    () => undefined,
  );

function follow(url: string) {
  const metrics = createGuardMetrics();
  const follower = createHeadFollower({
    chainId: TEST_CHAIN_ID,
    source: sourceOf(url),
    store: createGuardStore(pool),
    depths: finalityDepths(undefined),
    metrics,
    log: pino({ level: "silent" }),
  });
  return { follower, metrics };
}

const storedHeads = async () => {
  const [row] = await index.query<{ head: string; safe: string; final: string; head_hash: string }>(
    "SELECT * FROM app.chain_head",
  );
  return row;
};

test("the heads in the database are those of the chain's own tags", async () => {
  const { follower } = follow(chain.url);
  await follower.step();
  const head = await chain.blockNumber();
  expect(await storedHeads()).toMatchObject({
    head: String(head),
    safe: String(head - EPOCH),
    final: String(head - 2n * EPOCH),
  });
  await chain.mine();
  await follower.step();
  expect((await storedHeads())?.head).toBe(String(head + 1n));
});

test("where a chain has no tags, depths stand in", async () => {
  const { server, url } = await startProxy((method, [tag]) =>
    method === "eth_getBlockByNumber" && (tag === "safe" || tag === "finalized")
      ? { error: { code: -32_602, message: "unknown block tag" } }
      : undefined,
  );
  try {
    const head = await chain.blockNumber();
    const heads = await observeHeads(sourceOf(url), finalityDepths(20));
    expect([heads.safe.number, heads.final.number]).toEqual([head - 10n, head - 20n]);
  } finally {
    server.close();
  }
});

test("a node that falls back does not move safe and final back, not even after a restart", async () => {
  await follow(chain.url).follower.step();
  const before = await storedHeads();
  const { server, url } = await startProxy((method, params) =>
    method === "eth_getBlockByNumber" &&
    typeof params[0] === "string" &&
    !params[0].startsWith("0x")
      ? { result: { number: "0x5", hash: `0x${"5".repeat(64)}` } }
      : undefined,
  );
  try {
    await follow(url).follower.step();
    expect(await storedHeads()).toMatchObject({
      head: before?.head,
      safe: before?.safe,
      final: before?.final,
    });
  } finally {
    server.close();
  }
});

test("a final block that was replaced is counted as a violation of finality", async () => {
  const { follower, metrics } = follow(chain.url);
  await chain.mineMany(20);
  await follower.step();
  await chain.reorg(12);
  await chain.mineMany(6);
  await follower.step();
  expect((await metrics.finalityViolations.get()).values[0]?.value).toBe(1);
});

test("a log that one of two nodes leaves out is still seen", async () => {
  const { server, url } = await startProxy((method) =>
    method === "eth_getLogs" ? { result: [] } : undefined,
  );
  try {
    const topic = `0x${"1".repeat(64)}` as const;
    // Init code that logs one topic and deploys nothing.
    const data = `0x7f${topic.slice(2)}60006000a100` as const;
    const [receipt] = await chain.execute([{ from: chain.accounts[0] as `0x${string}`, data }]);
    const contract = receipt?.contractAddress?.toLowerCase() as `0x${string}`;
    const block = await chain.blockNumber();
    const logs = await sourceOf(url, chain.url).fetchLogs([contract], block, block);
    expect(logs).toMatchObject([{ contract, topics: [topic], blockNumber: block }]);
  } finally {
    server.close();
  }
});
