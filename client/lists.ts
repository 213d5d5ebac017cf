import type { Client } from "openapi-fetch";
import { toError } from "./problem.ts";
import type { components, paths } from "./schema.ts";

type JsonOf<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;

type PageInfo = components["schemas"]["PageInfo"];
type Reorg = components["schemas"]["Reorg"];

/** Paths that answer with pages: rows, and a cursor to go on. */
export type ListPath = {
  [Path in keyof paths]: [JsonOf<Path>] extends [never]
    ? never
    : JsonOf<Path> extends { data: unknown[]; page: PageInfo }
      ? Path
      : never;
}[keyof paths];

/** A page of a list as the API answers it. */
export type Page<Path extends ListPath> = JsonOf<Path>;

/** A row of a list. */
export type Row<Path extends ListPath> = Page<Path> extends { data: (infer Row)[] } ? Row : never;

/** Parameters of a list; the cursor is the walk's own. */
export type QueryOf<Path extends ListPath> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? Omit<NonNullable<Query>, "cursor" | "ids">
  : never;

/** Path parameters of the lists that have any, for example of `/v1/listings/{id}/offers`. */
export type WalkOptions = {
  path?: Record<string, string>;
  signal?: AbortSignal;
  /** Hears of a reorganisation that undid the block on which the walk began; `rows` goes on then. */
  onReorg?: (reorg: Reorg) => void;
};

/** The chain undid the block on which a walk began: rows that were read may not hold any more. */
export class WalkReorgError extends Error {
  override name = "WalkReorgError";
  /** Which rows to read anew; `changedIds` is null when that is everything. */
  readonly reorg: Reorg;

  constructor(reorg: Reorg) {
    super(
      `the chain left block ${reorg.startedAt.blockNumber}, on which this walk began: walk again, or pass onReorg`,
    );
    this.reorg = reorg;
  }
}

/** Asks for the next page only when the one before has been used; stops when the caller does. */
export async function* readPages<Path extends ListPath>(
  api: Client<paths>,
  path: Path,
  query: QueryOf<Path> | undefined,
  options: WalkOptions = {},
): AsyncGenerator<Page<Path>, void, undefined> {
  const { signal, path: pathParameters, onReorg } = options;
  let cursor: string | undefined;
  do {
    const params = { path: pathParameters, query: { ...query, cursor } };
    // The compiler cannot follow a path that is still a type; `QueryOf` has tied the two above.
    const { data, error, response } = await api.GET(path, { params, signal } as never);
    if (data === undefined) throw toError(error, response);
    const { page } = data as { page: PageInfo };
    if (page.reorg !== null) onReorg?.(page.reorg);
    yield data as Awaited<Page<Path>>;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** @throws WalkReorgError when the walk met a reorganisation and nobody listens for it */
export async function* readRows<Path extends ListPath>(
  api: Client<paths>,
  path: Path,
  query: QueryOf<Path> | undefined,
  options: WalkOptions = {},
): AsyncGenerator<Row<Path>, void, undefined> {
  for await (const answer of readPages(api, path, query, options)) {
    const { data, page } = answer as { data: Row<Path>[]; page: PageInfo };
    if (page.reorg !== null && options.onReorg === undefined) throw new WalkReorgError(page.reorg);
    yield* data;
  }
}
