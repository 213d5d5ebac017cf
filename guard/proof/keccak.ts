import { createKeccak } from "hash-wasm";
import type { Hex } from "viem";
import type { Digits } from "./hex-fields.ts";

// One hasher serves all: it is used within one synchronous call only. In WebAssembly a hash takes a
// tenth of the time it takes in JavaScript, and hashing is most of what a proof does.
const hasher = await createKeccak(256);

/** Keccak-256 of the bytes. */
export function keccak(digits: Digits): Hex {
  return `0x${hasher.init().update(Buffer.from(digits, "hex")).digest("hex")}`;
}
