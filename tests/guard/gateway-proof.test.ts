import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LyingRpc, startLyingRpc } from "../../devnet/lying-rpc.ts";
import { createPrng, type Prng } from "../../devnet/market/prng.ts";
import { BlockFetcher } from "../../guard/gateway/block-fetcher.ts";
import { interestOf } from "../../guard/gateway/interest.ts";
import type { RpcLog, RpcReceipt } from "../../guard/proof/rpc-block.ts";
import { ProviderFailure, RpcFailure, Unproved } from "../../guard/providers/json-rpc.ts";
import { Provider } from "../../guard/providers/provider.ts";
import { type GatewayWorld, openGatewayWorld } from "./gateway-world.ts";

const SEED = Number(process.env.VALYRA_SEED ?? 41);
const MUTATIONS = Number(process.env.VALYRA_MUTATIONS ?? 1_000);
const HOLES = 100;

let world: GatewayWorld;
let liar: LyingRpc;
let provider: Provider;
let fetcher: BlockFetcher;
let blocksWithLogs: number[];

beforeAll(async () => {
  world = await openGatewayWorld(60);
  liar = await startLyingRpc(world.chain.url);
  provider = new Provider({ url: liar.url, timeoutMs: 10_000, requestsPerSecond: 0 });
  fetcher = new BlockFetcher(interestOf(world.deployment([liar.url]), []), true);
  const logs = await world.canonicalLogs();
  blocksWithLogs = [...new Set(logs.map((log) => Number(log.blockNumber)))];
});
afterAll(async () => {
  await liar?.stop();
  await world?.stop();
});

/** What is served of a block, or undefined when the fetcher refused it. */
async function serve(number: number): Promise<string | undefined> {
  try {
    const { headText, bodyText, logs } = await fetcher.fetch(provider, number, "logs");
    return JSON.stringify([headText, bodyText, logs]);
  } catch (error) {
    const isRefusal =
      error instanceof Unproved || error instanceof RpcFailure || error instanceof ProviderFailure;
    if (isRefusal || (error as Error).name === "BlockMissing") return undefined;
    throw error;
  }
}

describe(`proofs of what a provider answers, seed ${SEED}`, () => {
  test(`${HOLES} logs dropped from receipts are all missed, none is served as complete (IX-3)`, async () => {
    const logs = await world.canonicalLogs();
    const prng = createPrng(`holes/${SEED}`);
    let found = 0;
    for (let hole = 0; hole < HOLES; hole += 1) {
      const dropped = prng.pick(logs);
      liar.tell(({ method }, honest) =>
        method === "eth_getBlockReceipts"
          ? (honest as RpcReceipt[]).map((receipt) => ({
              ...receipt,
              logs: receipt.logs.filter((log) => !isSamePlace(log, dropped)),
            }))
          : honest,
      );
      if ((await serve(Number(dropped.blockNumber))) === undefined) found += 1;
    }
    liar.tell();
    console.log(`holes made ${HOLES}, found ${found}; before: 0 found`);
    expect(found).toBe(HOLES);
  }, 60_000);

  test(`of ${MUTATIONS} mutated answers none is served (IX-4)`, async () => {
    const prng = createPrng(`mutations/${SEED}`);
    const honest = new Map<number, string>();
    let accepted = 0;
    let untouched = 0;
    for (let round = 0; round < MUTATIONS; round += 1) {
      const number = prng.pick(blocksWithLogs);
      liar.tell();
      if (!honest.has(number)) honest.set(number, (await serve(number)) ?? "refused");
      const victim = prng.chance(0.5) ? "eth_getBlockByNumber" : "eth_getBlockReceipts";
      const seed = `${SEED}/${round}`;
      liar.tell(({ method }, answer) =>
        method === victim ? mutate(structuredClone(answer), createPrng(seed)) : answer,
      );
      const served = await serve(number);
      if (served === undefined) continue;
      // What nobody serves may be anything: size, effective prices, addresses of created contracts.
      if (served === honest.get(number)) untouched += 1;
      else accepted += 1;
    }
    liar.tell();
    console.log(`mutations ${MUTATIONS}, accepted ${accepted}, in fields not served ${untouched}`);
    expect([...honest.values()]).not.toContain("refused");
    expect(accepted).toBe(0);
    expect(untouched).toBeLessThan(MUTATIONS / 2);
  }, 120_000);
});

function isSamePlace(one: RpcLog, two: RpcLog): boolean {
  return one.blockNumber === two.blockNumber && one.logIndex === two.logIndex;
}

/** Changes one thing somewhere in an answer: a digit, an element, an order, a value taken away. */
function mutate(whole: unknown, prng: Prng): unknown {
  let parent = whole as Record<string, unknown> | unknown[];
  for (let depth = 0; depth < 6; depth += 1) {
    const keys = Object.keys(parent);
    if (keys.length === 0) return whole;
    const key = prng.pick(keys);
    const value = (parent as Record<string, unknown>)[key];
    const goesDeeper = value !== null && typeof value === "object" && Object.keys(value).length > 0;
    if (goesDeeper && !(Array.isArray(parent) && prng.chance(0.15))) {
      parent = value as Record<string, unknown>;
      continue;
    }
    change(parent, key, value, prng);
    return whole;
  }
  return whole;
}

function change(
  parent: Record<string, unknown> | unknown[],
  key: string,
  value: unknown,
  prng: Prng,
): void {
  if (Array.isArray(parent)) {
    const index = Number(key);
    const act = prng.pick(["drop", "repeat", "swap"]);
    if (act === "drop") parent.splice(index, 1);
    else if (act === "repeat") parent.splice(index, 0, value);
    else parent.splice(0, parent.length, ...[...parent.slice(index), ...parent.slice(0, index)]);
    return;
  }
  if (typeof value === "string" && /^0x[0-9a-f]+$/.test(value)) {
    const at = prng.between(2, value.length - 1);
    const digit = (Number.parseInt(value.charAt(at), 16) + prng.between(1, 15)) % 16;
    parent[key] = value.slice(0, at) + digit.toString(16) + value.slice(at + 1);
  } else {
    parent[key] = prng.pick([null, "0x1", true]);
  }
}
