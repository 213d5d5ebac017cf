import fc from "fast-check";
import { expect, test } from "vitest";
import { VERIFICATION_LEVELS } from "../../src/protocol/states.ts";
import {
  CHECK_NAMES,
  CHECK_RESULTS,
  resultOf,
  VERIFICATION_CHECKS,
  verifiedLevel,
} from "./checks.ts";

test("what was attested or computed last decides, and a claim alone is a claim", () => {
  const claimed = { grade: "claimed", isFor: true } as const;
  const yes = { grade: "attested", isFor: true } as const;
  const no = { grade: "computed", isFor: false } as const;
  expect(resultOf([])).toBe("none");
  expect(resultOf([claimed])).toBe("claimed");
  expect(resultOf([claimed, no, yes])).toBe("failed");
  expect(resultOf([yes, no])).toBe("passed");
});

test("a level is reached by all checks of it and of those below, and by nothing less", () => {
  const results = fc.record(
    Object.fromEntries(CHECK_NAMES.map((name) => [name, fc.constantFrom(...CHECK_RESULTS)])),
  );
  fc.assert(
    fc.property(results, (found) => {
      const reached = verifiedLevel(found);
      const depth = reached === null ? 0 : VERIFICATION_LEVELS.indexOf(reached) + 1;
      const holds = (upTo: number) =>
        CHECK_NAMES.every(
          (name) =>
            VERIFICATION_LEVELS.indexOf(VERIFICATION_CHECKS[name].level) >= upTo ||
            found[name] === "passed",
        );
      expect(holds(depth)).toBe(true);
      if (depth < VERIFICATION_LEVELS.length) expect(holds(depth + 1)).toBe(false);
    }),
  );
  const of = (level: string) =>
    Object.fromEntries(
      CHECK_NAMES.filter((name) => VERIFICATION_CHECKS[name].level === level).map((name) => [
        name,
        "passed" as const,
      ]),
    );
  expect(verifiedLevel({ ...of("standard"), ...of("enhanced") })).toBeNull();
  expect(verifiedLevel(of("basic"))).toBe("basic");
  expect(verifiedLevel({ ...of("basic"), ...of("standard"), ...of("enhanced") })).toBe("enhanced");
});
