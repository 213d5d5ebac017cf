import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A service on loopback that takes whatever is posted to it, and keeps it. */
export async function startCollector(status = 200) {
  const taken: { path: string; headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { url: path = "", headers } = incoming;
    taken.push({ path, headers, body: Buffer.concat(chunks).toString("utf8") });
    outgoing.writeHead(status).end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    /** As an exception of the guarded client names it. */
    place: `127.0.0.1:${port}`,
    taken,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
