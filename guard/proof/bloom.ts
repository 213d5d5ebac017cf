import type { Hex } from "viem";
import { dataDigits } from "./hex-fields.ts";
import { keccak } from "./keccak.ts";

/** Size of a bloom in bytes. */
export const BLOOM_BYTES = 256;

const NIBBLES = BLOOM_BYTES * 2;
const CACHE_LIMIT = 10_000;

/** Where a bloom has a value: digit of its text and bit in it, three times. */
type Places = readonly { digit: number; bit: number }[];

const places = new Map<Hex, Places>();

/**
 * Whether a block or receipt with this bloom may hold a log of one of the addresses that has one of
 * the topics. False is certain; true may be chance. An empty list means any, as in `eth_getLogs`, so
 * that a filter that is not known yet never hides a log.
 * @throws Unprovable when the bloom is no hex data of 256 bytes.
 */
export function mayContain(bloom: Hex, addresses: readonly Hex[], topics: readonly Hex[]): boolean {
  const digits = dataDigits(bloom, "logsBloom", BLOOM_BYTES);
  return holdsAny(digits, addresses) && holdsAny(digits, topics);
}

function holdsAny(digits: string, values: readonly Hex[]): boolean {
  return values.length === 0 || values.some((value) => holds(digits, placesOf(value)));
}

function holds(digits: string, wanted: Places): boolean {
  return wanted.every(({ digit, bit }) => (Number.parseInt(digits.charAt(digit), 16) & bit) !== 0);
}

/** Yellow paper 4.4.1: each of the first three pairs of bytes of the hash, modulo 2048, names a bit. */
function placesOf(value: Hex): Places {
  const known = places.get(value);
  if (known !== undefined) return known;
  const hash = keccak(value.slice(2).toLowerCase());
  const found = [2, 6, 10].map((at) => {
    const bit = Number.parseInt(hash.slice(at, at + 4), 16) % (BLOOM_BYTES * 8);
    return { digit: NIBBLES - 1 - (bit >> 2), bit: 1 << (bit & 3) };
  });
  if (places.size >= CACHE_LIMIT) places.clear();
  places.set(value, found);
  return found;
}
