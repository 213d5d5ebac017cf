import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, type Socket } from "node:net";
import { type ServerLimits, startServer } from "../../../api/server.ts";
import type { TestApi } from "./api.ts";

/** The API behind the server of the process, with its limits of time. */
export async function serveForTest(api: Pick<TestApi, "fetch">, limits?: ServerLimits) {
  const server = await startServer(api.fetch, {
    host: "127.0.0.1",
    port: 0,
    ...(limits === undefined ? {} : { limits }),
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Everything that comes back over a connection of one's own, and what could be sent meanwhile. */
export type RawAnswer = { text: string; status: number; ms: number; bytesSent: number };

/**
 * Sends bytes as they are and reads until the server closes the connection.
 *
 * @param head sent first, at once
 * @param more sent again and again as long as the server takes it
 */
export async function sendRaw(
  port: number,
  head: string | Uint8Array,
  more?: Buffer,
  encoding: BufferEncoding = "utf8",
): Promise<RawAnswer> {
  const start = performance.now();
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  let text = "";
  socket.setEncoding(encoding).on("data", (chunk: string) => {
    text += chunk;
  });
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  // A server that hangs up while bytes are on their way resets the connection: that is its right.
  socket.on("error", () => undefined);
  socket.write(head);
  if (more !== undefined) void pour(socket, more);
  await closed;
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  return { text, status, ms: performance.now() - start, bytesSent: socket.bytesWritten };
}

async function pour(socket: Socket, bytes: Buffer): Promise<void> {
  while (socket.writable) {
    if (socket.write(bytes)) await new Promise(setImmediate);
    else await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => undefined);
  }
}
