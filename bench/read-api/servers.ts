import { join, resolve } from "node:path";
import { ponderExecutable } from "../../core/indexer/ponder-process.ts";
import { type Child, startChild } from "../../devnet/processes/child.ts";
import { freePort } from "../../devnet/processes/free-port.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import type { Dataset } from "./dataset.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const START_DEADLINE_MS = 120_000;

/** Connections of every contender: what two cores serve best. */
const POOL_SIZE = "4";

/** Every request is counted, as in production; one client asks more than a thousand ever would. */
const READS_PER_MINUTE = "100000000";

export type Server = { url: string; stop(): Promise<void> };

export const startOurApi = (dataset: Dataset, deploymentsPath: string) =>
  startServer("our API", [join(ROOT, "api/main.ts")], "/health", (port) => ({
    API_DATABASE_URL: dataset.apiUrl,
    API_PORT: String(port),
    API_METRICS_PORT: "0",
    API_POOL_SIZE: POOL_SIZE,
    API_READS_PER_MINUTE: READS_PER_MINUTE,
    VALYRA_DEPLOYMENTS: deploymentsPath,
    LOG_LEVEL: "warn",
  }));

/** Ponder's own GraphQL over the same release, by its command for read replicas. */
export const startPonderGraphql = (dataset: Dataset, deploymentsPath: string) =>
  startServer(
    "Ponder GraphQL",
    (port) => [
      ponderExecutable(),
      ...["serve", "--schema", dataset.schema, "--hostname", "127.0.0.1", "--port", String(port)],
      ...["--log-level", "warn"],
    ],
    "/health",
    () => ({
      INDEXER_DATABASE_URL: dataset.indexerUrl,
      VALYRA_DEPLOYMENTS: deploymentsPath,
      INDEXER_RPC_COPIES: "64",
      PONDER_TELEMETRY_DISABLED: "1",
    }),
  );

/** The bare routes that ours is compared with (`yardstick.ts`). */
export const startYardstick = (dataset: Dataset, deploymentsPath: string) =>
  startServer("yardstick", [join(ROOT, "bench/read-api/yardstick.ts")], "/bare/hello", (port) => ({
    API_DATABASE_URL: dataset.apiUrl,
    API_PORT: String(port),
    API_POOL_SIZE: POOL_SIZE,
    API_READS_PER_MINUTE: READS_PER_MINUTE,
    VALYRA_DEPLOYMENTS: deploymentsPath,
    LOG_LEVEL: "warn",
  }));

async function startServer(
  name: string,
  args: string[] | ((port: number) => string[]),
  path: string,
  environmentOf: (port: number) => Record<string, string>,
): Promise<Server> {
  const port = await freePort();
  const child: Child = await startChild({
    name,
    command: process.execPath,
    args: typeof args === "function" ? args(port) : args,
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environmentOf(port) },
  });
  const url = `http://127.0.0.1:${port}`;
  await waitUntil(async () => (await fetch(`${url}${path}`)).ok, {
    what: `${name} did not answer`,
    deadlineMs: START_DEADLINE_MS,
    givenUp: () => child.exit() && child.lastLines(),
  });
  return { url, stop: () => child.stop().then(() => undefined) };
}
