import type pg from "pg";
import { ADVISORY_LOCK_CLASSES } from "../../core/db/advisory-locks.ts";
import type { SyncTable } from "./sync-rows.ts";
import type { SyncScope } from "./sync-scope.ts";

/**
 * Longest wait for a row that somebody else is writing, milliseconds: below the second after which
 * Postgres looks for a deadlock, so that it is never Ponder whose transaction is broken off.
 */
const LOCK_TIMEOUT_MS = 300;

/** Inclusive range of blocks with everything that is to be known of it. */
export type SyncPiece = { from: number; to: number; tables: readonly SyncTable[] };

/** The part of Ponder's cache that is written ahead of it. */
export class SyncStore {
  readonly #pool: pg.Pool;
  readonly #scope: SyncScope;

  constructor(pool: pg.Pool, scope: SyncScope) {
    this.#pool = pool;
    this.#scope = scope;
  }

  /** First block from the start on of which the cache lacks something. */
  async firstMissing(): Promise<number> {
    const { fragments, startBlock } = this.#scope;
    const { rows } = await this.#pool.query<{ count: string; end: string | null }>(
      `WITH known AS (
         SELECT range_agg(blocks) AS blocks FROM ponder_sync.intervals
         WHERE fragment_id = ANY ($1) GROUP BY fragment_id
       ), common AS (SELECT range_intersect_agg(blocks) AS blocks FROM known)
       SELECT (SELECT count(*) FROM known) AS count,
         (SELECT upper(part) FROM common, unnest(blocks) AS part
          WHERE part @> $2::numeric) AS "end"`,
      [fragments, startBlock],
    );
    const [known] = rows;
    if (known === undefined || Number(known.count) < fragments.length) return startBlock;
    // Ponder notes the interval from a to b as [a, b + 1].
    return known.end === null ? startBlock : Number(known.end);
  }

  /**
   * Writes rows and then the interval that they fill, in one transaction: an interval without its rows
   * would be a hole for ever. Rows that are there stay as they are, as when Ponder writes.
   */
  async write({ from, to, tables }: SyncPiece): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query("BEGIN");
      await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
      await shareCache(client, this.#scope.chainId);
      for (const table of tables) await insert(client, table);
      await client.query(
        `INSERT INTO ponder_sync.intervals (fragment_id, chain_id, blocks)
         SELECT fragment, $2, nummultirange(numrange($3::numeric, $4::numeric, '[]'))
         FROM unnest($1::text[]) AS fragment ORDER BY fragment
         ON CONFLICT (fragment_id) DO UPDATE SET blocks = intervals.blocks + excluded.blocks`,
        [this.#scope.fragments, this.#scope.chainId, from, to + 1],
      );
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}

/** @throws Error while a repair has the cache to itself, which must not be filled meanwhile */
async function shareCache(client: pg.PoolClient, chainId: number): Promise<void> {
  const { rows } = await client.query<{ isMine: boolean }>(
    'SELECT pg_try_advisory_xact_lock_shared($1, hashtext($2)) AS "isMine"',
    [ADVISORY_LOCK_CLASSES.cache, String(chainId)],
  );
  if (rows[0]?.isMine !== true) throw new Error("a repair has the indexer's cache to itself");
}

async function insert(client: pg.PoolClient, { name, columns }: SyncTable): Promise<void> {
  if (columns[0]?.values.length === 0) return;
  const places = columns.map((column, at) => `$${at + 1}::${column.type}[]`);
  await client.query(
    `INSERT INTO ponder_sync.${name} (${columns.map((column) => column.name).join(", ")})
     SELECT * FROM unnest(${places.join(", ")}) ON CONFLICT DO NOTHING`,
    columns.map(({ values }) => arrayText(values)),
  );
}

/** Texts that need no quotes in an array, which is nearly all of them: numbers and hex. */
const PLAIN = /^[0-9a-z]+$/;

function arrayText(values: readonly (string | null)[]): string {
  return `{${values.map(elementText).join(",")}}`;
}

function elementText(value: string | null): string {
  if (value === null) return "NULL";
  return PLAIN.test(value) ? value : `"${value.replaceAll(/["\\]/g, "\\$&")}"`;
}
