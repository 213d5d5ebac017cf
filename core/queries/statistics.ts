import { type RawBuilder, sql } from "kysely";
import { type IndexedDb, selectRaw } from "../db/indexed.ts";
import type { Facts } from "../statistics/facts-memory.ts";
import type { Metric } from "../statistics/metric.ts";
import {
  CLOCK_SOURCES,
  type Dimension,
  factsOf,
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

/** Metrics of one source, kind and unit. */
type SomeMetrics = readonly [Metric, ...Metric[]];

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

/** Otherwise Postgres expects a step for each second that has a fact, and sorts what it could group. */
const WITHOUT_ESTIMATE = sql`OFFSET 0`;

async function readSource(
  db: IndexedDb,
  metrics: SomeMetrics,
  request: SourceRequest,
): Promise<StatisticValue[]> {
  const [{ source, kind }] = metrics;
  const { present }: Source = SOURCES[source];
  if (kind === "stock" && request.isPresent && present !== undefined) {
    return readFacts(db, metrics, present("indexed"), { ...request, period: [] });
  }
  const period = periodOf(kind, request.filter);
  const parts: StatisticValue[][] = [];
  for (const facts of factsOf(source, "indexed")) {
    parts.push(await readFacts(db, metrics, facts, { ...request, period }));
  }
  return parts.length === 1 ? parts.flat() : addUp(parts.flat());
}

/** Adds up what several parts of a stock came to. */
function addUp(values: readonly StatisticValue[]): StatisticValue[] {
  const sums = new Map<string, StatisticValue>();
  for (const one of values) {
    const place = [one.metric, one.group, one.bucket, one.token].join("|");
    const value = (sums.get(place)?.value ?? 0n) + (one.value ?? 0n);
    sums.set(place, { ...one, value });
  }
  return [...sums.values()];
}

async function readFacts(
  db: IndexedDb,
  metrics: SomeMetrics,
  facts: string,
  { filter, groupBy, starts, period }: SourceRequest & { period: readonly RawBuilder<unknown>[] },
): Promise<StatisticValue[]> {
  const [{ source, unit }] = metrics;
  const isMoney = unit === "base_units";
  const bucket = starts ? stepOf(starts) : sql`1`;
  const aggregates = metrics.map(
    ({ aggregate }, position) => sql`${sql.raw(aggregate)} AS ${sql.id(`value${position}`)}`,
  );
  const query = sql<Record<string, unknown>>`(
    SELECT ${groupBy ? sql.ref(groupBy) : sql`NULL::text`} AS "group",
      ${isMoney ? sql.ref("token") : sql`NULL::text`} AS token, bucket, ${sql.join(aggregates)}
    FROM (
      SELECT *, ${bucket} AS bucket
      FROM (${sql.raw(facts)}) AS fact
      WHERE ${sql.join([sql`true`, ...period, ...dimensionsAsked(source, filter)], sql` AND `)}
      ${starts ? WITHOUT_ESTIMATE : sql``}
    ) AS counted
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

/**
 * Position of the step in which a fact lies. Where all have one length it is reckoned: to search it
 * among a thousand beginnings takes a fifth of the statement.
 */
function stepOf(starts: readonly bigint[]): RawBuilder<unknown> {
  const [first = 0n, second = first] = starts;
  const length = second - first;
  const isEven = starts.every((start, position) => start === first + BigInt(position) * length);
  return isEven && length > 0n
    ? sql`(CASE WHEN at < ${first} THEN 0 ELSE (at - ${first}) / ${length} + 1 END)::integer`
    : sql`width_bucket(at, ${sql.val(starts.map(String))}::bigint[])`;
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
