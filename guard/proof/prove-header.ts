import type { Hex } from "viem";
import { BLOOM_BYTES } from "./bloom.ts";
import { type Digits, dataDigits, quantityDigits } from "./hex-fields.ts";
import { keccak } from "./keccak.ts";
import { rlpItem, rlpList } from "./rlp.ts";
import type { RpcHeader } from "./rpc-block.ts";
import { demand, type Verdict, verdictOf } from "./verdict.ts";

/** How a field is encoded: a number, data of any size, or data of so many bytes. */
type Encoding = "number" | "data" | number;

const FIELDS: readonly [keyof RpcHeader, Encoding][] = [
  ["parentHash", 32],
  ["sha3Uncles", 32],
  ["miner", 20],
  ["stateRoot", 32],
  ["transactionsRoot", 32],
  ["receiptsRoot", 32],
  ["logsBloom", BLOOM_BYTES],
  ["difficulty", "number"],
  ["number", "number"],
  ["gasLimit", "number"],
  ["gasUsed", "number"],
  ["timestamp", "number"],
  ["extraData", "data"],
  ["mixHash", 32],
  ["nonce", 8],
];

/** Each fork appended to what the one before had: London, Shanghai, Cancun (three), Prague. */
const FORK_FIELDS: readonly [keyof RpcHeader, Encoding][] = [
  ["baseFeePerGas", "number"],
  ["withdrawalsRoot", 32],
  ["blobGasUsed", "number"],
  ["excessBlobGas", "number"],
  ["parentBeaconBlockRoot", 32],
  ["requestsHash", 32],
];

/**
 * The hash of a header of any fork of Ethereum or the OP stack, from its fields.
 * @throws Unprovable when a field is missing or malformed, or a fork is there without the one before.
 */
export function headerHash(header: RpcHeader): Hex {
  const items = FIELDS.map((field) => encodeField(header, field));
  const count = FORK_FIELDS.findIndex(([name]) => isAbsent(header[name]));
  const known = count < 0 ? FORK_FIELDS : FORK_FIELDS.slice(0, count);
  for (const [name] of FORK_FIELDS.slice(known.length)) {
    demand(isAbsent(header[name]), () => `the header has ${name} without the fork before it`);
  }
  for (const field of known) items.push(encodeField(header, field));
  return keccak(rlpList(items));
}

/** Proves that the fields of a header are those that its hash stands for. */
export function proveHeader(header: RpcHeader): Verdict {
  return verdictOf(() => assertHeader(header));
}

/** @throws Unprovable when the hash of the header is not that of its fields. */
export function assertHeader(header: RpcHeader): void {
  dataDigits(header.hash, "hash of the header", 32);
  const hash = headerHash(header);
  demand(hash === header.hash, () => `the header hashes to ${hash}, not to ${header.hash}`);
}

function encodeField(header: RpcHeader, [name, encoding]: [keyof RpcHeader, Encoding]): Digits {
  const value = header[name];
  if (encoding === "number") return rlpItem(quantityDigits(value, name, "the header"));
  const size = encoding === "data" ? undefined : encoding;
  return rlpItem(dataDigits(value, name, size, "the header"));
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
