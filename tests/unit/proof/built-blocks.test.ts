import fc from "fast-check";
import { type Hex, padHex, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { proveBlock } from "../../../guard/proof/prove-block.ts";
import { type BuiltLog, buildBlock } from "../../support/proof/built-block.ts";

const hexOf = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((bytes) => toHex(bytes));

const log: fc.Arbitrary<BuiltLog> = fc.record({
  address: hexOf(20),
  topics: fc.array(hexOf(32), { maxLength: 4 }),
  data: fc.uint8Array({ maxLength: 200 }).map((bytes) => toHex(bytes)),
});

const FORKS = ["baseFeePerGas", "withdrawalsRoot", "blobGasUsed", "requestsHash"] as const;

describe("a block that other libraries made", () => {
  it("proves with every type of transaction, whatever its logs are", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(log, { maxLength: 3 }), { maxLength: 7 }),
        async (logs) => {
          const { block, receipts } = await buildBlock(logs);
          expect(block.transactions.map(({ type }) => type)).toEqual([
            "0x7e",
            "0x0",
            "0x0",
            "0x1",
            "0x2",
            "0x3",
            "0x4",
          ]);
          expect(await proveBlock(block, receipts)).toEqual({ isProved: true });
        },
      ),
      { numRuns: 12 },
    );
  });

  it.each(FORKS)("proves under a header from before %s", async (field) => {
    const names = [
      ...["baseFeePerGas", "withdrawalsRoot", "blobGasUsed", "excessBlobGas"],
      ...["parentBeaconBlockRoot", "requestsHash"],
    ];
    const missing = Object.fromEntries(
      names.slice(names.indexOf(field)).map((name) => [name, undefined]),
    );
    const { block, receipts } = await buildBlock([], missing);
    expect(await proveBlock(block, receipts)).toEqual({ isProved: true });
  });

  it("refuses a fork without the one before it", async () => {
    const { block, receipts } = await buildBlock([], { withdrawalsRoot: undefined });
    expect(await proveBlock(block, receipts)).toEqual({
      isProved: false,
      reason: "the header has blobGasUsed without the fork before it",
    });
  });

  it("refuses types that nobody here can encode, with a reason", async () => {
    const { block, receipts } = await buildBlock([]);
    const [first, ...others] = receipts;
    const unknown = { ...first, type: "0x5" as Hex } as (typeof receipts)[number];
    expect(await proveBlock(block, [unknown, ...others])).toEqual({
      isProved: false,
      reason: "receipt 0 has the unknown type 0x5",
    });
    const transactions = block.transactions.map((transaction, index) =>
      index === 3 ? { ...transaction, type: "0x6a" as Hex } : transaction,
    );
    expect(await proveBlock({ ...block, transactions }, receipts)).toEqual({
      isProved: false,
      reason: "transaction 3 has the unknown type 0x6a",
    });
  });

  it("refuses a sender who did not sign, where the sender matters", async () => {
    const ours = { address: padHex("0xabc", { size: 20 }), topics: [], data: "0x" as Hex };
    const { block, receipts } = await buildBlock([[], [], [], [], [ours]]);
    const thief = padHex("0xdead", { size: 20 });
    const lie = <Row extends { from: Hex }>(rows: readonly Row[], at: number): Row[] =>
      rows.map((row, index) => (index === at ? { ...row, from: thief } : row));
    const prove = (at: number) =>
      proveBlock(
        { ...block, transactions: lie(block.transactions, at) },
        lie(receipts, at),
        ({ address }) => address === ours.address,
      );
    expect(await prove(4)).toMatchObject({
      reason: expect.stringMatching(/^transaction 4 was signed by 0x/),
    });
    // Nobody reads the sender of another's transaction, so nothing is spent on it.
    expect(await prove(5)).toEqual({ isProved: true });
  });

  it("takes no answer of the wrong shape for a proof", async () => {
    const { block, receipts } = await buildBlock([]);
    const wrong = [null, "0x", {}, [null], [{}], [{ ...receipts[0], logs: null }]];
    for (const answer of wrong) {
      expect(await proveBlock(block, answer as never)).toMatchObject({ isProved: false });
    }
    expect(await proveBlock({} as never, receipts)).toMatchObject({ isProved: false });
    expect(await proveBlock(null as never, receipts)).toMatchObject({ isProved: false });
    const { transactions: _, ...header } = block;
    expect(await proveBlock(header as never, receipts)).toMatchObject({ isProved: false });
  });
});
