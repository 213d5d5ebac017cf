import { ANALYTICS_RELATIONS, analyticsColumns, type ViewColumn } from "./analytics.ts";
import type { Dictionary, RelationEntry } from "./dictionary.ts";
import type { Relation, Release } from "./inspect.ts";
import { planOtherViews } from "./other-views.ts";
import { quoteIdentifier, quoteLiteral } from "./quote.ts";

/** Channel on which a publication is announced; the payload is the schema's name. */
export const RELEASE_CHANNEL = "valyra_release";

/** Roles that read each published schema. */
const READERS = {
  indexed: ["valyra_api", "valyra_worker"],
  analytics: ["valyra_analyst"],
} as const;
type PublishedSchema = keyof typeof READERS;

/** Views that exist before the publication, by schema. */
export type ExistingViews = Record<PublishedSchema, string[]>;

const PONDER_ENTRIES: Record<string, string> = {
  _ponder_meta: "State of the indexer that writes the published release.",
  _ponder_checkpoint: "How far each chain is indexed in the published release.",
};

/**
 * The statements that let the owner role read a release. They run as the administrator, before the
 * owner takes over.
 */
export function planOwnerAccess(release: Release, ownerRole: string): string[] {
  const schema = quoteIdentifier(release.schema);
  const relations = release.relations.map(({ name }) => `${schema}.${quoteIdentifier(name)}`);
  return [
    `GRANT USAGE ON SCHEMA ${schema} TO ${ownerRole}`,
    `GRANT SELECT ON ${relations.join(", ")} TO ${ownerRole}`,
  ];
}

/**
 * The one statement that waits for readers. All views go at once, so that no reader can hold one
 * view and wait for another; views that the new release lacks go for good.
 */
export function planDrop(existing: ExistingViews): string | undefined {
  const views = Object.entries(existing).flatMap(([schema, names]) =>
    names.map((name) => `${schema}.${quoteIdentifier(name)}`),
  );
  return views.length === 0 ? undefined : `DROP VIEW ${views.join(", ")}`;
}

/** The statements that build all views of a release, with comments and grants, and record it. */
export function planPublication(release: Release, dictionary: Dictionary): string[] {
  const entries = new Map(dictionary.relations.map((entry) => [entry.name, entry]));
  return [
    ...release.relations.map((relation) =>
      createView("indexed", release.schema, relation, {
        comment: entries.get(relation.name)?.comment ?? PONDER_ENTRIES[relation.name],
        columns: relation.columns.map(({ name }) => ({
          name,
          expression: quoteIdentifier(name),
          comment: commentOn(entries.get(relation.name), name),
        })),
      }),
    ),
    releaseView(release),
    positionView(release),
    ...ANALYTICS_RELATIONS.flatMap((name) => {
      const relation = release.relations.find((candidate) => candidate.name === name);
      if (relation === undefined) return [];
      const entry = entries.get(name);
      const columns = relation.columns.map((column) => ({
        ...column,
        comment: commentOn(entry, column.name),
      }));
      return createView("analytics", release.schema, relation, {
        comment: entry?.comment,
        columns: analyticsColumns(columns),
      });
    }),
    ...planOtherViews(release),
    ...Object.entries(READERS).map(
      ([schema, roles]) => `GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${roles.join(", ")}`,
    ),
    "UPDATE app.release SET is_current = false WHERE is_current",
    recordRelease(release),
    `SELECT pg_notify(${quoteLiteral(RELEASE_CHANNEL)}, ${quoteLiteral(release.schema)})`,
  ];
}

function commentOn(entry: RelationEntry | undefined, column: string): string | undefined {
  return entry?.columns.find(({ name }) => name === column)?.comment;
}

