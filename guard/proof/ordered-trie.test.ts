import { RLP } from "@ethereumjs/rlp";
import fc from "fast-check";
import { bytesToHex, type Hex, hexToBytes, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { libraryTrieRoot } from "../../tests/support/proof/trie-oracle.ts";
import { orderedTrieRoot } from "./ordered-trie.ts";
import { rlpItem, rlpList } from "./rlp.ts";

const bytes = (maxLength: number, minLength = 0) =>
  fc.uint8Array({ minLength, maxLength, size: "max" }).map((value) => toHex(value));

type Tree = Hex | Tree[];

const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; leaf: Hex; list: Tree[] }>((tie) => ({
  tree: fc.oneof({ depthSize: "small" }, tie("leaf"), tie("list")),
  leaf: bytes(300),
  list: fc.array(tie("tree"), { maxLength: 6 }),
})).tree;

const encode = (node: Tree): string =>
  typeof node === "string" ? rlpItem(node.slice(2)) : rlpList(node.map(encode));

const input = (node: Tree): Parameters<typeof RLP.encode>[0] =>
  typeof node === "string" ? hexToBytes(node) : node.map(input);

describe("RLP over hex digits", () => {
  it("is that of the library, nested as one likes", () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(`0x${encode(node)}`).toBe(bytesToHex(RLP.encode(input(node))));
      }),
    );
  });

  it.each([0, 1, 55, 56, 255, 256, 65_535, 65_536])(
    "is that of the library at %d bytes",
    (size) => {
      const value = toHex(new Uint8Array(size).fill(0x7f));
      expect(`0x${encode(value)}`).toBe(bytesToHex(RLP.encode(hexToBytes(value))));
      expect(`0x${encode([value])}`).toBe(bytesToHex(RLP.encode([hexToBytes(value)])));
    },
  );
});

describe("the root of a list", () => {
  it("is that of the library's trie, whatever the values are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bytes(80, 1), { maxLength: 40 }), async (values) => {
        expect(orderedTrieRoot(values.map((value) => value.slice(2)))).toBe(
          await libraryTrieRoot(values),
        );
      }),
    );
  });

  it.each([0, 1, 2, 16, 17, 127, 128, 129, 255, 256, 257, 700])(
    "is that of the library's trie with %d values, where keys change their length",
    async (count) => {
      const values = Array.from({ length: count }, (_, at) => toHex(`value ${at % 5}`));
      expect(orderedTrieRoot(values.map((value) => value.slice(2)))).toBe(
        await libraryTrieRoot(values),
      );
    },
  );
});
