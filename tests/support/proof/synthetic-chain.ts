import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Hex, padHex, toHex } from "viem";
import { headerHash } from "../../../guard/proof/prove-header.ts";
import type {
  RpcBlock,
  RpcHeader,
  RpcReceipt,
  RpcTransaction,
} from "../../../guard/proof/rpc-block.ts";
import { type BuiltLog, buildBlock } from "./built-block.ts";

export const FULL_BLOOM: Hex = `0x${"f".repeat(512)}`;

export type SyntheticChain = {
  readonly url: string;
  /** Every method that was asked, with how often. */
  readonly asked: ReadonlyMap<string, number>;
  readonly requests: () => number;
  /** Blocks that were asked for with their transactions. */
  readonly inFull: () => number;
  stop(): Promise<void>;
};

type Call = { id: unknown; method: string; params: [Hex, boolean?] };

/** Everything but the position of the blocks: all have the same body, so only headers differ. */
type Body = { header: RpcHeader; transactions: RpcTransaction[]; receipts: RpcReceipt[] };

/**
 * A provider on loopback with a chain that nobody mined: linked, proved by its own hashes, one body in
 * every block and one log of a stranger in it, and a bloom of the caller's choosing in every header. It is what a
 * history without events costs, at a length that no node could mine in a test.
 * @param logsBloom the bloom of a block by number
 */
export async function startSyntheticChain(
  blocks: number,
  logsBloom: (number: number) => Hex,
): Promise<SyntheticChain> {
  const body = await makeBody();
  const hashes = linkChain(body, blocks, logsBloom);
  const numbers = new Map(hashes.map((hash, number) => [hash, number]));
  const asked = new Map<string, number>();
  let requests = 0;
  let inFull = 0;

  const numberOf = (id: Hex) => (id.length === 66 ? numbers.get(id) : Number(id));
  const answer = ({ id, method, params: [block, isFull] }: Call) => {
    asked.set(method, (asked.get(method) ?? 0) + 1);
    if (isFull === true) inFull += 1;
    const number = block === undefined ? undefined : numberOf(block);
    const at = (make: (number: number) => unknown) => ({
      ...{ jsonrpc: "2.0", id },
      result: number === undefined || number >= blocks ? null : make(number),
    });
    switch (method) {
      case "eth_getBlockByNumber":
      case "eth_getBlockByHash":
        return at((found) => blockAt(body, hashes, found, logsBloom(found)));
      case "eth_getBlockReceipts":
        return at((found) => placed(body.receipts, hashes[found] as Hex, found));
      case "eth_getLogs":
        return { jsonrpc: "2.0", id, result: [] };
      case "eth_chainId":
        return { jsonrpc: "2.0", id, result: "0x7a69" };
      default:
        return { jsonrpc: "2.0", id, error: { code: -32_601, message: `no method ${method}` } };
    }
  };

  const server = createServer(async (request, response) => {
    requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const calls = JSON.parse(Buffer.concat(chunks).toString()) as Call | Call[];
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(Array.isArray(calls) ? calls.map(answer) : answer(calls)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    requests: () => requests,
    inFull: () => inFull,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function makeBody(): Promise<Body> {
  const foreign: BuiltLog = { address: padHex("0xf0e", { size: 20 }), topics: [], data: "0x" };
  const { block, receipts } = await buildBlock([[foreign]], {}, FULL_BLOOM);
  const { transactions, ...header } = block;
  return { header, transactions: [...transactions], receipts };
}

function linkChain(body: Body, blocks: number, logsBloom: (number: number) => Hex): Hex[] {
  const hashes: Hex[] = [];
  for (let number = 0; number < blocks; number += 1) {
    hashes.push(headerHash(headerAt(body, hashes, number, logsBloom(number))));
  }
  return hashes;
}

function headerAt({ header }: Body, hashes: Hex[], number: number, logsBloom: Hex): RpcHeader {
  const parentHash = hashes[number - 1] ?? padHex("0x", { size: 32 });
  return { ...header, number: toHex(number), parentHash, logsBloom };
}

function blockAt(body: Body, hashes: Hex[], number: number, logsBloom: Hex): RpcBlock {
  const hash = hashes[number] as Hex;
  const header = headerAt(body, hashes, number, logsBloom);
  return { ...header, hash, transactions: placed(body.transactions, hash, number) };
}

function placed<Row>(rows: readonly Row[], blockHash: Hex, number: number): Row[] {
  const place = { blockHash, blockNumber: toHex(number) };
  return rows.map((row) => {
    const { logs } = row as { logs?: object[] };
    return { ...row, ...place, ...(logs && { logs: logs.map((log) => ({ ...log, ...place })) }) };
  });
}
