import type pg from "pg";
import { readIndexedBlocks } from "../../core/release/inspect.ts";
import { quoteIdentifier } from "../../core/release/quote.ts";
import type { Look } from "./stall.ts";

/** Postgres' code for a table that does not exist: the indexer has not made its tables yet. */
const UNDEFINED_TABLE = "42P01";

/**
 * Where a release and the chain stand.
 *
 * @returns undefined while the release has no tables, or when the session cannot tell
 */
export async function lookAtIndex(
  client: pg.ClientBase,
  schema: string,
  chainId: number,
  readHead: () => Promise<bigint>,
): Promise<Look | undefined> {
  const prefix = `${quoteIdentifier(schema)}.`;
  try {
    const { rows } = await client.query<{ isReady: boolean }>(
      `SELECT value ->> 'is_ready' = '1' AS "isReady" FROM ${prefix}_ponder_meta WHERE key = 'app'`,
    );
    const indexed = (await readIndexedBlocks(client, prefix)).get(chainId);
    const head = await readHead().catch(() => undefined);
    return { indexed, isReady: rows[0]?.isReady === true, head };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === UNDEFINED_TABLE)
      return undefined;
    // A session that has broken is noticed by who holds it.
    return undefined;
  }
}
