import { type Abi, type Address, decodeFunctionResult, encodeFunctionData, type Hex } from "viem";
import type { Call, TestChain } from "../anvil.ts";

/** A view of a contract to be read, and how to understand the answer. */
export type Query<Answer> = Call & { decode(data: Hex): Answer };

/**
 * A query for a view function. Several return values become one object by their names in the ABI; a
 * single one stands for itself.
 */
export function view<Answer>(
  to: Address,
  abi: Abi,
  functionName: string,
  args: readonly unknown[] = [],
): Query<Answer> {
  const item = abi.find((it) => it.type === "function" && it.name === functionName);
  if (item?.type !== "function") throw new Error(`no view ${functionName}`);
  return {
    to,
    data: encodeFunctionData({ abi, functionName, args }),
    decode(data) {
      const values = decodeFunctionResult({ abi, functionName, data });
      if (item.outputs.length === 1) return values as Answer;
      const list = values as readonly unknown[];
      return Object.fromEntries(
        item.outputs.map(({ name }, index) => [name, list[index]]),
      ) as Answer;
    },
  };
}

/** Asks all queries at one block, in few round trips. */
export async function ask<Answer>(
  chain: TestChain,
  queries: readonly Query<Answer>[],
  blockTag: Hex | "latest" = "latest",
): Promise<Answer[]> {
  const answers = await chain.calls(
    queries.map(({ to, data }) => ({ to, data })),
    blockTag,
  );
  return queries.map((query, index) => query.decode(answers[index] ?? "0x"));
}

/** Asks one query at one block. */
export async function askOne<Answer>(
  chain: TestChain,
  query: Query<Answer>,
  blockTag: Hex | "latest" = "latest",
): Promise<Answer> {
  const [answer] = await ask(chain, [query], blockTag);
  return answer as Answer;
}