function createView(
  target: PublishedSchema,
  source: string,
  { name }: Relation,
  { comment, columns }: { comment: string | undefined; columns: readonly ViewColumn[] },
): string {
  const view = `${target}.${quoteIdentifier(name)}`;
  const list = columns.map((column) => `${column.expression} AS ${quoteIdentifier(column.name)}`);
  const from = `${quoteIdentifier(source)}.${quoteIdentifier(name)}`;
  return [
    `CREATE VIEW ${view} AS SELECT ${list.join(", ")} FROM ${from}`,
    ...(comment === undefined ? [] : [`COMMENT ON VIEW ${view} IS ${quoteLiteral(comment)}`]),
    ...columns.flatMap((column) =>
      column.comment === undefined
        ? []
        : [
            `COMMENT ON COLUMN ${view}.${quoteIdentifier(column.name)} IS ${quoteLiteral(column.comment)}`,
          ],
    ),
  ].join(";\n");
}

/**
 * Which release the views belong to, as a view of constants: whoever has read it in a transaction
 * holds a lock on it, and so reads the same release until the transaction ends.
 */
function releaseView({ schema, buildId }: Release): string {
  return [
    `CREATE VIEW indexed._release AS SELECT ${quoteLiteral(schema)}::text AS schema_name, ${quoteLiteral(buildId)}::text AS build_id`,
    "COMMENT ON VIEW indexed._release IS 'The release that the views of this schema read.'",
    "COMMENT ON COLUMN indexed._release.schema_name IS 'Schema that the indexer writes.'",
    "COMMENT ON COLUMN indexed._release.build_id IS 'Build id of the indexer that writes it.'",
  ].join(";\n");
}

/** Tables whose newest row a reorganisation changes, with what tells that row from its successor. */
const NEWEST_ROWS = {
  activity: "block_hash || log_index",
  token_movement: "block_hash || log_index",
} as const;

/**
 * Where the release stands, and a mark that no two states of it share: the transaction that wrote
 * the checkpoint last, and the newest rows, since Ponder takes rows of replaced blocks back before
 * it writes the next checkpoint. A checkpoint alone has a time and a number but no hash. A release
 * indexes one chain, so there is one checkpoint.
 */
function positionView({ schema, buildId, tables }: Release): string {
  const from = quoteIdentifier(schema);
  const newest = Object.entries(NEWEST_ROWS)
    .filter(([table]) => tables.includes(table))
    .map(
      ([table, expression]) => `(SELECT ${expression} FROM ${from}.${table} AS row
        WHERE row.chain_id = checkpoint.chain_id
        ORDER BY block_number DESC, log_index DESC LIMIT 1)`,
    );
  const parts = [quoteLiteral(schema), quoteLiteral(buildId), "checkpoint.written_by", ...newest];
  return [
    `CREATE VIEW indexed._position AS
     SELECT ${quoteLiteral(schema)}::text AS schema_name, ${quoteLiteral(buildId)}::text AS build_id,
       checkpoint.chain_id, checkpoint.latest_checkpoint, concat_ws(' ', ${parts.join(", ")}) AS mark
     FROM (SELECT chain_id, latest_checkpoint, xmin AS written_by FROM ${from}._ponder_checkpoint
       ORDER BY chain_id LIMIT 1) AS checkpoint`,
    "COMMENT ON VIEW indexed._position IS 'How far the published release is, and a mark of this very state.'",
    "COMMENT ON COLUMN indexed._position.schema_name IS 'Schema that the indexer writes.'",
    "COMMENT ON COLUMN indexed._position.build_id IS 'Build id of the indexer that writes it.'",
    "COMMENT ON COLUMN indexed._position.chain_id IS 'EIP-155 chain id.'",
    "COMMENT ON COLUMN indexed._position.latest_checkpoint IS 'Position of the last indexed event in 75 digits.'",
    "COMMENT ON COLUMN indexed._position.mark IS 'Text that any other state of any release has differently.'",
  ].join(";\n");
}

function recordRelease({ schema, buildId, tables, views }: Release): string {
  const array = (names: readonly string[]) =>
    `ARRAY[${names.map(quoteLiteral).join(", ")}]::text[]`;
  return `INSERT INTO app.release (schema_name, build_id, table_names, view_names)
    VALUES (${quoteLiteral(schema)}, ${quoteLiteral(buildId)}, ${array(tables)}, ${array(views)})`;
}
