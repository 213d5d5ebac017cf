import fc from "fast-check";
import { type Hex, padHex } from "viem";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeTransaction } from "../../../guard/proof/encode-transaction.ts";
import { keccak } from "../../../guard/proof/keccak.ts";
import { logsOf, proveBlock } from "../../../guard/proof/prove-block.ts";
import type { RpcReceipt, RpcTransaction } from "../../../guard/proof/rpc-block.ts";
import { type BuiltBlock, type BuiltLog, buildBlock } from "../../support/proof/built-block.ts";

/** Enough to touch every kind of field. */
const MUTATIONS = 1_000;

/** Leaving these out, or saying null, says the same as before. */
const OPTIONAL = new Set([
  ...["removed", "to", "chainId", "yParity", "v", "mint", "isSystemTx", "type"],
]);

/** Nothing binds the nonce of a deposit, and nobody reads it. */
const UNBOUND = ".block.transactions.0.nonce";

type Node = Record<string, unknown> | unknown[];
type Place = { parent: Node; key: string; path: string };

const log = (seed: number, topics: number): BuiltLog => ({
  address: padHex(`0x${seed}a`, { size: 20 }),
  topics: Array.from({ length: topics }, (_, at) => padHex(`0x${seed}${at}c`, { size: 32 })),
  data: padHex(`0x${seed}d`, { size: 64 }),
});

describe("a proved block of which one thing was changed", () => {
  let built: BuiltBlock;

  beforeAll(async () => {
    built = await buildBlock([[log(1, 0)], [log(2, 4), log(3, 1)], [], [log(4, 3)], [log(2, 4)]]);
  });

  it("never proves: 1,000 of 1,000 changes are refused", async () => {
    expect(await proveBlock(built.block, built.receipts)).toEqual({ isProved: true });
    const touched = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), async (where, how, value) => {
        const copy = structuredClone(built);
        const places = placesIn(copy as unknown as Node, "").filter((it) => it.path !== UNBOUND);
        const place = places[where % places.length] as Place;
        const change = mutate(place, how, value);
        touched.add(place.path.replaceAll(/\d+/g, "*"));
        const verdict = await proveBlock(copy.block, copy.receipts);
        expect(verdict.isProved, `${place.path}: ${change}`).toBe(false);
      }),
      { numRuns: MUTATIONS },
    );
    console.log(`accepted: 0 of ${MUTATIONS} changes, in ${touched.size} kinds of fields`);
  });

  it("never proves when logs are left out, repeated, swapped or moved", async () => {
    const changes: [string, (copy: BuiltBlock) => void][] = [
      ["a log left out", ({ receipts }) => list(receipts, 1).pop()],
      ["a log repeated", ({ receipts }) => list(receipts, 1).push(list(receipts, 1)[0])],
      ["logs swapped", ({ receipts }) => list(receipts, 1).reverse()],
      ["a log moved", ({ receipts }) => list(receipts, 2).push(list(receipts, 1).pop())],
      ["a receipt left out", ({ receipts }) => receipts.pop()],
      ["a receipt repeated", ({ receipts }) => receipts.push(receipts[0] as never)],
      ["receipts swapped", ({ receipts }) => receipts.reverse()],
      ["no receipts", ({ receipts }) => receipts.splice(0)],
      ["a transaction left out", ({ block }) => (block.transactions as unknown[]).pop()],
      [
        "all left out",
        ({ block, receipts }) => {
          receipts.splice(0);
          (block.transactions as unknown[]).splice(0);
        },
      ],
    ];
    for (const [name, change] of changes) {
      const copy = structuredClone(built);
      change(copy);
      expect((await proveBlock(copy.block, copy.receipts)).isProved, name).toBe(false);
    }
  });

  it("never proves when the hash of a transaction is another everywhere it is named", async () => {
    const copy = structuredClone(built);
    rename(copy, 1, padHex("0xbad", { size: 32 }));
    expect(await proveBlock(copy.block, copy.receipts)).toMatchObject({
      reason: expect.stringMatching(/^transaction 1 hashes to 0x/),
    });
  });

  it("never proves when a transaction was replaced, together with its hash", async () => {
    const copy = structuredClone(built);
    const [, , , other] = copy.block.transactions;
    const replaced = { ...other, input: "0xdead" as Hex } as RpcTransaction;
    rename(copy, 3, keccak(encodeTransaction(replaced, "the lie")));
    (copy.block.transactions[3] as RpcTransaction).input = "0xdead";
    expect(await proveBlock(copy.block, copy.receipts)).toMatchObject({
      reason: expect.stringMatching(/^the transactions have the root 0x/),
    });
  });

  it("carries on nothing of a log but its proved fields", () => {
    const [first] = built.receipts;
    const decorated = built.receipts.map((receipt) => ({
      ...receipt,
      logs: receipt.logs.map((entry) => ({ ...entry, note: "added", logIndex: "0x63" as Hex })),
    }));
    const logs = logsOf(decorated);
    expect(logs).toEqual(built.receipts.flatMap((receipt) => receipt.logs));
    expect(logs.map(({ logIndex }) => logIndex)).toEqual(["0x0", "0x1", "0x2", "0x3", "0x4"]);
    expect(logs[0]?.topics).not.toBe(first?.logs[0]?.topics);
  });
});

/** Gives a transaction another hash wherever the answer names it. */
function rename({ block, receipts }: BuiltBlock, at: number, hash: Hex): void {
  (block.transactions[at] as RpcTransaction).hash = hash;
  const receipt = receipts[at] as RpcReceipt;
  receipt.transactionHash = hash;
  for (const entry of receipt.logs) entry.transactionHash = hash;
}

function list(receipts: BuiltBlock["receipts"], at: number): unknown[] {
  return receipts[at]?.logs as unknown[];
}

/** Every value of the tree that is no list and no object. */
function placesIn(node: Node, path: string): Place[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? placesIn(value as Node, `${path}.${key}`)
      : [{ parent: node, key, path: `${path}.${key}` }],
  );
}

/** Changes what is said at a place, and tells how. */
function mutate({ parent, key }: Place, how: number, value: number): string {
  const holder = parent as Record<string, unknown>;
  const before = holder[key];
  if (typeof before === "boolean") holder[key] = !before;
  else if (before === null) holder[key] = padHex("0x1", { size: 20 });
  else holder[key] = mutateHex(before as Hex, how, value, OPTIONAL.has(key));
  // A system transaction says so with `true` only, and `removed` is a lie only when it is said.
  return `${String(before)} became ${String(holder[key])}`;
}

function mutateHex(before: Hex, how: number, value: number, isOptional: boolean): unknown {
  const digits = before.slice(2);
  switch (how % (isOptional ? 4 : 6)) {
    case 0:
    case 1: {
      const at = value % Math.max(1, digits.length);
      const digit = ((Number.parseInt(digits[at] ?? "0", 16) + 1 + (value % 15)) % 16).toString(16);
      return `0x${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`;
    }
    case 2:
      return `0x${digits}00`;
    case 3:
      return `0x1${digits}`;
    case 4:
      return null;
    default:
      return undefined;
  }
}
