import type pg from "pg";

/** Only what reads has a plan; what begins and ends a transaction has none. */
const HAS_PLAN = /^\s*(select|with)\b/i;

/** The plans of statements as text, each run once with the values that it was run with. */
export async function explainStatements(
  client: pg.ClientBase,
  statements: readonly { text: string; values: readonly unknown[] }[],
): Promise<string> {
  const parts: string[] = [];
  for (const { text, values } of statements.filter(({ text }) => HAS_PLAN.test(text))) {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(
      `EXPLAIN (ANALYZE, BUFFERS) ${text}`,
      [...values],
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    parts.push(`${text}\n\n${plan}\n`);
  }
  return parts.join("\n");
}
