import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";
import { WebSocketServer } from "ws";
import type { Logger } from "../../core/log.ts";
import { type AnswerMethod, answerText } from "./json-rpc-server.ts";
import type { Subscribers } from "./subscribers.ts";

/** Largest request, bytes: a batch of calls, never data. */
const MAX_REQUEST_BYTES = 4 * 1024 ** 2;

export type ServerOptions = {
  host: string;
  port: number;
  answer: AnswerMethod;
  subscribers: Subscribers;
  readiness: () => { isReady: boolean };
  registry: Registry;
  log: Logger;
};

/** A listening server. */
export type GatewayServer = { port: number; close(): Promise<void> };

/**
 * Serves JSON-RPC by POST and by websocket on one port, and beside it `/health`, `/ready` and
 * `/metrics`. Resolves once it listens.
 */
export async function startServer(options: ServerOptions): Promise<GatewayServer> {
  const { host, port, answer, subscribers, log } = options;
  const server = createServer((request, response) => {
    const answered = request.method === "POST" ? post(options, request, response) : undefined;
    (answered ?? get(options, request, response)).catch((error: unknown) => {
      log.warn({ err: error }, "a request broke off");
      response.destroy();
    });
  });
  server.keepAliveTimeout = 60_000;
  const sockets = new WebSocketServer({ server, maxPayload: MAX_REQUEST_BYTES });
  sockets.on("connection", (socket) => {
    const answerHere: AnswerMethod = async (method, params) =>
      subscribers.answer(socket, method, params) ?? answer(method, params);
    socket.on("message", (data) => {
      void answerText(String(data), answerHere, log).then((text) => {
        if (socket.readyState !== socket.OPEN) return;
        socket.send(text);
        subscribers.greet(socket);
      });
    });
    socket.on("error", (error) => log.debug({ error: error.message }, "a websocket failed"));
    socket.on("close", () => subscribers.forget(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeIdleConnections();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function post(
  { answer, log }: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_REQUEST_BYTES) {
      response.writeHead(413, { connection: "close" }).end();
      return;
    }
    chunks.push(chunk);
  }
  const text = await answerText(Buffer.concat(chunks).toString("utf8"), answer, log);
  const body = Buffer.from(text);
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
}

async function get(
  { readiness, registry }: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url === "/health") {
    response.end("ok\n");
  } else if (request.url === "/metrics") {
    response.setHeader("content-type", registry.contentType);
    response.end(await registry.metrics());
  } else if (request.url === "/ready") {
    const ready = readiness();
    response.writeHead(ready.isReady ? 200 : 503, { "content-type": "application/json" });
    response.end(JSON.stringify(ready));
  } else {
    response.writeHead(404).end("POST JSON-RPC to /\n");
  }
}
