import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on every address of this machine that counts who connects. */
export async function startLoopbackServer(
  answer: RequestListener = (_, out) => out.end("reached"),
) {
  let connections = 0;
  const requests: { path: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((incoming, outgoing) => {
    requests.push({ path: incoming.url ?? "", headers: incoming.headers });
    answer(incoming, outgoing);
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    /** As an exception names it. */
    place: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
