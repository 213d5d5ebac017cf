import type pg from "pg";
import { readIndexedBlocks } from "../../core/release/inspect.ts";
import { quoteIdentifier } from "../../core/release/quote.ts";

/** Blocks between the guard's look at the chain and the indexer's that count as level. */
const MAX_BEHIND_BLOCKS = 5n;

/** What a release lacks until it has reached the chain's head, in words; undefined when nothing. */
export async function hasCaughtUp(
  client: pg.ClientBase,
  chainId: number,
  schema: string,
): Promise<string | undefined> {
  const prefix = `${quoteIdentifier(schema)}.`;
  const { rows: tables } = await client.query<{ isThere: boolean }>(
    'SELECT to_regclass($1) IS NOT NULL AND to_regclass($2) IS NOT NULL AS "isThere"',
    [`${prefix}_ponder_meta`, `${prefix}_ponder_checkpoint`],
  );
  if (tables[0]?.isThere !== true) return "the indexer has not started yet";
  const { rows } = await client.query<{ isReady: boolean; head: string | null }>(
    `SELECT coalesce(
         (SELECT value ->> 'is_ready' = '1' FROM ${prefix}_ponder_meta WHERE key = 'app'), false
       ) AS "isReady",
       (SELECT head::text FROM app.chain_head WHERE chain_id = $1) AS head`,
    [chainId],
  );
  const { isReady, head } = rows[0] ?? { isReady: false, head: null };
  if (!isReady) return "it fetches and indexes the chain's history";
  const indexed = (await readIndexedBlocks(client, prefix)).get(chainId);
  if (indexed === undefined) return "nothing was indexed yet";
  if (head !== null && indexed + MAX_BEHIND_BLOCKS < BigInt(head)) {
    return `it is at block ${indexed} of ${head}`;
  }
  return undefined;
}
