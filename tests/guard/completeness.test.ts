import pg from "pg";
import { pino } from "pino";
import { encodeFunctionData, type Hex, pad, toEventSelector } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createRpcClient } from "../../core/rpc/client.ts";
import { loadArtifact } from "../../devnet/contracts/artifact.ts";
import { deployMarket } from "../../devnet/deploy.ts";
import type { DeployedMarket } from "../../devnet/deployed.ts";
import { openDeployer } from "../../devnet/deployer.ts";
import { type Auditor, createAuditor } from "../../guard/audit/auditor.ts";
import { repairWrongRows } from "../../guard/audit/repair-wrong-rows.ts";
import { createChainSource } from "../../guard/chain/chain-source.ts";
import { ignoreLog, listUndecided } from "../../guard/decisions.ts";
import { createGuardMetrics } from "../../guard/metrics.ts";
import {
  findOpenRepair,
  finishRepair,
  openRepair,
  startRepair,
} from "../../guard/repair/repair-store.ts";
import { createGuardStore } from "../../guard/store/guard-store.ts";
import { startTestChain, TEST_CHAIN_ID, type TestChain } from "../support/anvil.ts";
import { type PostgresServer, startPostgres, withClient } from "../support/postgres.ts";
import { createFakeIndex, type FakeIndex, listingUpdatedData } from "./fake-index.ts";
import { headsOf } from "./nodes.ts";

const GRACE_MS = 10_000;
const LISTING_UPDATED = toEventSelector("ListingUpdated(uint256,string,uint256)");
const LISTING_CANCELLED = toEventSelector("ListingCancelled(uint256)");
const LISTING_0 = pad("0x0", { size: 32 });

let postgres: PostgresServer;
let chain: TestChain;
let index: FakeIndex;
let market: DeployedMarket;
let pool: pg.Pool;
let auditor: Auditor;
let now: number;

beforeAll(async () => {
  [postgres, chain] = await Promise.all([startPostgres(), startTestChain()]);
});

afterAll(async () => {
  await chain?.stop();
  await postgres?.stop();
});

beforeEach(async () => {
  index = await createFakeIndex(postgres.url, TEST_CHAIN_ID);
  pool = new pg.Pool({ connectionString: index.workerUrl, max: 2 });
  market = await deployMarket(chain, { marketplace: "M3", escrow: "E3" });
  now = 0;
  auditor = startAuditor();
});

afterEach(async () => {
  await pool?.end();
  await index?.close();
});

const source = () => createChainSource([createRpcClient(chain.url, 5_000)], () => undefined);

/** A guard that starts anew: it knows nothing but what is in the database. */
function startAuditor(): Auditor {
  return createAuditor({
    chainId: TEST_CHAIN_ID,
    contracts: [
      { address: market.marketplace.address, kind: "marketplace" },
      { address: market.escrow.address, kind: "escrow" },
    ],
    startBlock: BigInt(market.marketplace.startBlock),
    source: source(),
    store: createGuardStore(pool),
    metrics: createGuardMetrics(),
    log: pino({ level: "silent" }),
    graceMs: GRACE_MS,
    now: () => now,
  });
}

/** Lets the guard look at the chain as it is now. */
async function look() {
  return auditor.step(await headsOf(chain.url));
}

/** Lets the guard look again after the time of grace. */
async function lookAfterGrace() {
  await look();
  now += GRACE_MS;
  return look();
}

const logsOfMarket = () =>
  chain.logsOf(
    [market.marketplace.address, market.escrow.address],
    BigInt(market.marketplace.startBlock),
  );

/** Indexes everything the market has logged, and says so. */
async function indexAll(except: (log: { topics: Hex[] }) => boolean = () => false) {
  await index.revert(0n);
  await index.index((await logsOfMarket()).filter((log) => !except(log)));
  await index.reach(await chain.blockNumber());
}

type Unknown = { topic0: Hex; reason: string; block_number: string; decision: string | null };

const unknownLogs = () =>
  index.query<Unknown>("SELECT * FROM app.unknown_log ORDER BY block_number, log_index");

const undecided = async () => (await unknownLogs()).filter((row) => row.decision === null);

/** Upgrades the marketplace, so that it can emit what no marketplace emits. */
async function becomeForger() {
  const deployer = await openDeployer(chain, market.owner);
  const forger = await deployer.create("EventForger", [market.marketplace.implementation]);
  await deployer.call("MarketplaceM3", market.marketplace.address, "upgradeToAndCall", [
    forger,
    "0x",
  ]);
  await deployer.mine();
}

async function forge(topics: Hex[], data: Hex) {
  const deployer = await openDeployer(chain, market.owner);
  await deployer.call("EventForger", market.marketplace.address, "forge", [topics, data]);
  return deployer.mine();
}

async function pauseMarketplace(method: "pause" | "unpause") {
  const deployer = await openDeployer(chain, market.owner);
  await deployer.call("MarketplaceM3", market.marketplace.address, method);
  return deployer.mine();
}

