import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../../devnet/processes/child.ts";
import { freePort } from "../../devnet/processes/free-port.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";

const COMMAND = "redis-server";

/** Whether the machine has a Redis; CI must have one, elsewhere its tests can be left out. */
export function hasRedis(): boolean {
  const isFound = spawnSync(COMMAND, ["--version"]).status === 0;
  if (!isFound && process.env.CI) throw new Error(`CI needs ${COMMAND} on its PATH`);
  if (!isFound) process.stderr.write(`no ${COMMAND} here: its tests are left out\n`);
  return isFound;
}

export type RedisServer = { readonly url: string; stop(): Promise<void> };

/** A Redis as jobs need it: what it accepts is on disk. */
export const DURABLE = ["--appendonly", "yes", "--maxmemory-policy", "noeviction"];

/** Starts a Redis of its own that keeps nothing, on a free port or the one given. */
export async function startRedis(
  port?: number,
  args: readonly string[] = [],
): Promise<RedisServer> {
  const bound = port ?? (await freePort());
  const folder = await mkdtemp(join(tmpdir(), "valyra-redis-"));
  const lines: string[] = [];
  const child = await startChild({
    name: "redis",
    command: COMMAND,
    args: [
      ...["--port", String(bound), "--bind", "127.0.0.1", "--dir", folder, "--save", ""],
      ...(args.length > 0 ? args : ["--appendonly", "no"]),
    ],
    onLine: (line) => lines.push(line),
  });
  await waitUntil(() => lines.some((line) => line.includes("Ready to accept connections")), {
    what: "Redis is ready",
    deadlineMs: 60_000,
    givenUp: () => child.exit() && child.lastLines(),
  });
  return {
    url: `redis://127.0.0.1:${bound}`,
    async stop() {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
