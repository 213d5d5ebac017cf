import { MerklePatriciaTrie } from "@ethereumjs/mpt";
import { RLP } from "@ethereumjs/rlp";
import { bytesToHex, type Hex, hexToBytes } from "viem";

/** Root of the trie of a list as the library of ethereumjs builds it, value by value. */
export async function libraryTrieRoot(values: readonly Hex[]): Promise<Hex> {
  const trie = new MerklePatriciaTrie();
  for (const [index, value] of values.entries()) {
    await trie.put(RLP.encode(index), hexToBytes(value));
  }
  return bytesToHex(trie.root());
}
