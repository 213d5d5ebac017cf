import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Address,
  createPublicClient,
  createTestClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  toHex,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { anvilBinary } from "./processes/anvil-binary.ts";
import { type Child, describeExit, type Exit, startChild } from "./processes/child.ts";
import { freePort } from "./processes/free-port.ts";
import { waitUntil } from "./processes/wait-until.ts";
import { type HttpRpc, openRpc } from "./rpc.ts";

/** Chain id of every devnet. */
export const DEVNET_CHAIN_ID = 31337;

/** Unix seconds of the genesis block, 2025-01-01T00:00:00Z: fixed, so that block hashes repeat. */
export const DEVNET_GENESIS_TIME = 1_735_689_600n;

/** The public test phrase that every development node uses. Its keys are worthless by definition. */
const MNEMONIC = "test test test test test test test test test test test junk";

const ACCOUNTS = 256;
const BLOCK_GAS_LIMIT = 10_000_000_000n;

export const devnet = defineChain({
  id: DEVNET_CHAIN_ID,
  name: "Devnet",
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: ["http://127.0.0.1:8545"] } },
});

export type ChainOptions = {
  /** Port to listen on; any free one when it is taken or left out. */
  port?: number;
  /** Number of funded, unlocked accounts. Part of the state, hence of every block hash. */
  accounts?: number;
  /** Unix seconds of the genesis block. */
  genesisTime?: bigint;
  /** File of a chain saved before; starts from genesis when left out. */
  loadState?: string;
  /** File that the chain is saved to when it stops. */
  saveState?: string;
  /**
   * Keeps the states of this many blocks in memory and none on disk, which mines long histories
   * several times faster. Older states are lost, and such a chain cannot be reorganised.
   */
  statesInMemory?: number;
  onLine?: (line: string) => void;
};

/** A chain on which nothing happens by itself: blocks and their times are the caller's to choose. */
export type Chain = HttpRpc & {
  readonly wsUrl: string;
  readonly accounts: readonly Address[];
  blockNumber(): Promise<bigint>;
  /** Time of the latest block, unix seconds. */
  now(): Promise<bigint>;
  /** Mines one block with what the pool holds, at `timestamp` (unix seconds) or when anvil likes. */
  mine(timestamp?: bigint): Promise<void>;
  /** Mines `count` empty blocks exactly `interval` seconds apart, and moves the clock along. */
  mineMany(count: number, interval?: number): Promise<void>;
  /** Mines an empty block `seconds` after the latest. */
  travel(seconds: bigint): Promise<void>;
  /** Remembers the present state; `restore` goes back to it, once. */
  snapshot(): Promise<Hex>;
  restore(snapshot: Hex): Promise<void>;
  /** Mines what is sent at once (`true`) or only when asked to. */
  setAutomine(enabled: boolean): Promise<void>;
  /**
   * Replaces the last blocks by empty ones and says how many; waits for whoever works exclusively.
   *
   * @param depth how many, or how to find it out once nobody mines
   */
  reorg(depth: number | (() => Promise<number>)): Promise<number>;
  /**
   * Runs work that sends and mines, when nobody else does so through this object: a reorganisation
   * while a block is mined leaves anvil with a gap, and with a state that lacks blocks below it.
   */
  exclusively<Answer>(work: () => Promise<Answer>): Promise<Answer>;
  publicClient(): ReturnType<typeof publicClientOf>;
  testClient(): ReturnType<typeof testClientOf>;
  /** Signs with the key of `accounts[index]`. */
  walletClient(index: number): ReturnType<typeof walletClientOf>;
};

/** A chain of ours, with its process. */
export type LocalChain = Chain & {
  readonly port: number;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Stops anvil, which saves its state first when it was told a file. */
  stop(): Promise<void>;
};

/**
 * Starts anvil on loopback, without automatic mining, fees or code size limit (E3 is over it,
 * domain A.0). Historical states are kept in a saved chain, otherwise reads and reorganisations
 * across the point of loading would fail.
 */
