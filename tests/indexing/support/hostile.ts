import fc from "fast-check";
import { type Hex, maxUint256, toHex } from "viem";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Text that has broken programs before: in databases, terminals, pages, templates and decoders. */
const KNOWN_TROUBLE: readonly Uint8Array[] = [
  utf8(""),
  utf8("\0"),
  utf8("a\0b\0"),
  utf8("\u202e\u2066right to left\u2069"),
  utf8("<script>alert(1)</script>"),
  utf8("'; drop schema indexed cascade; --"),
  utf8("\\u0000 %00 \\x00 ${7*7} {{7*7}}"),
  utf8("\ufeffmark"),
  utf8("👩‍👩‍👧‍👦 Z͑ͫ̓ͪ̂ͫ̽͏"),
  utf8(`"}]},{"a":1`),
  utf8("\u001b[2J\r\n\u0007"),
  utf8("1e400 NaN -0 0x1"),
  // A lone surrogate, an overlong NUL, a cut sequence, bytes that never occur in UTF-8.
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xc0, 0x80),
  Uint8Array.of(0x61, 0xe2, 0x82),
  Uint8Array.of(0xff, 0xfe, 0x00, 0x41),
];

/** Bytes in the place of text: known trouble, its mixtures, any text, any bytes. */
export const hostileBytes: fc.Arbitrary<Hex> = fc
  .oneof(
    fc.constantFrom(...KNOWN_TROUBLE),
    fc
      .array(fc.constantFrom(...KNOWN_TROUBLE), { minLength: 2, maxLength: 6 })
      .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part]))),
    fc.string({ unit: "binary", maxLength: 40 }).map(utf8),
    fc.uint8Array({ maxLength: 96 }),
  )
  .map((bytes) => toHex(bytes));

/** 100 kB of text with a NUL in each hundred bytes. */
export const HUGE_TEXT: Hex = toHex(utf8(`${"🚨 and so on, ".repeat(6)}\0 and.`.repeat(1_100)));

/** Amounts at the edges of what a contract can hold, and any between. */
export const hostileAmount: fc.Arbitrary<bigint> = fc.oneof(
  fc.constantFrom(0n, 1n, 2n ** 63n, 2n ** 64n, 2n ** 128n, 2n ** 255n, maxUint256),
  fc.bigInt({ min: 0n, max: maxUint256 }),
);

/** The text that rows hold for such bytes: as UTF-8, with what Postgres cannot store replaced. */
export function storedText(bytes: Hex): string {
  return new TextDecoder().decode(Buffer.from(bytes.slice(2), "hex")).replaceAll("\0", "\uFFFD");
}
