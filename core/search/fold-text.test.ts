import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, foldWords } from "./fold-text.ts";

describe("folding", () => {
  test.each([
    ["Café Münster", "cafe munster"],
    ["CAFE\u0301", "cafe"],
    ["Straße, Łódź & Øresund", "strasse lodz oresund"],
    ["İstanbul ISTANBUL ırmak", "istanbul istanbul irmak"],
    ["ΟΔΟΣ οδός", "οδοσ οδοσ"],
    ["Ｆｕｌｌ ﬁt x²", "full fit x2"],
    ["🚀 Rocket👩‍🚀 shop ☕️", "rocket shop"],
    [`Joe's "best" O’Brien’s`, "joes best obriens"],
    ["e-commerce/SaaS v2.0", "e commerce saas v2 0"],
    ["東京 カフェ", "東京 カフェ"],
    ["'; DROP TABLE listing; --", "drop table listing"],
    ["🚀 !? \u0000 \ud800", ""],
  ])("%j is compared as %j", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test("a word counts once, and a very long one by its beginning", () => {
    expect(foldWords("Shop shop SHÓP cafe")).toEqual(["shop", "cafe"]);
    expect(foldWords("!")).toEqual([]);
    expect(foldText("x".repeat(500))).toBe("x".repeat(64));
  });

  test("whatever a text holds, folding it again changes nothing and leaves words alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(folded).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u);
      }),
      { numRuns: 2_000 },
    );
  });
});
