import { createServer } from "node:net";
import { environmentProblem, type Problem } from "./problem.ts";

/** Whether the indexer's own HTTP port is free: Ponder would silently take the next one. */
export async function checkPort(host: string, port: number): Promise<Problem[]> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
    return [];
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "refused";
    const line =
      code === "EADDRINUSE"
        ? `Port ${port} on ${host} is taken. Stop what listens there, or choose another with INDEXER_PORT.`
        : `Cannot listen on ${host}:${port} (${code}). Correct INDEXER_HOST and INDEXER_PORT.`;
    return [environmentProblem(line)];
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
