/** Schema name that the generated statements carry until the real one is put in. */
export const PLACEHOLDER_SCHEMA = "release_placeholder";

/** A table as Ponder's kit describes it, besides the statement that creates it. */
type TableJson = { tableName: string; columns: { name: string; type: string }[] };

export type PonderStatements = Record<
  "enums" | "tables" | "views" | "indexes",
  { sql: string[] }
> & {
  tables: { json: TableJson[] };
  views: { json: { name: string }[] };
};

let statements: Promise<PonderStatements> | undefined;

/** What Ponder itself would execute for `ponder.schema.ts`; its kit is not among its exports. */
export function ponderStatements(): Promise<PonderStatements> {
  statements ??= (async () => {
    Object.assign(globalThis, { PONDER_NAMESPACE_BUILD: { schema: PLACEHOLDER_SCHEMA } });
    const schema = await import("../../ponder.schema.ts");
    const kit = new URL("../../node_modules/ponder/dist/esm/drizzle/kit/index.js", import.meta.url);
    const { getSql } = (await import(kit.href)) as {
      getSql: (schema: object) => PonderStatements;
    };
    return getSql(schema);
  })();
  return statements;
}
