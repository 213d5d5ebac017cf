import { expect, test } from "vitest";
import { gather } from "./gather.ts";

type Asked = { jobId: string };

/** What came of each job: its own name. */
const named = (asked: readonly Asked[]) => new Map(asked.map(({ jobId }) => [jobId, jobId]));

test("what is asked for during a statement is done by the next one, each job for one caller", async () => {
  const seen: string[][] = [];
  const first = Promise.withResolvers<void>();
  const ask = gather(async (asked: readonly Asked[]) => {
    seen.push(asked.map(({ jobId }) => jobId));
    if (seen.length === 1) await first.promise;
    return named(asked.filter(({ jobId }) => jobId !== "gone"));
  });
  const one = ask({ jobId: "a" });
  const rest = ["b", "gone", "b", "c"].map((jobId) => ask({ jobId }));
  first.resolve();
  expect(await one).toBe("a");
  expect(await Promise.all(rest)).toEqual(["b", undefined, undefined, "c"]);
  expect(seen).toEqual([["a"], ["b", "gone", "c"]]);
});

test("a statement that fails fails those who asked, and nobody after them", async () => {
  let isBroken = true;
  const ask = gather(async (asked: readonly Asked[]) => {
    if (isBroken) throw new Error("the database is away");
    return named(asked);
  });
  await expect(ask({ jobId: "a" })).rejects.toThrow("the database is away");
  isBroken = false;
  expect(await ask({ jobId: "a" })).toBe("a");
});
