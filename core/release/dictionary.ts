import document from "./dictionary.json" with { type: "json" };

/** One column as `ponder.schema.ts` declares and describes it. */
export type ColumnEntry = {
  /** Name in SQL. */
  name: string;
  /** SQL type, or the name of the enum; null where the schema does not say (views). */
  type: string | null;
  isNullable: boolean;
  comment: string;
};

/** One table or view of the indexer. */
export type RelationEntry = {
  name: string;
  kind: "table" | "view";
  comment: string;
  columns: ColumnEntry[];
};

/** Everything that can be said about the indexed relations; generated from `ponder.schema.ts`. */
export type Dictionary = { relations: RelationEntry[] };

/** The dictionary of this version of the code. */
export const DICTIONARY = document as Dictionary;
