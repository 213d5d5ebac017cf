import { type Abi, isHex, type PublicClient } from "viem";
import { describeRpcError } from "./describe-error.ts";
import { type Revert, readRevert } from "./read-revert.ts";

/** Calls of one batch that are under way at a time. */
const CONCURRENCY = 5;

/** Calls of a batch that have not begun by then are given up, so that no answer waits for long. */
const START_WITHIN_MS = 2_000;

export type SimulatedCall = {
  from: `0x${string}`;
  to: `0x${string}`;
  data: `0x${string}`;
};

/** What the chain says to a call, or why it could not be asked. */
export type Simulation =
  | { result: "passes" }
  | { result: "reverts"; revert: Revert }
  | { result: "unavailable"; why: string };

/** Tries calls at the latest block without sending them; never throws. */
export type CallSimulator = {
  simulate(calls: readonly SimulatedCall[]): Promise<Simulation[]>;
};

/**
 * Simulates with `eth_call` on one node, whose requests must end by themselves. A node of another
 * chain is never believed.
 *
 * @param abi errors that reverts are decoded by
 */
export function createCallSimulator(
  client: Pick<PublicClient, "call" | "getChainId">,
  { chainId, abi }: { chainId: number; abi: Abi },
): CallSimulator {
  let isChecked = false;

  const checkChain = async () => {
    if (isChecked) return;
    const found = await client.getChainId();
    if (found !== chainId) throw new Error(`the node serves chain ${found}, not ${chainId}`);
    isChecked = true;
  };

  const simulateOne = async ({ from, to, data }: SimulatedCall): Promise<Simulation> => {
    try {
      const answer = await client.call({ account: from, to, data, blockTag: "latest" });
      // No data is what a function without a result returns.
      if (answer.data !== undefined && !isHex(answer.data)) return unavailable("no sound answer");
      return { result: "passes" };
    } catch (error) {
      const revert = readRevert(error, abi);
      return revert === undefined
        ? unavailable(describeRpcError(error))
        : { result: "reverts", revert };
    }
  };

  return {
    async simulate(calls) {
      try {
        await checkChain();
      } catch (error) {
        return calls.map(() => unavailable(describeRpcError(error)));
      }
      const begun = performance.now();
      return mapSome(calls, (call) =>
        performance.now() - begun > START_WITHIN_MS
          ? Promise.resolve(unavailable("no answer in time"))
          : simulateOne(call),
      );
    },
  };
}

function unavailable(why: string): Simulation {
  return { result: "unavailable", why };
}

/** Maps values in their order, a few at a time. */
async function mapSome<Value, Result>(
  values: readonly Value[],
  work: (value: Value) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = values.entries();
  const worker = async () => {
    for (const [at, value] of waiting) results[at] = await work(value);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return results;
}
