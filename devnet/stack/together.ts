/**
 * Starts things at the same time. When one fails, the others are waited for all the same: only what
 * has started can be stopped.
 */
export async function together<Results extends readonly unknown[]>(
  ...starts: { [At in keyof Results]: () => Promise<Results[At]> }
): Promise<Results> {
  const outcomes = await Promise.allSettled(starts.map((start) => start()));
  const failure = outcomes.find((outcome) => outcome.status === "rejected");
  if (failure) throw failure.reason;
  // In the order of the starts, whose types these are.
  return outcomes.map((outcome) => "value" in outcome && outcome.value) as never;
}
