import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { decodeCheckpoint } from "../../core/db/checkpoint.ts";
import { type Child, describeExit, type Exit, startChild } from "../../devnet/processes/child.ts";
import { freePort } from "../../devnet/processes/free-port.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type GatewayProcess, startGatewayProcess } from "./gateway.ts";
import { withClient } from "./postgres.ts";

/** Where `ponder.config.ts` lives. */
export const PROJECT_ROOT = resolve(import.meta.dirname, "../..");

/** Compiled code of Ponder, which every start after the first takes from here. */
const COMPILED = join(PROJECT_ROOT, "node_modules/.cache/compiled");

/** A look opens a connection: many a second would slow down what is waited for. */
const LOOK_EVERY_MS = 100;

export type PonderOptions = {
  databaseUrl: string;
  /** Postgres schema that this indexer writes. */
  schema: string;
  deploymentsFile: string;
  /** Project directory; a mutated copy for the mutant tests. */
  root?: string;
  port?: number;
  /**
   * Whether its line coverage counts. It makes an indexer several times slower: false where much is
   * indexed that smaller suites index as well.
   */
  isMeasured?: boolean;
  /** Whether the gateway stands in front; for all that do not say, with `VALYRA_TEST_GATEWAY=true`. */
  isThroughGateway?: boolean;
  /** Settings of that gateway. */
  gatewayEnv?: Readonly<Record<string, string>>;
  env?: Readonly<Record<string, string>>;
};

export type PonderProcess = {
  readonly port: number;
  readonly url: string;
  readonly options: Readonly<PonderOptions>;
  /** Everything it printed, one JSON object a line. */
  readonly lines: readonly string[];
  readonly exited: Promise<Exit>;
  exit(): Exit | undefined;
  /** Waits until the backfill is done and `/ready` answers 200. */
  ready(deadlineMs?: number): Promise<void>;
  /** Waits until every row of `block` is committed. */
  reached(block: bigint, deadlineMs?: number): Promise<void>;
  /** Waits until a log line matches and returns it. */
  logged(pattern: RegExp, deadlineMs?: number): Promise<string>;
  stop(): Promise<void>;
  /** Ends the process without giving it a chance to clean up. */
  kill9(): Promise<void>;
};

