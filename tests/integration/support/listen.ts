import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { TestApi } from "./api.ts";

export type Host = { url: string; port: number; stop(): Promise<void> };

/** An API behind a port of its own, as clients and proxies meet it; stopping closes the API too. */
export async function listen(app: TestApi, port = 0): Promise<Host> {
  const http = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }) as Server;
  await once(http, "listening");
  const { port: taken } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    async stop() {
      const closed = once(http, "close");
      http.close();
      await app.close();
      http.closeIdleConnections();
      await closed;
    },
  };
}
