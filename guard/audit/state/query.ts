import { type Abi, type Address, decodeFunctionResult, encodeFunctionData, type Hex } from "viem";

/** A view of a contract to be read, and how to understand the answer. */
export type Query<Answer> = { to: Address; data: Hex; decode(data: Hex): Answer };

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
