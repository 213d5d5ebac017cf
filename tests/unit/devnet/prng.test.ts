import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAgenda } from "../../../devnet/market/agenda.ts";
import { createPrng } from "../../../devnet/market/prng.ts";
import { AWKWARD_TITLES, titleFor } from "../../../devnet/market/titles.ts";

describe("chance in the simulator", () => {
  test("a seed decides the whole sequence, another one another", () => {
    const draw = (seed: string) => Array.from({ length: 20 }, createPrng(seed).unit);
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
  });

  test("a forked stream does not disturb the others", () => {
    const [one, other] = [createPrng("seed"), createPrng("seed")];
    other.fork("new behaviour").hex(64);
    expect(one.hex(32)).toBe(other.hex(32));
  });

  test("numbers stay within their bounds", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), fc.nat(1_000_000), (seed, low, span) => {
        const value = createPrng(seed).between(low, low + span);
        return Number.isInteger(value) && value >= low && value <= low + span;
      }),
    );
  });

  test("weights are probabilities, and a weight of nothing never happens", () => {
    const prng = createPrng("weights");
    const counts = { often: 0, seldom: 0, never: 0 };
    for (let draw = 0; draw < 4_000; draw += 1) {
      counts[prng.weighted({ often: 3, seldom: 1, never: 0 })] += 1;
    }
    expect(counts.never).toBe(0);
    expect(counts.often / counts.seldom).toBeGreaterThan(2.5);
    expect(counts.often / counts.seldom).toBeLessThan(3.6);
    expect(() => prng.pick([])).toThrow();
    expect(() => prng.weighted({})).toThrow();
  });
});

test("an agenda gives what is due by time, and equal times in the order they were noted", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(60), (times, now) => {
      const agenda = createAgenda();
      const done: [number, number][] = [];
      for (const [order, at] of times.entries()) agenda.note(at, () => done.push([at, order]));
      for (let next = agenda.takeDue(now); next; next = agenda.takeDue(now)) next.act();
      const due = times
        .map((at, order): [number, number] => [at, order])
        .filter(([at]) => at <= now);
      expect(done).toEqual(due.sort(([a, i], [b, j]) => a - b || i - j));
      expect(agenda.nextAt()).toBe(
        times
          .filter((at) => at > now)
          .reduce<number | undefined>((a, b) => Math.min(a ?? b, b), undefined),
      );
    }),
  );
});

test("an agenda that is hastened brings forward what people decide, and no deadline", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 100, max: 900 }), fc.boolean())), (plans) => {
      const agenda = createAgenda();
      for (const [at, isDecided] of plans) agenda.note(at, () => undefined, { isDecided });
      agenda.hasten(100, 10);
      const wanted = plans.map(([at, isDecided]) =>
        isDecided ? 100 + Math.ceil((at - 100) / 10) : at,
      );
      const taken: number[] = [];
      for (let next = agenda.takeDue(900); next; next = agenda.takeDue(900)) taken.push(next.at);
      expect(taken).toEqual(wanted.sort((a, b) => a - b));
    }),
  );
});

test("every awkward title stands among the first sixty listings", () => {
  const prng = createPrng("titles");
  const titles = Array.from({ length: 60 }, (_, position) => titleFor(prng, position));
  for (const awkward of AWKWARD_TITLES) expect(titles).toContain(awkward);
  expect(titles.some((title) => title.includes("\u0000"))).toBe(true);
  expect(Math.max(...titles.map((title) => title.length))).toBeGreaterThan(4_000);
});
