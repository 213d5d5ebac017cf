import fc from "fast-check";
import { expect, test } from "vitest";
import { CACHE_TTL_SECONDS, cacheKey } from "./keys.ts";
import { type Cacheable, parse, serialise } from "./serialise.ts";

const value: fc.Arbitrary<Cacheable> = fc.letrec<{ value: Cacheable }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.bigInt(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom("$bigint", "$date", "$$bigint", "__proto__")),
      tie("value"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

test("whatever is kept comes back as it was, integers of any size included [5.31]", () => {
  fc.assert(
    fc.property(value, (kept) => {
      expect(parse(serialise(kept))).toEqual(kept);
    }),
  );
  expect(parse(serialise({ raw: 2n ** 255n }))).toEqual({ raw: 2n ** 255n });
});

test("keys name kind and version, and no id can pose as two [5.33]", () => {
  expect(cacheKey("user", "0xabc").name).toBe("valyra:v1:user:0xabc");
  expect(cacheKey("offer", 31_337, "0xabc", 7n).name).toBe("valyra:v1:offer:31337:0xabc:7");
  expect(cacheKey("market", "a:b").name).not.toBe(cacheKey("market", "a", "b").name);
  expect(cacheKey("config", "fees").name).toBe("valyra:v1:config:fees");
  expect(() => cacheKey("user", "x".repeat(600))).toThrow("too long");
});

test("each kind has its time: user 5 min, offer 2 min [5.34, 5.35]", () => {
  expect(cacheKey("user", 1).ttlSeconds).toBe(300);
  expect(cacheKey("offer", 1).ttlSeconds).toBe(120);
});

test("each kind has its time: market 6 h, config 1 h [5.36, 5.37]", () => {
  expect(cacheKey("market", 1).ttlSeconds).toBe(21_600);
  expect(cacheKey("config", 1).ttlSeconds).toBe(3_600);
  expect(Object.keys(CACHE_TTL_SECONDS)).toEqual(["user", "offer", "market", "config", "reading"]);
});
