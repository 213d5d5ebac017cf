import { randomBytes } from "node:crypto";
import type { WebSocket } from "ws";
import { RPC_CODES, RpcFailure } from "../providers/json-rpc.ts";
import type { ProvedBlock } from "./proved-block.ts";

/** Bytes that may wait for a slow reader before it is cut off. */
const MAX_WAITING_BYTES = 16 * 1024 ** 2;

/** Subscriptions of one websocket: an indexer has one. */
const MAX_OF_A_SOCKET = 16;

type Subscription = {
  socket: WebSocket;
  /** Whether the subscriber knows its id: before that it would not know what it is told. */
  isGreeted: boolean;
};

/** Websockets that follow `newHeads`: each hears of a block once it is proved and can be asked for. */
export class Subscribers {
  readonly #byId = new Map<string, Subscription>();
  #newest: ProvedBlock | undefined;

  get size(): number {
    return this.#byId.size;
  }

  /** `eth_subscribe` and `eth_unsubscribe` of one socket; undefined for any other method. */
  answer(socket: WebSocket, method: string, params: readonly unknown[]): string | undefined {
    if (method === "eth_unsubscribe") {
      const id = String(params[0]);
      return JSON.stringify(this.#byId.get(id)?.socket === socket && this.#byId.delete(id));
    }
    if (method !== "eth_subscribe") return undefined;
    if (params[0] !== "newHeads") {
      throw new RpcFailure({
        code: RPC_CODES.invalidParams,
        message: "the gateway announces newHeads and nothing else",
      });
    }
    if (this.#of(socket).length >= MAX_OF_A_SOCKET) {
      throw new RpcFailure({
        code: RPC_CODES.limitExceeded,
        message: `a websocket may subscribe ${MAX_OF_A_SOCKET} times`,
      });
    }
    const id = `0x${randomBytes(16).toString("hex")}`;
    this.#byId.set(id, { socket, isGreeted: false });
    return JSON.stringify(id);
  }

  /**
   * Tells the newest head to subscriptions that have just learnt their id. An indexer that starts takes
   * up what is not final yet only when it hears of a head, and while the chain stands still none comes.
   */
  greet(socket: WebSocket): void {
    for (const [id, subscription] of this.#of(socket)) {
      if (subscription.isGreeted) continue;
      subscription.isGreeted = true;
      if (this.#newest !== undefined) tell(id, socket, this.#newest);
    }
  }

  forget(socket: WebSocket): void {
    for (const [id] of this.#of(socket)) this.#byId.delete(id);
  }

  announce(blocks: readonly ProvedBlock[]): void {
    this.#newest = blocks.at(-1) ?? this.#newest;
    for (const block of blocks) {
      for (const [id, { socket, isGreeted }] of this.#byId) {
        if (isGreeted) tell(id, socket, block);
      }
    }
  }

  #of(socket: WebSocket): [string, Subscription][] {
    return [...this.#byId].filter(([, subscription]) => subscription.socket === socket);
  }
}

function tell(id: string, socket: WebSocket, { headText }: ProvedBlock): void {
  if (socket.bufferedAmount > MAX_WAITING_BYTES) {
    socket.terminate();
    return;
  }
  socket.send(
    `{"jsonrpc":"2.0","method":"eth_subscription","params":{"subscription":"${id}","result":${headText}}}`,
  );
}
