import { pino } from "pino";
import { type Hex, padHex } from "viem";
import { afterEach, expect, it } from "vitest";
import { BlockBook } from "../../guard/gateway/block-book.ts";
import { BlockFetcher } from "../../guard/gateway/block-fetcher.ts";
import { HistoryReader } from "../../guard/gateway/history.ts";
import type { Interest } from "../../guard/gateway/interest.ts";
import { mayContain } from "../../guard/proof/bloom.ts";
import { Provider } from "../../guard/providers/provider.ts";
import { ProviderSet } from "../../guard/providers/provider-set.ts";
import { bloomOf } from "../support/proof/built-block.ts";
import {
  FULL_BLOOM,
  type SyntheticChain,
  startSyntheticChain,
} from "../support/proof/synthetic-chain.ts";

/** Length of the chain; the long form has 200,000 blocks. */
const BLOCKS = Number(process.env.VALYRA_COST_BLOCKS ?? 1_000);
const RANGE = 500;

const OURS = padHex("0x0a", { size: 20 });
const STRANGER = bloomOf([padHex("0xf0e", { size: 20 })]);

/** One address, so that a bloom rules it out unless it is full. */
const interest: Interest = {
  filters: [{ address: OURS }],
  digest: "test",
  isOurs: (log) => log.address === OURS,
  mayBeIn: (bloom) => mayContain(bloom, [OURS], []),
  covers: () => true,
};

const LONG_MS = 4 * 60 * 60 * 1_000;

let chain: SyntheticChain | undefined;

afterEach(async () => {
  await chain?.stop();
});

it(
  "walking a history of full blooms costs a block and its receipts for each, in batches",
  async () => {
    const cost = await readAll(() => FULL_BLOOM, true);
    // Of the first range only headers are asked for, until it shows that most blocks may hold our logs.
    expect(cost.asked).toMatchObject({
      eth_getBlockByNumber: BLOCKS,
      eth_getBlockByHash: RANGE,
      eth_getBlockReceipts: BLOCKS,
    });
    expect(cost.requests / BLOCKS).toBeLessThan(0.15);
  },
  LONG_MS,
);

it(
  "walking a history whose blooms rule our logs out costs headers, and no receipts at all",
  async () => {
    const cost = await readAll(() => STRANGER, true);
    expect(cost.asked).toMatchObject({ eth_getBlockByNumber: BLOCKS });
    expect(cost.asked).not.toHaveProperty("eth_getBlockReceipts");
    expect(cost.inFull).toBe(0);
    expect(cost.requests / BLOCKS).toBeLessThan(0.08);
  },
  LONG_MS,
);

it(
  "carrying a history without our logs costs no block at all, full blooms or not",
  async () => {
    const cost = await readAll(() => FULL_BLOOM, false);
    expect(Object.keys(cost.asked).sort()).toEqual(["eth_chainId", "eth_getLogs"]);
    expect(cost.requests).toBeLessThan(BLOCKS / RANGE + 5);
  },
  LONG_MS,
);

/** Reads the whole chain with the real reader from a provider on loopback, and counts. */
async function readAll(bloom: (number: number) => Hex, isWalked: boolean) {
  chain = await startSyntheticChain(BLOCKS, bloom);
  const provider = new Provider({ url: chain.url, timeoutMs: 30_000, requestsPerSecond: 0 });
  const providers = new ProviderSet([provider], 31_337, pino({ enabled: false }));
  const reader = new HistoryReader({
    providers,
    fetcher: new BlockFetcher(interest, false),
    book: new BlockBook(16 * 1024 ** 2),
    interest,
    isWalked,
  });
  const before = process.cpuUsage();
  for (let from = 0; from < BLOCKS; from += RANGE) {
    const to = Math.min(BLOCKS, from + RANGE) - 1;
    const range = await reader.read(from, to, 60_000);
    expect(range.logs).toEqual([]);
  }
  const { user, system } = process.cpuUsage(before);
  const requests = chain.requests();
  const asked = Object.fromEntries(chain.asked);
  const how = isWalked ? "walked" : "carried";
  const calls = Object.values(asked).reduce((sum, count) => sum + count, 0);
  const perBlock = ((user + system) / BLOCKS).toFixed(0);
  console.log(
    `${BLOCKS} blocks ${how}: ${requests} requests, ${calls} calls, ${perBlock} µs of processor a block (the provider's included)`,
  );
  return { asked, requests, inFull: chain.inFull() };
}
