import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Position } from "../../core/db/position.ts";
import { type SharedAnswer, SharedAnswers } from "./shared-answers.ts";

const position = { release: "release_a" } as Position;
const answer = (text: string, mark: string): SharedAnswer => ({
  start: Buffer.from(text),
  route: "/",
  etag: text,
  position,
  mark,
  isLasting: false,
});

let version = 0;
let shared: SharedAnswers;

const open = (options: { trustMs?: number; maxBytes?: number } = {}) =>
  new SharedAnswers({
    version: () => version,
    trustMs: 60_000,
    maxBytes: 1_000,
    ...options,
  });

beforeEach(() => {
  version = 0;
  shared = open();
});

describe("answers to the same question", () => {
  test("are kept until a block is announced", async () => {
    await shared.make("/a", async () => answer("one", "block 1"));
    expect(shared.find("/a")?.etag).toBe("one");
    expect(shared.find("/b")).toBeUndefined();
    version += 1;
    expect(shared.find("/a")).toBeUndefined();
  });

  test("hold again when the announcement was of nothing new", async () => {
    await shared.make("/a", async () => answer("one", "block 1"));
    version += 1;
    await shared.make("/b", async () => answer("two", "block 1"));
    expect(shared.find("/a")?.etag).toBe("one");
  });

  test("are forgotten together when one of them belongs to another block", async () => {
    await shared.make("/a", async () => answer("one", "block 1"));
    await shared.make("/b", async () => answer("two", "block 2"));
    expect(shared.find("/a")).toBeUndefined();
    expect(shared.find("/b")?.etag).toBe("two");
  });

  test("are not trusted for longer than agreed, as announcements get lost", async () => {
    vi.useFakeTimers();
    try {
      await shared.make("/a", async () => answer("one", "block 1"));
      vi.advanceTimersByTime(59_999);
      expect(shared.find("/a")?.etag).toBe("one");
      vi.advanceTimersByTime(1);
      expect(shared.find("/a")).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  test("are made once for all who ask meanwhile, and anew for who asks after an announcement", async () => {
    const first = Promise.withResolvers<SharedAnswer>();
    const make = vi.fn(() => first.promise);
    const [a, b] = [shared.make("/a", make), shared.make("/a", make)];
    version += 1;
    const c = shared.make("/a", async () => answer("new", "block 2"));
    expect((await c).etag).toBe("new");
    first.resolve(answer("old", "block 1"));
    expect([(await a).etag, (await b).etag]).toEqual(["old", "old"]);
    expect(make).toHaveBeenCalledTimes(1);
    expect(shared.find("/a")?.etag).toBe("new");
  });

  test("that fail are not kept, and the next who asks tries again", async () => {
    await expect(shared.make("/a", () => Promise.reject(new Error("down")))).rejects.toThrow();
    expect(shared.find("/a")).toBeUndefined();
    expect((await shared.make("/a", async () => answer("up", "block 1"))).etag).toBe("up");
  });

  test("take no more memory than agreed", async () => {
    shared = open({ maxBytes: 40 });
    await shared.make("/a", async () => answer("x".repeat(15), "block 1"));
    await shared.make("/b", async () => answer("y".repeat(15), "block 1"));
    expect(shared.find("/a")).toBeDefined();
    expect(shared.find("/b")).toBeUndefined();
  });
});
