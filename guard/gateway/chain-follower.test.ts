import { expect, test } from "vitest";
import { createLogger } from "../../core/log.ts";
import type { Provider } from "../providers/provider.ts";
import { ProviderSet } from "../providers/provider-set.ts";
import { BlockBook } from "./block-book.ts";
import type { BlockFetcher } from "./block-fetcher.ts";
import { ChainFollower } from "./chain-follower.ts";
import type { ProvedBlock, ProvedLog } from "./proved-block.ts";

const LOG = { text: "a log" } as ProvedLog;

const hashOf = (number: number) => `0x${number}` as const;

/** Blocks full of strangers' logs; ours are in every tenth. */
function blockAt(number: number): ProvedBlock {
  return {
    number,
    ...{ hash: hashOf(number), parentHash: hashOf(number - 1), timestamp: number },
    ...{ headText: "head", bodyText: "body", providers: ["node"] },
    logs: Array.from({ length: 50 }, () => LOG),
    ours: number % 10 === 0 ? [LOG] : [],
  };
}

test("keeps of a followed block what nobody could do without; the rest is in the book, which is bounded", async () => {
  const provider = { host: "node", call: async () => "0x1" } as unknown as Provider;
  const book = new BlockBook(1_000_000);
  let head = 10;
  const told: number[] = [];
  const fetcher = {
    fetch: async () => blockAt(head),
    fetchRange: async (_: Provider, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => blockAt(from + at)),
  } as unknown as BlockFetcher;
  const log = createLogger("gateway", "fatal");
  const follower = new ChainFollower({
    ...{ providers: new ProviderSet([provider], 1, log), fetcher, book, startBlock: 0, log },
    onBlocks: (blocks) => told.push(...blocks.map(({ number }) => number)),
    onReorganised: () => undefined,
  });
  for (; head <= 2_000; head += 30) await follower.step();
  const top = follower.head?.number ?? 0;
  const bottom = follower.bottom?.number ?? 0;
  expect(told).toEqual(Array.from({ length: top + 1 }, (_, number) => number));
  expect(top - bottom).toBeLessThan(1_100);
  for (let number = bottom; number <= top; number += 1) {
    const { ours, logs, bodyText } = follower.at(number) as ProvedBlock;
    expect(logs).toBeUndefined();
    expect([ours?.length, bodyText]).toEqual(number % 10 === 0 ? [1, "body"] : [0, undefined]);
  }
  expect(book.byNumber(top)).toMatchObject({ bodyText: "body", logs: expect.any(Array) });
});
