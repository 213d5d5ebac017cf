import { expect, test } from "vitest";
import type { WebSocket } from "ws";
import type { ProvedBlock } from "./proved-block.ts";
import { Subscribers } from "./subscribers.ts";

/** A socket that keeps what it is sent: the subscription and the head of each. */
function listener() {
  const heard: [string, number][] = [];
  const socket = {
    bufferedAmount: 0,
    send(text: string) {
      const { params } = JSON.parse(text);
      heard.push([params.subscription, params.result]);
    },
  } as unknown as WebSocket;
  return { socket, heard };
}

const block = (number: number) => ({ headText: String(number) }) as ProvedBlock;

const subscribe = (subscribers: Subscribers, socket: WebSocket): string =>
  JSON.parse(subscribers.answer(socket, "eth_subscribe", ["newHeads"]) ?? "");

test("a websocket subscribes so often and no more, and leaves nothing when it goes", () => {
  const subscribers = new Subscribers();
  const [one, other] = [listener().socket, listener().socket];
  for (let count = 0; count < 16; count += 1) subscribe(subscribers, one);
  expect(() => subscribe(subscribers, one)).toThrow("a websocket may subscribe 16 times");
  subscribe(subscribers, other);
  expect(subscribers.size).toBe(17);
  subscribers.forget(one);
  expect(subscribers.size).toBe(1);
});

test("who subscribes while the chain stands still hears of its head at once, and of no head twice", () => {
  const subscribers = new Subscribers();
  subscribers.announce([block(1), block(2)]);
  const { socket, heard } = listener();
  const id = subscribe(subscribers, socket);
  // Before the answer has gone out nobody knows the id: what comes meanwhile is told with it.
  subscribers.announce([block(3)]);
  expect(heard).toEqual([]);
  subscribers.greet(socket);
  subscribers.greet(socket);
  expect(heard).toEqual([[id, 3]]);
  subscribers.announce([block(4), block(5)]);
  expect(heard.slice(1)).toEqual([
    [id, 4],
    [id, 5],
  ]);
  subscribers.answer(socket, "eth_unsubscribe", [id]);
  subscribers.announce([block(6)]);
  expect(heard).toHaveLength(3);
});
