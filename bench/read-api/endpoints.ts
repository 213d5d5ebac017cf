import { getJson } from "./get-json.ts";
import { type LoadResult, putLoad } from "./load.ts";
import type { SlowestStatement, StatementTimes } from "./statement-times.ts";

/** One address of the API under load. */
export type EndpointResult = {
  path: string;
  /** The first answer, asked for alone: nothing is kept or prepared yet. Milliseconds. */
  firstMs: number;
  result: LoadResult;
  /** Of all statements behind these answers, the first one included. */
  slowest: SlowestStatement | undefined;
};

/** Slowest answer that 95 of 100 requests may take, milliseconds. */
export const ENDPOINT_TARGET_MS = 200;

/** Longest that 95 of 100 statements may take, milliseconds; no execution may here. */
const STATEMENT_TARGET_MS = 100;

type Operation = {
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, unknown>;
};
type OpenApi = { paths: Record<string, { get?: Operation }> };
type Page = { data: { id: string; seller?: string }[] };

/** Addresses that are no reads of rows: streams, texts and checks. */
const LEFT_OUT = /stream|problems|openapi|docs|llms|^\/(health|ready)/;

/** What has to be asked for where the document leaves no choice. */
const NEEDED: Readonly<Record<string, string>> = {
  "/v1/stats/series": "metric=sale_volume&interval=week",
};

/** What is asked as well: what costs most where it is not asked for by itself. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  "/v1/stats": ["groupBy=category", "groupBy=verification", "groupBy=marketplace"],
  "/v1/stats/series": [
    ...["metric=active_listings&interval=month", "metric=value_locked&interval=month"],
    "metric=median_ask&interval=month",
  ],
};

/** Whether only somebody who has signed in may ask. */
const isPrivate = ({ responses }: Operation) => "401" in responses && "403" in responses;

/** Puts 50 connections on every public address of the document, one after the other. */
export async function measureEndpoints(
  url: string,
  { seconds, statements }: { seconds: number; statements: StatementTimes },
  onResult: (result: EndpointResult) => void,
): Promise<EndpointResult[]> {
  const { paths } = await getJson<OpenApi>(`${url}/openapi.json`);
  const results: EndpointResult[] = [];
  for (const [path, { get }] of Object.entries(paths)) {
    if (get === undefined || isPrivate(get) || LEFT_OUT.test(path)) continue;
    for (const address of await addressesOf(url, path, paths)) {
      await statements.reset();
      const askedAt = performance.now();
      const first = await fetch(url + address);
      await first.arrayBuffer();
      // The dataset has no such row, e.g. no metadata.
      if (first.status === 404) continue;
      const firstMs = performance.now() - askedAt;
      const load = await putLoad(url, [{ path: address }], seconds);
      const slowest = await statements.slowest();
      const result = { path: address, firstMs, result: load, slowest };
      results.push(result);
      onResult(result);
    }
  }
  return results;
}

/** The address with a row that exists; none where the dataset has no such row. */
async function addressesOf(url: string, path: string, paths: OpenApi["paths"]): Promise<string[]> {
  const { parameters = [] } = paths[path]?.get ?? {};
  const needed = parameters.filter((it) => it.required === true && it.in === "query");
  const besides = (BESIDES[path] ?? []).map((question) => `${path}?${question}`);
  if (needed.length > 0) {
    return NEEDED[path] === undefined ? [] : [`${path}?${NEEDED[path]}`, ...besides];
  }
  if (!path.includes("{")) return [path, ...besides];
  const { data: listings } = await getJson<Page>(`${url}/v1/listings?limit=1`);
  const account = listings[0]?.seller ?? "";
  if (path.includes("{address}")) return [path.replace("{address}", account)];
  const list = path.slice(0, path.indexOf("/{"));
  // Without a public list there is nowhere to take a row from.
  const listing = paths[list]?.get;
  if (!path.includes("{id}") || listing === undefined || isPrivate(listing)) return [];
  const { data } = await getJson<Page>(`${url}${list}?limit=1`);
  const id = data[0]?.id;
  if (id === undefined) return [];
  const address = path.replace("{id}", id);
  // With an account each act is also tried on the node.
  return path.endsWith("/actions") ? [address, `${address}?account=${account}`] : [address];
}

/** The results as a Markdown table, the slowest first. */
export function renderEndpoints(
  results: readonly EndpointResult[],
  { listings, activities }: { listings: number; activities: number },
): string {
  // Where nobody got an answer there is no time to speak of: that is the slowest of all.
  const p95 = ({ result }: EndpointResult) =>
    Number.isNaN(result.p95) ? Number.POSITIVE_INFINITY : result.p95;
  const sorted = results.toSorted((a, b) => p95(b) - p95(a));
  const missed = sorted.filter((it) => p95(it) >= ENDPOINT_TARGET_MS);
  const slow = sorted.filter(({ slowest }) => (slowest?.maxMs ?? 0) >= STATEMENT_TARGET_MS);
  return [
    `Every address with 50 connections, ${listings.toLocaleString("en-US")} listings and ${activities.toLocaleString("en-US")} events; answers are shared until the next block, as always.`,
    "",
    "| address | first ms, alone | requests/s | p50 ms | p95 ms | p99 ms | failures | slowest statement: mean, most ms |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...sorted.map(
      ({ path, firstMs, result, slowest }) =>
        `| ${path} | ${firstMs.toFixed(0)} | ${Math.round(result.requestsPerSecond).toLocaleString("en-US")} | ${result.p50.toFixed(1)} | ${result.p95.toFixed(1)} | ${result.p99.toFixed(1)} | ${result.failures === 0 ? 0 : result.failed} | ${slowest ? `${slowest.meanMs.toFixed(1)}, ${slowest.maxMs.toFixed(0)}` : ""} |`,
    ),
    "",
    missed.length === 0
      ? `- p95 under ${ENDPOINT_TARGET_MS} ms for every address: reached`
      : `- p95 under ${ENDPOINT_TARGET_MS} ms for every address: MISSED by ${missed.map(({ path }) => path).join(", ")}`,
    slow.length === 0
      ? `- No statement took ${STATEMENT_TARGET_MS} ms in the database: reached`
      : `- Statements that once took ${STATEMENT_TARGET_MS} ms or more in the database:\n${slow.map(describeSlow).join("\n")}`,
    "",
  ].join("\n");
}

function describeSlow({ path, slowest }: EndpointResult): string {
  const { text = "", calls = 0, meanMs = 0, maxMs = 0 } = slowest ?? {};
  const start = text.replaceAll(/\s+/g, " ").slice(0, 90);
  return `  - ${path}: ${maxMs.toFixed(0)} ms at most, ${meanMs.toFixed(0)} ms on average of ${calls}: \`${start}\``;
}
