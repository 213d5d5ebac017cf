import { withClient } from "../postgres.ts";

/** An index to compare: where it is. */
export type IndexPlace = { databaseUrl: string; schema: string };

/** Rows of each table and view as texts, sorted; every column is in the text. */
type Content = ReadonlyMap<string, readonly string[]>;

/**
 * What Ponder keeps for itself and what depends on how a run went rather than on the chain: when it
 * was alive (`_ponder_meta`), how far it thinks it cannot be reorganised (`_ponder_checkpoint`), and
 * the undo log of blocks that are not final (`_reorg__…`).
 */
const OF_THE_RUN = /^_ponder_|^_reorg__/;

/** Differences shown of one table; the rest is counted. */
const SHOWN = 6;

/** Reads all tables and views of an index at one moment. */
async function readContent({ databaseUrl, schema }: IndexPlace): Promise<Content> {
  return withClient(databaseUrl, async (client) => {
    await client.query("begin transaction isolation level repeatable read read only");
    const { rows: tables } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = $1",
      [schema],
    );
    const content = new Map<string, string[]>();
    for (const { name } of tables.filter((table) => !OF_THE_RUN.test(table.name))) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from "${schema}"."${name}" t`,
      );
      content.set(name, rows.map(({ row }) => row).sort());
    }
    await client.query("commit");
    return content;
  });
}

/** How two indexes differ, both ways, in any table, row or column; and how many rows were compared. */
export async function indexDifferences(
  running: IndexPlace,
  clean: IndexPlace,
): Promise<{ differences: string[]; rowsOf: ReadonlyMap<string, number> }> {
  const [left, right] = await Promise.all([readContent(running), readContent(clean)]);
  const names = [...new Set([...left.keys(), ...right.keys()])].sort();
  const differences = names.flatMap((name) => {
    const [ours, theirs] = [left.get(name), right.get(name)];
    if (ours === undefined) return [`${name}: only the clean index has this table`];
    if (theirs === undefined) return [`${name}: only the running index has this table`];
    return [
      ...shown(`${name}: only in the running index`, without(ours, theirs)),
      ...shown(`${name}: only in the clean index`, without(theirs, ours)),
    ];
  });
  const rowsOf = new Map([...right].map(([name, rows]) => [name, rows.length]));
  return { differences, rowsOf };
}

function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  });
}

function shown(what: string, rows: readonly string[]): string[] {
  const lines = rows.slice(0, SHOWN).map((row) => `${what}: ${row}`);
  return rows.length > SHOWN ? [...lines, `${what}: ${rows.length - SHOWN} more`] : lines;
}
