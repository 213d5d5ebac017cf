import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

test("the lowest rank has the next turn, and the first of a rank before the second", async () => {
  const turns = new Turns();
  const order: string[] = [];
  const task = async (rank: number, name: string) => {
    await turns.take(rank);
    order.push(name);
  };
  await Promise.all([task(7, "c"), task(3, "a"), task(3, "b"), task(9, "d"), task(-1, "now")]);
  expect(order).toEqual(["now", "a", "b", "c", "d"]);
});

test("between two turns the event loop goes on", async () => {
  const turns = new Turns();
  let others = 0;
  const seen: number[] = [];
  const count = () => {
    others += 1;
    if (seen.length < 3) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(
    [1, 2, 3].map(async (rank) => {
      await turns.take(rank);
      seen.push(others);
    }),
  );
  expect(new Set(seen).size).toBe(3);
});
