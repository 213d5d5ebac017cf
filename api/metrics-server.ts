import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { ApiMetrics } from "../core/metrics.ts";

/**
 * Serves `/metrics` on a port of its own, so that no proxy in front of the API can show it to
 * everybody by mistake.
 */
export async function serveMetrics(
  metrics: Pick<ApiMetrics, "render" | "contentType">,
  { host, port }: { host: string; port: number },
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    metrics.render().then(
      (text) => response.writeHead(200, { "content-type": metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port, host);
  await once(server, "listening");
  return server;
}
