import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Hex, parseTransaction } from "viem";
import type { Chain } from "./chain.ts";

/**
 * Keeps a chain on disk so that it starts again within seconds and yet knows its recent states.
 *
 * A dump of anvil is either plain, and then reads and reorganisations across the point of loading
 * fail, or holds the whole state once for each block, which is gigabytes within an hour. So the
 * store keeps a plain dump from some way back, and the blocks since then as raw transactions: they
 * are executed again and give the same hashes and every state in between.
 */
export type ChainStore = {
  /** Dumps the present state. Blocks from here on can be brought back with their states. */
  checkpoint(chain: Chain): Promise<void>;
  /** Notes the blocks since the oldest checkpoint that is kept; cheap when called often. */
  record(chain: Chain): Promise<void>;
  /** What `restore` starts from, or `undefined` when nothing usable was saved. */
  load(): Promise<SavedChain | undefined>;
  clear(): Promise<void>;
};

export type SavedChain = {
  /** File for anvil's `--load-state`; absent when the chain is replayed from genesis. */
  stateFile: string | undefined;
  blocks: SavedBlock[];
};

export type SavedBlock = { number: number; hash: Hex; timestamp: number; transactions: Hex[] };

/**
 * Blocks that must have their state after a restart. Ponder keeps 30 reversible on this chain and
 * finalises when there are twice as many: it reads there, and starts again from there. Each costs
 * the node its whole state once more, some 25 ms.
 */
export const KEPT_BLOCKS = 80;

const BLOCKS_FILE = "blocks.json";
const unzip = promisify(gunzip);

export function openChainStore(folder: string): ChainStore {
  const known = new Map<number, SavedBlock>();

  async function stateBlocks(): Promise<number[]> {
    const names = await readdir(folder).catch(() => [] as string[]);
    return names
      .flatMap((name) => /^state-(\d+)\.json$/.exec(name)?.[1] ?? [])
      .map((digits) => Number.parseInt(digits, 10))
      .sort((a, b) => a - b);
  }
  const stateFile = (block: number) => join(folder, `state-${block}.json`);

  /** The newest checkpoint that is old enough; older ones are of no use any more. */
  async function baseFor(head: number): Promise<number> {
    const usable = (await stateBlocks()).filter((block) => block <= head - KEPT_BLOCKS);
    const base = usable.pop();
    for (const block of usable) await rm(stateFile(block), { force: true });
    return base ?? 0;
  }

  /** Whether all blocks could be read; a chain that is reorganised meanwhile is read the next time. */
  async function refresh(chain: Chain, base: number, head: number): Promise<boolean> {
    for (const number of known.keys()) if (number <= base || number > head) known.delete(number);
    // Backwards until a block is the one we know: everything before it is, too.
    for (let number = head; number > base; number -= 1) {
      const block = await readBlock(chain, number);
      if (block === undefined) return false;
      if (known.get(number)?.hash === block.hash) return true;
      known.set(number, block);
    }
    return true;
  }

  return {
    async checkpoint(chain) {
      await mkdir(folder, { recursive: true });
      const block = Number(await chain.blockNumber());
      const dump = await chain.request<Hex>("anvil_dumpState", [false]);
      await replaceFile(stateFile(block), await unzip(Buffer.from(dump.slice(2), "hex")));
    },
    async record(chain) {
      await mkdir(folder, { recursive: true });
      const head = Number(await chain.blockNumber());
      const base = await baseFor(head);
      if (!(await refresh(chain, base, head))) return;
      const blocks = [...known.values()].sort((a, b) => a.number - b.number);
      await replaceFile(join(folder, BLOCKS_FILE), JSON.stringify({ base, blocks }));
    },
    async load() {
      const text = await readFile(join(folder, BLOCKS_FILE), "utf8").catch(() => undefined);
      if (text === undefined) return undefined;
      const { base, blocks } = JSON.parse(text) as { base: number; blocks: SavedBlock[] };
      for (const block of blocks) known.set(block.number, block);
      return { stateFile: base === 0 ? undefined : stateFile(base), blocks };
    },
    async clear() {
      known.clear();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Executes saved blocks again on a chain that stands right before them.
 * @throws when a block comes out different: what was saved is not of this chain
 */
export async function restoreBlocks(chain: Chain, blocks: readonly SavedBlock[]): Promise<void> {
  for (const block of blocks) {
    const hash = await execute(chain, block).catch((cause: unknown) => {
      throw new Error(`saved block ${block.number} does not follow this chain's head`, { cause });
    });
    if (hash !== block.hash) throw new Error(`saved block ${block.number} came out different`);
  }
}

async function execute(chain: Chain, { timestamp, transactions }: SavedBlock): Promise<Hex> {
  const calls = transactions.map((raw) => ({ method: "eth_sendRawTransaction", params: [raw] }));
  // A batch arrives in any order; where prices do not settle the order, arrival must.
  if (hasDistinctPrices(transactions)) await chain.batch(calls);
  else for (const { method, params } of calls) await chain.request(method, params);
  await chain.mine(BigInt(timestamp));
  const { hash } = await chain.request<RpcBlock>("eth_getBlockByNumber", ["latest", false]);
  return hash;
}

function hasDistinctPrices(transactions: readonly Hex[]): boolean {
  const prices = transactions.map((raw) => {
    const { gasPrice, maxPriorityFeePerGas } = parseTransaction(raw);
    return gasPrice ?? maxPriorityFeePerGas ?? 0n;
  });
  return new Set(prices).size === prices.length;
}

type RpcBlock = { hash: Hex; timestamp: Hex; transactions: Hex[] };

/** A block with its raw transactions; undefined when a reorganisation takes it away meanwhile. */
async function readBlock(chain: Chain, number: number): Promise<SavedBlock | undefined> {
  const tag = `0x${number.toString(16)}`;
  const block = await chain.request<RpcBlock | null>("eth_getBlockByNumber", [tag, false]);
  if (block === null) return undefined;
  const found = await chain.batch<Hex | null>(
    block.transactions.map((hash) => ({
      method: "eth_getRawTransactionByHash",
      params: [hash],
    })),
  );
  const transactions = found.filter((raw) => raw !== null);
  if (transactions.length < found.length) return undefined;
  const timestamp = Number.parseInt(block.timestamp, 16);
  return { number, hash: block.hash, timestamp, transactions };
}

/** Never leaves half a file behind. */
async function replaceFile(path: string, content: string | Buffer): Promise<void> {
  await writeFile(`${path}.part`, content, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
