import type { z } from "@hono/zod-openapi";
import type { AddressBook } from "../../core/config/address-book.ts";
import type { Position, Snapshot } from "../../core/db/consistent-read.ts";
import type { Key } from "../../core/db/keys.ts";
import type { Source } from "../../core/db/source.ts";
import type { ErrorCode } from "../../core/errors.ts";
import type { Detail } from "./detail.ts";
import type { Include } from "./include.ts";
import type { FreshnessParams } from "./params.ts";
import type { Refusal } from "./refusals.ts";

/** What the single answer takes. */
export type GetQuery = FreshnessParams & { include?: string[] | undefined };

/** What every list takes beside its filters. */
export type SharedQuery<SortName> = GetQuery & {
  sort?: SortName | undefined;
  ids?: string[] | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
};

/** How a list is searched. What is found also depends on tables of `app`, not on the index alone. */
export type Search<Parameter, SortName> = {
  /** Filter with the words. */
  parameter: Parameter;
  /** Default sort of what is found; means nothing without the filter. */
  sort: SortName;
  /** Fails while the tables cannot answer. Throws DomainError SEARCH_NOT_READY. */
  requireReady: (snapshot: Snapshot) => Promise<void>;
};

/** The filters of a list as validated. */
export type FilterParams<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

/** Parameters of a list as validated. */
export type ListQuery<Shape extends z.ZodRawShape, SortName> = FilterParams<Shape> &
  SharedQuery<SortName>;

/** Everything that one resource of the API is; its list, its single answer and its batch follow. */
export type CollectionDefinition<
  Row,
  Filter extends object,
  SortName extends string,
  Shape extends z.ZodRawShape,
  Resource extends z.ZodObject,
> = {
  /** Path below `/v1`, and the list that cursors are bound to. */
  name: string;
  /** In operation ids and schema names, e.g. `Listing` and `Listings`. */
  singular: string;
  plural: string;
  /** Tag of the document. */
  tag: string;
  summaries: { list: string; get: string };
  source: Source<Row, Filter, SortName>;
  defaultSort: NoInfer<SortName>;
  /** Where the list can be searched by text. */
  search?: Search<keyof Shape & string, NoInfer<SortName>>;
  /** Sorts that mean something only beside a filter, and which; `refusals` says so to whoever forgets it. */
  sortNeeds?: Readonly<Partial<Record<NoInfer<SortName>, keyof Shape & string>>>;
  /** Query parameters that narrow the list; none may be called as those of every list. */
  filters: Shape;
  /** Turns parameters into what the query understands; ids are resolved here. */
  toFilter: (params: FilterParams<Shape>, addressBook: AddressBook) => Filter;
  /** Mixes of parameters that mean nothing. */
  refusals?: readonly Refusal<ListQuery<Shape, SortName>>[];
  /** Schema of a row in a list. */
  resource: Resource;
  toResource: (row: Row, position: Position) => z.output<Resource> & { id: string };
  /** Reads an id. Throws DomainError INVALID_ID or AMBIGUOUS_ID. */
  parseId: (text: string, pointer: string, addressBook: AddressBook) => Key;
  /** Description of the id in the path; that of public ids unless given. */
  idDescription?: string;
  notFound: ErrorCode;
  /** What `include=` may name, for lists, batches and single answers. */
  includes?: Readonly<Record<string, Include<Row>>>;
  /** Whether a row tells one event, so that nothing can change it once it is final. */
  isEvent?: true;
  /** A longer form for the single answer; the row of the list unless given. */
  detail?: Detail<Row>;
};
