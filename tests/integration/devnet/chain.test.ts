import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hex } from "viem";
import { afterAll, describe, expect, test } from "vitest";
import { type Chain, connectChain, DEVNET_CHAIN_ID, startChain } from "../../../devnet/chain.ts";
import { freePort } from "../../../devnet/processes/free-port.ts";
import { waitUntil } from "../../../devnet/processes/wait-until.ts";
import { hasEnded } from "../../support/process-files.ts";

const ROOT = join(import.meta.dirname, "../../..");
const folder = await mkdtemp(join(tmpdir(), "valyra-chain-test-"));

afterAll(() => rm(folder, { recursive: true, force: true }));

const hashOf = async (chain: Chain, tag: string) =>
  (await chain.request<{ hash: Hex }>("eth_getBlockByNumber", [tag, false])).hash;

async function pay(chain: Chain, timestamp?: bigint) {
  const [from, to] = chain.accounts;
  await chain.request("eth_sendTransaction", [{ from, to, value: "0x1", gasPrice: "0x0" }]);
  await chain.mine(timestamp);
}

describe("a local chain", () => {
  test("two of them with the same blocks have the same hashes", async () => {
    const hashes: Hex[][] = [];
    for (let run = 0; run < 2; run += 1) {
      const chain = await startChain();
      try {
        expect(Number(await chain.request<Hex>("eth_chainId"))).toBe(DEVNET_CHAIN_ID);
        const start = await chain.now();
        await pay(chain, start + 7n);
        // Long enough that a clock which runs on by itself would slip by a second or two.
        await chain.mineMany(400, 5);
        await chain.travel(86_400n);
        expect(await chain.now()).toBe(start + 7n + 2_000n + 86_400n);
        hashes.push([await hashOf(chain, "0x0"), await hashOf(chain, "latest")]);
      } finally {
        await chain.stop();
      }
    }
    expect(hashes[1]).toEqual(hashes[0]);
  });

  test("a saved one goes on where it stopped, with its clock and its old states", async () => {
    const file = join(folder, "state.json");
    const first = await startChain({ saveState: file });
    const payee = first.accounts[1];
    for (let block = 0; block < 5; block += 1) await pay(first);
    const [head, time] = [await hashOf(first, "latest"), await first.now()];
    const before = await first.request<Hex>("eth_getBalance", [payee, "0x2"]);
    await first.stop();

    const second = await startChain({ loadState: file });
    try {
      expect(await hashOf(second, "latest")).toBe(head);
      expect(await second.request<Hex>("eth_getBalance", [payee, "0x2"])).toBe(before);
      await second.reorg(4);
      expect(await second.blockNumber()).toBe(5n);
      await second.mine();
      expect(await second.now()).toBeGreaterThanOrEqual(time);
    } finally {
      await second.stop();
    }
  });

  test("nobody is reorganised while he sends and mines, nor finds the chain half way", async () => {
    const chain = await startChain();
    try {
      await chain.mineMany(5);
      const order: string[] = [];
      const mined = chain.exclusively(async () => {
        order.push("begins");
        await chain.mine();
        order.push(`mined ${await chain.blockNumber()}`);
      });
      const refused = chain.exclusively(() => Promise.reject(new Error("no")));
      const reorganised = chain.reorg(async () => {
        order.push("reorganises");
        return 2;
      });
      await mined;
      await expect(refused).rejects.toThrow("no");
      expect(await reorganised).toBe(2);
      expect(order).toEqual(["begins", "mined 6", "reorganises"]);
      expect(await chain.blockNumber()).toBe(6n);
    } finally {
      await chain.stop();
    }
  });

  test("a snapshot is gone back to once", async () => {
    const chain = await startChain();
    try {
      const snapshot = await chain.snapshot();
      await chain.mineMany(3);
      await chain.restore(snapshot);
      expect(await chain.blockNumber()).toBe(0n);
      await expect(chain.restore(snapshot)).rejects.toThrow(snapshot);
    } finally {
      await chain.stop();
    }
  });

  test("the clients of viem sign with the unlocked accounts", async () => {
    const chain = await startChain();
    try {
      const wallet = chain.walletClient(3);
      expect(wallet.account.address.toLowerCase()).toBe(chain.accounts[3]);
      await chain.testClient().setBalance({ address: wallet.account.address, value: 5n });
      const balance = await chain.publicClient().getBalance({ address: wallet.account.address });
      expect(balance).toBe(5n);
    } finally {
      await chain.stop();
    }
  });

  test("another port is taken when the wanted one is not free, and both chains live", async () => {
    const first = await startChain({ port: await freePort() });
    const second = await startChain({ port: first.port });
    try {
      expect(second.port).not.toBe(first.port);
      expect(await (await connectChain(second.url)).blockNumber()).toBe(0n);
    } finally {
      await Promise.all([first.stop(), second.stop()]);
    }
  });
});

describe("processes of a chain", () => {
  test("none is left after a stop", async () => {
    const chain = await startChain();
    await chain.stop();
    expect(hasEnded(chain.pid)).toBe(true);
    expect(await chain.exited).toBeDefined();
  });

  test("none is left when whoever started it is killed with SIGKILL", async () => {
    const script = `
      const { startChain } = await import(${JSON.stringify(join(ROOT, "devnet/chain.ts"))});
      console.log((await startChain()).pid);
      setInterval(() => {}, 1_000);
    `;
    const parent = spawn(process.execPath, ["--input-type=module", "-e", script], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    parent.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    const chainPid = await waitUntil(() => /^(\d+)\n/.exec(printed)?.[1], {
      what: "the chain did not start",
      deadlineMs: 25_000,
    });
    parent.kill("SIGKILL");
    await waitUntil(() => hasEnded(Number(chainPid)), {
      what: "the chain outlived its parent",
      deadlineMs: 10_000,
    });
  });
});
