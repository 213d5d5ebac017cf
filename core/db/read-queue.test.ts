import { describe, expect, test } from "vitest";
import { ReadQueue } from "./read-queue.ts";

const code = (expected: string) => expect.objectContaining({ code: expected });

/** A read that lasts until it is told to end. */
function openEnded() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
}

describe("the queue of reads", () => {
  test("runs as many as there are slots, the others in the order of their arrival", async () => {
    const queue = new ReadQueue({ slots: 1, maxWaiting: 5, maxWaitMs: 60_000 });
    const first = openEnded();
    const order: number[] = [];
    const running = queue.run(first.work);
    const waiting = [1, 2, 3].map((number) => queue.run(async () => order.push(number)));
    expect(queue.use()).toEqual({ waiting: 3, refused: 0 });
    expect(order).toEqual([]);
    first.end();
    await Promise.all([running, ...waiting]);
    expect(order).toEqual([1, 2, 3]);
    expect(queue.use()).toEqual({ waiting: 0, refused: 0 });
  });

  test("refuses at once when enough wait, and after a while whoever waits too long", async () => {
    const queue = new ReadQueue({ slots: 1, maxWaiting: 1, maxWaitMs: 20 });
    const first = openEnded();
    const running = queue.run(first.work);
    const patient = queue.run(async () => "never");
    await expect(queue.run(async () => "refused")).rejects.toEqual(code("OVERLOADED"));
    await expect(patient).rejects.toEqual(code("OVERLOADED"));
    expect(queue.use()).toEqual({ waiting: 0, refused: 2 });
    first.end();
    await running;
    expect(await queue.run(async () => "again")).toBe("again");
  });

  test("forgets who has gone, and gives the slot of a failed read on", async () => {
    const queue = new ReadQueue({ slots: 1, maxWaiting: 5, maxWaitMs: 60_000 });
    const first = openEnded();
    const failing = queue.run(() => first.work().then(() => Promise.reject(new Error("broken"))));
    const gone = new AbortController();
    const abandoned = queue.run(async () => "unheard", gone.signal);
    const next = queue.run(async () => "heard");
    gone.abort();
    await expect(abandoned).rejects.toEqual(code("REQUEST_ABANDONED"));
    await expect(queue.run(async () => "late", gone.signal)).rejects.toEqual(
      code("REQUEST_ABANDONED"),
    );
    first.end();
    await expect(failing).rejects.toThrow("broken");
    expect(await next).toBe("heard");
  });
});
