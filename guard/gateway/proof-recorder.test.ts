import { expect, test } from "vitest";
import { createLogger } from "../../core/log.ts";
import type { GatewayStore } from "./gateway-store.ts";
import { ProofRecorder } from "./proof-recorder.ts";
import type { ProofDepth, ProvedBlock } from "./proved-block.ts";
import type { Stretch } from "./stretches.ts";

const blocksFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ number: from + at }) as ProvedBlock);

test("while the database is away only so many proofs wait, and what is not recorded is not claimed", async () => {
  let isAway = true;
  const audited: number[] = [];
  const ranges: Stretch[] = [];
  const store = {
    async saveAudited(blocks: { number: number }[]) {
      if (isAway) throw new Error("away");
      audited.push(...blocks.map(({ number }) => number));
    },
    async saveRanges(_: ProofDepth, saved: Stretch[]) {
      ranges.splice(0, ranges.length, ...saved);
    },
  } as unknown as GatewayStore;
  const recorder = new ProofRecorder(store, new Map(), createLogger("gateway", "fatal"));
  for (let from = 0; from < 300_000; from += 1_000) recorder.addLive(blocksFrom(from, 1_000));
  expect(recorder.backlog).toBe(100_000);
  isAway = false;
  await recorder.stop();
  expect(audited).toHaveLength(100_000);
  expect(ranges).toEqual([{ from: 0, to: 99_999 }]);
});
