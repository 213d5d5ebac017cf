import { type Hex, padHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Chain, connectChain, DEVNET_CHAIN_ID } from "../../devnet/chain.ts";
import { anvilBinary } from "../../devnet/processes/anvil-binary.ts";
import { type Child, startChild } from "../../devnet/processes/child.ts";
import { freePort } from "../../devnet/processes/free-port.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { logsOf, proveBlock } from "../../guard/proof/prove-block.ts";
import type { RpcBlock, RpcReceipt } from "../../guard/proof/rpc-block.ts";
import { startTestChain, type TestChain } from "../support/anvil.ts";

const PROVED = { isProved: true };

/** Code that logs two topics and 32 bytes while the contract is made. */
const LOGGING_CODE = "0x6001600260206000a2";
const GAS = "0x30d40";

let chain: TestChain;
let rollup: Chain;
let rollupChild: Child;

beforeAll(async () => {
  const port = await freePort();
  [chain, rollupChild] = await Promise.all([
    startTestChain(),
    startChild({
      name: "rollup",
      command: anvilBinary(),
      args: ["--port", String(port), "--network", "optimism", "--no-mining", "--silent"],
      stopSignal: "SIGINT",
      graceMs: 5_000,
    }),
  ]);
  rollup = await waitUntil(() => connectChain(`http://127.0.0.1:${port}`), {
    what: "the rollup",
    deadlineMs: 30_000,
  });
});

afterAll(async () => {
  rollup?.close();
  await Promise.all([chain?.stop(), rollupChild?.stop()]);
});

it("every kind of transaction that anvil can mine proves with its logs", async () => {
  const [from, to] = chain.accounts as [Hex, Hex];
  const legacy = { from, gas: GAS, gasPrice: "0x77359400", data: LOGGING_CODE };
  const accessList = [{ address: to, storageKeys: [padHex("0x1", { size: 32 })] }];
  const dynamic = { maxFeePerGas: "0x77359400", maxPriorityFeePerGas: "0x0" };
  const types = [
    legacy,
    { ...legacy, accessList },
    ...Array.from({ length: 140 }, () => ({ from, to, value: "0x1", gas: GAS, ...dynamic })),
  ];
  for (const transaction of types) await chain.request("eth_sendTransaction", [transaction]);
  const { block, receipts } = await mineOne(chain);
  expect(new Set(block.transactions.map(({ type }) => type))).toEqual(
    new Set(["0x0", "0x1", "0x2"]),
  );
  expect(await proveBlock(block, receipts)).toEqual(PROVED);
  const logs = await chain.request("eth_getLogs", [{ blockHash: block.hash }]);
  expect(logsOf(receipts)).toHaveLength(2);
  expect(logs).toMatchObject(logsOf(receipts));
});

it("a delegation of an account (type 4) proves", async () => {
  const account = privateKeyToAccount(padHex("0xa11ce", { size: 32 }));
  const client = chain.walletClient(1);
  const authorization = await account.signAuthorization({
    contractAddress: chain.accounts[0] as Hex,
    chainId: DEVNET_CHAIN_ID,
    nonce: 0,
  });
  await client.sendTransaction({
    authorizationList: [authorization],
    to: account.address,
    gas: 200_000n,
    maxFeePerGas: 2_000_000_000n,
    maxPriorityFeePerGas: 0n,
  });
  const { block, receipts } = await mineOne(chain);
  expect(block.transactions.map(({ type }) => type)).toEqual(["0x4"]);
  expect(await proveBlock(block, receipts)).toEqual(PROVED);
});

it("what nobody signed proves on a development chain only, and not under another sender", async () => {
  const ghost = padHex("0xaa", { size: 20 });
  await chain.request("anvil_impersonateAccount", [ghost]);
  await chain.request("anvil_setBalance", [ghost, "0xde0b6b3a7640000"]);
  for (const fee of [{ gasPrice: "0x77359400" }, { maxFeePerGas: "0x77359400" }]) {
    await chain.request("eth_sendTransaction", [
      { from: ghost, gas: GAS, data: LOGGING_CODE, ...fee },
    ]);
  }
  const { block, receipts } = await mineOne(chain);
  expect(await proveBlock(block, receipts, undefined, true)).toEqual(PROVED);
  expect(await proveBlock(block, receipts)).toMatchObject({ isProved: false });
  const thief = padHex("0xbb", { size: 20 });
  const stolen = {
    ...block,
    transactions: block.transactions.map((transaction) => ({ ...transaction, from: thief })),
  };
  const receiptsToo = receipts.map((receipt) => ({ ...receipt, from: thief }));
  expect(await proveBlock(stolen, receiptsToo, undefined, true)).toMatchObject({
    isProved: false,
  });
});

it("a block of a rollup with a deposit proves, and not with another nonce of the deposit", async () => {
  const [from, to] = rollup.accounts as [Hex, Hex];
  const deposit = { sourceHash: padHex("0x12", { size: 32 }), mint: "0x0", isSystemTx: false };
  await rollup.request("eth_sendTransaction", [
    { from, to, type: "0x7e", value: "0x0", gas: GAS, ...deposit },
  ]);
  await rollup.request("eth_sendTransaction", [{ from: to, gas: GAS, data: LOGGING_CODE }]);
  const { block, receipts } = await mineOne(rollup);
  expect(block.transactions.map(({ type }) => type)).toContain("0x7e");
  expect(await proveBlock(block, receipts)).toEqual(PROVED);
  const changed = receipts.map((receipt) =>
    receipt.depositReceiptVersion === undefined
      ? receipt
      : { ...receipt, depositNonce: "0x7f" as Hex },
  );
  expect(await proveBlock(block, changed)).toMatchObject({ isProved: false });
});

async function mineOne(from: Chain): Promise<{ block: RpcBlock; receipts: RpcReceipt[] }> {
  await from.mine();
  const block = await from.request<RpcBlock>("eth_getBlockByNumber", ["latest", true]);
  const receipts = await from.request<RpcReceipt[]>("eth_getBlockReceipts", [block.number]);
  return { block, receipts };
}
