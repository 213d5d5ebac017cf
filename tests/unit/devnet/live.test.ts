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
