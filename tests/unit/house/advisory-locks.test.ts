import { expect, test } from "vitest";
import { ADVISORY_LOCKS } from "../../../core/db/advisory-locks.ts";

test("no two advisory locks have the same key", () => {
  const keys = Object.values(ADVISORY_LOCKS);
  expect(new Set(keys).size).toBe(keys.length);
});
