import { expect, test } from "vitest";
import { findUnkeepable } from "./unkeepable-text.ts";

test("a text that no column can keep is found at any depth, and everything else is let through", () => {
  const good = {
    a: "ü 😀 \n\t\u0007 <script>",
    b: [1, null, true, { c: "'; --" }],
    d: new Uint8Array(3),
  };
  expect(findUnkeepable(good)).toBeUndefined();
  expect(findUnkeepable({ a: "x\u0000" })).toEqual(["a"]);
  expect(findUnkeepable({ a: [{ b: "\ud83d" }] })).toEqual(["a", "0", "b"]);
  expect(findUnkeepable({ a: { "x\u0000": 1 } })).toEqual(["a"]);
  let deep: unknown = "\u0000";
  for (let level = 0; level < 5_000; level += 1) deep = [deep];
  expect(findUnkeepable(deep)).toHaveLength(5_000);
});
