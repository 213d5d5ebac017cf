import { CompiledQuery, type Kysely } from "kysely";
import type { Statements } from "../jobs/add-job.ts";

/**
 * A transaction of Kysely as modules see it that write their SQL out, so that both kinds of work end
 * in one commit. Names of columns come back as the statement spells them.
 */
export function statementsOf(transaction: Pick<Kysely<never>, "executeQuery">): Statements {
  const query = async (text: string, values: readonly unknown[] = []) => {
    const { rows, numAffectedRows } = await transaction.executeQuery<Record<string, unknown>>(
      CompiledQuery.raw(text, [...values]),
    );
    return {
      rows,
      rowCount: numAffectedRows === undefined ? rows.length : Number(numAffectedRows),
    };
  };
  // Those modules send text with values and read rows and their number, and nothing else of `pg`.
  return { query } as unknown as Statements;
}
