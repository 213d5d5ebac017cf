import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDeployment } from "../../core/deployments/load.ts";
import { checkChain } from "../../core/indexer/check-chain.ts";
import { DEVNET_CHAIN_ID, type LocalChain, startChain } from "../../devnet/chain.ts";

const FILE = join(import.meta.dirname, "../../deployments/base-sepolia.json");
const TIMEOUT_MS = 10_000;

let chain: LocalChain;

beforeAll(async () => {
  chain = await startChain();
});
afterAll(() => chain?.stop());

test("code is wanted at every address of the book of Base Sepolia before anything is indexed [2.39]", async () => {
  const book = loadDeployment(FILE, { BASE_SEPOLIA_RPC_URL: chain.url });
  expect(book.chainId).toBe(84_532);
  const kinds = new Set(book.contracts.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([
    ...["agentEscrow", "entitlement", "escrow", "marketplace", "token"],
  ]);
  // The chain here has another id and few blocks: only the addresses are looked at.
  const contracts = book.contracts.map((entry) => ({ ...entry, startBlock: 0 }));
  const check = async () =>
    (await checkChain({ ...book, chainId: DEVNET_CHAIN_ID, contracts }, TIMEOUT_MS)).problems;

  const empty = await check();
  expect(empty).toHaveLength(contracts.length);
  for (const [position, { address }] of contracts.entries()) {
    expect(empty[position]?.line).toContain(`No contract at ${address}`);
  }
  const [last, ...others] = contracts.toReversed();
  for (const { address } of others) await chain.request("anvil_setCode", [address, "0x00"]);
  expect((await check()).map(({ line }) => line)).toEqual([
    expect.stringContaining(`No contract at ${last?.address}`),
  ]);
  await chain.request("anvil_setCode", [last?.address, "0x00"]);
  expect(await check()).toEqual([]);
});
