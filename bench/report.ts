import { type CommitCost, commitLine } from "./commit-cost.ts";
import type { ContenderName } from "./contender.ts";
import { gatewayLines, missedByGateway } from "./gateway-report.ts";
import type { HistoryRun, Temperature } from "./history.ts";
import type { RealtimeResult, Wire } from "./realtime.ts";
import { median, percentile } from "./statistics.ts";

/** What issue and product ask for; a figure beside each says whether it was reached. */
export const TARGETS = {
  ratio: { cold: 0.7, warm: 0.4 } satisfies Record<Temperature, number>,
  p95Ms: {
    websocket: 100,
    "polling at 100 ms": 250,
    "websocket through the gateway": 100,
  } satisfies Record<Wire, number>,
  peakRssBytes: 1.2 * 1024 ** 3,
};

export type Figures = {
  /** Where and when, e.g. the commit and the date. */
  heading: string;
  machine: string;
  market: { logs: number; transfers: number; blocks: number; seconds: number };
  runs: readonly HistoryRun[];
  realtime: readonly RealtimeResult[];
  /** What commits to disk cost, where that was measured. */
  commits?: CommitCost;
};

type Summary = {
  seconds: number;
  eventsPerSecond: number;
  rowsPerEvent: number;
  rowsPerSecond: number;
  cpuSeconds: number | undefined;
  peakRssBytes: number | undefined;
  load: number;
};

/** Everything measured, as Markdown: the same text for the terminal and for `docs/measured.md`. */
export function renderReport(figures: Figures): string {
  const { heading, machine, market, runs, realtime } = figures;
  const lines = [
    `### Indexing: ${heading}`,
    "",
    machine,
    "",
    `History: ${count(market.logs)} logs and ${count(market.transfers)} token transfers in ${count(market.blocks)} blocks (played in ${market.seconds.toFixed(0)} s). All contenders read the same chain, contracts, ABIs, filters and block source in turns, RPC listed 64 times (stock: once); logs and transfers were equal row by row before any speed was counted. The clock runs from the start of the process, or of a gateway that has proved nothing yet, to the last row readable. Medians of ${Math.max(...runs.map((run) => run.round))} rounds.`,
    "",
    ...runTable(runs),
    "",
    ...(["cold", "warm"] as const).map((temperature) => ratioLine(runs, temperature)),
    memoryLine(runs),
    ...gatewayLines(runs),
    ...realtime.map(realtimeLine),
    ...(figures.commits === undefined ? [] : [commitLine(figures.commits)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Medians of each contender's runs as a table, cold ones first. */
export function runTable(runs: readonly HistoryRun[]): string[] {
  return [
    "| run | wall s | events/s | rows per event | rows/s | CPU s | peak RSS MB | load before |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...(["cold", "warm"] as const).flatMap((temperature) =>
      namesOf(runs, temperature).map((contender) =>
        tableRow(`${contender}, ${temperature}`, summarize(runs, contender, temperature)),
      ),
    ),
  ];
}

/** Whether every target was reached. */
export function reachesTargets({ runs, realtime }: Figures): boolean {
  return (
    (["cold", "warm"] as const).every((it) => ratioOf(runs, it) >= TARGETS.ratio[it]) &&
    !missedByGateway(runs) &&
    (peakRssOf(runs) ?? 0) < TARGETS.peakRssBytes &&
    realtime.every(({ wire, latencies }) => percentile(latencies, 0.95) < TARGETS.p95Ms[wire])
  );
}

/** Our rate as a share of the yardstick's, from the medians of all rounds. */
export function ratioOf(runs: readonly HistoryRun[], temperature: Temperature): number {
  const ours = summarize(runs, "ours", temperature);
  const bare = summarize(runs, "bare", temperature);
  return ours.eventsPerSecond / bare.eventsPerSecond;
}

/** Who has run at a temperature, in the order of the first round. */
function namesOf(runs: readonly HistoryRun[], temperature: Temperature): ContenderName[] {
  const chosen = runs.filter((run) => run.temperature === temperature);
  return [...new Set(chosen.map((run) => run.contender))];
}

function summarize(
  runs: readonly HistoryRun[],
  contender: ContenderName,
  temperature: Temperature,
): Summary {
  const chosen = runs.filter(
    (run) => run.contender === contender && run.temperature === temperature,
  );
  const [first] = chosen;
  if (first === undefined) throw new Error(`no run of ${contender}, ${temperature}`);
  const { logCount, transferCount, rows } = first.content;
  const events = logCount + transferCount;
  const seconds = median(chosen.map((run) => run.seconds));
  const cpu = chosen.flatMap((run) => run.cpuSeconds ?? []);
  const rss = chosen.flatMap((run) => run.peakRssBytes ?? []);
  return {
    seconds,
    eventsPerSecond: events / seconds,
    rowsPerEvent: rows / events,
    rowsPerSecond: rows / seconds,
    cpuSeconds: cpu.length > 0 ? median(cpu) : undefined,
    peakRssBytes: rss.length > 0 ? Math.max(...rss) : undefined,
    load: median(chosen.map((run) => run.load)),
  };
}

function tableRow(name: string, summary: Summary): string {
  const { peakRssBytes, cpuSeconds } = summary;
  const cells = [
    name,
    summary.seconds.toFixed(1),
    count(summary.eventsPerSecond),
    summary.rowsPerEvent.toFixed(2),
    count(summary.rowsPerSecond),
    cpuSeconds === undefined ? "unknown" : cpuSeconds.toFixed(1),
    peakRssBytes === undefined ? "unknown" : count(peakRssBytes / 1024 ** 2),
    summary.load.toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}

function ratioLine(runs: readonly HistoryRun[], temperature: Temperature): string {
  const ratio = ratioOf(runs, temperature);
  const target = TARGETS.ratio[temperature];
  return `- Rate against bare Ponder, ${temperature}: ${percent(ratio)} (target at least ${percent(target)}: ${verdict(ratio >= target)})`;
}

function peakRssOf(runs: readonly HistoryRun[]): number | undefined {
  const ours = runs.filter((run) => run.contender.startsWith("ours"));
  const measured = ours.flatMap((run) => run.peakRssBytes ?? []);
  return measured.length > 0 ? Math.max(...measured) : undefined;
}

function memoryLine(runs: readonly HistoryRun[]): string {
  const peak = peakRssOf(runs);
  if (peak === undefined) return "- Peak memory of the indexer: unknown on this system";
  return `- Peak memory of the indexer: ${count(peak / 1024 ** 2)} MB (target under ${count(TARGETS.peakRssBytes / 1024 ** 2)} MB: ${verdict(peak < TARGETS.peakRssBytes)})`;
}

function realtimeLine({ wire, latencies }: RealtimeResult): string {
  const p95 = percentile(latencies, 0.95);
  const target = TARGETS.p95Ms[wire];
  return `- Mined block to visible row, ${wire}, ${latencies.length} blocks of one event: p50 ${percentile(latencies, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, max ${Math.max(...latencies).toFixed(1)} ms (target p95 under ${target} ms: ${verdict(p95 < target)})`;
}

const verdict = (isReached: boolean) => (isReached ? "reached" : "MISSED");
const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
const count = (value: number) => Math.round(value).toLocaleString("en-US");
