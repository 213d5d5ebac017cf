import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Actor, Clock } from "../../../src/protocol/clocks.ts";
import type { Snapshot } from "../../db/consistent-read.ts";
import type { IndexedDb } from "../../db/indexed.ts";
import type { Page, PageRequest, Position, Sort } from "../../db/keyset.ts";
import { BRANCHES, type Branch, DEADLINE_KINDS } from "./branches.ts";
import { type DueKey, readDueClocks } from "./due-clocks.ts";
import type { DueResource, DueRow } from "./due-rows.ts";

type Hex = `0x${string}`;

export type DeadlineFilter = {
  /** Unix seconds: the first bound counts, the last one does not. */
  after?: bigint | undefined;
  before?: bigint | undefined;
  kind?: readonly string[] | undefined;
  /** Who may act; with an account, the part that the account plays. */
  role?: Actor | undefined;
  /** A party of the row, or the agent who may act on it. */
  account?: Hex | undefined;
};

/** By time, then kind, then the row: the moment may be shared by any number of rows. */
export const DEADLINE_SORT = {
  columns: [
    { name: "at", type: "uint256" },
    { name: "rank", type: "int4" },
    { name: "contract", type: "address" },
    { name: "member", type: "uint256" },
    { name: "account", type: "address" },
  ],
  order: "asc",
} as const satisfies Sort;

/** A moment that SQL has found; the clock is what the row says of it. */
export type DeadlineRow = Omit<DueRow, "base" | "marketplace" | "listingId"> & {
  at: bigint;
  rank: number;
  resource: DueResource;
  clock: Clock;
};

type Candidate = Omit<DeadlineRow, "resource" | "clock"> & { branch: number };

/** How a list of deadlines is read; it has one order. */
export const DEADLINES = {
  async findPage(
    snapshot: Snapshot,
    filter: DeadlineFilter,
    _sort: string,
    { limit, from }: PageRequest,
  ): Promise<Page<DeadlineRow>> {
    const found = await findCandidates(snapshot.indexed, filter, { limit: limit + 1, from });
    const isBackward = from?.direction === "prev";
    const hasMore = found.length > limit;
    const kept = found.slice(0, limit);
    return {
      rows: await withClocks(snapshot, isBackward ? kept.reverse() : kept),
      hasNext: isBackward ? true : hasMore,
      hasPrevious: isBackward ? hasMore : from !== undefined,
    };
  },

  /** Deadlines of rows that changed in or after a block. */
  async findChanged(snapshot: Snapshot, filter: DeadlineFilter, block: bigint, limit: number) {
    const found = await findCandidates(snapshot.indexed, filter, { limit, since: block });
    return withClocks(snapshot, found);
  },

  sortValues: ({ at, rank, contract, member, account }: DeadlineRow) => [
    at,
    rank,
    contract,
    member,
    account,
  ],
};

/** Joins rows with their clocks; a moment that the exact rules do not know is left out. */
async function withClocks(
  snapshot: Snapshot,
  candidates: readonly Candidate[],
): Promise<DeadlineRow[]> {
  const found = candidates.flatMap(({ branch, ...row }) => {
    const resource = BRANCHES[branch]?.rows.resource;
    return resource === undefined ? [] : [{ ...row, resource }];
  });
  const clocksOf = await readDueClocks(snapshot, found satisfies DueKey[]);
  return found.flatMap((row) => {
    const clock = clocksOf(row).find(({ kind }) => kind === DEADLINE_KINDS[row.rank]);
    return clock === undefined ? [] : [{ ...row, clock }];
  });
}

type Wanted = { limit: number; from?: PageRequest["from"]; since?: bigint };

/**
 * The first moments that pass the filter: each kind is read along its own index, as far as the page
 * may reach, and the parts are merged.
 */
function findCandidates(
  indexed: IndexedDb,
  filter: DeadlineFilter,
  wanted: Wanted,
): Promise<Candidate[]> {
  const { kind: kinds, role } = filter;
  const parts = BRANCHES.flatMap((branch, number) => {
    const isWanted =
      (kinds === undefined || kinds.includes(branch.kind)) &&
      (role === undefined || branch.actors.includes(role));
    return isWanted ? [sql`(${partOf(indexed, branch, number, filter, wanted)})`] : [];
  });
  if (parts.length === 0) return Promise.resolve([]);
  const order = wanted.from?.direction === "prev" ? "desc" : "asc";
  const union = sql<Candidate>`(${sql.join(parts, sql` UNION ALL `)})`;
  let merged = indexed.selectFrom(union.as("found")).selectAll("found");
  for (const { name } of DEADLINE_SORT.columns) merged = merged.orderBy(`found.${name}`, order);
  return merged.limit(wanted.limit).execute();
}

function partOf(
  indexed: IndexedDb,
  branch: Branch,
  number: number,
  filter: DeadlineFilter,
  { limit, from, since }: Wanted,
) {
  const order = from?.direction === "prev" ? "desc" : "asc";
  const { after, before, account, role } = filter;
  let query = indexed
    .selectFrom(branch.rows.select(indexed))
    .select([
      sql<bigint>`due.base + ${sql.lit(String(branch.offset))}::numeric`.as("at"),
      sql<number>`${sql.lit(branch.rank)}::int4`.as("rank"),
      "due.contract",
      "due.member",
      "due.account",
      "due.buyer",
      "due.seller",
      "due.agent",
      "due.initiator",
      "due.updatedBlock",
      sql<number>`${sql.lit(number)}::int4`.as("branch"),
    ]);
  if (after !== undefined) query = query.where("due.base", ">=", after - branch.offset);
  if (before !== undefined) query = query.where("due.base", "<", before - branch.offset);
  if (since !== undefined) query = query.where("due.updatedBlock", ">=", since);
  if (account !== undefined) query = query.where((eb) => plays(eb, branch, account, role));
  if (from !== undefined) query = query.where(beyond(branch, from));
  return query
    .orderBy("due.base", order)
    .orderBy("due.contract", order)
    .orderBy("due.member", order)
    .orderBy("due.account", order)
    .limit(limit);
}

/** Whether an account is a party of the row, or plays the one part in it that is asked for. */
function plays(
  eb: ExpressionBuilder<{ due: DueRow }, "due">,
  { actors }: Branch,
  account: Hex,
  role: Actor | undefined,
) {
  if (role === "buyer" || role === "seller" || role === "agent") {
    return eb(`due.${role}`, "=", account);
  }
  const isParty = eb.or([eb("due.buyer", "=", account), eb("due.seller", "=", account)]);
  if (role === "counterparty") return eb.and([isParty, eb("due.initiator", "!=", account)]);
  return actors.includes("agent") ? eb.or([isParty, eb("due.agent", "=", account)]) : isParty;
}

/** Rows of a kind that come after a position in the walk over all kinds. */
function beyond({ rank, offset }: Branch, { values, direction }: Position) {
  const [at, ofRank, ...row] = values;
  const base = sql`${sql.val(at)}::numeric - ${sql.val(offset)}::numeric`;
  const further = sql.raw(direction === "prev" ? "<" : ">");
  if (Number(ofRank) === rank) {
    const keys = sql.join([base, ...row.map((value) => sql.val(value))]);
    return sql<SqlBool>`(due.base, due.contract, due.member, due.account) ${further} (${keys})`;
  }
  const isLaterKind = rank > Number(ofRank) === (direction === "next");
  return sql<SqlBool>`due.base ${further}${sql.raw(isLaterKind ? "=" : "")} ${base}`;
}
