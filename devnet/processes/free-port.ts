import { createServer } from "node:net";

/**
 * A TCP port on loopback that nothing listens on: `preferred` when it is free, else one that the
 * system picks. A port of 0 or none asks for any.
 */
export async function freePort(preferred = 0): Promise<number> {
  return (await tryPort(preferred)) ?? (await tryPort(0)) ?? fail(preferred);
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}

function fail(preferred: number): never {
  throw new Error(`no free TCP port on 127.0.0.1 (wanted ${preferred})`);
}
