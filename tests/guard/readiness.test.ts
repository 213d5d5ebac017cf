import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type pg from "pg";
import { encodeFunctionData, type Hex, toEventSelector } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { loadArtifact } from "../../devnet/contracts/artifact.ts";
import { openDeployer } from "../../devnet/deployer.ts";
import { writeDeploymentFile } from "../../devnet/deployment-file.ts";
import { type Devnet, deployDevnet, devnetFile } from "../../devnet/devnet.ts";
import { type Child, startChild } from "../../devnet/processes/child.ts";
import { freePort } from "../../devnet/processes/free-port.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { startTestChain, type TestChain } from "../support/anvil.ts";
import {
  createDatabase,
  type PostgresServer,
  startPostgres,
  withClient,
} from "../support/postgres.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const SCHEMA = "release_readiness";
const PASSWORD = "test-only";
const DEADLINE_MS = 60_000;
const ANNOUNCEMENT = toEventSelector("MarketplaceAnnouncement(address,string)");

let postgres: PostgresServer;
let chain: TestChain;
let devnet: Devnet;
let adminUrl: string;
let folder: string;
let deployments: string;
let ports: { indexer: number; guard: number; api: number };
const children: Child[] = [];

/** Starts one of our processes as production does, with the connection of its own role. */
async function start(name: string, args: string[], env: Record<string, string>): Promise<Child> {
  const child = await startChild({
    name,
    command: process.execPath,
    args: [...args],
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: process.env.NODE_OPTIONS,
      VALYRA_DEPLOYMENTS: deployments,
      ...env,
    },
  });
  children.push(child);
  return child;
}

function urlOf(role: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = PASSWORD;
  return url.href;
}

