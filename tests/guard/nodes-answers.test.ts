import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createRpcClient } from "../../core/rpc/client.ts";
import { createChainSource } from "../../guard/chain/chain-source.ts";
import { startTestChain, type TestChain } from "../support/anvil.ts";
import { type Node, providerOf, remade, startNode } from "./nodes.ts";

let chain: TestChain;
let liar: Node;

beforeAll(async () => {
  chain = await startTestChain();
  await chain.mineMany(3);
  liar = await startNode(chain.url);
});
afterAll(async () => {
  liar?.close();
  await chain?.stop();
});
beforeEach(() => {
  liar.answer = () => undefined;
  liar.change = (block) => block;
});

test.each([
  ["time", { timestamp: "0x1" }],
  ["parent", { parentHash: `0x${"ab".repeat(32)}` }],
  ["number", { number: "0x7" }],
  ["hash", { hash: `0x${"ab".repeat(32)}` }],
  ["fee of London", { baseFeePerGas: null }],
] as const)(
  "a header whose %s is not what its hash stands for is no header (IX-4)",
  async (_, lie) => {
    liar.change = (block) => ({ ...block, ...lie });
    await expect(providerOf(liar.url).findTagged("latest")).rejects.toThrow("the header");
    await expect(providerOf(liar.url).findBlock(2n)).rejects.toThrow("the header");
  },
);

test("another block than the one that was asked for is no answer, though it is one of the chain", async () => {
  liar.change = (_, find) => find(1n);
  await expect(providerOf(liar.url).findBlock(2n)).rejects.toThrow("block 2: got number 1");
});

test("a block that is not there yet, or pending, is none", async () => {
  expect(await providerOf(liar.url).findBlock(1_000n)).toBeUndefined();
  liar.answer = () => ({ result: { number: null, hash: null } });
  expect(await providerOf(liar.url).findTagged("latest")).toBeUndefined();
});

test("a block of a fork that is made well is a block: only others can outvote it", async () => {
  liar.change = (block) => remade(block, "0xdead");
  const honest = await providerOf(chain.url).findBlock(2n);
  const forked = await providerOf(liar.url).findBlock(2n);
  expect(forked).toEqual({ ...honest, hash: forked?.hash });
  expect(forked?.hash).not.toBe(honest?.hash);
});

test("a log that one of two nodes leaves out is still seen", async () => {
  liar.answer = ({ method }) => (method === "eth_getLogs" ? { result: [] } : undefined);
  const topic = `0x${"1".repeat(64)}` as const;
  // Init code that logs one topic and deploys nothing.
  const data = `0x7f${topic.slice(2)}60006000a100` as const;
  const [receipt] = await chain.execute([{ from: chain.accounts[0] as `0x${string}`, data }]);
  const contract = receipt?.contractAddress?.toLowerCase() as `0x${string}`;
  const block = await chain.blockNumber();
  const source = createChainSource(
    [liar.url, chain.url].map((url) => createRpcClient(url, 5_000)),
    () => undefined,
  );
  const logs = await source.fetchLogs([contract], block, block);
  expect(logs).toMatchObject([{ contract, topics: [topic], blockNumber: block }]);
});
