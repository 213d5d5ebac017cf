import fc from "fast-check";
import { type Hex, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { bloomOf } from "../../tests/support/proof/built-block.ts";
import { mayContain } from "./bloom.ts";

const hexOf = (size: number): fc.Arbitrary<Hex> =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((bytes) => toHex(bytes));

const FULL: Hex = `0x${"f".repeat(512)}`;
const EMPTY: Hex = `0x${"0".repeat(512)}`;

describe("what a bloom may contain", () => {
  it("is everything that went in, however many other values are asked for", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hexOf(20), hexOf(32)), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.array(hexOf(20)),
        (logs, at, others) => {
          const [address, topic] = logs[at % logs.length] as [Hex, Hex];
          const bloom = bloomOf(logs.flat());
          expect(mayContain(bloom, [...others, address], [topic])).toBe(true);
          expect(mayContain(bloom, [address.toUpperCase().replace("X", "x") as Hex], [])).toBe(
            true,
          );
        },
      ),
    );
  });

  it("is only what has all three bits of an address and of a topic", () => {
    fc.assert(
      fc.property(hexOf(20), hexOf(32), (address, topic) => {
        const apart = BigInt(bloomOf([address])) & BigInt(bloomOf([topic]));
        fc.pre(apart === 0n);
        expect(mayContain(bloomOf([address]), [address], [topic])).toBe(false);
        expect(mayContain(bloomOf([topic]), [address], [topic])).toBe(false);
        const lacking = BigInt(bloomOf([address, topic])) & (BigInt(bloomOf([address])) - 1n);
        const bloom: Hex = `0x${lacking.toString(16).padStart(512, "0")}`;
        expect(mayContain(bloom, [address], [])).toBe(false);
      }),
    );
  });

  it("is anything where it is full, nothing where it is empty, and any where nothing is asked", () => {
    const address = bloomOf([]).slice(0, 42) as Hex;
    expect(mayContain(FULL, [address], [FULL.slice(0, 66) as Hex])).toBe(true);
    expect(mayContain(EMPTY, [address], [])).toBe(false);
    expect(mayContain(EMPTY, [], [])).toBe(true);
  });

  it("is not told by what is no bloom", () => {
    expect(() => mayContain("0x00", [], [])).toThrow("logsBloom has not 256 bytes");
  });
});
