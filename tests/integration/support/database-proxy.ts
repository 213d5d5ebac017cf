import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A way to Postgres that a test can disturb. */
export type DatabaseProxy = {
  /** The same database by way of the proxy. */
  url: string;
  /** Cuts every connection and refuses new ones until `open`. */
  close(): Promise<void>;
  /** Lets connections through again, at the same address. */
  open(): Promise<void>;
};

/**
 * Starts a proxy that passes everything on.
 *
 * @param isLost told each part of an answer; the connection is cut instead when it says so
 */
export async function startDatabaseProxy(
  databaseUrl: string,
  isLost: (part: Buffer) => boolean = () => false,
): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    client.pipe(database);
    database.on("data", (part: Buffer) => {
      if (isLost(part)) client.destroy();
      else client.write(part);
    });
  });
  let port = 0;
  const open = async () => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  await open();
  const address = server.address();
  port = address === null || typeof address === "string" ? 0 : address.port;
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return {
    url: url.href,
    open,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
