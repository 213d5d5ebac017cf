import fc from "fast-check";
import { expect, test } from "vitest";
import { openLink, signLink } from "./signed-link.ts";

const KEY = Buffer.alloc(32, 1);

test("a link says what was signed, and nothing once any of it has changed", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.nat(), fc.nat(), (text, place, change) => {
      const link = signLink(KEY, "sign of life", text);
      expect(openLink(KEY, "sign of life", link)).toBe(Buffer.from(text).toString());
      const letters = [...link];
      const at = place % letters.length;
      const other = "abcXYZ019-_."[change % 12] as string;
      if (letters[at] === other) return;
      letters[at] = other;
      const opened = openLink(KEY, "sign of life", letters.join(""));
      // The last letter of base64url has bits that mean nothing.
      if (opened !== undefined) expect(opened).toBe(Buffer.from(text).toString());
    }),
  );
});

test("another key, another purpose and what is no link open nothing", () => {
  const link = signLink(KEY, "sign of life", "31337-0xa-0xb 17");
  expect(openLink(Buffer.alloc(32, 2), "sign of life", link)).toBeUndefined();
  expect(openLink(KEY, "operator notice", link)).toBeUndefined();
  for (const wrong of ["", ".", "x", `${link}.x`, link.split(".")[0] as string]) {
    expect(openLink(KEY, "sign of life", wrong)).toBeUndefined();
  }
});
