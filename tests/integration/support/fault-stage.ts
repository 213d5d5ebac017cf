import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Child, startChild } from "../../../devnet/processes/child.ts";
import { freePort } from "../../../devnet/processes/free-port.ts";
import { waitUntil } from "../../../devnet/processes/wait-until.ts";
import { writeDeployments } from "../../support/ponder.ts";
import type { OwnPostgresServer } from "../../support/postgres.ts";
import { DURABLE, type RedisServer, startRedis } from "../../support/redis.ts";
import { FakeChain } from "./fake-chain.ts";
import { createPublishedDatabase } from "./market.ts";
import { MARKETPLACE } from "./rows.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** Processes of the product that are killed; the workers run twice. */
const VICTIMS = ["journal", "workers", "workers-2", "api"] as const;
type Victim = (typeof VICTIMS)[number];

/** What a process says once it does its work. */
const UP = /"(journal started|workers started|listening)"/;

export type FaultOptions = {
  server: OwnPostgresServer;
  hasRedis: boolean;
  /** How settled an event is before mail tells of it. */
  tier: "included" | "final";
  webhookKey: Buffer;
  /** Where webhooks are received. */
  receiver: string;
};

/** The product around a chain that is moved by hand, and everything that can be done to it. */
export type FaultStage = {
  chain: FakeChain;
  apiUrl: string;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Processes that have come up since they were started. */
  up(): Victim[];
  /** Ends one process at once and starts it again. */
  kill(victim: Victim): Promise<void>;
  crashPostgres(): Promise<void>;
  /** Ends Redis with all that it has, and starts an empty one in its place; false where there is none. */
  loseRedis(): Promise<boolean>;
  /** Processes that have ended without having been killed, with their last words. */
  deaths(): string[];
  mails(): Promise<string[]>;
  close(): Promise<void>;
};

export async function createFaultStage(options: FaultOptions): Promise<FaultStage> {
  const { server, tier, webhookKey, receiver } = options;
  const urls = await createPublishedDatabase(server.url);
  const folder = await mkdtemp(join(tmpdir(), "valyra-faults-"));
  const redisPort = await freePort();
  let redis: RedisServer | undefined = options.hasRedis
    ? await startRedis(redisPort, DURABLE)
    : undefined;
  const [apiPort, deployments] = [
    await freePort(),
    writeDeployments({
      rpcUrl: "http://127.0.0.1:1",
      contracts: [{ kind: "marketplace", generation: "M3", address: MARKETPLACE, startBlock: 1 }],
    }),
  ];
  let admin = await connect(urls.admin);
  const query = async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
    (await admin.query<Row>(sql, values)).rows;
  // Its connection dies with the server; the chain goes on over the next one.
  const steady = { query: (sql: string, values?: unknown[]) => admin.query(sql, values) };
  const chain = new FakeChain(steady as pg.Client, "release_a");
  await chain.reset();

  const redisEnv: Record<string, string> = redis === undefined ? {} : { REDIS_URL: redis.url };
  const workers = {
    WORKERS_DATABASE_URL: urls.worker,
    WORKERS_PORT: "0",
    WORKERS_LEASE_SECONDS: "2",
    MAIL_FOLDER: folder,
    OUTGOING_EXCEPTIONS: receiver,
    WEBHOOK_KEY: webhookKey.toString("base64"),
    REDIS_PREFIX: "faults",
    ...redisEnv,
  };
  const environments: Record<Victim, { script: string; env: Record<string, string> }> = {
    journal: {
      script: "journal/main.ts",
      env: { JOURNAL_DATABASE_URL: urls.worker, JOURNAL_PORT: "0", NOTIFICATION_TIER: tier },
    },
    workers: { script: "workers/main.ts", env: workers },
    "workers-2": { script: "workers/main.ts", env: workers },
    api: {
      script: "api/main.ts",
      env: {
        API_DATABASE_URL: urls.api,
        API_PORT: String(apiPort),
        API_READS_PER_MINUTE: "0",
        VALYRA_DEPLOYMENTS: deployments,
        ...redisEnv,
      },
    },
  };
  const running = new Map<Victim, Child>();
  const up = new Set<Victim>();
  const deaths: string[] = [];
  let isClosing = false;

  async function start(name: Victim): Promise<void> {
    const { script, env } = environments[name];
    const { PATH, HOME, NODE_OPTIONS } = process.env;
    const child = await startChild({
      name,
      command: process.execPath,
      args: [script],
      cwd: ROOT,
      env: { PATH, HOME, NODE_OPTIONS, LOG_LEVEL: "info", ...env },
      onLine: (line) => UP.test(line) && up.add(name),
    });
    running.set(name, child);
    void child.exited.then(({ code, signal }) => {
      if (isClosing || running.get(name) !== child || signal === "SIGKILL") return;
      deaths.push(`${name} ended with ${code ?? signal}: ${child.lastLines()}`);
    });
  }

  await Promise.all(VICTIMS.map(start));
  return {
    chain,
    apiUrl: `http://127.0.0.1:${apiPort}`,
    query,
    up: () => [...up],
    async kill(victim) {
      up.delete(victim);
      const child = running.get(victim);
      if (child !== undefined && child.exit() === undefined) {
        process.kill(child.pid, "SIGKILL");
        await child.exited;
      }
      await start(victim);
    },
    async crashPostgres() {
      await server.crash();
      await server.restart();
      admin = await waitUntil(() => connect(urls.admin).catch(() => undefined), {
        what: "Postgres is back",
        deadlineMs: 60_000,
      });
    },
    async loseRedis() {
      if (redis === undefined) return false;
      await redis.stop();
      redis = await startRedis(redisPort, DURABLE);
      return true;
    },
    deaths: () => deaths,
    mails: async () => (await readdir(folder)).filter((name) => name.endsWith(".eml")),
    async close() {
      isClosing = true;
      await Promise.all([...running.values()].map((child) => child.stop()));
      await redis?.stop();
      await admin.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
