import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hex } from "viem";
import { afterAll, expect, test } from "vitest";
import { type Chain, startChain } from "../../../devnet/chain.ts";
import { openChainStore, restoreBlocks } from "../../../devnet/chain-store.ts";
import { deployDevnet } from "../../../devnet/devnet.ts";
import { goLive, hurry, rehearseTick } from "../../../devnet/market/live.ts";
import { playMarket, rehearse } from "../../../devnet/market/play.ts";
import { blockAt } from "../../../devnet/market/script.ts";
import type { World } from "../../../devnet/market/world.ts";

const HISTORY = { seed: "live", days: 4 };
const LIVE_BLOCKS = 4;
/** Before the end of history, as blocks since the last checkpoint are what is restored. */
const CHECKPOINT_AT = 20;

const folder = await mkdtemp(join(tmpdir(), "valyra-live-test-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const headOf = async (chain: Chain) =>
  (await chain.request<{ hash: Hex }>("eth_getBlockByNumber", ["latest", false])).hash;

async function liveBlocks(
  chain: Chain,
  world: World,
  count: number,
  onSurprise = (_: string) => {},
) {
  const ending = new AbortController();
  let blocks = 0;
  await goLive(chain, world, {
    signal: ending.signal,
    everyMs: 10,
    onSurprise,
    onBlock() {
      blocks += 1;
      if (blocks === count) ending.abort();
    },
  });
}

test("a chain is restored to the block with its recent states, and the market goes on", async () => {
  const store = openChainStore(join(folder, "chain"));
  const first = await startChain();
  const devnet = await deployDevnet(first);
  const openedAt = Number(await first.now());
  const { world } = await playMarket(first, devnet, HISTORY, async ({ blocks }) => {
    if (blocks === CHECKPOINT_AT) await store.checkpoint(first);
  });
  const historyEndsAt = Number(await first.blockNumber());
  await liveBlocks(first, world, LIVE_BLOCKS);
  await store.record(first);
  const head = await headOf(first);
  await first.stop();

  const saved = await openChainStore(join(folder, "chain")).load();
  expect(saved?.stateFile).toMatch(/state-\d+\.json$/);
  const second = await startChain({ loadState: saved?.stateFile });
  try {
    await restoreBlocks(second, saved?.blocks ?? []);
    expect(await headOf(second)).toBe(head);

    // What the people know follows from seed and height alone.
    const again = rehearse(devnet, second.accounts, openedAt, HISTORY).world;
    hurry(again);
    for (let block = historyEndsAt; block < historyEndsAt + LIVE_BLOCKS; block += 1) {
      rehearseTick(again);
    }
    expect(again.now).toBe(world.now);
    expect(again.venues.map(({ listings, offers }) => [listings.length, offers.length])).toEqual(
      world.venues.map(({ listings, offers }) => [listings.length, offers.length]),
    );

    // A reorganisation across the point of loading takes things away; they go on without them.
    await second.reorg(25);
    const surprises: string[] = [];
    await liveBlocks(second, again, 2, (what) => surprises.push(what));
    expect(surprises.join()).toContain("given up");
    expect(await second.blockNumber()).toBe(BigInt(historyEndsAt + LIVE_BLOCKS + 2));
  } finally {
    await second.stop();
  }
});

test("a market that is watched goes on at once, with what history had planned for its next days", async () => {
  const chain = await startChain();
  try {
    const devnet = await deployDevnet(chain);
    const openedAt = Number(await chain.now());
    const { world } = rehearse(devnet, chain.accounts, openedAt, { seed: "live", days: 8 });
    hurry(world);
    // Five minutes of blocks are a day, of some 150 events.
    const events = Array.from({ length: 10 }, () => {
      let sum = 0;
      for (let block = 0; block < 15; block += 1) sum += blockAt(world, world.now + 2).events;
      return sum;
    });
    expect(Math.min(...events)).toBeGreaterThan(0);
    expect(events.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(75);
  } finally {
    await chain.stop();
  }
});

test("people go on when somebody else sends from their accounts, whose transactions come first", async () => {
  const chain = await startChain();
  try {
    const devnet = await deployDevnet(chain);
    const { world } = await playMarket(chain, devnet, { seed: "shared", days: 4 });
    const strangers = chain.accounts.map((from) => ({
      method: "eth_sendTransaction",
      params: [{ from, to: from, gas: "0x5208", gasPrice: "0x3b9aca00" }],
    }));
    let blocks = 0;
    let sent: Hex[] = [];
    const ending = new AbortController();
    await goLive(chain, world, {
      signal: ending.signal,
      everyMs: 0,
      async onBlock() {
        const receipts = await chain.batch<{ status: Hex } | null>(
          sent.map((hash) => ({ method: "eth_getTransactionReceipt", params: [hash] })),
        );
        expect(receipts.map((receipt) => receipt?.status)).toEqual(sent.map(() => "0x1"));
        sent = await chain.batch<Hex>(strangers);
        blocks += 1;
        if (blocks === 25) ending.abort();
      },
    });
    expect(await chain.blockNumber()).toBeGreaterThan(25n);
  } finally {
    await chain.stop();
  }
});

test("blocks that come out different are refused", async () => {
  const store = openChainStore(join(folder, "other"));
  expect(await store.load()).toBeUndefined();
  const chain = await startChain();
  try {
    await chain.mineMany(2, 10);
    await store.record(chain);
    const saved = await store.load();
    expect(saved?.stateFile).toBeUndefined();
    const [block] = saved?.blocks ?? [];
    expect(block).toBeDefined();
    await expect(restoreBlocks(chain, block ? [block] : [])).rejects.toThrow("does not follow");
    await store.clear();
    expect(await store.load()).toBeUndefined();
  } finally {
    await chain.stop();
  }
});
