/**
 * Does for many at once what is asked for one by one: whatever is asked for while a statement is under
 * way goes into the next one, for a round trip and a commit for each would be what bounds the rate.
 *
 * @param doAll does it for jobs, each of them once, and gives what came of those that it was done for
 * @returns does it for one job; undefined when it was not done, or is asked for already
 */
export function gather<Asked extends { jobId: string }, Found>(
  doAll: (asked: readonly Asked[]) => Promise<ReadonlyMap<string, Found>>,
): (asked: Asked) => Promise<Found | undefined> {
  type Waiter = PromiseWithResolvers<Found | undefined> & { asked: Asked };
  let waiting = new Map<string, Waiter>();
  let isBusy = false;

  async function serve(): Promise<void> {
    isBusy = true;
    while (waiting.size > 0) {
      const waiters = waiting;
      waiting = new Map();
      try {
        const found = await doAll([...waiters.values()].map(({ asked }) => asked));
        for (const [jobId, { resolve }] of waiters) resolve(found.get(jobId));
      } catch (error) {
        for (const { reject } of waiters.values()) reject(error);
      }
    }
    isBusy = false;
  }

  return async (asked) => {
    if (waiting.has(asked.jobId)) return undefined;
    const waiter = { ...Promise.withResolvers<Found | undefined>(), asked };
    waiting.set(asked.jobId, waiter);
    if (!isBusy) void serve();
    return waiter.promise;
  };
}
