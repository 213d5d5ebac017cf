import { type RawBuilder, sql } from "kysely";
import { type IndexedDb, selectRaw } from "../db/indexed.ts";
import type { Facts } from "../statistics/facts-memory.ts";
import type { Metric } from "../statistics/metric.ts";
import {
  CLOCK_SOURCES,
  type Dimension,
  SOURCES,
  type Source,
  type SourceName,
} from "../statistics/sources.ts";

/** Which facts count: those of a second from `from` up to but not including `to` (unix seconds). */
export type StatisticsFilter = {
  from: bigint;
  to: bigint;
  marketplace?: `0x${string}` | undefined;
  token?: `0x${string}` | undefined;
  category?: string | undefined;
};

/** One number: of a metric, in a group, in a step of a series, of a token where it is money. */
export type StatisticValue = {
  metric: string;
  /** Value of the dimension that was grouped by; null when there is none. */
  group: string | null;
  /** Position of the step, counted from 1; 0 for what a stock held before the first one. */
  bucket: number;
  token: `0x${string}` | null;
  value: bigint | null;
};

export type StatisticsRequest = {
  metrics: readonly Metric[];
  filter: StatisticsFilter;
  groupBy?: Dimension | undefined;
  /** First seconds of the steps, in order; without them everything is one step. */
  starts?: readonly bigint[];
};

/** What is asked of one source; `isPresent` when all that ever happened counts, in one step. */
type SourceRequest = Omit<StatisticsRequest, "metrics"> & { isPresent: boolean };

/**
 * Works out metrics, one query for each source that is not remembered. Combinations without a fact
 * are absent: whoever shows them fills in what the metric's `whenEmpty` says.
 */
export async function readStatistics(
  db: IndexedDb,
  { metrics, filter, ...request }: StatisticsRequest,
  facts: Facts<StatisticValue[]>,
): Promise<StatisticValue[]> {
  const together = Map.groupBy(
    metrics,
    ({ source, kind, unit }) => `${source} ${kind} ${unit === "base_units"}`,
  );
  const values: StatisticValue[] = [];
  // One after the other: all of them share the connection of the snapshot.
  for (const [name, ofSource] of together) {
    const [{ source }] = ofSource as [Metric, ...Metric[]];
    // An end after the newest fact is the same end, whatever the time of the block.
    const isOpen = filter.to > facts.lastSecond && !CLOCK_SOURCES.has(source);
    const bounded = isOpen ? { ...filter, to: facts.lastSecond + 1n } : filter;
    const asked = { ...request, filter: bounded, isPresent: isOpen && !request.starts };
    const found = await facts.remember(questionOf(name, ofSource, asked), () =>
      readSource(db, ofSource as [Metric, ...Metric[]], asked),
    );
    values.push(...found);
  }
  return values;
}

function questionOf(
  name: string,
  metrics: readonly Metric[],
  { filter, groupBy, starts }: Omit<StatisticsRequest, "metrics">,
): string {
  const { from, to, marketplace, token, category } = filter;
  return [
    ...[name, metrics.map((metric) => metric.name), from, to, marketplace, token, category],
    ...[groupBy, starts],
  ].join("|");
}

async function readSource(
  db: IndexedDb,
  metrics: readonly [Metric, ...Metric[]],
  { filter, groupBy, starts, isPresent }: SourceRequest,
): Promise<StatisticValue[]> {
  const [{ source, kind, unit }] = metrics;
  const { sql: history, present }: Source = SOURCES[source];
  const isFromStates = kind === "stock" && isPresent && present !== undefined;
  const isMoney = unit === "base_units";
  const isByCategory = groupBy === "category" || filter.category !== undefined;
  const bucket = starts ? sql`width_bucket(at, ${sql.val(starts.map(String))}::bigint[])` : sql`1`;
  const aggregates = metrics.map(
    ({ aggregate }, position) => sql`${sql.raw(aggregate)} AS ${sql.id(`value${position}`)}`,
  );
  const query = sql<Record<string, unknown>>`(
    SELECT ${groupBy ? sql.ref(groupBy) : sql`NULL::text`} AS "group",
      ${isMoney ? sql.ref("token") : sql`NULL::text`} AS token,
      ${bucket} AS bucket, ${sql.join(aggregates)}
    FROM (${sql.raw(isFromStates ? present("indexed") : history("indexed", isByCategory))}) AS fact
    WHERE ${sql.join(
      [
        ...(isFromStates ? [sql`true`] : periodOf(kind, filter)),
        ...dimensionsAsked(source, filter),
      ],
      sql` AND `,
    )}
    GROUP BY 1, 2, 3)`;
  const rows = await selectRaw(db, query).execute();
  return rows.flatMap((row) =>
    metrics.map(({ name }, position) => ({
      metric: name,
      group: row.group as string | null,
      bucket: row.bucket as number,
      token: row.token as `0x${string}` | null,
      value: row[`value${position}`] as bigint | null,
    })),
  );
}

function periodOf(
  kind: Metric["kind"],
  { from, to }: StatisticsFilter,
): readonly RawBuilder<unknown>[] {
  return [sql`at < ${to}`, ...(kind === "flow" ? [sql`at >= ${from}`] : [])];
}

function dimensionsAsked(
  source: SourceName,
  { marketplace, token, category }: StatisticsFilter,
): readonly RawBuilder<unknown>[] {
  const has = (dimension: Dimension) =>
    (SOURCES[source].dimensions as readonly Dimension[]).includes(dimension);
  return [
    ...(marketplace && has("marketplace") ? [sql`marketplace = ${marketplace}`] : []),
    ...(token && has("token") ? [sql`token = ${token}`] : []),
    ...(category && has("category") ? [sql`category = ${category}`] : []),
  ];
}

/** Symbols and decimals of the tokens of a chain, by address. */
export async function findTokens(db: IndexedDb, chainId: number) {
  const rows = await db
    .selectFrom("token")
    .select(["address as token", "symbol as tokenSymbol", "decimals as tokenDecimals"])
    .where("chainId", "=", chainId)
    .execute();
  return new Map(rows.map((row) => [row.token, row]));
}