/** Starts the real Ponder CLI as production does: `ponder start --schema …`. */
export async function startPonder(options: PonderOptions): Promise<PonderProcess> {
  const port = options.port ?? (await freePort());
  const cli = join(PROJECT_ROOT, "node_modules/ponder/dist/esm/bin/ponder.js");
  const lines: string[] = [];
  const isThroughGateway = options.isThroughGateway ?? process.env.VALYRA_TEST_GATEWAY === "true";
  const gateway: GatewayProcess | undefined = isThroughGateway
    ? await startGatewayProcess({
        root: PROJECT_ROOT,
        deploymentsFile: options.deploymentsFile,
        isMeasured: options.isMeasured,
        env: options.gatewayEnv,
      })
    : undefined;
  const child: Child = await startChild({
    name: `ponder ${options.schema}`,
    command: process.execPath,
    args: [
      ...["--max-old-space-size=1500", cli, "start", "--schema", options.schema],
      ...["--port", String(port), "--hostname", "127.0.0.1", "--log-format", "json"],
    ],
    cwd: options.root ?? PROJECT_ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      // Code from a cache blurs what is measured.
      ...(options.isMeasured === false
        ? { NODE_COMPILE_CACHE: COMPILED }
        : { NODE_OPTIONS: process.env.NODE_OPTIONS }),
      NODE_ENV: "production",
      PONDER_TELEMETRY_DISABLED: "1",
      DATABASE_URL: options.databaseUrl,
      INDEXER_DATABASE_URL: options.databaseUrl,
      INDEXER_SCHEMA: options.schema,
      VALYRA_DEPLOYMENTS: options.deploymentsFile,
      // Ponder starts with about 20 requests a second for each entry of the chain's RPCs.
      INDEXER_RPC_COPIES: "64",
      INDEXER_RPC_GATEWAY: gateway?.url,
      ...options.env,
    },
    onLine: (line) => lines.push(line),
  });
  const url = `http://127.0.0.1:${port}`;
  const tail = () => lines.slice(-25).join("\n");
  const givenUp = () => {
    const exit = child.exit();
    if (exit !== undefined) return `Ponder ended with ${describeExit(exit)}\n${tail()}`;
    const halt = lines.find((line) => line.includes('"level":50') && line.includes("ponder.on"));
    return halt;
  };
  const until = (what: string, deadlineMs: number, condition: () => Promise<boolean>) =>
    waitUntil(condition, { what, deadlineMs, everyMs: LOOK_EVERY_MS, givenUp }).then(
      () => undefined,
      (error: Error) => {
        throw new Error(`${error.message}\n${tail()}`, { cause: error });
      },
    );
  return {
    port,
    url,
    options,
    lines,
    exited: child.exited,
    exit: child.exit,
    ready: (deadlineMs = 90_000) =>
      until(`Ponder (${options.schema}) ready`, deadlineMs, async () => {
        return (await fetch(`${url}/ready`)).ok;
      }),
    reached: (block, deadlineMs = 90_000) =>
      until(`block ${block} indexed`, deadlineMs, async () => {
        const indexed = await indexedBlock(options.databaseUrl, options.schema);
        return indexed !== undefined && indexed >= block;
      }),
    logged: (pattern, deadlineMs = 30_000) =>
      waitUntil(() => lines.find((line) => pattern.test(line)), {
        what: `log line ${pattern}`,
        deadlineMs,
      }),
    async stop() {
      await child.stop();
      await gateway?.stop();
    },
    async kill9() {
      if (child.exit() === undefined) process.kill(child.pid, "SIGKILL");
      await child.exited;
      await gateway?.stop();
    },
  };
}

/** Latest block of which every row is committed, or `undefined` before there is any. */
export async function indexedBlock(
  databaseUrl: string,
  schema: string,
): Promise<bigint | undefined> {
  return withClient(databaseUrl, async (client) => {
    const exists = await client.query("select to_regclass($1) as name", [
      `${schema}._ponder_checkpoint`,
    ]);
    if (exists.rows[0]?.name === null) return undefined;
    const { rows } = await client.query<{ latest_checkpoint: string }>(
      `select latest_checkpoint from "${schema}"._ponder_checkpoint`,
    );
    const checkpoint = rows[0]?.latest_checkpoint;
    return checkpoint === undefined ? undefined : decodeCheckpoint(checkpoint).number;
  });
}

/** How a test names one contract of its world. */
export type DeployedContract = {
  kind: "marketplace" | "escrow" | "token" | "agentEscrow" | "entitlement";
  generation: string;
  address: string;
  startBlock: number;
  token?: string;
  marketplace?: string;
};

export type DeploymentsFile = {
  rpcUrl: string;
  wsUrl?: string;
  contracts: readonly DeployedContract[];
  /** Generation of implementations that proxies are upgraded to. */
  implementations?: Readonly<Record<string, string>>;
  pollingIntervalMs?: number;
  finalityDepth?: number;
  genesisCheckInterval?: number;
};

/** Writes a deployments file for a test chain and returns its path. */
export function writeDeployments(file: DeploymentsFile): string {
  const directory = mkdtempSync(join(tmpdir(), "valyra-deployments-"));
  const path = join(directory, "test.json");
  const { rpcUrl, wsUrl, pollingIntervalMs = 100, ...rest } = file;
  writeFileSync(
    path,
    JSON.stringify({
      network: "test",
      chainId: 31337,
      rpc: [rpcUrl],
      ...(wsUrl === undefined ? {} : { ws: wsUrl }),
      pollingIntervalMs,
      ...rest,
    }),
  );
  return path;
}
