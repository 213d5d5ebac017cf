import { expect, test } from "vitest";
import { Pace } from "./pace.ts";

/** A pace of requests that are given up after ten seconds, and its clock. */
function pacedByHand() {
  let nowMs = 0;
  const pace = new Pace(10_000, () => nowMs);
  const answer = (afterMs: number) => {
    const request = pace.begin(false);
    nowMs += afterMs;
    pace.end(request);
  };
  return { pace, answer, pass: (ms: number) => (nowMs += ms) };
}

test("prompt answers raise the limit up to eight requests at a time", () => {
  const { pace, answer } = pacedByHand();
  expect(pace.limit).toBe(2);
  for (let count = 0; count < 20; count += 1) answer(50);
  expect(pace.limit).toBe(8);
});

test("a slow answer halves it, once for all requests that were under way together", () => {
  const { pace, answer, pass } = pacedByHand();
  for (let count = 0; count < 6; count += 1) answer(50);
  const together = Array.from({ length: 8 }, () => pace.begin(false));
  pass(6_000);
  for (const request of together) pace.end(request);
  expect(pace.limit).toBe(4);
  for (let count = 0; count < 5; count += 1) answer(3_000);
  expect(pace.limit).toBe(1);
});

test("an answer that is neither prompt nor slow changes nothing", () => {
  const { pace, answer } = pacedByHand();
  answer(2_000);
  expect(pace.limit).toBe(2);
});

test("what is read ahead leaves half of the requests to those who wait", () => {
  const { pace, answer } = pacedByHand();
  for (let count = 0; count < 6; count += 1) answer(50);
  for (let count = 0; count < 4; count += 1) {
    expect(pace.mayBegin(true)).toBe(true);
    pace.begin(true);
  }
  expect(pace.mayBegin(true)).toBe(false);
  expect(pace.mayBegin(false)).toBe(true);
});
