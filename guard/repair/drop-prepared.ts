import type pg from "pg";
import { readIndexedBlocks } from "../../core/release/inspect.ts";
import { quoteIdentifier } from "../../core/release/quote.ts";

/** What a repair forgets, and the schema that it replaces itself. */
type Scope = { chainId: number; fromBlock: bigint; but: string };

/**
 * Drops the releases that nobody has published yet and that are beyond a block from which on what
 * was fetched is not to be trusted: they have indexed it, and Ponder would go on from there. Their
 * supervisors build them anew.
 *
 * @returns the schemas that are gone
 */
export async function dropPrepared(
  client: pg.ClientBase,
  { chainId, fromBlock, but }: Scope,
): Promise<string[]> {
  const { rows } = await client.query<{ schema: string }>(
    `SELECT nspname AS schema FROM pg_namespace
     WHERE nspname ~ '^release_' AND nspname <> $1
       AND to_regclass(format('%I._ponder_checkpoint', nspname)) IS NOT NULL
       AND NOT EXISTS (SELECT FROM app.release WHERE schema_name = nspname) ORDER BY 1`,
    [but],
  );
  const dropped: string[] = [];
  for (const { schema } of rows) {
    const name = quoteIdentifier(schema);
    const indexed = (await readIndexedBlocks(client, `${name}.`)).get(chainId);
    if (indexed === undefined || indexed < fromBlock) continue;
    await client.query(`DROP SCHEMA ${name} CASCADE`);
    dropped.push(schema);
  }
  return dropped;
}
