import type { z } from "@hono/zod-openapi";
import type { Snapshot } from "../../core/db/consistent-read.ts";

/** The longer form of a row, for the answer to its id alone. */
export type Detail<Row> = {
  schema: z.ZodObject;
  load: (snapshot: Snapshot, row: Row) => Promise<object>;
};

/** A detail whose answer is checked against its schema by the compiler. */
export function detail<Row, Schema extends z.ZodObject>(
  schema: Schema,
  load: (snapshot: Snapshot, row: Row) => Promise<z.output<Schema>>,
): Detail<Row> {
  return { schema, load };
}
