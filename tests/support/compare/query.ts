import type { Hex } from "viem";
import type { Query } from "../../../guard/audit/state/query.ts";
import type { TestChain } from "../anvil.ts";

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