test("an index that has every row leaves nothing to decide", async () => {
  await indexAll();
  expect(await lookAfterGrace()).toMatchObject({ is: "audited" });
  expect(await unknownLogs()).toEqual([]);
});

test("an upgrade that emits a new event makes an unknown log, until somebody decides", async () => {
  const deployer = await openDeployer(chain, market.owner);
  const next = await deployer.create("MarketplaceM3Next");
  const { address } = market.marketplace;
  await deployer.call("MarketplaceM3", address, "upgradeToAndCall", [next, "0x"]);
  await deployer.mine();
  const announce = encodeFunctionData({
    abi: loadArtifact("MarketplaceM3Next").abi,
    functionName: "announce",
    args: ["we have moved"],
  });
  await chain.execute([{ from: market.owner, to: address, data: announce }]);
  const topic = toEventSelector("MarketplaceAnnouncement(address,string)");
  await indexAll((log) => log.topics[0] === topic);

  await look();

  const [found, ...others] = await undecided();
  expect(others).toEqual([]);
  expect(found).toMatchObject({ topic0: topic, reason: "unknown_topic" });
  await withClient(index.workerUrl, async (client) => {
    const [listed] = await listUndecided(client);
    expect(await ignoreLog(client, listed?.id ?? "", "announcements change nothing", false)).toBe(
      1,
    );
  });
  expect(await undecided()).toEqual([]);
});

test("a standing decision also covers what the same contract logs later", async () => {
  await becomeForger();
  const topic = toEventSelector("Chatter(uint256)");
  await forge([topic], "0x");
  await indexAll((log) => log.topics[0] === topic);
  await look();
  await withClient(index.workerUrl, async (client) => {
    const [listed] = await listUndecided(client);
    await ignoreLog(client, listed?.id ?? "", "chatter", true);
  });

  await forge([topic], "0x");
  await indexAll((log) => log.topics[0] === topic);
  await look();

  expect(await undecided()).toEqual([]);
  expect(await unknownLogs()).toHaveLength(2);
});

test("a known topic with other indexed fields is unknown even where a row exists", async () => {
  await becomeForger();
  await forge([LISTING_UPDATED, LISTING_0, pad("0x5", { size: 32 })], listingUpdatedData("x", 5n));
  await indexAll();
  await look();
  expect(await undecided()).toMatchObject([
    { topic0: LISTING_UPDATED, reason: "indexed_mismatch" },
  ]);
});

test("truncated data is unknown", async () => {
  await becomeForger();
  const data = listingUpdatedData("ipfs://a link that is longer than one word of data", 5n);
  await forge([LISTING_UPDATED, LISTING_0], data.slice(0, -64) as Hex);
  await indexAll((log) => log.topics[0] === LISTING_UPDATED);
  await look();
  expect(await undecided()).toMatchObject([{ topic0: LISTING_UPDATED, reason: "undecodable" }]);
});

test("a missing row counts once it stays missing, and no longer once it is there", async () => {
  await becomeForger();
  await forge([LISTING_CANCELLED, LISTING_0], "0x");
  await indexAll((log) => log.topics[0] === LISTING_CANCELLED);
  await look();
  expect(await undecided()).toEqual([]);
  now += GRACE_MS;
  await look();
  expect(await undecided()).toMatchObject([{ topic0: LISTING_CANCELLED, reason: "missing_row" }]);

  await indexAll();
  await lookAfterGrace();
  expect(await undecided()).toEqual([]);
});

test("(IX-3) a missing row opens one repair of its block, not beside another and not again", async () => {
  await becomeForger();
  await forge([LISTING_CANCELLED, LISTING_0], "0x");
  await indexAll((log) => log.topics[0] === LISTING_CANCELLED);
  const repair = () => repairWrongRows(pool, TEST_CHAIN_ID);
  await look();
  expect(await repair()).toBe(false);
  now += GRACE_MS;
  await look();
  const [missing] = await undecided();
  const deep = { chainId: TEST_CHAIN_ID, reason: "a fork", fromBlock: 1n, toBlock: 2n };
  const other = await openRepair(pool, { ...deep, kind: "deep_reorganisation" });
  expect(await repair()).toBe(false);
  await startRepair(pool, other.id, { before: null, after: "release_b" });
  await finishRepair(pool, other, "built anew");
  expect(await repair()).toBe(true);
  const block = BigInt(missing?.block_number ?? 0);
  const open = await findOpenRepair(pool, TEST_CHAIN_ID);
  expect(open).toMatchObject({ kind: "wrong_rows", fromBlock: block, toBlock: block });
  if (open === undefined) return;
  await startRepair(pool, open.id, { before: null, after: "release_c" });
  await finishRepair(pool, open, "built anew");
  expect(await repair()).toBe(false);
});

