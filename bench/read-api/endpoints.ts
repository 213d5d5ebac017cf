import { getJson } from "./get-json.ts";
import { type LoadResult, putLoad } from "./load.ts";

/** One address of the API under load. */
export type EndpointResult = { path: string; result: LoadResult };

/** Slowest answer that 95 of 100 requests may take, milliseconds. */
export const ENDPOINT_TARGET_MS = 200;

type Operation = { parameters?: { name: string; in: string; required?: boolean }[] };
type OpenApi = { paths: Record<string, { get?: Operation }> };
type Page = { data: { id: string; seller?: string }[] };

/** Addresses that are no reads of rows: streams, texts and checks. */
const LEFT_OUT = /stream|problems|openapi|docs|llms|^\/(health|ready)/;

/** Puts 50 connections on every address of the document, one after the other. */
export async function measureEndpoints(
  url: string,
  seconds: number,
  onResult: (result: EndpointResult) => void,
): Promise<EndpointResult[]> {
  const { paths } = await getJson<OpenApi>(`${url}/openapi.json`);
  const results: EndpointResult[] = [];
  for (const [path, { get }] of Object.entries(paths)) {
    if (get === undefined || LEFT_OUT.test(path)) continue;
    const address = await addressOf(url, path, get);
    if (address === undefined) continue;
    const result = { path: address, result: await putLoad(url, [{ path: address }], seconds) };
    results.push(result);
    onResult(result);
  }
  return results;
}

/** The address with a row that exists; undefined where the dataset has none. */
async function addressOf(
  url: string,
  path: string,
  { parameters = [] }: Operation,
): Promise<string | undefined> {
  const needed = parameters.filter((it) => it.required === true && it.in === "query");
  if (needed.length > 0) return undefined;
  if (path.includes("{address}")) {
    const { data } = await getJson<Page>(`${url}/v1/listings?limit=1`);
    const seller = data[0]?.seller;
    return seller && path.replace("{address}", seller);
  }
  if (!path.includes("{id}")) return path;
  const list = path.slice(0, path.indexOf("/{id}"));
  const { data } = await getJson<Page>(`${url}${list}?limit=1`);
  const id = data[0]?.id;
  return id && path.replace("{id}", id);
}

/** The results as a Markdown table, the slowest first. */
export function renderEndpoints(
  results: readonly EndpointResult[],
  { listings, activities }: { listings: number; activities: number },
): string {
  const sorted = results.toSorted((a, b) => b.result.p95 - a.result.p95);
  const missed = sorted.filter(({ result }) => result.p95 >= ENDPOINT_TARGET_MS);
  return [
    `Every address with 50 connections, ${listings.toLocaleString("en-US")} listings and ${activities.toLocaleString("en-US")} events; answers are shared until the next block, as always.`,
    "",
    "| address | requests/s | p50 ms | p95 ms | p99 ms | failures |",
    "| --- | --- | --- | --- | --- | --- |",
    ...sorted.map(
      ({ path, result }) =>
        `| ${path} | ${Math.round(result.requestsPerSecond).toLocaleString("en-US")} | ${result.p50.toFixed(1)} | ${result.p95.toFixed(1)} | ${result.p99.toFixed(1)} | ${result.failures === 0 ? 0 : result.failed} |`,
    ),
    "",
    missed.length === 0
      ? `- p95 under ${ENDPOINT_TARGET_MS} ms for every address: reached`
      : `- p95 under ${ENDPOINT_TARGET_MS} ms for every address: MISSED by ${missed.map(({ path }) => path).join(", ")}`,
    "",
  ].join("\n");
}
