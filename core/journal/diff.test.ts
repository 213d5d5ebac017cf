import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBelow, diffEvents, type EventKey, type LiveEvent } from "./diff.ts";

const at = (block: number, logIndex = 0, fork = "a"): EventKey => ({
  blockNumber: BigInt(block),
  blockHash: `0x${fork}${block}`,
  logIndex,
});
const live = (event: EventKey, sequence: number, isFinal = false): LiveEvent => ({
  ...event,
  sequence: BigInt(sequence),
  isFinal,
});

describe("differences between index and journal", () => {
  test("new events come in the order of the chain, final at once where their block is", () => {
    const changes = diffEvents([at(12), at(10, 1), at(10, 0)], [], 10n);
    expect(changes.announced).toEqual([
      { ...at(10, 0), isFinal: true },
      { ...at(10, 1), isFinal: true },
      { ...at(12), isFinal: false },
    ]);
    expect([...changes.retracted, ...changes.finalised]).toEqual([]);
  });

  test("an event is made final once, when its block is", () => {
    const events = [live(at(10), 1), live(at(11), 2), live(at(9), 3, true)];
    const { finalised, ...rest } = diffEvents([at(9), at(10), at(11)], events, 10n);
    expect(finalised).toEqual([events[0]]);
    expect(rest).toEqual({ retracted: [], announced: [] });
  });

  test("a block of another fork takes events back, newest first, and brings its own", () => {
    const old = [live(at(10), 1), live(at(11), 2), live(at(12), 3)];
    const changes = diffEvents([at(10), at(11, 0, "b")], old, 0n);
    expect(changes.retracted.map(({ sequence }) => sequence)).toEqual([3n, 2n]);
    expect(changes.announced).toEqual([{ ...at(11, 0, "b"), isFinal: false }]);
  });

  test("changes can be cut below a block", () => {
    const changes = diffEvents([at(10), at(13)], [live(at(12), 1), live(at(13), 2)], 10n);
    expect(changesBelow(changes, 12n)).toEqual({
      retracted: [],
      finalised: [],
      announced: [{ ...at(10), isFinal: true }],
    });
  });
});

/** A journal in memory that keeps to the rules of the table. */
function replay(steps: readonly { fork: number; from: number; to: number; final: number }[]) {
  let chain: EventKey[] = [];
  let sequence = 0n;
  let final = 0;
  const entries: { sequence: bigint; announced: bigint; status: string; event: EventKey }[] = [];
  const add = (status: string, event: EventKey, announced?: bigint) => {
    sequence += 1n;
    entries.push({ sequence, announced: announced ?? sequence, status, event });
  };
  for (const step of steps) {
    const from = Math.max(step.from, final + 1);
    chain = chain.filter(({ blockNumber }) => blockNumber < from);
    for (let block = from; block <= step.to; block += 1) {
      // Some blocks have no event, some have several.
      for (let log = 0; log < (block + step.fork) % 3; log += 1) {
        chain.push(at(block, log, `${step.fork}`));
      }
    }
    final = Math.max(final, Math.min(step.final, step.to));
    const changes = diffEvents(chain, liveEvents(entries), BigInt(final));
    for (const event of changes.retracted) add("retracted", event, event.sequence);
    for (const event of changes.finalised) add("final", event, event.sequence);
    for (const event of changes.announced) add(event.isFinal ? "final" : "provisional", event);
  }
  return { chain, entries, final };
}

/** What a reader believes who has heard every entry from the first on. */
function liveEvents(entries: ReturnType<typeof replay>["entries"]): LiveEvent[] {
  const believed = new Map<bigint, LiveEvent>();
  for (const { sequence, announced, status, event } of entries) {
    if (status === "retracted") expect(believed.delete(announced)).toBe(true);
    else if (sequence === announced) {
      believed.set(sequence, { ...event, sequence, isFinal: status === "final" });
    } else {
      const known = believed.get(announced);
      expect(known?.isFinal).toBe(false);
      if (known) known.isFinal = true;
    }
  }
  return [...believed.values()];
}

test("whatever the chain does, replaying all entries gives its events, none twice", () => {
  const step = fc.record({
    fork: fc.integer({ min: 0, max: 3 }),
    from: fc.integer({ min: 1, max: 30 }),
    to: fc.integer({ min: 1, max: 30 }),
    final: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const { chain, entries, final } = replay(steps);
      const key = ({ blockHash, logIndex }: EventKey) => `${blockHash}-${logIndex}`;
      const believed = liveEvents(entries);
      expect(believed.map(key).sort()).toEqual(chain.map(key).sort());
      for (const { blockNumber, isFinal } of believed) {
        expect(isFinal).toBe(blockNumber <= BigInt(final));
      }
      expect(
        entries.filter(({ status }) => status === "retracted").every(neverFinal(entries)),
      ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

/** Whether an entry takes back an event that was never called final. */
function neverFinal(entries: ReturnType<typeof replay>["entries"]) {
  const final = new Set(
    entries.filter(({ status }) => status === "final").map(({ announced }) => announced),
  );
  return ({ announced }: { announced: bigint }) => !final.has(announced);
}
