import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { heapLimit, ponderExecutable } from "../core/indexer/ponder-process.ts";
import { type Child, describeExit, startChild } from "../devnet/processes/child.ts";
import { freePort } from "../devnet/processes/free-port.ts";
import { withClient } from "./postgres.ts";
import { type ProcessUsage, readUsage } from "./process-usage.ts";

export const ROOT = resolve(import.meta.dirname, "..");

/** How often the last row is looked for, milliseconds. */
const LOOK_EVERY_MS = 20;

/** Entries of the RPC list: Ponder limits requests for each entry. */
const RPC_COPIES = 64;

/** Heap of both contenders: the default of our launcher. */
const HEAP_MB = 900;

export type ContenderName =
  | "ours"
  | "bare"
  | "ours through the gateway"
  | "bare through the gateway"
  | "ours written ahead"
  | "bare written ahead"
  | "stock";

/** What is measured: a Ponder project, its way to the chain, and the table of its last row. */
export type Contender = {
  name: ContenderName;
  /** Name of its databases. */
  key: string;
  project: "ours" | "bare";
  route: "64 entries" | "one entry" | "gateway" | "gateway that writes ahead";
  root: string;
  /** Table with one row for each log. */
  eventTable: string;
};

const OUR_PROJECT = { project: "ours", root: ROOT, eventTable: "activity" } as const;
const BARE_PROJECT = {
  project: "bare",
  root: join(ROOT, "bench/bare"),
  eventTable: "event",
} as const;

export const OURS: Contender = {
  ...{ name: "ours", key: "ours", route: "64 entries" },
  ...OUR_PROJECT,
};
export const BARE: Contender = {
  ...{ name: "bare", key: "bare", route: "64 entries" },
  ...BARE_PROJECT,
};
export const OURS_GATEWAY: Contender = {
  ...{ name: "ours through the gateway", key: "ours_gateway", route: "gateway" },
  ...OUR_PROJECT,
};
export const BARE_GATEWAY: Contender = {
  ...{ name: "bare through the gateway", key: "bare_gateway", route: "gateway" },
  ...BARE_PROJECT,
};
/** The gateway writes what it has proved into Ponder's cache before Ponder looks into it. */
export const OURS_AHEAD: Contender = {
  ...{ name: "ours written ahead", key: "ours_ahead", route: "gateway that writes ahead" },
  ...OUR_PROJECT,
};
export const BARE_AHEAD: Contender = {
  ...{ name: "bare written ahead", key: "bare_ahead", route: "gateway that writes ahead" },
  ...BARE_PROJECT,
};
/** As Ponder comes: its RPC listed once, and so held to Ponder's limit of requests. */
export const STOCK: Contender = {
  ...{ name: "stock", key: "stock", route: "one entry" },
  ...BARE_PROJECT,
};

/** Position of a log on the chain. */
export type LogPosition = { blockNumber: bigint; logIndex: number };

export type RunOptions = {
  contender: Contender;
  databaseUrl: string;
  schema: string;
  deploymentsPath: string;
  /** Address of the gateway in front, for a contender that has one. */
  gatewayUrl?: string;
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

/** Starts a contender as production does. */
export async function startContender(options: RunOptions): Promise<RunningContender> {
  const { contender, databaseUrl, schema, deploymentsPath, gatewayUrl, profileFolder } = options;
  const lines: string[] = [];
  const port = await freePort();
  const startedAt = performance.now();
  const child = await startChild({
    name: `${contender.key} ${schema}`,
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
      INDEXER_RPC_COPIES: String(contender.route === "one entry" ? 1 : RPC_COPIES),
      INDEXER_RPC_GATEWAY: gatewayUrl,
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
