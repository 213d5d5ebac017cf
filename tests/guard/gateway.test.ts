import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { loadConfig } from "../../core/config/load.ts";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { type LocalChain, startChain } from "../../devnet/chain.ts";
import {
  hideAndAlterLogs,
  type Lie,
  type LyingRpc,
  startLyingRpc,
} from "../../devnet/lying-rpc.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import type { RpcLog, RpcReceipt } from "../../guard/proof/rpc-block.ts";
import {
  createDatabase,
  type PostgresServer,
  startPostgres,
  withClient,
} from "../support/postgres.ts";
import {
  type GatewayUnderTest,
  type GatewayWorld,
  logDifferences,
  logsOf,
  NO_DIFFERENCES,
  openGateway,
  openGatewayWorld,
  provedLogsOf,
} from "./gateway-world.ts";

/** Blocks in which a provider hides a log while they are new. */
const LIVE_BLOCKS = 100;

/** HTTP requests to the providers for each event of a cold history. */
const MAX_REQUESTS_PER_EVENT = 0.02;

/** Blocks of history: most of it is below the blocks that are linked at the start. */
const HISTORY = 160;

let postgres: PostgresServer;
let world: GatewayWorld;
let liar: LyingRpc;
let honest: LyingRpc;
let gateway: GatewayUnderTest | undefined;
let other: LocalChain | undefined;

beforeAll(async () => {
  [postgres, world] = await Promise.all([startPostgres(), openGatewayWorld(HISTORY)]);
  [liar, honest] = await Promise.all([
    startLyingRpc(world.chain.url),
    startLyingRpc(world.chain.url),
  ]);
});
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
  liar.tell();
  liar.follow(world.chain.url);
});
afterAll(async () => {
  await other?.stop();
  await liar?.stop();
  await honest?.stop();
  await world?.stop();
  await postgres?.stop();
});

async function untilReady(opened: GatewayUnderTest): Promise<void> {
  await waitUntil(async () => (await opened.ready()).isReady, {
    what: "the gateway is ready",
    deadlineMs: 20_000,
  });
}

async function untilHead(opened: GatewayUnderTest, number: bigint): Promise<void> {
  await waitUntil(async () => BigInt((await opened.ready()).head?.number ?? 0) >= number, {
    what: `the gateway is at block ${number}`,
    deadlineMs: 20_000,
  });
}

