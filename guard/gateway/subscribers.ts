import { randomBytes } from "node:crypto";
import type { WebSocket } from "ws";
import { RPC_CODES, RpcFailure } from "../providers/json-rpc.ts";
import type { ProvedBlock } from "./proved-block.ts";

/** Bytes that may wait for a slow reader before it is cut off. */
const MAX_WAITING_BYTES = 16 * 1024 ** 2;

/** Websockets that follow `newHeads`: each hears of a block once it is proved and can be asked for. */
export class Subscribers {
  readonly #byId = new Map<string, WebSocket>();

  get size(): number {
    return this.#byId.size;
  }

  /** `eth_subscribe` and `eth_unsubscribe` of one socket; undefined for any other method. */
  answer(socket: WebSocket, method: string, params: readonly unknown[]): string | undefined {
    if (method === "eth_unsubscribe") {
      const id = String(params[0]);
      return JSON.stringify(this.#byId.get(id) === socket && this.#byId.delete(id));
    }
    if (method !== "eth_subscribe") return undefined;
    if (params[0] !== "newHeads") {
      throw new RpcFailure({
        code: RPC_CODES.invalidParams,
        message: "the gateway announces newHeads and nothing else",
      });
    }
    const id = `0x${randomBytes(16).toString("hex")}`;
    this.#byId.set(id, socket);
    return JSON.stringify(id);
  }

  forget(socket: WebSocket): void {
    for (const [id, subscribed] of this.#byId) {
      if (subscribed === socket) this.#byId.delete(id);
    }
  }

  announce(blocks: readonly ProvedBlock[]): void {
    for (const { headText } of blocks) {
      for (const [id, socket] of this.#byId) {
        if (socket.bufferedAmount > MAX_WAITING_BYTES) {
          socket.terminate();
          continue;
        }
        socket.send(
          `{"jsonrpc":"2.0","method":"eth_subscription","params":{"subscription":"${id}","result":${headText}}}`,
        );
      }
    }
  }
}
