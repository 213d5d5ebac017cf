import { z } from "@hono/zod-openapi";
import { Meta } from "../http/meta.ts";
import { PageInfo } from "../http/page.ts";
import { ProblemSchema } from "../http/problem.ts";
import type { Router } from "../http/router.ts";

/** Rows that a tool answers with unless it is asked for another number, and at most. */
const DEFAULT_ROWS = 10;
const MAX_ROWS = 25;

/** One question that a model may ask: answered by the routes of this API and nothing else. */
export type ReadTool = {
  name: string;
  title: string;
  description: string;
  /** Arguments that make sense in every market. */
  example: Record<string, unknown>;
  input: z.ZodObject;
  output: z.ZodObject;
  answer: (input: never, ask: Ask) => Promise<Record<string, unknown>>;
};

/** Checks that a tool's answer fits its schemas; the list of tools forgets the types. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Omit<ReadTool, "input" | "output" | "answer"> & {
    input: Input;
    output: Output;
    answer: (input: z.output<Input>, ask: Ask) => Promise<z.output<Output>>;
  },
): ReadTool {
  return tool;
}

/** What a query may hold before it is written into an address. */
type Query = Record<string, string | number | boolean | undefined>;

/** Asks this API one question, in process and through all of its middleware. */
export type Ask = <Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  query?: Query,
) => Promise<z.output<Schema>>;

/** The API refused, in words that its caller can act on. */
export class RefusedError extends Error {
  override name = "RefusedError";
}

/** @throws RefusedError when the API answers with a problem */
export function createAsk(app: Router, requestId: string): Ask {
  return async (schema, path, query = {}) => {
    const response = await app.request(addressOf(path, query), {
      headers: { "x-request-id": requestId },
    });
    const body: unknown = await response.json();
    if (response.ok) return schema.parse(body);
    const { code, detail, fix, errors } = ProblemSchema.parse(body);
    const mistakes = errors.map(({ pointer, message, fix }) => `${pointer} ${message}. ${fix}`);
    throw new RefusedError([`${code}: ${detail}`, fix, ...mistakes].join("\n"));
  };
}

function addressOf(path: string, query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const parameters = new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, String(value)]),
  );
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

/** A path with a stranger's id in its place. */
export const pathOf = (list: string, id: string, rest = "") =>
  `/v1/${list}/${encodeURIComponent(id)}${rest}`;

/** Answers of the API as tools read them; what they do not name is left out. */
export const pageOfRows = <Row extends z.ZodType>(row: Row) =>
  z.object({ data: z.array(row), page: PageInfo, meta: Meta });
export const single = <Row extends z.ZodType>(row: Row) => z.object({ data: row, meta: Meta });

/** How a tool takes the length and the beginning of a list. */
export const listInput = {
  limit: z
    .int()
    .min(1)
    .max(MAX_ROWS)
    .default(DEFAULT_ROWS)
    .meta({ description: "Rows to answer with." }),
  cursor: z.string().optional().meta({ description: "nextCursor of the answer before." }),
};

/** How a tool answers with a list: never all of a long one, and it says so. */
export const listOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    data: z.array(row),
    nextCursor: z.string().nullable(),
    note: z.string().nullable().meta({ description: "Says when rows were left out." }),
    meta: Meta,
  });

/** A page of the API as a tool's answer, with a note when it is not all there is. */
export function toList<Row>({ data, page, meta }: PageAnswer<Row>) {
  const note =
    page.nextCursor === null
      ? null
      : `There is more than these ${data.length} rows: call again with cursor set to nextCursor, or narrow the question.`;
  return { data, nextCursor: page.nextCursor, note, meta };
}

type PageAnswer<Row> = {
  data: Row[];
  page: z.output<typeof PageInfo>;
  meta: z.output<typeof Meta>;
};

export const IdInput = z.string().max(140).meta({
  description:
    "Public id <chainId>-<contract>-<number>, or the number alone where only one contract is configured.",
});

export const AddressInput = z.string().meta({ description: "Address, 0x and 40 hex digits." });

export const TimeInput = z.iso.datetime({ offset: true }).meta({
  description: "RFC 3339 time with its offset.",
});