export async function startChain(options: ChainOptions = {}): Promise<LocalChain> {
  const { saveState, onLine } = options;
  const port = await freePort(options.port);
  // anvil writes old states to disk, its whole state for each block, and leaves them there: gigabytes.
  const cache = await mkdtemp(join(tmpdir(), "valyra-chain-"));
  const child = await startChild({
    name: "chain",
    command: anvilBinary(),
    args: [...anvilArguments(port, options), "--cache-path", cache],
    stopSignal: "SIGINT",
    graceMs: saveState === undefined ? 5_000 : 60_000,
    scratch: cache,
    onLine,
  });
  try {
    const chain = await connectWhenReady(child, `http://127.0.0.1:${port}`);
    // The clock of a loaded chain would start at genesis again, behind its own blocks.
    if (options.loadState !== undefined) {
      await chain.request("evm_setTime", [Number(await chain.now())]);
    }
    return {
      ...chain,
      port,
      pid: child.pid,
      exited: child.exited,
      async stop() {
        chain.close();
        await child.stop();
      },
    };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

/** Connects to a running anvil, ours or not. */
export async function connectChain(url: string): Promise<Chain> {
  const rpc = openRpc(url);
  const unlocked = await rpc.request<Address[]>("eth_accounts");
  const accounts = unlocked.map((account) => account.toLowerCase() as Address);
  const quantity = async (method: string) => BigInt(await rpc.request<Hex>(method));
  const now = async () => {
    const block = await rpc.request<{ timestamp: Hex }>("eth_getBlockByNumber", ["latest", false]);
    return BigInt(block.timestamp);
  };
  const mine = async (timestamp?: bigint) => {
    if (timestamp !== undefined) {
      await rpc.request("evm_setNextBlockTimestamp", [Number(timestamp)]);
    }
    await rpc.request("evm_mine");
  };
  let last: Promise<unknown> = Promise.resolve();
  const exclusively = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    ...rpc,
    exclusively,
    wsUrl: url.replace(/^http/, "ws"),
    accounts,
    blockNumber: () => quantity("eth_blockNumber"),
    now,
    mine,
    async mineMany(count, interval = 1) {
      // anvil_mine alone adds `interval` to a clock that goes on running: a second may slip in between.
      await rpc.request("anvil_setBlockTimestampInterval", [interval]);
      try {
        await rpc.request("anvil_mine", [`0x${count.toString(16)}`, `0x${interval.toString(16)}`]);
      } finally {
        await rpc.request("anvil_removeBlockTimestampInterval");
      }
    },
    travel: async (seconds) => mine((await now()) + seconds),
    snapshot: () => rpc.request<Hex>("evm_snapshot"),
    async restore(snapshot) {
      if (!(await rpc.request<boolean>("evm_revert", [snapshot]))) {
        throw new Error(`the chain knows no snapshot ${snapshot}`);
      }
    },
    async setAutomine(enabled) {
      await rpc.request("evm_setAutomine", [enabled]);
    },
    reorg: (depth) =>
      exclusively(async () => {
        const blocks = typeof depth === "number" ? depth : await depth();
        await rpc.request("anvil_reorg", [blocks, []]);
        return blocks;
      }),
    publicClient: () => publicClientOf(url),
    testClient: () => testClientOf(url),
    walletClient: (index) => walletClientOf(url, index),
  };
}

async function connectWhenReady(child: Child, url: string): Promise<Chain> {
  return await waitUntil(() => connectChain(url), {
    what: "anvil did not answer",
    deadlineMs: 60_000,
    givenUp() {
      const exit = child.exit();
      return exit && `it ended with ${describeExit(exit)}\n${child.lastLines()}`;
    },
  });
}

function anvilArguments(port: number, options: ChainOptions): string[] {
  const { accounts = ACCOUNTS, genesisTime = DEVNET_GENESIS_TIME } = options;
  const { loadState, saveState, statesInMemory } = options;
  return [
    ...["--host", "127.0.0.1", "--port", String(port)],
    ...["--chain-id", String(DEVNET_CHAIN_ID)],
    ...["--timestamp", String(genesisTime)],
    ...["--mnemonic", MNEMONIC, "--accounts", String(accounts)],
    ...["--gas-limit", String(BLOCK_GAS_LIMIT), "--base-fee", "0"],
    // Equal prices are mined in the order of arrival, unequal ones dearest first: the simulator
    // prices its transactions to fix their order in a block whatever order they arrive in.
    ...["--order", "fees", "--disable-min-priority-fee"],
    ...["--no-mining", "--slots-in-an-epoch", "4"],
    ...["--disable-code-size-limit", "--no-request-size-limit"],
    ...(statesInMemory === undefined
      ? ["--preserve-historical-states"]
      : ["--prune-history", String(statesInMemory)]),
    ...(loadState === undefined ? [] : ["--load-state", loadState]),
    ...(saveState === undefined ? [] : ["--dump-state", saveState]),
    "--silent",
  ];
}

function publicClientOf(url: string) {
  return createPublicClient({ chain: devnet, transport: http(url), pollingInterval: 50 });
}

function testClientOf(url: string) {
  return createTestClient({ chain: devnet, mode: "anvil", transport: http(url) });
}

/** Private key of an account of the test phrase; those beyond the accounts of a chain have no money. */
export function devnetKey(index: number): Hex {
  const { privateKey } = mnemonicToAccount(MNEMONIC, { addressIndex: index }).getHdKey();
  if (privateKey == null) throw new Error(`no key ${index}`);
  return toHex(privateKey);
}

function walletClientOf(url: string, index: number) {
  const account = mnemonicToAccount(MNEMONIC, { addressIndex: index });
  return createWalletClient({ account, chain: devnet, transport: http(url) });
}
