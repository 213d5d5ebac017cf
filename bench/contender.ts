import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { heapLimit, ponderExecutable } from "../core/indexer/ponder-process.ts";
import { type Child, describeExit, startChild } from "../devnet/processes/child.ts";
import { freePort } from "../devnet/processes/free-port.ts";
import { withClient } from "./postgres.ts";
import { type ProcessUsage, readUsage } from "./process-usage.ts";

const ROOT = resolve(import.meta.dirname, "..");

/** How often the last row is looked for, milliseconds. */
const LOOK_EVERY_MS = 20;

/** Entries of the RPC list: Ponder limits requests for each entry. */
const RPC_COPIES = 64;

/** Heap of both contenders: the default of our launcher. */
const HEAP_MB = 900;

/** What is measured: a Ponder project, and the table that its last row is looked for in. */
export type Contender = {
  name: "ours" | "bare";
  root: string;
  /** Table with one row for each log. */
  eventTable: string;
};

export const OURS: Contender = { name: "ours", root: ROOT, eventTable: "activity" };
export const BARE: Contender = {
  name: "bare",
  root: join(ROOT, "bench/bare"),
  eventTable: "event",
};

/** Position of a log on the chain. */
export type LogPosition = { blockNumber: bigint; logIndex: number };

export type RunOptions = {
  contender: Contender;
  databaseUrl: string;
  schema: string;
  deploymentsPath: string;
  /** Folder for a CPU profile of the process, if one is wanted. */
  profileFolder?: string;
};

/** A Ponder process under measurement. */
export type RunningContender = {
  readonly startedAt: number;
  lines: readonly string[];
  /** Waits until a row is readable by primary key; returns milliseconds since the start. */
  waitForRow(position: LogPosition, deadlineMs: number): Promise<number>;
  /** Waits for a line of its log. */
  waitForLine(pattern: RegExp, deadlineMs: number): Promise<void>;
  usage(): Promise<ProcessUsage | undefined>;
  stop(): Promise<void>;
};

/** Starts a contender as production does, with its RPC listed 64 times. */
export async function startContender(options: RunOptions): Promise<RunningContender> {
  const { contender, databaseUrl, schema, deploymentsPath, profileFolder } = options;
  const lines: string[] = [];
  const port = await freePort();
  const startedAt = performance.now();
  const child = await startChild({
    name: `${contender.name} ${schema}`,
    command: process.execPath,
    args: [
      ...(profileFolder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileFolder}`]),
      heapLimit(HEAP_MB),
      ponderExecutable(),
      ...["--root", contender.root, "--log-format", "json"],
      ...["start", "--schema", schema, "--port", String(port), "--hostname", "127.0.0.1"],
    ],
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      INDEXER_DATABASE_URL: databaseUrl,
      VALYRA_DEPLOYMENTS: deploymentsPath,
      INDEXER_RPC_COPIES: String(RPC_COPIES),
      PONDER_TELEMETRY_DISABLED: "1",
    },
    onLine: (line) => lines.push(line),
  });
  return {
    startedAt,
    lines,
    waitForRow: (position, deadlineMs) =>
      withClient(databaseUrl, async (client) => {
        const isThere = await rowProbe(client, contender, schema);
        await until(() => isThere(position), child, lines, deadlineMs, "the last row");
        return performance.now() - startedAt;
      }),
    waitForLine: (pattern, deadlineMs) =>
      until(
        async () => lines.some((line) => pattern.test(line)),
        child,
        lines,
        deadlineMs,
        String(pattern),
      ),
    usage: () => readUsage(child.pid),
    async stop() {
      await child.stop();
    },
  };
}

/** Asks for one row by position; the table appears only after the start. */
export async function rowProbe(
  client: pg.Client,
  { eventTable }: Contender,
  schema: string,
): Promise<(position: LogPosition) => Promise<boolean>> {
  const text = `SELECT 1 FROM "${schema}"."${eventTable}" WHERE block_number = $1 AND log_index = $2`;
  return async ({ blockNumber, logIndex }) => {
    try {
      const { rowCount } = await client.query({ text, values: [blockNumber, logIndex] });
      return rowCount === 1;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "42P01") return false;
      throw error;
    }
  };
}

async function until(
  condition: () => Promise<boolean>,
  child: Child,
  lines: readonly string[],
  deadlineMs: number,
  what: string,
): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (!(await condition())) {
    const exit = child.exit();
    const tail = lines.slice(-15).join("\n");
    if (exit !== undefined) {
      throw new Error(`${child.name} ended with ${describeExit(exit)} before ${what}\n${tail}`);
    }
    if (performance.now() > deadline) {
      throw new Error(`${child.name}: ${what} did not come within ${deadlineMs} ms\n${tail}`);
    }
    await pause(LOOK_EVERY_MS);
  }
}
