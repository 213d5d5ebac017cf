import createFetchClient, {
  type Client,
  type FetchResponse,
  type MaybeOptionalInit,
} from "openapi-fetch";
import { type Change, type ReadChangesOptions, readChanges } from "./changes.ts";
import {
  type ListPath,
  type Page,
  type QueryOf,
  type Row,
  readPages,
  readRows,
  type WalkOptions,
} from "./lists.ts";
import { toError } from "./problem.ts";
import type { paths } from "./schema.ts";

export type ValyraClientOptions = {
  /** Where the API is, for example `https://api.example`. */
  baseUrl: string;
  /** Used instead of the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** Sent with every request. */
  headers?: Record<string, string>;
};

/** Paths that are read by GET. */
export type GetPath = {
  [Path in keyof paths]: paths[Path] extends { get: object } ? Path : never;
}[keyof paths];

/** Parameters of a path, as openapi-fetch takes them. */
export type GetInit<Path extends GetPath> = MaybeOptionalInit<paths[Path], "get">;

/** Body of a successful answer. */
export type Answer<Path extends GetPath> = NonNullable<
  FetchResponse<paths[Path]["get"], GetInit<Path>, "application/json">["data"]
>;

export type ValyraClient = {
  /** The openapi-fetch client below: answers `{ data }` or `{ error }`, and throws for neither. */
  readonly api: Client<paths>;
  /** Reads one answer. Throws ProblemError when the API refuses. */
  get<Path extends GetPath>(path: Path, init?: GetInit<Path>): Promise<Answer<Path>>;
  /** Walks over a list page by page; `page.reorg` of each says if the chain changed meanwhile. */
  pages<Path extends ListPath>(
    path: Path,
    query?: QueryOf<Path>,
    options?: WalkOptions,
  ): AsyncGenerator<Page<Path>, void, undefined>;
  /** Walks over a list row by row. Throws WalkReorgError when the chain undid where it began. */
  rows<Path extends ListPath>(
    path: Path,
    query?: QueryOf<Path>,
    options?: WalkOptions,
  ): AsyncGenerator<Row<Path>, void, undefined>;
  /** Follows the journal for ever: each change once and in order, whatever happens to connections. */
  readChanges(options?: ReadChangesOptions): AsyncGenerator<Change, void, undefined>;
};

/** A client of one API; it keeps no state between calls. */
export function createValyraClient({ baseUrl, fetch, headers }: ValyraClientOptions): ValyraClient {
  const api = createFetchClient<paths>({
    baseUrl: baseUrl.replace(/\/$/, ""),
    ...(fetch === undefined ? {} : { fetch }),
    ...(headers === undefined ? {} : { headers }),
    // The API takes several words in one parameter, separated by commas.
    querySerializer: { array: { style: "form", explode: false } },
  });
  return {
    api,
    async get(path, init) {
      // The compiler cannot follow a path that is still a type; `GetInit` has tied the two above.
      const { data, error, response } = await api.GET(path, init as never);
      if (data === undefined) throw toError(error, response);
      return data as never;
    },
    pages: (path, query, options) => readPages(api, path, query, options),
    rows: (path, query, options) => readRows(api, path, query, options),
    readChanges: (options) => readChanges(api, options),
  };
}
