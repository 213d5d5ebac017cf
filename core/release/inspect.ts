import type pg from "pg";
import { decodeCheckpoint } from "../db/checkpoint.ts";
import type { SourceColumn } from "./analytics.ts";
import { quoteIdentifier } from "./quote.ts";

/** Tables in which Ponder keeps its own state; published beside the data. */
export const PONDER_TABLES = ["_ponder_meta", "_ponder_checkpoint"] as const;

/** Layout version of `_ponder_meta` that this code was written against (Ponder 0.17). */
const META_VERSION = "6";

/** What `_ponder_meta` says about the app that writes a schema. */
export type PonderApp = {
  version: string;
  build_id: string;
  table_names: string[];
  view_names: string[];
  is_dev: 0 | 1;
  is_ready: 0 | 1;
};

/** A table or view of a release with its columns in order. */
export type Relation = { name: string; columns: SourceColumn[] };

/** A schema that the indexer has filled. */
export type Release = {
  schema: string;
  buildId: string;
  tables: string[];
  views: string[];
  /** Everything to publish: tables, views and Ponder's own state. */
  relations: Relation[];
  /** Last indexed block by chain id. */
  indexedBlocks: Map<number, bigint>;
};

/** A release that must not be published, with every reason. */
export class ReleaseRefused extends Error {
  override name = "ReleaseRefused";
  readonly reasons: readonly string[];
  constructor(schema: string, reasons: readonly string[]) {
    super(`${schema} was not published:\n${reasons.map((reason) => `  ${reason}`).join("\n")}`);
    this.reasons = reasons;
  }
}

/**
 * Reads a release from the database.
 *
 * @throws ReleaseRefused when it is missing, not caught up, or lacks a relation that it announces
 */
export async function inspectRelease(client: pg.ClientBase, schema: string): Promise<Release> {
  const columns = await readColumns(client, schema);
  for (const table of PONDER_TABLES) {
    if (!columns.has(table)) {
      throw new ReleaseRefused(schema, [
        `there is no table ${schema}.${table}: start the indexer with this schema first`,
      ]);
    }
  }
  const { rows } = await client.query<{ value: PonderApp }>(
    `SELECT value FROM ${quoteIdentifier(schema)}._ponder_meta WHERE key = 'app'`,
  );
  const app = rows[0]?.value;
  if (app === undefined) {
    throw new ReleaseRefused(schema, ["_ponder_meta is empty: the indexer has not started on it"]);
  }
  const announced = [...app.table_names, ...(app.view_names ?? [])];
  const indexedBlocks = await readIndexedBlocks(client, `${quoteIdentifier(schema)}.`);
  const reasons = [
    ...(app.version === META_VERSION
      ? []
      : [`_ponder_meta has layout version ${app.version}, expected ${META_VERSION}`]),
    ...(app.is_dev === 1 ? ["it was written by `ponder dev`, which may drop it at any time"] : []),
    ...(app.is_ready === 1 ? [] : ["it is still catching up: wait until the indexer is ready"]),
    ...announced
      .filter((name) => !columns.has(name))
      .map((name) => `relation ${name} is missing although _ponder_meta names it`),
    ...(indexedBlocks.size === 0 ? ["_ponder_checkpoint is empty: nothing was indexed"] : []),
  ];
  if (reasons.length > 0) throw new ReleaseRefused(schema, reasons);
  return {
    schema,
    buildId: app.build_id,
    tables: app.table_names,
    views: app.view_names,
    relations: [...announced, ...PONDER_TABLES].map((name) => ({
      name,
      columns: columns.get(name) ?? [],
    })),
    indexedBlocks,
  };
}

/** Last indexed block by chain id, or nothing when `_ponder_checkpoint` is not there. */
export async function readIndexedBlocks(
  client: pg.ClientBase,
  schemaPrefix: string,
): Promise<Map<number, bigint>> {
  const { rows } = await client.query<{ chain_id: string; latest_checkpoint: string }>(
    `SELECT chain_id::text, latest_checkpoint FROM ${schemaPrefix}_ponder_checkpoint`,
  );
  return new Map(
    rows.map((row) => [
      Number.parseInt(row.chain_id, 10),
      decodeCheckpoint(row.latest_checkpoint).number,
    ]),
  );
}

async function readColumns(
  client: pg.ClientBase,
  schema: string,
): Promise<Map<string, SourceColumn[]>> {
  const { rows } = await client.query<{ relation: string; name: string; type: string }>(
    `SELECT c.relname AS relation, a.attname AS name,
            CASE WHEN t.typtype = 'e' THEN 'enum' ELSE format_type(t.oid, NULL) END AS type
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_type t ON t.oid = a.atttypid
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v')
     ORDER BY c.relname, a.attnum`,
    [schema],
  );
  const relations = new Map<string, SourceColumn[]>();
  for (const { relation, name, type } of rows) {
    const columns = relations.get(relation) ?? [];
    columns.push({ name, type, comment: undefined });
    relations.set(relation, columns);
  }
  return relations;
}
