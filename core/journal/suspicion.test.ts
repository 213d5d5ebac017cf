import { expect, test } from "vitest";
import type { JournalChanges, LiveEvent } from "./diff.ts";
import { createSuspicion } from "./suspicion.ts";

const live = (block: number): LiveEvent => ({
  blockNumber: BigInt(block),
  blockHash: `0xa${block}`,
  logIndex: 0,
  sequence: BigInt(block),
  isFinal: false,
});
/** Changes that take events of these blocks back and announce events of others. */
const changes = (gone: number[], announced: number[] = []): JournalChanges => ({
  retracted: gone.map(live).reverse(),
  finalised: [],
  announced: announced.map((block) => ({ ...live(block), blockHash: `0xb${block}` })),
});

test("an event is missed at one position and gone at the next", () => {
  const suspicion = createSuspicion();
  const events = [live(3), live(4)];
  const first = suspicion.judge(changes([4]), events, "at 5");
  expect(first).toMatchObject({ firstDoubt: 4n, changes: { retracted: [] } });
  expect(suspicion.judge(changes([4]), events, "at 5").firstDoubt).toBe(4n);
  expect(suspicion.judge(changes([4]), events, "at 6")).toEqual({
    firstDoubt: undefined,
    changes: changes([4]),
  });
});

test("a new event in its place or above says at once that it is gone", () => {
  const { firstDoubt, changes: believed } = createSuspicion().judge(
    changes([3, 4, 6], [4]),
    [live(3), live(4), live(6)],
    "at 6",
  );
  expect(firstDoubt).toBe(6n);
  expect(believed.retracted.map(({ blockNumber }) => blockNumber)).toEqual([4n, 3n]);
  expect(believed.announced).toHaveLength(1);
});

test("an event that came back is missed anew", () => {
  const suspicion = createSuspicion();
  suspicion.judge(changes([4]), [live(4)], "at 5");
  suspicion.judge(changes([]), [live(4)], "at 6");
  expect(suspicion.judge(changes([4]), [live(4)], "at 7").firstDoubt).toBe(4n);
});

test("that others are gone says nothing about an event that was just missed", () => {
  const suspicion = createSuspicion();
  suspicion.judge(changes([4]), [live(4), live(5)], "at 5");
  const { changes: believed, firstDoubt } = suspicion.judge(
    changes([4, 5]),
    [live(4), live(5)],
    "at 6",
  );
  expect(firstDoubt).toBe(5n);
  expect(believed.retracted.map(({ blockNumber }) => blockNumber)).toEqual([4n]);
});
