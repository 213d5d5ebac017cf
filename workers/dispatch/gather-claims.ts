import type { Claim } from "../../core/jobs/lease.ts";

/**
 * Takes jobs together that are asked for while a statement is under way: Redis names them one by one,
 * and a commit for each would be what bounds the rate.
 *
 * @param take takes those of the jobs that are to be had
 * @returns takes one job; undefined when it is not to be had, or asked for already
 */
export function gatherClaims(
  take: (jobIds: readonly string[]) => Promise<readonly Claim[]>,
): (jobId: string) => Promise<Claim | undefined> {
  type Waiter = PromiseWithResolvers<Claim | undefined>;
  let waiting = new Map<string, Waiter>();
  let isTaking = false;

  async function takeAll(): Promise<void> {
    isTaking = true;
    while (waiting.size > 0) {
      const asked = waiting;
      waiting = new Map();
      try {
        const claims = new Map(
          (await take([...asked.keys()])).map((claim) => [claim.jobId, claim]),
        );
        for (const [jobId, { resolve }] of asked) resolve(claims.get(jobId));
      } catch (error) {
        for (const { reject } of asked.values()) reject(error);
      }
    }
    isTaking = false;
  }

  return async (jobId) => {
    if (waiting.has(jobId)) return undefined;
    const waiter = Promise.withResolvers<Claim | undefined>();
    waiting.set(jobId, waiter);
    if (!isTaking) void takeAll();
    return waiter.promise;
  };
}
