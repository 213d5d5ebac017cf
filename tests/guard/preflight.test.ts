import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deployMarket } from "../../devnet/deploy.ts";
import type { DeployedMarket } from "../../devnet/deployed.ts";
import { freePort } from "../../devnet/processes/free-port.ts";
import { startTestChain, type TestChain } from "../support/anvil.ts";
import {
  createDatabase,
  type PostgresServer,
  startPostgres,
  withClient,
} from "../support/postgres.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const NOBODY = "0x00000000000000000000000000000000000000b0";
const SECRET = "provider-key-that-nobody-may-see";
const PASSWORD = "password-that-nobody-may-see";

let postgres: PostgresServer;
let chain: TestChain;
let market: DeployedMarket;
let databaseUrl: string;
let folder: string;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "valyra-preflight-"));
  [postgres, chain] = await Promise.all([startPostgres(), startTestChain()]);
  databaseUrl = await createDatabase(postgres.url);
  await withClient(databaseUrl, (client) =>
    client.query(`CREATE ROLE powerless LOGIN PASSWORD '${PASSWORD}'`),
  );
  market = await deployMarket(chain);
  port = await freePort();
});

afterAll(async () => {
  await chain?.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Outcome = { code: number; lines: string[] };

type Changes = {
  file?: Record<string, unknown>;
  contract?: Record<string, unknown>;
  environment?: Record<string, string>;
};

/** Runs `npm run indexer` as an operator would, with one thing wrong. */
function startIndexer({ file = {}, contract = {}, environment = {} }: Changes): Promise<Outcome> {
  const path = join(folder, "market.json");
  const { address, startBlock } = market.marketplace;
  writeFileSync(
    path,
    JSON.stringify({
      network: "test",
      chainId: 31337,
      rpc: [chain.url],
      contracts: [{ kind: "marketplace", generation: "M3", address, startBlock, ...contract }],
      ...file,
    }),
  );
  return new Promise((done) => {
    execFile(
      process.execPath,
      ["scripts/indexer.ts", "--deployments", path, "--schema", "release_test"],
      {
        cwd: ROOT,
        timeout: 60_000,
        env: {
          PATH: process.env.PATH,
          NODE_OPTIONS: process.env.NODE_OPTIONS,
          INDEXER_DATABASE_URL: databaseUrl,
          INDEXER_PORT: String(port),
          RPC_TIMEOUT_MS: "10000",
          ...environment,
        },
      },
      (error, _, stderr) => {
        const lines = stderr.split("\n").filter((line) => line !== "");
        done({ code: typeof error?.code === "number" ? error.code : 0, lines });
      },
    );
  });
}

/** A node that accepts requests: it says what `answer` says, or nothing at all. */
async function startNode(answer: string | undefined): Promise<{ url: string; server: Server }> {
  const server = createServer((_, response) => {
    if (answer === undefined) return;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ jsonrpc: "2.0", id: 1, result: answer }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port: at } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${at}/v2/${SECRET}`, server };
}

async function withNode(answer: string | undefined, use: (url: string) => Promise<void>) {
  const { url, server } = await startNode(answer);
  try {
    await use(url);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

/** One line, and it says what to do. */
function expectOneLine({ code, lines }: Outcome, exitCode: number, what: RegExp, remedy: RegExp) {
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(what);
  expect(lines[0]).toMatch(remedy);
  expect(code).toBe(exitCode);
}

test("an unknown chain id", async () => {
  await withNode("0xf423f", async (url) => {
    const outcome = await startIndexer({
      file: { chainId: 999_999, rpc: [url] },
      contract: { startBlock: 0 },
    });
    expect(outcome.lines[0]).toMatch(/Chain id 999999 is unknown.*Correct "chainId"/);
    expect(outcome.code).toBe(78);
  });
});

test("a wrong address", async () => {
  const outcome = await startIndexer({ contract: { address: NOBODY } });
  expectOneLine(outcome, 78, new RegExp(`No contract at ${NOBODY}`), /Correct the address/);
});

test("a start block in the future", async () => {
  const outcome = await startIndexer({ contract: { startBlock: 9_000_000 } });
  expectOneLine(outcome, 78, /Start block 9000000/, /Give the block of its deployment/);
});

test("an RPC that is not there", async () => {
  const outcome = await startIndexer({ file: { rpc: [`http://127.0.0.1:${await freePort()}`] } });
  expectOneLine(
    outcome,
    1,
    /RPC .* does not answer \(ECONNREFUSED\)/,
    /Start it, or correct "rpc"/,
  );
});

test("an RPC that never answers is given up on, and its key stays out of the line", async () => {
  await withNode(undefined, async (url) => {
    const outcome = await startIndexer({
      file: { rpc: [url] },
      environment: { RPC_TIMEOUT_MS: "3000" },
    });
    expectOneLine(outcome, 1, /does not answer \(no answer in time\)/, /correct "rpc"/);
    expect(outcome.lines.join()).not.toContain(SECRET);
  });
});

test("an RPC of another chain", async () => {
  await withNode("0x1", async (url) => {
    const outcome = await startIndexer({ file: { rpc: [url] } });
    expectOneLine(outcome, 78, /serves chain 1, .* for chain 31337/, /give the RPC of that chain/);
    expect(outcome.lines.join()).not.toContain(SECRET);
  });
});

test("a database that is not there", async () => {
  const url = `postgresql://valyra_indexer:${PASSWORD}@127.0.0.1:${await freePort()}/valyra`;
  const outcome = await startIndexer({ environment: { INDEXER_DATABASE_URL: url } });
  expectOneLine(outcome, 1, /cannot be reached \(ECONNREFUSED\)/, /Start Postgres/);
  expect(outcome.lines.join()).not.toContain(PASSWORD);
});

test("a database with another password", async () => {
  const url = new URL(databaseUrl);
  url.password = PASSWORD;
  const outcome = await startIndexer({ environment: { INDEXER_DATABASE_URL: url.href } });
  expectOneLine(outcome, 78, /refuses the indexer/, /Correct INDEXER_DATABASE_URL/);
  expect(outcome.lines.join()).not.toContain(PASSWORD);
});

test("a database without rights", async () => {
  const url = new URL(databaseUrl);
  url.username = "powerless";
  url.password = PASSWORD;
  const outcome = await startIndexer({ environment: { INDEXER_DATABASE_URL: url.href } });
  expectOneLine(outcome, 78, /powerless may not create schemas/, /npm run migrate/);
});

test("a schema that belongs to somebody else", async () => {
  await withClient(databaseUrl, (client) =>
    client.query(`
      CREATE ROLE stranger LOGIN PASSWORD '${PASSWORD}';
      GRANT CREATE, TEMPORARY ON DATABASE ${new URL(databaseUrl).pathname.slice(1)} TO stranger;
      CREATE SCHEMA release_test;
    `),
  );
  const url = new URL(databaseUrl);
  url.username = "stranger";
  url.password = PASSWORD;
  const outcome = await startIndexer({ environment: { INDEXER_DATABASE_URL: url.href } });
  await withClient(databaseUrl, (client) => client.query("DROP SCHEMA release_test"));
  expectOneLine(outcome, 78, /Schema release_test .* belongs to somebody else/, /another --schema/);
});

test("a port that is taken", async () => {
  const { server } = await startNode(undefined);
  const taken = String((server.address() as AddressInfo).port);
  const outcome = await startIndexer({ environment: { INDEXER_PORT: taken } });
  await new Promise((closed) => server.close(closed));
  expectOneLine(outcome, 1, new RegExp(`Port ${taken} .* is taken`), /INDEXER_PORT/);
});

test("several mistakes are reported at once", async () => {
  const outcome = await startIndexer({
    contract: { address: NOBODY },
    environment: {
      INDEXER_DATABASE_URL: `postgresql://x:y@127.0.0.1:${await freePort()}/valyra`,
    },
  });
  expect(outcome.lines).toHaveLength(2);
  expect(outcome.code).toBe(78);
});

test("mistakes in the environment and in the file are reported at once", async () => {
  const outcome = await startIndexer({
    file: { network: "Not A Name" },
    environment: { INDEXER_DATABASE_URL: "nowhere", INDEXER_PORT: "many" },
  });
  expect(outcome.lines).toHaveLength(3);
  expect(outcome.lines.join("\n")).toMatch(/INDEXER_DATABASE_URL/);
  expect(outcome.lines.join("\n")).toMatch(/INDEXER_PORT/);
  expect(outcome.lines.join("\n")).toMatch(/Deployments file .* network/);
  expect(outcome.code).toBe(78);
});
