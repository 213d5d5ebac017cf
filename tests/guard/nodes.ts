import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Hex } from "viem";
import { type HeadProvider, headProvider } from "../../guard/chain/head-provider.ts";
import type { Heads } from "../../guard/heads/heads.ts";
import { finalityDepths, observeHeads } from "../../guard/heads/observe-heads.ts";
import { headerHash } from "../../guard/proof/prove-header.ts";
import type { RpcHeader as Block } from "../../guard/proof/rpc-block.ts";
import { Provider } from "../../guard/providers/provider.ts";

type Call = { id: unknown; method: string; params: unknown[] };

/** A block of the chain behind a node. */
type FindBlock = (number: bigint) => Promise<Block>;

/** A node that answers some calls in its own way and asks a real chain for the rest. */
export type Node = {
  url: string;
  /** Replaced by a test at any time; undefined leaves the call to the chain. */
  answer: (call: Call) => object | undefined;
  /** Changes the blocks that the chain gives. */
  change: (block: Block, find: FindBlock) => Block | null | Promise<Block | null>;
  /** While true, every request is refused. */
  isDown: boolean;
  close(): void;
};

/** Starts a node in front of a chain; it is honest until a test says otherwise. */
export async function startNode(chainUrl: string): Promise<Node> {
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    if (node.isDown) {
      response.statusCode = 503;
      return void response.end();
    }
    const parsed: Call | Call[] = JSON.parse(text);
    const calls = Array.isArray(parsed) ? parsed : [parsed];
    const replies = await Promise.all(calls.map(reply));
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(Array.isArray(parsed) ? replies : replies[0]));
  });
  const reply = async (call: Call): Promise<object> => {
    const own = node.answer(call);
    if (own !== undefined) return { jsonrpc: "2.0", id: call.id, ...own };
    const answer = await ask(call);
    if (call.method !== "eth_getBlockByNumber" || !answer.result) return answer;
    return { ...answer, result: await node.change(answer.result, find) };
  };
  const ask = async (call: Call) => {
    const upstream = await fetch(chainUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", ...call }),
    });
    return (await upstream.json()) as { result?: Block | null };
  };
  const find: FindBlock = async (number) => {
    const params = [`0x${number.toString(16)}`, false];
    const { result } = await ask({ id: 0, method: "eth_getBlockByNumber", params });
    if (!result) throw new Error(`the chain has no block ${number}`);
    return result;
  };
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const node: Node = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: () => undefined,
    change: (block) => block,
    isDown: false,
    close: () => server.close(),
  };
  return node;
}

/** The same block with another word in its extra data, and the hash that belongs to that. */
export function remade(block: Block, mark: Hex, parentHash = block.parentHash): Block {
  const other = { ...block, extraData: mark, parentHash };
  return { ...other, hash: headerHash(other) };
}

/** The node's own fork: every block from `from` on is another, linked and hashed as a chain is. */
export function forkedFrom(from: bigint, mark: Hex): Node["change"] {
  const made = new Map<Hex, Promise<Block>>();
  const fork = (block: Block, find: FindBlock): Promise<Block> => {
    const known = made.get(block.hash);
    if (known !== undefined) return known;
    const parent = async () => {
      if (BigInt(block.number) === from) return block.parentHash;
      return (await fork(await find(BigInt(block.number) - 1n), find)).hash;
    };
    const other = parent().then((parentHash) => remade(block, mark, parentHash));
    made.set(block.hash, other);
    return other;
  };
  return (block, find) => (BigInt(block.number) < from ? block : fork(block, find));
}

export function providerOf(url: string): HeadProvider {
  return headProvider(new Provider({ url, timeoutMs: 5_000, requestsPerSecond: 0 }), 5_000);
}

/** What a chain says of itself, as the guard takes it. */
export async function headsOf(url: string): Promise<Heads> {
  const seen = await observeHeads([providerOf(url)], finalityDepths(undefined), () => undefined);
  if ("disagreement" in seen) throw new Error(seen.disagreement);
  const { head, safe = head, final = safe } = seen;
  return { head, safe, final };
}
