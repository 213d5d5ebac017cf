import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { type CursorScope, decodeCursor, encodeCursor, type Place } from "./cursor.ts";

const SCOPE: CursorScope = {
  list: "listings",
  sort: "newest",
  columns: [{ type: "int8" }, { type: "address" }, { type: "uint256" }],
};
const NULLABLE: CursorScope = { ...SCOPE, sort: "highest_offer", hasNulls: true };
const anchor = { blockNumber: 7n, blockHash: `0x${"cd".repeat(32)}` } as const;
const place = (values: Place["values"]) => ({ values, direction: "next" as const, anchor });
const ADDRESS = `0x${"ab".repeat(20)}`;
const FILTERS = { state: "active", minPriceUnits: 5n };

function refusal(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe("cursors", () => {
  test("come back as they went", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
        fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
        fc.constantFrom("next" as const, "prev" as const),
        (seconds, number, direction) => {
          for (const where of [anchor, null]) {
            const wanted = { values: [seconds, ADDRESS, number], direction, anchor: where };
            const cursor = encodeCursor(SCOPE, FILTERS, wanted);
            expect(cursor).toMatch(/^[\w-]+$/);
            expect(decodeCursor(SCOPE, FILTERS, cursor)).toEqual(wanted);
          }
        },
      ),
    );
  });

  test("are refused after any change of a character", () => {
    const cursor = encodeCursor(SCOPE, FILTERS, place([1n, ADDRESS, 2n]));
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom("A", "b", "9", "-"), (at, letter) => {
        fc.pre(cursor[at] !== letter);
        const damaged = `${cursor.slice(0, at)}${letter}${cursor.slice(at + 1)}`;
        expect(refusal(() => decodeCursor(SCOPE, FILTERS, damaged))).toBe("INVALID_CURSOR");
      }),
    );
  });

  test("10,000 that were cut, lengthened, mixed or taken from elsewhere are refused, never misread (AP-8)", () => {
    const own = encodeCursor(SCOPE, FILTERS, place([1n, ADDRESS, 2n]));
    const other = encodeCursor({ ...SCOPE, list: "escrows" }, FILTERS, place([1n, ADDRESS, 2n]));
    const within = fc.nat(own.length);
    const mutated = fc.oneof(
      fc
        .tuple(within, within)
        .map(([from, to]) => own.slice(Math.min(from, to), Math.max(from, to))),
      fc
        .tuple(within, fc.base64String())
        .map(([at, text]) => own.slice(0, at) + text + own.slice(at)),
      within.map((at) => own.slice(0, at) + other.slice(at)),
      fc.nat(50).map((times) => own.repeat(times)),
      fc.constantFrom("-1", "0", "null", "{}", other, own.toUpperCase(), "%00", "\u0000"),
    );
    let tried = 0;
    fc.assert(
      fc.property(mutated, (cursor) => {
        fc.pre(cursor !== own);
        tried += 1;
        expect(refusal(() => decodeCursor(SCOPE, FILTERS, cursor))).toMatch(
          /^(INVALID_CURSOR|CURSOR_MISMATCH)$/,
        );
      }),
      { numRuns: 10_000 },
    );
    expect(tried).toBe(10_000);
  });

  test("are refused with other filters, another sort or another list", () => {
    const cursor = encodeCursor(SCOPE, FILTERS, place([1n, ADDRESS, 2n]));
    const others: [CursorScope, object][] = [
      [SCOPE, { state: "paused", minPriceUnits: 5n }],
      [SCOPE, {}],
      [{ ...SCOPE, sort: "price_asc" }, FILTERS],
      [{ ...SCOPE, list: "escrows" }, FILTERS],
    ];
    for (const [scope, filters] of others) {
      expect(refusal(() => decodeCursor(scope, filters, cursor))).toBe("CURSOR_MISMATCH");
    }
    const reordered = { minPriceUnits: 5n, state: "active", seller: undefined };
    expect(refusal(() => decodeCursor(SCOPE, reordered, cursor))).toBeUndefined();
  });

  test("never carry a value that its column cannot take", () => {
    for (const values of [
      [10n ** 18n, ADDRESS, 2n],
      [1n, "0x", 2n],
      [1n, ADDRESS, 10n ** 78n],
      [1n, ADDRESS],
      [1n, ADDRESS, 2n, 3n],
      [null, ADDRESS, 2n],
    ]) {
      const cursor = encodeCursor(SCOPE, FILTERS, place(values));
      expect(refusal(() => decodeCursor(SCOPE, FILTERS, cursor))).toBe("INVALID_CURSOR");
    }
  });

  test("carry null in the first column of a sort that has nulls, and nowhere else", () => {
    const first = encodeCursor(NULLABLE, FILTERS, place([null, ADDRESS, 2n]));
    expect(decodeCursor(NULLABLE, FILTERS, first).values).toEqual([null, ADDRESS, 2n]);
    const second = encodeCursor(NULLABLE, FILTERS, place([1n, null, 2n]));
    expect(refusal(() => decodeCursor(NULLABLE, FILTERS, second))).toBe("INVALID_CURSOR");
  });

  test("nothing that a stranger sends is understood by accident", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(refusal(() => decodeCursor(SCOPE, FILTERS, text))).toBe("INVALID_CURSOR");
      }),
    );
  });
});
