import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Chain, startChain } from "../../../devnet/chain.ts";
import { openChainStore } from "../../../devnet/chain-store.ts";

const folder = await mkdtemp(join(tmpdir(), "valyra-chain-store-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a block that a reorganisation takes away while it is noted leaves what was noted before", async () => {
  const chain = await startChain();
  try {
    const store = openChainStore(folder);
    await chain.mine((await chain.now()) + 1n);
    await store.record(chain);
    const before = await openChainStore(folder).load();

    await chain.mine((await chain.now()) + 1n);
    const vanishing: Chain = {
      ...chain,
      request: <Answer>(method: string, params?: unknown[]) =>
        method === "eth_getBlockByNumber"
          ? Promise.resolve(null as Answer)
          : chain.request<Answer>(method, params),
    };
    await store.record(vanishing);
    expect(await openChainStore(folder).load()).toEqual(before);

    await store.record(chain);
    expect((await openChainStore(folder).load())?.blocks).toHaveLength(2);
  } finally {
    await chain.stop();
  }
});
