import { type Child, describeExit, type Exit } from "../processes/child.ts";

/**
 * Ends with the name and fate of the first part of the demo that ends by itself.
 *
 * @param chain ends when the chain's process does
 * @param live ends when the market has been told to stop; fails when it cannot go on
 */
export function firstToBreak(
  children: readonly Child[],
  chain: Promise<Exit> | undefined,
  live: Promise<void>,
): Promise<string> {
  const fates = children.map(async (child) => {
    const exit = await child.exited;
    return `${child.name} ended with ${describeExit(exit)}\n${child.lastLines()}`;
  });
  const ofChain = chain?.then((exit) => `chain ended: ${describeExit(exit)}`);
  const ofMarket = live.then(
    () => new Promise<string>(() => undefined),
    (error: Error) => `live traffic ended: ${error.message}`,
  );
  return Promise.race([...fates, ofMarket, ...(ofChain === undefined ? [] : [ofChain])]);
}
