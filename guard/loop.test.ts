import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { createAlarm, runLoop } from "./loop.ts";

const never = new AbortController().signal;

test("a wait ends by its time, by a ring before or during it, or by the end of all", async () => {
  const alarm = createAlarm();
  await alarm.wait(1, never);
  alarm.ring();
  await alarm.wait(60_000, never);
  const ringing = alarm.wait(60_000, never);
  alarm.ring();
  await ringing;
  const ending = new AbortController();
  const waiting = alarm.wait(60_000, ending.signal);
  ending.abort();
  await waiting;
  await alarm.wait(60_000, ending.signal);
});

test("a ring that nobody waited for ends one wait, not two", async () => {
  const alarm = createAlarm();
  alarm.ring();
  alarm.ring();
  await alarm.wait(60_000, never);
  let hasEnded = false;
  const second = alarm.wait(60_000, never).then(() => {
    hasEnded = true;
  });
  await new Promise(setImmediate);
  expect(hasEnded).toBe(false);
  alarm.ring();
  await second;
});

test("a loop of many steps leaves nothing behind on the signal that ends it", async () => {
  const ending = new AbortController();
  const { signal } = ending;
  const alarm = createAlarm();
  let steps = 0;
  let left = 0;
  await runLoop({
    async step() {
      steps += 1;
      left = Math.max(left, getEventListeners(signal, "abort").length);
      // Every other wait ends by its time, every other one by a ring.
      if (steps % 2 === 0) setImmediate(() => alarm.ring());
      if (steps === 200) ending.abort();
    },
    ...{ alarm, signal, intervalMs: 1, onError: () => undefined },
  });
  expect(left).toBe(0);
});
