import pg from "pg";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { clearAlarms, raiseAlarm } from "../../guard/alarms/alarm-store.ts";
import { createHeadFollower } from "../../guard/heads/follow-heads.ts";
import { finalityDepths, observeHeads } from "../../guard/heads/observe-heads.ts";
import { createGuardMetrics } from "../../guard/metrics.ts";
import { openRepair } from "../../guard/repair/repair-store.ts";
import { createGuardStore } from "../../guard/store/guard-store.ts";
import { createTrackStore } from "../../guard/store/track-store.ts";
import { startTestChain, TEST_CHAIN_ID, type TestChain } from "../support/anvil.ts";
import { type PostgresServer, startPostgres } from "../support/postgres.ts";
import { createFakeIndex, type FakeIndex } from "./fake-index.ts";
import { forkedFrom, type Node, providerOf, remade, startNode } from "./nodes.ts";

/** Blocks of an epoch on the test chain: safe is one epoch back, final two. */
const EPOCH = 4n;
const GRACE_MS = 10_000;

let postgres: PostgresServer;
let chain: TestChain;
let index: FakeIndex;
let pool: pg.Pool;
let now: number;
const nodes: Node[] = [];

beforeAll(async () => {
  [postgres, chain] = await Promise.all([startPostgres(), startTestChain()]);
  await chain.mineMany(120);
});

afterAll(async () => {
  await chain?.stop();
  await postgres?.stop();
});

beforeEach(async () => {
  index = await createFakeIndex(postgres.url, TEST_CHAIN_ID);
  pool = new pg.Pool({ connectionString: index.workerUrl, max: 2 });
  now = 0;
});

afterEach(async () => {
  for (const node of nodes.splice(0)) node.close();
  await pool?.end();
  await index?.close();
});

async function node(): Promise<Node> {
  const started = await startNode(chain.url);
  nodes.push(started);
  return started;
}

/** A guard that starts anew: it knows nothing but what is in the database. */
function follow(...urls: string[]) {
  const metrics = createGuardMetrics();
  const follower = createHeadFollower({
    chainId: TEST_CHAIN_ID,
    providers: urls.map(providerOf),
    store: createGuardStore(pool),
    track: createTrackStore(pool, TEST_CHAIN_ID),
    alarms: {
      raise: (name, detail) => raiseAlarm(pool, TEST_CHAIN_ID, name, detail),
      clear: (names) => clearAlarms(pool, TEST_CHAIN_ID, names),
    },
    openRepair: (repair) => openRepair(pool, repair),
    depths: finalityDepths(undefined),
    windowBlocks: 30n,
    graceMs: GRACE_MS,
    now: () => now,
    metrics,
    log: pino({ level: "silent" }),
  });
  return { follower, metrics };
}

type StoredHeads = Record<"head" | "safe" | "final" | "head_hash", string>;

const storedHeads = async () =>
  (await index.query<StoredHeads>("SELECT * FROM app.chain_head"))[0] as StoredHeads;

const alarms = async () =>
  (await index.query<{ name: string }>("SELECT name FROM app.alarm ORDER BY name")).map(
    ({ name }) => name,
  );

const repairs = () =>
  index.query<{ kind: string; from_block: string; to_block: string; reason: string }>(
    "SELECT * FROM app.repair",
  );

const followedBlocks = () =>
  index.query<{
    number: string;
    hash: string;
    confirmations: number;
    safe: boolean;
    final: boolean;
  }>(
    `SELECT number, hash, confirmations, safe_at IS NOT NULL AS safe, final_at IS NOT NULL AS final
     FROM app.chain_block ORDER BY number`,
  );

test("the heads in the database are those of the chain's own tags, each block with its tier", async () => {
  const { follower } = follow(chain.url);
  await follower.step();
  const head = await chain.blockNumber();
  expect(await storedHeads()).toMatchObject({
    head: String(head),
    safe: String(head - EPOCH),
    final: String(head - 2n * EPOCH),
  });
  await chain.mine();
  await follower.step();
  expect((await storedHeads()).head).toBe(String(head + 1n));
  const blocks = await followedBlocks();
  expect(blocks.at(-1)).toMatchObject({ number: String(head + 1n), safe: false, final: false });
  expect(blocks.findLast((block) => block.safe)?.number).toBe(String(head + 1n - EPOCH));
  expect(blocks.findLast((block) => block.final)?.number).toBe(String(head + 1n - 2n * EPOCH));
});

