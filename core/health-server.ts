import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";

/** What a process without routes of its own shows about itself. */
export type ProcessHealth = {
  /** Answer of `/ready`; 503 while `isReady` is false. */
  readiness: () => { isReady: boolean };
  /** Answer of `/health`: false when only a restart helps. A process that answers is alive by default. */
  isAlive?: () => boolean;
  registry: Registry;
};

/** Serves `/health`, `/ready` and `/metrics`; resolves once it listens. */
export async function startHealthServer(
  host: string,
  port: number,
  { readiness, isAlive = () => true, registry }: ProcessHealth,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    if (request.url === "/health") {
      response.statusCode = isAlive() ? 200 : 503;
      return void response.end(isAlive() ? "ok\n" : "stuck\n");
    }
    if (request.url === "/metrics") {
      response.setHeader("content-type", registry.contentType);
      return void response.end(await registry.metrics());
    }
    if (request.url === "/ready") {
      const ready = readiness();
      response.statusCode = ready.isReady ? 200 : 503;
      response.setHeader("content-type", "application/json");
      return void response.end(JSON.stringify(ready));
    }
    response.statusCode = 404;
    response.end("not found\n");
  });
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}
