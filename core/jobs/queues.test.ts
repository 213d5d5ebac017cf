import { expect, test } from "vitest";
import { QUEUES } from "./queues.ts";

test("intake, comparables and valuation run as many jobs as the source has [5.38, 5.39, 5.40]", () => {
  expect(QUEUES.intake).toEqual({ concurrency: 10, priority: 1 });
  expect(QUEUES.comparables).toEqual({ concurrency: 20, priority: 2 });
  expect(QUEUES.valuation).toEqual({ concurrency: 50, priority: 1 });
});

test("so do memo and delivery [5.41, 5.42]", () => {
  expect(QUEUES.memo).toEqual({ concurrency: 10, priority: 3 });
  expect(QUEUES.delivery).toEqual({ concurrency: 100, priority: 4 });
});
