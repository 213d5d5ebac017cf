import { describe, expect, test } from "vitest";
import { bucketsOf, defaultStart, type Interval } from "./buckets.ts";

const at = (text: string) => BigInt(Date.parse(text) / 1_000);
const textOf = (second: bigint) => new Date(Number(second) * 1_000).toISOString();
const startsOf = (interval: Interval, from: string, to: string) =>
  bucketsOf(interval, at(from), at(to))?.map(({ start }) => textOf(start));

describe("steps of a series", () => {
  test("a day has 24 hours, also where clocks are changed", () => {
    for (const day of ["2024-03-31", "2024-10-27", "2024-02-29", "2024-12-31"]) {
      const from = at(`${day}T00:00:00Z`);
      const hours = bucketsOf("hour", from, from + 86_400n);
      expect(hours).toHaveLength(24);
      expect(hours?.every(({ start, end }) => end - start === 3_600n)).toBe(true);
    }
  });

  test("the first second of a day opens a step, the last one does not", () => {
    expect(startsOf("day", "2024-02-28T23:59:59Z", "2024-03-01T00:00:00Z")).toEqual([
      "2024-02-28T00:00:00.000Z",
      "2024-02-29T00:00:00.000Z",
    ]);
    expect(startsOf("day", "2024-02-29T00:00:00Z", "2024-03-01T00:00:01Z")).toEqual([
      "2024-02-29T00:00:00.000Z",
      "2024-03-01T00:00:00.000Z",
    ]);
  });

  test("weeks begin on Monday, across the turn of the year and before the first Monday of 1970", () => {
    expect(startsOf("week", "2024-12-29T12:00:00Z", "2025-01-06T00:00:01Z")).toEqual([
      "2024-12-23T00:00:00.000Z",
      "2024-12-30T00:00:00.000Z",
      "2025-01-06T00:00:00.000Z",
    ]);
    expect(startsOf("week", "1970-01-01T00:00:00Z", "1970-01-05T00:00:01Z")).toEqual([
      "1969-12-29T00:00:00.000Z",
      "1970-01-05T00:00:00.000Z",
    ]);
  });

  test("months have their own lengths and follow one another without a gap", () => {
    const months = bucketsOf("month", at("2023-12-31T23:59:59Z"), at("2024-03-01T00:00:00Z"));
    expect(months?.map(({ start, end }) => (end - start) / 86_400n)).toEqual([31n, 31n, 29n]);
    expect(textOf(months?.[1]?.start ?? 0n)).toBe("2024-01-01T00:00:00.000Z");
    expect(months?.[0]?.end).toBe(months?.[1]?.start);
  });

  test("an empty range has no step; 1,000 steps are allowed and 1,001 are not", () => {
    expect(bucketsOf("hour", 7_200n, 7_200n)).toEqual([]);
    expect(bucketsOf("hour", 0n, 3_600_000n)).toHaveLength(1_000);
    expect(bucketsOf("hour", 0n, 3_600_001n)).toBeUndefined();
    expect(bucketsOf("month", 0n, at("9999-12-31T00:00:00Z"))).toBeUndefined();
  });

  test("without a beginning thirty steps are shown, never from before 1970", () => {
    const end = at("2024-01-31T12:00:00Z");
    expect(textOf(defaultStart("day", end))).toBe("2024-01-02T00:00:00.000Z");
    expect(bucketsOf("day", defaultStart("day", end), end)).toHaveLength(30);
    expect(defaultStart("month", at("1971-01-01T00:00:00Z"))).toBe(0n);
  });
});
