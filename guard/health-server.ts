import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";

/** What `/ready` answers from. */
export type GuardHealth = {
  /** Milliseconds since the chain was last asked with success; undefined before the first time. */
  headAgeMs: () => number | undefined;
  /** What the audit is doing, in words. */
  audit: () => string;
  registry: Registry;
};

/** Heads older than this mean that the guard has lost the chain. */
const STALE_HEAD_MS = 60_000;

/** Serves `/health`, `/ready` and `/metrics`; resolves once it listens. */
export async function startHealthServer(
  host: string,
  port: number,
  health: GuardHealth,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    if (request.url === "/health") return void response.end("ok\n");
    if (request.url === "/metrics") {
      response.setHeader("content-type", health.registry.contentType);
      return void response.end(await health.registry.metrics());
    }
    if (request.url === "/ready") {
      const age = health.headAgeMs();
      const isReady = age !== undefined && age < STALE_HEAD_MS;
      response.statusCode = isReady ? 200 : 503;
      response.setHeader("content-type", "application/json");
      return void response.end(JSON.stringify({ isReady, headAgeMs: age, audit: health.audit() }));
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
