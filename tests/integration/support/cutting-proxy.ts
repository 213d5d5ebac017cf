import { connect, createServer, type Socket } from "node:net";

/** A way to Postgres on which answers to a commit can be lost (M17). */
export type CuttingProxy = {
  /** The same database by way of the proxy. */
  url: string;
  /** Loses the answers to the next so many commits, with their connections. */
  cut(commits: number): void;
  /** Answers that were lost. */
  readonly lost: number;
  close(): Promise<void>;
};

/** CommandComplete of a commit, as the wire has it: the tag alone, ended by zero. */
const COMMITTED = Buffer.from("COMMIT\0");

/** Starts a proxy that passes everything on until it is told to cut. */
export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let left = 0;
  let lost = 0;
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
      if (left > 0 && part.includes(COMMITTED)) {
        left -= 1;
        lost += 1;
        client.destroy();
        return;
      }
      client.write(part);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(address === null || typeof address === "string" ? 0 : address.port);
  return {
    url: url.href,
    cut: (commits) => {
      left = commits;
    },
    get lost() {
      return lost;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