describe("the gateway before a market", () => {
  test("reads a cold history in few requests, and its logs are the node's", async () => {
    gateway = await openGateway(world, [honest.url]);
    await untilReady(gateway);
    const before = honest.meter.requests;
    const differences = await logDifferences(gateway, world);
    expect(differences).toEqual(NO_DIFFERENCES);
    const perEvent = (honest.meter.requests - before) / differences.count;
    console.log(`${perEvent.toFixed(4)} upstream requests an event, ${differences.count} events`);
    expect(perEvent).toBeLessThanOrEqual(MAX_REQUESTS_PER_EVENT);
  });

  test("a provider that hides logs is benched by name, and no log is missing, old or new (IX-3) [1.49]", async () => {
    liar.tell(hideAndAlterLogs);
    gateway = await openGateway(world, [liar.url, honest.url]);
    await untilReady(gateway);
    const head = await world.chain.blockNumber();
    await world.play(LIVE_BLOCKS);
    await untilHead(gateway, await world.chain.blockNumber());
    const isNew = (log: RpcLog) => BigInt(log.blockNumber ?? 0) > head;
    expect((await world.canonicalLogs()).filter(isNew).length).toBeGreaterThan(LIVE_BLOCKS);
    expect(await logDifferences(gateway, world)).toEqual(NO_DIFFERENCES);
    const { providers } = await gateway.ready();
    const standing = providers.find((one) => liar.url.endsWith(one.host));
    expect(standing?.refused).toBeGreaterThan(0);
    expect(standing?.reason).toMatch(/^block \d+: /);
    expect(providers.find((one) => honest.url.endsWith(one.host))?.refused).toBe(0);
  });

  test("waits, says why and is not ready while nobody proves an answer; then goes on by itself", async () => {
    liar.tell(hideAndAlterLogs);
    gateway = await openGateway(world, [liar.url]);
    const opened = gateway;
    await waitUntil(async () => (await opened.ready()).reason?.includes("block "), {
      what: "the gateway says why",
      deadlineMs: 20_000,
    });
    expect((await fetch(`${opened.url}/ready`)).status).toBe(503);
    await expect(opened.request("eth_blockNumber")).rejects.toThrow("gateway");
    liar.tell();
    await untilReady(opened);
    expect(await logDifferences(opened, world)).toEqual(NO_DIFFERENCES);
  });

  test("asks eth_getLogs of two providers where headers are not walked, and compares them (IX-3)", async () => {
    liar.tell(hideAndAlterLogs);
    const settings = { GATEWAY_PROVE_HISTORY: "false" };
    gateway = await openGateway(world, [honest.url, liar.url], settings);
    await untilReady(gateway);
    expect(await logDifferences(gateway, world)).toEqual(NO_DIFFERENCES);
    const { providers } = await gateway.ready();
    expect(providers.find((one) => liar.url.endsWith(one.host))?.refused).toBeGreaterThan(0);
  });

  test("a provider without eth_getBlockReceipts is asked for single receipts, which are proved as well", async () => {
    const hasNoBlockReceipts: Lie = ({ method }, answer) => {
      if (method !== "eth_getBlockReceipts") return answer;
      throw Object.assign(new Error("the method does not exist"), { code: -32_601 });
    };
    liar.tell(hasNoBlockReceipts);
    gateway = await openGateway(world, [liar.url]);
    await untilReady(gateway);
    const refusals = liar.asked.get("eth_getBlockReceipts");
    expect(await logDifferences(gateway, world)).toEqual(NO_DIFFERENCES);
    expect(liar.asked.get("eth_getBlockReceipts")).toBe(refusals);
    expect((await gateway.ready()).providers[0]?.refused).toBe(0);

    liar.tell((asked, answer) =>
      asked.method === "eth_getTransactionReceipt"
        ? { ...(answer as RpcReceipt), logs: [] }
        : hasNoBlockReceipts(asked, answer),
    );
    await world.play(2);
    const opened = gateway;
    await waitUntil(async () => ((await opened.ready()).providers[0]?.refused ?? 0) > 0, {
      what: "the provider is benched",
      deadlineMs: 30_000,
    });
  });

  test("a provider that is alone must have the block of the checkpoint, where one is configured", async () => {
    const { hash } = await world.chain.request<{ hash: string }>("eth_getBlockByNumber", [
      "0x14",
      false,
    ]);
    const settings = (known: string) => ({
      GATEWAY_PROVE_HISTORY: "false",
      GATEWAY_CHECKPOINT: `20:${known}`,
    });
    gateway = await openGateway(world, [honest.url], settings(hash));
    await untilReady(gateway);
    expect(await logDifferences(gateway, world)).toEqual(NO_DIFFERENCES);
    await gateway.stop();
    gateway = await openGateway(world, [honest.url], settings(`0x${"ab".repeat(32)}`));
    const opened = gateway;
    await untilReady(opened);
    const asking = logsOf(opened, world.contracts).catch(({ message }: Error) => message);
    await waitUntil(
      async () =>
        /^block 20 is 0x\w+, where/.test((await opened.ready()).providers[0]?.reason ?? ""),
      { what: "the provider is benched for the checkpoint", deadlineMs: 30_000 },
    );
    expect(await asking).toContain("not proved");
    expect(() => loadConfig("gateway", settings("0xAB"))).toThrow(/GATEWAY_CHECKPOINT must be/);
  });

  test("a provider that is behind or flaps does not move the head back (IX-5)", async () => {
    let asked = 0;
    gateway = await openGateway(world, [liar.url, honest.url]);
    await untilReady(gateway);
    const opened = gateway;
    const heads: number[] = [];
    const socket = new WebSocket(opened.url.replace("http", "ws"));
    await new Promise((resolve) => socket.once("open", resolve));
    socket.on("message", (data) => {
      const { params } = JSON.parse(String(data));
      if (params !== undefined) heads.push(Number(params.result.number));
    });
    socket.send(
      JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_subscribe", params: ["newHeads"] }),
    );
    const start = await world.chain.blockNumber();
    const old = await world.chain.request("eth_getBlockByNumber", [
      `0x${(start - 50n).toString(16)}`,
      false,
    ]);
    liar.tell(({ method, params }, answer) => {
      if (method !== "eth_getBlockByNumber" || params[0] !== "latest") return answer;
      asked += 1;
      return asked % 2 === 0 ? old : answer;
    });
    for (let block = 1n; block <= 20n; block += 1n) {
      await world.chain.mine();
      await untilHead(opened, start + block);
    }
    socket.close();
    const backward = heads.filter((head, at) => at > 0 && head <= (heads[at - 1] ?? 0));
    console.log(`heads announced ${heads.length}, backward moves ${backward.length}`);
    expect(asked).toBeGreaterThan(4);
    expect(backward).toEqual([]);
    expect((await opened.ready()).isReady).toBe(true);
  });

  test("says so within seconds when a provider is on another chain of blocks, and follows neither (IX-5)", async () => {
    other ??= await startChain();
    await other.mineMany(Number(await world.chain.blockNumber()) + 3, 7);
    gateway = await openGateway(world, [liar.url, honest.url]);
    await untilReady(gateway);
    const opened = gateway;
    liar.follow(other.url);
    const startedAt = performance.now();
    await waitUntil(async () => (await opened.ready()).reason?.includes("disagree"), {
      what: "the gateway is not ready",
      deadlineMs: 20_000,
    });
    const seconds = (performance.now() - startedAt) / 1_000;
    console.log(`${seconds.toFixed(1)} s until the fork was told`);
    expect(seconds).toBeLessThan(10);
    const head = await opened.request<{ hash: string }>("eth_getBlockByNumber", ["latest", false]);
    const canonical = await world.chain.request<{ hash: string }>("eth_getBlockByHash", [
      head.hash,
      false,
    ]);
    expect(canonical).not.toBeNull();
    liar.follow(world.chain.url);
    await untilReady(opened);
  });

  test("a pending or invented receipt is never served as mined (IX-7)", async () => {
    gateway = await openGateway(world, [liar.url]);
    await untilReady(gateway);
    const [log] = await world.canonicalLogs();
    const mined = await world.chain.request<RpcReceipt>("eth_getTransactionReceipt", [
      log?.transactionHash,
    ]);
    const unmined = `0x${"ab".repeat(32)}`;
    let claim: Partial<Record<keyof RpcReceipt, unknown>> | undefined;
    liar.tell(({ method }, answer) =>
      method === "eth_getTransactionReceipt"
        ? { ...mined, transactionHash: unmined, ...claim }
        : answer,
    );
    const settled: unknown[] = [];
    for (claim of [
      {},
      { blockHash: null, blockNumber: null },
      { blockNumber: "0xffffff", blockHash: unmined },
      { blockHash: unmined },
    ]) {
      settled.push(await gateway.request("eth_getTransactionReceipt", [unmined]));
    }
    expect(settled).toEqual([null, null, null, null]);
    await expect(gateway.request("eth_getBlockByNumber", ["pending", false])).rejects.toThrow(
      "pending",
    );
    liar.tell();
    const served = await gateway.request("eth_getTransactionReceipt", [log?.transactionHash]);
    expect(served).toMatchObject({ blockHash: mined.blockHash, status: mined.status });
  });

  test("gives no state that two providers differ about, and refuses methods by name", async () => {
    gateway = await openGateway(world, [liar.url, honest.url]);
    await untilReady(gateway);
    const [address] = world.contracts;
    const read = () => gateway?.request<string>("eth_getCode", [address, "latest"]);
    const code = await read();
    expect(code).toBe(await world.chain.request("eth_getCode", [address, "latest"]));
    await world.chain.mine();
    liar.tell(({ method }, answer) => (method === "eth_getCode" ? "0x00" : answer));
    await untilHead(gateway, await world.chain.blockNumber());
    await expect(read()).rejects.toThrow(/differ in eth_getCode at block/);
    await expect(gateway.request("eth_sendRawTransaction", ["0x"])).rejects.toThrow(
      "does not serve eth_sendRawTransaction",
    );
  });

  test("records what it proved, how deep, and what it thinks of its providers", async () => {
    const database = await createDatabase(postgres.url);
    await migrateToLatest(database, {});
    liar.tell(hideAndAlterLogs);
    gateway = await openGateway(world, [liar.url, honest.url], { GATEWAY_DATABASE_URL: database });
    await untilReady(gateway);
    const logs = await provedLogsOf(gateway, world.contracts);
    const head = Number((await gateway.ready()).head?.number);
    const [blocks, ranges, providers, states] = await waitUntil(
      () =>
        withClient(database, async (client) => {
          const rows = async (text: string) => (await client.query(text)).rows;
          const ranges = await rows("SELECT from_block, to_block, proof FROM app.proved_range");
          if (Number(ranges[0]?.to_block) < head || Number(ranges[0]?.from_block) > 0) return;
          return [
            await rows("SELECT number, hash, proof, logs, providers FROM app.audit_block"),
            ranges,
            await rows("SELECT host, refused, reason FROM app.provider_state"),
            await rows("SELECT is_ready, head FROM app.gateway_state"),
          ] as const;
        }),
      { what: "the proofs are recorded", deadlineMs: 20_000 },
    );
    expect(ranges).toEqual([{ from_block: "0", to_block: String(head), proof: "live" }]);
    expect(blocks.length).toBe(head + 1);
    const inBlocks = blocks.reduce((sum, block) => sum + block.logs, 0);
    expect(inBlocks).toBeGreaterThanOrEqual(logs.length);
    expect(blocks.every((block) => liar.url.endsWith(block.providers[0]))).toBe(false);
    expect(providers.find((one) => liar.url.endsWith(one.host))?.reason).toMatch(/^block \d+: /);
    expect(states[0]?.is_ready).toBe(true);
  });
});
