import { DomainError, type Mistake } from "../../core/errors.ts";

/** A mix of parameters that means nothing, although each of them alone is right. */
export type Refusal<Query> = {
  parameter: keyof Query & string;
  applies: (query: Query) => boolean;
  message: string;
  fix: string;
};

/** Refuses a range that ends before it begins. */
export function refuseEmptyRange<Low extends string, High extends string>(
  low: Low,
  high: High,
): Refusal<{ [Name in Low | High]?: bigint | number | undefined }> {
  return {
    parameter: low,
    applies: (query) => {
      const [from, to] = [query[low], query[high]];
      return from !== undefined && to !== undefined && from > to;
    },
    message: `is beyond ${high}, so nothing can pass`,
    fix: `Send a ${low} that is no larger than ${high}.`,
  };
}

/** Refuses a sort that has nothing to sort by without another parameter. */
export function refuseSortWithout<Name extends string>(
  sort: string,
  needed: Name,
): Refusal<{ sort?: string | undefined } & { [Key in Name]?: unknown }> {
  return {
    parameter: "sort",
    applies: (query) => query.sort === sort && query[needed] === undefined,
    message: `can only be ${sort} beside ${needed}, for nothing else has a ${sort}`,
    fix: `Send ${needed} too, or another sort.`,
  };
}

/** Names of the parameters that may stand beside `ids`. */
const BESIDE_IDS = new Set(["ids", "include", "minBlock", "afterTx", "maxLag"]);

/** @throws DomainError INVALID_REQUEST with every reason */
export function refuseMixes<Query extends object>(
  query: Query,
  refusals: readonly Refusal<Query>[],
): void {
  const reasons: Mistake[] = refusals
    .filter(({ applies }) => applies(query))
    .map(({ parameter, message, fix }) => ({ pointer: `/query/${parameter}`, message, fix }));
  if ("ids" in query && query.ids !== undefined) reasons.push(...besideIds(query));
  if (reasons.length > 0) {
    throw new DomainError("INVALID_REQUEST", "The parameters do not go together.", {
      mistakes: reasons,
    });
  }
}

function besideIds(query: object): Mistake[] {
  return Object.entries(query)
    .filter(([name, value]) => value !== undefined && !BESIDE_IDS.has(name))
    .map(([name]) => ({
      pointer: `/query/${name}`,
      message: "cannot stand beside ids, which name the rows and their order already",
      fix: `Leave out ${name}, or ids.`,
    }));
}