async function answers(port: number, path: string, status = 200): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}${path}`)).status === status;
}

const isReady = (status: 200 | 503) =>
  waitUntil(() => answers(ports.api, "/ready", status), {
    what: `/ready answers ${status}`,
    deadlineMs: DEADLINE_MS,
    givenUp: () => children.find((child) => child.exit())?.lastLines(),
  });

const asAdmin = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
  withClient(adminUrl, async (client) => {
    // Ponder's triggers expect to be called by Ponder alone.
    await client.query("SET session_replication_role = replica");
    return (await client.query<Row>(text, values)).rows;
  });

/** Waits until something awaits a decision: readiness alone is also off while the index catches up. */
const firstUndecided = () =>
  waitUntil(
    async () => {
      const [row] = await asAdmin<{ reason: string; tx_hash: string }>(
        "SELECT reason, tx_hash FROM app.unknown_log WHERE decided_at IS NULL",
      );
      return row;
    },
    { what: "an undecided log", deadlineMs: DEADLINE_MS },
  );

/** Lets a future marketplace emit an event that no ABI of ours knows. */
async function announce(): Promise<void> {
  const data = encodeFunctionData({
    abi: loadArtifact("MarketplaceM3Next").abi,
    functionName: "announce",
    args: ["we have moved"],
  });
  const { owner, marketplace } = devnet.main;
  await chain.execute([{ from: owner, to: marketplace.address, data }]);
}

const guardCommand = async (...args: string[]) => {
  const lines: string[] = [];
  const child = await startChild({
    name: `guard ${args[0]}`,
    command: process.execPath,
    args: ["guard/main.ts", ...args],
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: process.env.NODE_OPTIONS,
      GUARD_DATABASE_URL: urlOf("valyra_worker"),
    },
    onLine: (line) => lines.push(line),
  });
  const { code } = await child.exited;
  return { code, lines };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "valyra-readiness-"));
  deployments = join(folder, "deployments.json");
  [postgres, chain] = await Promise.all([startPostgres(), startTestChain()]);
  devnet = await deployDevnet(chain);
  await writeDeploymentFile(deployments, {
    ...devnetFile(devnet, chain.url),
    pollingIntervalMs: 100,
  });
  adminUrl = await createDatabase(postgres.url);
  await migrateToLatest(adminUrl, {
    valyra_indexer: PASSWORD,
    valyra_worker: PASSWORD,
    valyra_api: PASSWORD,
  });
  ports = { indexer: await freePort(), guard: await freePort(), api: await freePort() };
  const indexer = await start("indexer", ["scripts/indexer.ts", "--schema", SCHEMA], {
    INDEXER_DATABASE_URL: urlOf("valyra_indexer"),
    INDEXER_PORT: String(ports.indexer),
  });
  await waitUntil(() => answers(ports.indexer, "/ready"), {
    what: "the indexer is ready",
    deadlineMs: DEADLINE_MS,
    givenUp: () => indexer.exit() && indexer.lastLines(),
  });
  await publishRelease(adminUrl, SCHEMA);
  await start("guard", ["guard/main.ts"], {
    GUARD_DATABASE_URL: urlOf("valyra_worker"),
    GUARD_PORT: String(ports.guard),
    GUARD_GRACE_MS: "1000",
  });
  await start("api", ["api/main.ts"], {
    API_DATABASE_URL: urlOf("valyra_api"),
    API_PORT: String(ports.api),
  });
  await chain.mineMany(40);
});

afterAll(async () => {
  await Promise.all(children.map((child) => child.stop()));
  await chain?.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("readiness of a whole stack follows the completeness check", () => {
  test("it is on once index and chain agree", async () => {
    await isReady(200);
    expect(await answers(ports.guard, "/health")).toBe(true);
    expect(await answers(ports.guard, "/ready")).toBe(true);
    const metrics = await (await fetch(`http://127.0.0.1:${ports.guard}/metrics`)).text();
    expect(metrics).toMatch(/^valyra_guard_undecided_logs 0$/m);
  });

  test("an upgrade that emits a new event turns it off, a decision turns it on", async () => {
    const deployer = await openDeployer(chain, devnet.main.owner);
    const next = await deployer.create("MarketplaceM3Next");
    const { address } = devnet.main.marketplace;
    await deployer.call("MarketplaceM3", address, "upgradeToAndCall", [next, "0x"]);
    await deployer.mine();
    await announce();
    await firstUndecided();
    await isReady(503);

    const { lines } = await guardCommand("list");
    expect(lines.at(-1)).toBe("1 to decide.");
    expect(lines[0]).toContain(`unknown_topic  contract ${address}  topic ${ANNOUNCEMENT}`);
    const [id = ""] = (lines[0] ?? "").split(" ");
    const reason = "announcements change no row";
    expect(await guardCommand("decide", id, "--ignore", reason)).toEqual({
      code: 0,
      lines: ["Decided: 1."],
    });

    await isReady(200);
    const [row] = await asAdmin<{ decision: string; topics: Hex[] }>(
      "SELECT decision, topics FROM app.unknown_log",
    );
    expect(row?.decision).toBe(`ignore: ${reason}`);
    expect(row?.topics[0]).toBe(ANNOUNCEMENT);
  });

  test("a lost row turns it off until the index has it again", async () => {
    const [lost] = await asAdmin<Record<string, unknown>>(
      `DELETE FROM ${SCHEMA}.activity WHERE event = 'Upgraded' AND block_number =
         (SELECT max(block_number) FROM ${SCHEMA}.activity WHERE event = 'Upgraded')
       RETURNING *`,
    );
    // The block was compared before the row was lost: only a guard that starts afresh, or the
    // final comparison, looks there again. Blocks on top make it final.
    await chain.mineMany(40);
    const found = await firstUndecided();
    await isReady(503);
    expect(found).toMatchObject({ reason: "missing_row", tx_hash: lost?.tx_hash });

    const columns = Object.keys(lost ?? {});
    await asAdmin(
      `INSERT INTO ${SCHEMA}.activity (${columns.map((name) => `"${name}"`).join(", ")})
       SELECT ${columns.map((name) => `"${name}"`).join(", ")}
       FROM jsonb_populate_record(NULL::${SCHEMA}.activity, $1)`,
      [JSON.stringify(lost)],
    );
    await isReady(200);
    expect(await asAdmin("SELECT 1 FROM app.unknown_log WHERE decided_at IS NULL")).toEqual([]);
  });

  test("a reorganisation takes an unknown log away with its block", async () => {
    await announce();
    expect(await firstUndecided()).toMatchObject({ reason: "unknown_topic" });
    await isReady(503);
    await chain.reorg(1);
    await chain.mine();
    await isReady(200);
  });

  test("every process ends in order when it is asked to", async () => {
    const exits = await Promise.all(children.map((child) => child.stop()));
    expect(exits).toEqual(children.map(() => ({ code: 0, signal: null })));
    children.length = 0;
  });
});