test("a row without a log is found", async () => {
  await indexAll();
  await index.query(
    `INSERT INTO indexed.activity SELECT chain_id, block_number, log_index + 1000, block_hash,
       tx_hash, contract, topic, raw_data FROM indexed.activity LIMIT 1`,
  );
  await lookAfterGrace();
  expect(await undecided()).toMatchObject([{ reason: "phantom_row" }]);
});

test("a row that says something else than its log is found", async () => {
  await indexAll();
  await index.query("UPDATE indexed.activity SET raw_data = '0x' WHERE raw_data <> '0x'");
  await lookAfterGrace();
  const found = await undecided();
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map((row) => row.reason))).toEqual(new Set(["row_mismatch"]));
});

test("no row counts as missing before the index has reached its block", async () => {
  await indexAll();
  const indexed = await chain.blockNumber();
  await pauseMarketplace("pause");
  await lookAfterGrace();
  expect(await undecided()).toEqual([]);

  await index.reach(indexed + 1n);
  await lookAfterGrace();
  expect(await undecided()).toMatchObject([{ reason: "missing_row" }]);
});

test("rows that an index takes back while it starts are not missing", async () => {
  await indexAll();
  await index.revert(0n);
  await index.reach(await chain.blockNumber(), false);
  expect(await lookAfterGrace()).toEqual({ is: "waiting", why: "the index is starting" });
  expect(await unknownLogs()).toEqual([]);
});

test("a reorganisation removes what was found in orphaned blocks, and new blocks are compared", async () => {
  await becomeForger();
  const topic = toEventSelector("Chatter(uint256)");
  const block = await forge([topic], "0x");
  await indexAll((log) => log.topics[0] === topic);
  await look();
  expect(await undecided()).toMatchObject([{ block_number: String(block) }]);

  await chain.reorg(1);
  await indexAll();
  await look();
  expect(await unknownLogs()).toEqual([]);

  await forge([topic, LISTING_0], "0x");
  await indexAll((log) => log.topics[0] === topic);
  await look();
  expect(await undecided()).toMatchObject([{ reason: "unknown_topic" }]);
});

test("a guard that starts again goes on after the blocks that were compared for good", async () => {
  await pauseMarketplace("pause");
  await chain.mineMany(20);
  await indexAll();
  const first = await lookAfterGrace();
  expect(first.is === "audited" && first.final).toBeGreaterThan(market.marketplace.startBlock);
  const [range] = await index.query<{ to_block: string; logs: number }>(
    "SELECT to_block, logs FROM app.audit_range WHERE contract = $1",
    [market.marketplace.address],
  );
  expect(range?.logs).toBeGreaterThanOrEqual(3);

  await chain.mineMany(20);
  await indexAll();
  auditor = startAuditor();
  await lookAfterGrace();
  const ranges = await index.query<{ to_block: string; logs: number }>(
    "SELECT to_block, logs FROM app.audit_range WHERE contract = $1",
    [market.marketplace.address],
  );
  expect(ranges).toHaveLength(1);
  expect(ranges[0]?.logs).toBe(range?.logs);
  expect(Number(ranges[0]?.to_block)).toBe(Number(range?.to_block) + 20);
});

test("what a repair has indexed anew is compared again, and nothing is while it is open", async () => {
  for (let event = 0; event < 3; event += 1) {
    await pauseMarketplace(event % 2 === 0 ? "pause" : "unpause");
    await chain.mineMany(5);
  }
  await chain.mineMany(20);
  await indexAll();
  const { address } = market.marketplace;
  const range = async () =>
    (
      await index.query<{ to_block: string; logs: number }>(
        "SELECT to_block, logs FROM app.audit_range WHERE contract = $1",
        [address],
      )
    ).map(({ to_block, logs }) => ({ through: Number(to_block), logs }));
  await lookAfterGrace();
  const [compared] = await range();

  const [lost] = await index.query<{ block_number: string }>(
    `DELETE FROM indexed.activity WHERE contract = $1 AND block_number =
       (SELECT max(block_number) FROM indexed.activity WHERE contract = $1)
     RETURNING block_number`,
    [address],
  );
  const fromBlock = BigInt(lost?.block_number ?? 0);
  const repair = await openRepair(pool, {
    ...{ chainId: TEST_CHAIN_ID, kind: "deep_reorganisation", reason: "a block was replaced" },
    ...{ fromBlock, toBlock: fromBlock },
  });
  const waiting = { is: "waiting", why: "the index is being repaired" };
  expect(await lookAfterGrace()).toEqual(waiting);
  expect(await undecided()).toEqual([]);
  await startRepair(pool, repair.id, { before: null, after: "release_b" });
  await finishRepair(pool, repair, "built anew");

  // Comparing stops before the lost row until the time of grace is over, then it counts.
  await look();
  expect(await range()).toEqual([
    { through: Number(fromBlock) - 1, logs: (compared?.logs ?? 0) - 1 },
  ]);
  await lookAfterGrace();
  expect(await undecided()).toMatchObject([
    { reason: "missing_row", block_number: String(fromBlock) },
  ]);
  expect(await range()).toEqual([compared]);
});
