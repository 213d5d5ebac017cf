import { expect, test } from "vitest";
import type { Claim } from "../../core/jobs/lease.ts";
import { gatherClaims } from "./gather-claims.ts";

const claimOf = (jobId: string) => ({ jobId }) as Claim;

test("what is asked for during a statement is taken by the next one, each job for one caller", async () => {
  const asked: (readonly string[])[] = [];
  const first = Promise.withResolvers<void>();
  const claim = gatherClaims(async (jobIds) => {
    asked.push(jobIds);
    if (asked.length === 1) await first.promise;
    return jobIds.filter((jobId) => jobId !== "gone").map(claimOf);
  });
  const one = claim("a");
  const rest = ["b", "gone", "b", "c"].map((jobId) => claim(jobId));
  first.resolve();
  expect(await one).toEqual(claimOf("a"));
  expect(await Promise.all(rest)).toEqual([claimOf("b"), undefined, undefined, claimOf("c")]);
  expect(asked).toEqual([["a"], ["b", "gone", "c"]]);
});

test("a statement that fails fails those who asked, and nobody after them", async () => {
  let isBroken = true;
  const claim = gatherClaims(async (jobIds) => {
    if (isBroken) throw new Error("the database is away");
    return jobIds.map(claimOf);
  });
  await expect(claim("a")).rejects.toThrow("the database is away");
  isBroken = false;
  expect(await claim("a")).toEqual(claimOf("a"));
});
