import { describe, expect, test } from "vitest";
import { GatheredReads } from "./gathered-reads.ts";

/** Reads that end when they are told to, each with its number. */
function openReads() {
  const begun: {
    end: (answer: string) => void;
    fail: (error: Error) => void;
    gone: AbortSignal;
  }[] = [];
  const read = (gone: AbortSignal) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    begun.push({ end: resolve, fail: reject, gone });
    return promise;
  };
  return { begun, read };
}

/** Lets everything happen that waits for nothing but promises. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("who asks the same", () => {
  test("while a read runs gets the next one, together, and never one that began before", async () => {
    const gathered = new GatheredReads<string>();
    const { begun, read } = openReads();
    const first = gathered.ask("/a", read);
    await turn();
    const later = [gathered.ask("/a", read), gathered.ask("/a", read), gathered.ask("/a", read)];
    const other = gathered.ask("/b", read);
    await turn();
    expect(begun).toHaveLength(2);
    begun[0]?.end("old");
    begun[1]?.end("other");
    expect(await first).toBe("old");
    expect(await other).toBe("other");
    await turn();
    expect(begun).toHaveLength(3);
    begun[2]?.end("new");
    expect(await Promise.all(later)).toEqual(["new", "new", "new"]);
  });

  test("after it has ended begins anew: nothing is kept", async () => {
    const gathered = new GatheredReads<string>();
    const { begun, read } = openReads();
    for (const answer of ["one", "two"]) {
      const asked = gathered.ask("/a", read);
      await turn();
      begun.at(-1)?.end(answer);
      expect(await asked).toBe(answer);
    }
    expect(begun).toHaveLength(2);
  });

  test("hears of a failure of its own read alone", async () => {
    const gathered = new GatheredReads<string>();
    const { begun, read } = openReads();
    const first = gathered.ask("/a", read);
    await turn();
    const second = gathered.ask("/a", read);
    begun[0]?.fail(new Error("too slow"));
    await expect(first).rejects.toThrow("too slow");
    await turn();
    begun[1]?.end("well");
    expect(await second).toBe("well");
  });
});

describe("when those who asked have gone", () => {
  test("the read is told with the last of them, and who asks then begins anew", async () => {
    const gathered = new GatheredReads<string>();
    const { begun, read } = openReads();
    const [one, two] = [new AbortController(), new AbortController()];
    const asked = [gathered.ask("/a", read, one.signal), gathered.ask("/a", read, two.signal)];
    await turn();
    one.abort();
    expect(begun[0]?.gone.aborted).toBe(false);
    two.abort();
    expect(begun[0]?.gone.aborted).toBe(true);
    const anew = gathered.ask("/a", read);
    await turn();
    expect(begun).toHaveLength(2);
    begun[0]?.fail(new Error("abandoned"));
    begun[1]?.end("anew");
    expect(await anew).toBe("anew");
    await expect(Promise.all(asked)).rejects.toThrow("abandoned");
  });

  test("before their read began nobody is given it", async () => {
    const gathered = new GatheredReads<string>();
    const { begun, read } = openReads();
    const first = gathered.ask("/a", read);
    await turn();
    const gone = new AbortController();
    const left = gathered.ask("/a", read, gone.signal).catch(() => "left");
    gone.abort();
    const stays = gathered.ask("/a", read);
    begun[0]?.end("first");
    expect(await first).toBe("first");
    await turn();
    for (const { end, gone: told } of begun.slice(1)) end(told.aborted ? "left" : "stays");
    expect(await left).toBe("left");
    expect(await stays).toBe("stays");
  });
});
