import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Hex, toFunctionSelector } from "viem";

/** How the node treats calls of one function. */
export type Behaviour =
  | { kind: "result"; result: unknown }
  | { kind: "revert"; data?: Hex; message?: string }
  | { kind: "error"; code: number; message: string }
  | { kind: "silence" }
  | { kind: "garbage"; body: string; status?: number };

/** A node on loopback that answers `eth_call` as it is told. */
export type FakeNode = {
  readonly url: string;
  /** Behaviour by signature; calls that are not named return nothing. */
  readonly calls: Map<string, Behaviour>;
  /** Calls so far with their block, and the most of them at a time. */
  readonly seen: { calls: { from: Hex; to: Hex; data: Hex; block: string }[]; mostAtATime: number };
  close(): Promise<void>;
};

const PASSES: Behaviour = { kind: "result", result: "0x" };

/** What a call takes, so that calls which are made together are under way together. */
const LATENCY_MS = 20;

/** @param genesis hash of its first block: two chains can have one id */
export async function startFakeNode(
  chainId: number,
  genesis: Hex = `0x${randomBytes(32).toString("hex")}`,
): Promise<FakeNode> {
  const calls = new Map<string, Behaviour>();
  const seen: FakeNode["seen"] = { calls: [], mostAtATime: 0 };
  let underWay = 0;

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { id, method, params } = JSON.parse(Buffer.concat(chunks).toString());
    if (method === "eth_chainId") {
      const result = `0x${chainId.toString(16)}`;
      return void response.end(JSON.stringify({ jsonrpc: "2.0", id, result }));
    }
    if (method === "eth_getBlockByNumber") {
      // The first block names the chain; this is what a client reads of it.
      const result = { number: params[0], hash: genesis, transactions: [] };
      return void response.end(JSON.stringify({ jsonrpc: "2.0", id, result }));
    }
    const [call, block] = params;
    seen.calls.push({ ...call, block });
    underWay += 1;
    seen.mostAtATime = Math.max(seen.mostAtATime, underWay);
    const found = [...calls].find(([signature]) =>
      call.data.startsWith(toFunctionSelector(`function ${signature}`)),
    );
    setTimeout(() => {
      underWay -= 1;
      answer(response, id, found?.[1] ?? PASSES);
    }, LATENCY_MS);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    seen,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function answer(response: ServerResponse, id: number, behaviour: Behaviour): void {
  const json = (body: object) => response.end(JSON.stringify({ jsonrpc: "2.0", id, ...body }));
  switch (behaviour.kind) {
    case "result":
      json({ result: behaviour.result });
      return;
    case "revert": {
      const { data, message = "execution reverted" } = behaviour;
      json({ error: { code: 3, message, ...(data === undefined ? {} : { data }) } });
      return;
    }
    case "error":
      json({ error: { code: behaviour.code, message: behaviour.message } });
      return;
    case "garbage":
      response.statusCode = behaviour.status ?? 200;
      response.end(behaviour.body);
      return;
    case "silence":
      // The client has to end it.
      return;
  }
}
