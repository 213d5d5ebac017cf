import { expect, test } from "vitest";
import { createProgressWatch } from "./progress-watch.ts";

const LIMIT_MS = 60_000;

function watch() {
  const raised = new Map<string, string>();
  let now = 0;
  const watching = createProgressWatch({
    alarms: {
      raise: async (name, detail) => void raised.set(name, detail),
      clear: async (names) => {
        for (const name of names) raised.delete(name);
      },
    },
    limitMs: LIMIT_MS,
    now: () => now,
  });
  return { watching, raised, pass: (milliseconds: number) => (now += milliseconds) };
}

test("a comparison that falls behind for long is an alarm that says where it stands", async () => {
  const { watching, raised, pass } = watch();
  watching.note({ is: "audited", final: 5n, provisional: 9n, through: 9n });
  pass(LIMIT_MS - 1);
  watching.note({ is: "audited", final: 5n, provisional: 9n, through: 20n });
  await watching.check();
  expect([...raised]).toEqual([]);
  pass(1);
  await watching.check();
  expect(raised.get("row_audit_behind")).toBe("rows after block 9 await their comparison for 60 s");
  watching.note({ is: "audited", final: 5n, provisional: 20n, through: 20n });
  await watching.check();
  expect([...raised]).toEqual([]);
});

test("a comparison that never ends its first step is behind, one that waits for the index is not", async () => {
  const { watching, raised, pass } = watch();
  pass(LIMIT_MS);
  await watching.check();
  expect(raised.get("row_audit_behind")).toContain("rows after the first block");
  watching.note({ is: "waiting", why: "the index is starting" });
  await watching.check();
  expect([...raised]).toEqual([]);
});
