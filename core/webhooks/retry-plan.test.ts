import { expect, test } from "vitest";
import { webhookWaitMs } from "./retry-plan.ts";

test("a message is tried for about three days, with waits that differ by up to a fifth", () => {
  const waits = Array.from({ length: 9 }, (_, failures) => webhookWaitMs(failures + 1, 0.5) ?? 0);
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(72);
  expect(hours).toBeLessThan(80);
  expect(webhookWaitMs(10, 0.5)).toBeUndefined();
  expect([webhookWaitMs(1, 0), webhookWaitMs(1, 1)]).toEqual([4_000, 6_000]);
});
