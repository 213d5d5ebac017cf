import { expect, test } from "vitest";
import { repairedSchema } from "./repaired-schema.ts";

test("a repaired release is named after the first one and the newest repair", () => {
  expect(repairedSchema("release_ab12", 3)).toBe("release_ab12_r3");
  expect(repairedSchema("release_ab12_r3", 14)).toBe("release_ab12_r14");
});

test("a name at its limit keeps the repair's number", () => {
  const longest = `release_${"x".repeat(37)}`;
  const name = repairedSchema(longest, 7);
  expect(name).toHaveLength(longest.length);
  expect(name).toMatch(/_r7$/);
});
