import {
  type Address,
  concatHex,
  encodeAbiParameters,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
} from "viem";
import { type ContractName, loadArtifact } from "./contracts/artifact.ts";
import type { Rpc } from "./rpc.ts";

/** Fixed, because an estimate would need the transactions before it to be mined. */
const GAS = "0x1c9c380";

type Receipt = { transactionHash: Hex; status: Hex; blockNumber: Hex };

/**
 * Queues transactions of one account and mines them in one block. Addresses follow from the
 * account's nonce, so that a contract can be named before it exists.
 */
export type Deployer = {
  readonly from: Address;
  /** Queues a contract creation; answers the address it will have. */
  create(name: ContractName, args?: readonly unknown[]): Promise<Address>;
  /** Queues a proxy in front of `implementation` that runs `initialize` with `args`. */
  createProxy(
    name: ContractName,
    implementation: Address,
    args: readonly unknown[],
  ): Promise<Address>;
  /** Queues a call. */
  call(name: ContractName, to: Address, method: string, args?: readonly unknown[]): Promise<void>;
  /** Mines what is queued and answers the block number; throws when a transaction was refused. */
  mine(): Promise<number>;
};

/**
 * Opens a deployer for an unlocked account.
 * @param timestamp unix seconds of the block that is mined; one second after the latest when left out
 */
export async function openDeployer(rpc: Rpc, from: Address, timestamp?: bigint): Promise<Deployer> {
  let nonce = BigInt(await rpc.request<Hex>("eth_getTransactionCount", [from, "latest"]));
  const queued: { what: string; data: Hex; to?: Address; nonce: bigint }[] = [];

  function queue(what: string, data: Hex, to?: Address): bigint {
    queued.push({ what, data, to, nonce });
    nonce += 1n;
    return nonce - 1n;
  }
  const created = (at: bigint) => getContractAddress({ from, nonce: at }).toLowerCase() as Address;

  return {
    from,
    async create(name, args = []) {
      const { abi, bytecode } = loadArtifact(name);
      return created(queue(`create ${name}`, encodeDeployData({ abi, bytecode, args })));
    },
    async createProxy(name, implementation, args) {
      const initialize = encodeFunctionData({
        abi: loadArtifact(name).abi,
        functionName: "initialize",
        args,
      });
      const constructorArgs = encodeAbiParameters(
        [{ type: "address" }, { type: "bytes" }],
        [implementation, initialize],
      );
      const code = concatHex([loadArtifact("Proxy").bytecode, constructorArgs]);
      return created(queue(`create a proxy of ${name}`, code));
    },
    async call(name, to, method, args = []) {
      const { abi } = loadArtifact(name);
      queue(`${name}.${method}`, encodeFunctionData({ abi, functionName: method, args }), to);
    },
    async mine() {
      const at = timestamp ?? (await latestTime(rpc)) + 1n;
      await rpc.request("evm_setNextBlockTimestamp", [Number(at)]);
      const sent: { what: string; hash: Hex }[] = [];
      for (const { what, data, to, nonce: position } of queued.splice(0)) {
        const transaction = {
          from,
          to,
          data,
          gas: GAS,
          gasPrice: "0x0",
          nonce: quantity(position),
        };
        sent.push({ what, hash: await rpc.request<Hex>("eth_sendTransaction", [transaction]) });
      }
      const receipts = await mineAll(rpc, sent);
      return Math.min(...receipts.map((receipt) => Number(receipt.blockNumber)));
    },
  };
}

/** Mines once, unless the node mines by itself, and checks that nothing was refused. */
async function mineAll(rpc: Rpc, sent: readonly { what: string; hash: Hex }[]) {
  const receiptOf = (hash: Hex) => rpc.request<Receipt | null>("eth_getTransactionReceipt", [hash]);
  const last = sent.at(-1);
  if (last === undefined) throw new Error("nothing is queued");
  if ((await receiptOf(last.hash)) === null) await rpc.request("evm_mine");
  return await Promise.all(
    sent.map(async ({ what, hash }) => {
      const receipt = await receiptOf(hash);
      if (receipt === null) throw new Error(`${what}: not mined`);
      if (receipt.status !== "0x1") throw new Error(`${what}: refused by the chain`);
      return receipt;
    }),
  );
}

async function latestTime(rpc: Rpc): Promise<bigint> {
  const block = await rpc.request<{ timestamp: Hex }>("eth_getBlockByNumber", ["latest", false]);
  return BigInt(block.timestamp);
}

function quantity(value: bigint): Hex {
  return `0x${value.toString(16)}`;
}