test("where a chain has no tags, depths stand in", async () => {
  const tagless = await node();
  tagless.answer = ({ method, params: [tag] }) =>
    method === "eth_getBlockByNumber" && (tag === "safe" || tag === "finalized")
      ? { error: { code: -32_602, message: "unknown block tag" } }
      : undefined;
  const head = await chain.blockNumber();
  const seen = await observeHeads([providerOf(tagless.url)], finalityDepths(20), () => undefined);
  expect(seen).toMatchObject({ safe: { number: head - 10n }, final: { number: head - 20n } });
});

test("(IX-5) a node that flaps 50 blocks back moves no head back, not even after a restart", async () => {
  const flapping = await node();
  let { follower, metrics } = follow(flapping.url);
  await follower.step();
  let before = await storedHeads();
  let backward = 0;
  for (let round = 0; round < 20; round += 1) {
    const lag = round % 2 === 0 ? 50n : 0n;
    const top = (await chain.blockNumber()) - lag;
    flapping.answer = ({ method, params: [which] }) => {
      if (method !== "eth_getBlockByNumber" || lag === 0n) return undefined;
      if (typeof which !== "string" || !which.startsWith("0x")) return undefined;
      return BigInt(which) > top ? { result: null } : undefined;
    };
    flapping.change = (block) =>
      lag > 0n && BigInt(block.number) > top ? (stale as typeof block) : block;
    const stale = await chain.request("eth_getBlockByNumber", [`0x${top.toString(16)}`, false]);
    if (round === 10) ({ follower } = follow(flapping.url));
    await follower.step();
    const after = await storedHeads();
    for (const tier of ["head", "safe", "final"] as const) {
      if (BigInt(after[tier]) < BigInt(before[tier])) backward += 1;
    }
    before = after;
    await chain.mine();
  }
  expect(backward).toBe(0);
  expect(await repairs()).toEqual([]);
  expect((await metrics.finalityViolations.get()).values[0]?.value).toBe(0);
});

test("(IX-5) of two nodes the lower head counts that both know; one on a fork latches an alarm", async () => {
  const [first, second] = [await node(), await node()];
  const { follower } = follow(first.url, second.url);
  await follower.step();
  const before = await storedHeads();
  await chain.mineMany(3);
  const behind = (await chain.blockNumber()) - 2n;
  const lagging = await chain.request("eth_getBlockByNumber", [`0x${behind.toString(16)}`, false]);
  second.answer = ({ method, params: [which] }) =>
    method === "eth_getBlockByNumber" && which === "latest" ? { result: lagging } : undefined;
  await follower.step();
  expect((await storedHeads()).head).toBe(String(behind));

  second.answer = () => undefined;
  second.change = forkedFrom(BigInt(before.final) + 1n, "0xdead");
  await expect(follower.step()).rejects.toThrow("no block is known to enough providers");
  expect(await alarms()).toEqual([]);
  now += GRACE_MS;
  await expect(follower.step()).rejects.toThrow();
  expect(await alarms()).toEqual(["providers_disagree"]);
  expect((await storedHeads()).head).toBe(String(behind));

  second.change = (block) => block;
  await follower.step();
  expect(await alarms()).toEqual([]);
});

test("of three nodes the one on a fork is outvoted, and final needs more than half of all", async () => {
  const [fork, second, third] = [await node(), await node(), await node()];
  const { follower } = follow(fork.url, second.url, third.url);
  await follower.step();
  fork.change = forkedFrom((await chain.blockNumber()) - 1n, "0xdead");
  await chain.mine();
  await follower.step();
  const head = await chain.publicClient().getBlock();
  expect((await storedHeads()).head_hash).toBe(head.hash);

  const { final } = await storedHeads();
  [second.isDown, third.isDown] = [true, true];
  fork.change = (block) => block;
  await chain.mineMany(4);
  const alone = await observeHeads(
    [fork, second, third].map(({ url }) => providerOf(url)),
    finalityDepths(undefined),
    () => undefined,
  );
  expect(alone).toMatchObject({ answered: 1, final: undefined });
  expect((await storedHeads()).final).toBe(final);
});

