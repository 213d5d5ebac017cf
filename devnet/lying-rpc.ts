import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openRpc } from "./rpc.ts";

/** A call as it reached the node. */
export type Asked = { method: string; params: readonly unknown[] };

/**
 * Changes the honest answer to a call, or returns it as it is. `undefined` stands for a null result;
 * a thrown error becomes the error of the call.
 */
export type Lie = (asked: Asked, honest: unknown) => unknown;

/** A provider that answers what a node says, but for its lies. */
export type LyingRpc = {
  readonly url: string;
  /** HTTP requests and calls so far. */
  readonly meter: { requests: number; calls: number };
  /** Every method that was asked, with how often. */
  readonly asked: ReadonlyMap<string, number>;
  /** From now on it lies like this; without a lie it is honest. */
  tell(lie?: Lie): void;
  /** Sends the calls to another node from now on. */
  follow(url: string): void;
  stop(): Promise<void>;
};

type LoggedReceipt = { logs: readonly { logIndex: string; data: string }[] };

/**
 * Hides every third log of a block and changes the last digit of the data of every fifth, in receipts
 * and in `eth_getLogs`: what a broken or dishonest provider does at its worst.
 */
export const hideAndAlterLogs: Lie = ({ method }, answer) => {
  if (method === "eth_getLogs") return tellLogs(answer as LoggedReceipt["logs"]);
  if (method !== "eth_getBlockReceipts") return answer;
  return (answer as LoggedReceipt[]).map((receipt) => ({
    ...receipt,
    logs: tellLogs(receipt.logs),
  }));
};

function tellLogs(logs: LoggedReceipt["logs"]) {
  return logs
    .filter((log) => Number(log.logIndex) % 3 !== 0)
    .map((log) =>
      Number(log.logIndex) % 5 === 0 && log.data.length > 2
        ? { ...log, data: `${log.data.slice(0, -1)}${log.data.endsWith("7") ? "8" : "7"}` }
        : log,
    );
}

type Body = Asked & { id: unknown };

/** Starts a proxy on loopback before a node. */
export async function startLyingRpc(nodeUrl: string): Promise<LyingRpc> {
  let node = openRpc(nodeUrl);
  let lie: Lie | undefined;
  const meter = { requests: 0, calls: 0 };
  const asked = new Map<string, number>();

  async function answer({ id, method, params }: Body): Promise<unknown> {
    meter.calls += 1;
    asked.set(method, (asked.get(method) ?? 0) + 1);
    try {
      const honest = await node.request<unknown>(method, params);
      const told = lie === undefined ? honest : lie({ method, params }, honest);
      return { jsonrpc: "2.0", id, result: told ?? null };
    } catch (error) {
      const { code = -32_000, data } = error as { code?: number; data?: unknown };
      const message = (error as Error).message;
      return { jsonrpc: "2.0", id, error: { code, message, ...(data ? { data } : {}) } };
    }
  }

  const server = createServer(async (request, response) => {
    meter.requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(String(Buffer.concat(chunks))) as Body | Body[];
    const answers = Array.isArray(body) ? await Promise.all(body.map(answer)) : await answer(body);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answers));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    meter,
    asked,
    tell(next) {
      lie = next;
    },
    follow(url) {
      node.close();
      node = openRpc(url);
    },
    async stop() {
      node.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
