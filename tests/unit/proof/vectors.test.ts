import { readFileSync } from "node:fs";
import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { proveBlock } from "../../../guard/proof/prove-block.ts";
import { headerHash, proveHeader } from "../../../guard/proof/prove-header.ts";
import { proveReceipts } from "../../../guard/proof/prove-receipts.ts";
import { proveTransactions } from "../../../guard/proof/prove-transactions.ts";
import { recoverSender } from "../../../guard/proof/recover-sender.ts";
import type { RpcBlock, RpcHeader, RpcReceipt } from "../../../guard/proof/rpc-block.ts";
import { bloomOf } from "../../support/proof/built-block.ts";

const PROVED = { isProved: true };

type Vector = { block: RpcBlock; receipts: RpcReceipt[] };

function read<Content>(name: string): Content {
  return JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), "utf8"));
}

describe("blocks of public test suites", () => {
  it("prove their transactions of types 0, 1, 2 and 3 under a header of Prague", async () => {
    const { block } = read<Vector>("ethereum-prague");
    expect(block.transactions.map(({ type }) => type)).toEqual(["0x1", "0x3", "0x0", "0x2"]);
    expect(proveHeader(block)).toEqual(PROVED);
    expect(headerHash(block)).toBe(block.hash);
    expect(await proveTransactions(block, block.transactions)).toEqual(PROVED);
    for (const transaction of block.transactions) {
      expect(recoverSender(transaction)).toBe(transaction.from);
    }
  });

  it("prove whole: a block of Cancun, and one of the OP stack with its deposit", async () => {
    for (const name of ["ethereum-cancun", "op-stack-canyon"]) {
      const { block, receipts } = read<Vector>(name);
      expect(await proveBlock(block, receipts), name).toEqual(PROVED);
    }
  });

  it("hold a deposit's nonce in the root since Canyon only", async () => {
    const canyon = read<Vector>("op-stack-canyon");
    const [deposit] = canyon.receipts as [RpcReceipt];
    const withNonce = (depositNonce: Hex) => [{ ...deposit, depositNonce }];
    expect(await proveReceipts(canyon.block, withNonce("0x113"))).toMatchObject({
      isProved: false,
    });

    const regolith = read<{ receiptsRoot: Hex; receipts: RpcReceipt[] }>("op-stack-regolith");
    const receipts = placed(regolith.receipts);
    const header = headerOf(regolith.receiptsRoot, receipts);
    expect(await proveReceipts(header, receipts)).toEqual(PROVED);
    const versioned = receipts.map((receipt) =>
      receipt.type === "0x7e" ? { ...receipt, depositReceiptVersion: "0x1" as Hex } : receipt,
    );
    expect(await proveReceipts(header, versioned)).toMatchObject({
      reason: expect.stringContaining(regolith.receiptsRoot),
    });
  });
});

/** The source prints what the root binds; the rest is filled in as a node would. */
function placed(receipts: readonly RpcReceipt[]): RpcReceipt[] {
  let gas = 0;
  let logIndex = 0;
  return receipts.map((receipt, index) => {
    const total = Number(receipt.cumulativeGasUsed);
    const place = {
      blockHash: "0x01" as Hex,
      blockNumber: "0x1" as Hex,
      transactionHash: receipt.transactionHash,
      transactionIndex: `0x${index.toString(16)}` as Hex,
    };
    const gasUsed: Hex = `0x${(total - gas).toString(16)}`;
    gas = total;
    const logs = receipt.logs.map((log) => ({
      ...log,
      ...place,
      logIndex: `0x${(logIndex++).toString(16)}` as Hex,
    }));
    const logsBloom = bloomOf(logs.flatMap((log) => [log.address, ...log.topics]));
    return { ...receipt, ...place, gasUsed, logs, logsBloom };
  });
}

function headerOf(receiptsRoot: Hex, receipts: readonly RpcReceipt[]): RpcHeader {
  const logs = receipts.flatMap((receipt) => receipt.logs);
  return {
    hash: "0x01",
    number: "0x1",
    receiptsRoot,
    logsBloom: bloomOf(logs.flatMap((log) => [log.address, ...log.topics])),
    gasUsed: receipts.at(-1)?.cumulativeGasUsed,
  } as unknown as RpcHeader;
}
