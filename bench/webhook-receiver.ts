import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

/** How often the count is told. */
const TELL_MS = 5;

type News = { port: number } | { taken: number };

/** Takes webhooks in a thread of its own, as they are received elsewhere than where they are sent. */
export type Receiver = {
  port: number;
  /** Messages taken so far. */
  taken(): number;
  stop(): Promise<unknown>;
};

/** Starts a receiver that takes every message. */
export async function startReceiver(): Promise<Receiver> {
  const thread = new Worker(new URL(import.meta.url));
  let taken = 0;
  const port = await new Promise<number>((resolve, reject) => {
    thread.once("error", reject);
    thread.on("message", (news: News) => {
      if ("port" in news) resolve(news.port);
      else taken = news.taken;
    });
  });
  return { port, taken: () => taken, stop: () => thread.terminate() };
}

function receive(): void {
  let taken = 0;
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      taken += 1;
      response.statusCode = 204;
      response.end();
    });
  });
  const tell = (news: News) => parentPort?.postMessage(news);
  server.listen(0, "127.0.0.1", () => tell({ port: (server.address() as AddressInfo).port }));
  setInterval(() => tell({ taken }), TELL_MS);
}

if (!isMainThread) receive();
