import {
  ANALYTICS_RELATIONS,
  analyticsColumns,
  type SourceColumn,
} from "../../core/release/analytics.ts";
import type { RelationEntry } from "../../core/release/dictionary.ts";
import { OTHER_VIEWS } from "../../core/release/other-views.ts";

const INTRODUCTION = `# Data dictionary

Generated from the comments in \`ponder.schema.ts\` by \`npm run data-dictionary\`; do not edit.
The same texts are the SQL comments of the views, so \`\\d+\` in psql shows them too.

Schema \`indexed\` is for programs: one view for each relation below, columns as listed. Schema
\`analytics\` is for people: the same facts with public ids and timestamps added. Both are replaced as
a whole by every release. Addresses and hashes are lower-case hex, amounts are token base units,
times are unix seconds of chain time.
`;

/** Renders the whole document from the relations of the schema. */
export function renderDictionary(relations: readonly RelationEntry[]): string {
  const indexed = relations.map(renderRelation);
  const analytics = ANALYTICS_RELATIONS.map((name) => renderAnalytics(name, relations));
  return [
    INTRODUCTION,
    "## Schema indexed\n",
    ...indexed,
    "## Schema analytics\n",
    "Every column of the relation of the same name in `indexed`, and these:\n",
    ...analytics,
    "### Beside the index\n",
    "What lies in schema `app` and analysts may read; `\\d+` in psql says what each column means.\n",
    `| view | what it is |\n|---|---|\n${renderOthers()}\n`,
  ].join("\n");
}

function renderRelation({ name, kind, comment, columns }: RelationEntry): string {
  const rows = columns.map(
    (column) =>
      `| \`${column.name}\` | ${column.type ?? "derived"} | ${column.isNullable ? "yes" : ""} | ${cell(column.comment)} |`,
  );
  const title = kind === "view" ? `${name} (view)` : name;
  return `### ${title}\n\n${comment}\n\n| column | type | null | meaning |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

function renderAnalytics(name: string, relations: readonly RelationEntry[]): string {
  const relation = relations.find((candidate) => candidate.name === name);
  if (relation === undefined) throw new Error(`analytics.${name} has no relation in the schema`);
  const source: SourceColumn[] = relation.columns.map((column) => ({
    name: column.name,
    // Derived columns of views are integers: counts, sums and days.
    type: column.type?.replace(/\(.*/, "") ?? "bigint",
    comment: column.comment,
  }));
  const known = new Set(source.map((column) => column.name));
  const added = analyticsColumns(source).filter((column) => !known.has(column.name));
  const rows = added.map((column) => `| \`${column.name}\` | ${cell(column.comment ?? "")} |`);
  if (rows.length === 0) return `### analytics.${name}\n\nNothing is added.\n`;
  return `### analytics.${name}\n\n| column | meaning |\n|---|---|\n${rows.join("\n")}\n`;
}

function renderOthers(): string {
  return Object.entries(OTHER_VIEWS)
    .map(([name, meaning]) => `| \`analytics.${name}\` | ${cell(meaning)} |`)
    .join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