test("(IX-4) a node whose header does not have the hash that it names has no vote", async () => {
  const [liar, honest] = [await node(), await node()];
  const { follower, metrics } = follow(liar.url, honest.url);
  await follower.step();
  for (const lie of [
    { timestamp: "0x1" },
    { parentHash: `0x${"ab".repeat(32)}` },
    { number: "0xffffff" },
    { hash: `0x${"ab".repeat(32)}` },
  ] as const) {
    liar.change = (block) => ({ ...block, ...lie });
    await chain.mine();
    await follower.step();
    const { head } = await storedHeads();
    expect(head).toBe(String(await chain.blockNumber()));
  }
  expect((await metrics.rpcErrors.get()).values[0]?.value).toBeGreaterThanOrEqual(4);
  expect([await alarms(), await repairs()]).toEqual([[], []]);
});

test("a node of another chain is left out and named", async () => {
  const foreign = await node();
  foreign.answer = ({ method }) => (method === "eth_chainId" ? { result: "0x1" } : undefined);
  await follow(chain.url, foreign.url).follower.step();
  expect(await index.query("SELECT name, detail FROM app.alarm")).toEqual([
    { name: "wrong_chain", detail: `${new URL(foreign.url).host} serves chain 1` },
  ]);
});

test("an ordinary reorganisation is followed without an alarm", async () => {
  const { follower, metrics } = follow(chain.url);
  await chain.mineMany(20);
  await follower.step();
  await chain.reorg(3);
  await follower.step();
  await chain.mineMany(2);
  await follower.step();
  const head = await chain.publicClient().getBlock();
  expect((await storedHeads()).head_hash).toBe(head.hash);
  expect((await metrics.reorganisations.get()).values[0]?.value).toBe(1);
  expect([await alarms(), await repairs()]).toEqual([[], []]);
});

test("(IX-2) a reorganisation below the indexer's window opens one repair that names the block", async () => {
  const { follower, metrics } = follow(chain.url);
  await follower.step();
  const replaced = (await chain.blockNumber()) + 1n;
  const [from] = chain.accounts as [`0x${string}`];
  await chain.execute([{ from, to: from, data: "0x" }]);
  await chain.mineMany(94);
  await follower.step();
  const before = await followedBlocks();
  const tip = await chain.blockNumber();
  await chain.reorg(95);
  await chain.mineMany(2);
  // Seen once it turns readiness off; a second look makes sure before anything is rebuilt.
  await follower.step();
  expect([await alarms(), await repairs()]).toEqual([["deep_reorganisation"], []]);
  await follower.step();
  const [repair, ...others] = await repairs();
  expect(others).toEqual([]);
  expect(repair).toMatchObject({
    kind: "deep_reorganisation",
    from_block: String(replaced),
    to_block: String(tip),
  });
  expect(repair?.reason).toContain(`block ${replaced} was`);
  expect((await metrics.deepReorganisations.get()).values[0]?.value).toBe(1);
  expect((await metrics.finalityViolations.get()).values[0]?.value).toBe(1);
  await follower.step();
  expect(await alarms()).toEqual([]);
  const head = await chain.publicClient().getBlock();
  expect((await storedHeads()).head_hash).toBe(head.hash);
  expect(
    (await followedBlocks()).filter(({ hash }) => before.some((it) => it.hash === hash)),
  ).toEqual(before.filter(({ number }) => BigInt(number) < replaced));
  expect(await repairs()).toHaveLength(1);
});

test("(IX-2) one that reaches below all followed blocks has everything indexed anew", async () => {
  const [from] = chain.accounts as [`0x${string}`];
  await chain.execute([{ from, to: from, data: "0x" }]);
  await chain.mineMany(40);
  const { follower } = follow(chain.url);
  await follower.step();
  const [oldest] = await followedBlocks();
  await chain.reorg(41);
  await chain.mineMany(2);
  await follower.step();
  await follower.step();
  expect(await repairs()).toMatchObject([{ kind: "deep_reorganisation", from_block: "0" }]);
  const [{ reason } = { reason: "" }] = await repairs();
  expect(reason).toContain(`block ${oldest?.number} was ${oldest?.hash}`);
  expect(reason).toContain("perhaps more, for older ones were not followed");
});

test("a final block that changed while the guard was away is found at its start", async () => {
  // A transaction that is lost, for empty blocks come back with the hashes that they had.
  const [from] = chain.accounts as [`0x${string}`];
  await chain.execute([{ from, to: from, data: "0x" }]);
  await chain.mineMany(10);
  await follow(chain.url).follower.step();
  await chain.reorg(12);
  await chain.mineMany(6);
  // As after an update from a guard that kept heads alone.
  await index.query("DELETE FROM app.chain_block");
  const { follower } = follow(chain.url);
  await follower.step();
  await follower.step();
  expect(await repairs()).toMatchObject([{ kind: "deep_reorganisation" }]);
});

test("a fork that one node shows once and takes back opens no repair", async () => {
  const straying = await node();
  const { follower } = follow(straying.url);
  await follower.step();
  const heads = await storedHeads();
  straying.change = forkedFrom(BigInt(heads.final) - 1n, "0xdead");
  await follower.step();
  expect(await alarms()).toEqual(["deep_reorganisation"]);
  straying.change = (block) => block;
  await follower.step();
  expect([await alarms(), await repairs()]).toEqual([[], []]);
  expect(await storedHeads()).toMatchObject({ head_hash: heads.head_hash });
});

test("hashes are read again at their ages, and a changed one is an alarm that names it", async () => {
  const straying = await node();
  const { follower } = follow(straying.url);
  await follower.step();
  const newest = async () => (await followedBlocks()).at(-1);
  expect(await newest()).toMatchObject({ confirmations: 0 });
  await index.query("UPDATE app.chain_block SET seen_at = now() - interval '61 seconds'");
  await follower.step();
  expect(await newest()).toMatchObject({ confirmations: 1 });

  const number = BigInt((await newest())?.number ?? 0);
  await chain.mine();
  await follower.step();
  // The node keeps its chain of parents and gives another block for one old height alone.
  straying.change = (block) => (BigInt(block.number) === number ? remade(block, "0xdead") : block);
  await index.query(
    "UPDATE app.chain_block SET seen_at = now() - interval '301 seconds' WHERE number <= $1",
    [number],
  );
  await follower.step();
  expect(await index.query("SELECT name, detail FROM app.alarm")).toMatchObject([
    { name: "block_changed", detail: expect.stringContaining(`block ${number} was`) },
  ]);
  straying.change = (block) => block;
  await follower.step();
  expect(await alarms()).toEqual([]);
  await chain.mineMany(12);
  await follower.step();
  await follower.step();
  const blocks = await followedBlocks();
  expect(blocks.filter((block) => block.final && BigInt(block.number) <= number)).toSatisfy(
    (settled: typeof blocks) => settled.every(({ confirmations }) => confirmations === 3),
  );
});

test("(IX-6) after a stop of 33 minutes a burst of 1,000 blocks is followed, final by the tag alone", async () => {
  const { follower } = follow(chain.url);
  await follower.step();
  await index.query("UPDATE app.chain_head SET moved_at = now() - interval '33 minutes'");
  await follower.step();
  const stalled = "SELECT now() - moved_at > interval '33 minutes' AS still FROM app.chain_head";
  expect(await index.query(stalled)).toEqual([{ still: true }]);
  await chain.travel(1_980n);
  await chain.mineMany(999, 2);
  const started = performance.now();
  await follower.step();
  console.log(`burst of 1,000 blocks followed in ${Math.round(performance.now() - started)} ms`);
  expect(await index.query(stalled)).toEqual([{ still: false }]);
  const head = await chain.blockNumber();
  expect(await storedHeads()).toMatchObject({
    head: String(head),
    final: String(head - 2n * EPOCH),
  });
  const blocks = await followedBlocks();
  expect(blocks.filter(({ number }) => BigInt(number) > head - 1_000n)).toHaveLength(1_000);
});
