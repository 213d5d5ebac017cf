import { mkdir } from "node:fs/promises";
import { startBenchChain } from "./chain.ts";
import { measureCommits } from "./commit-cost.ts";
import {
  BARE,
  BARE_AHEAD,
  BARE_GATEWAY,
  OURS,
  OURS_AHEAD,
  OURS_GATEWAY,
  STOCK,
} from "./contender.ts";
import { type HistoryRun, measureHistory } from "./history.ts";
import { describeMachine, describeMoment } from "./machine.ts";
import { appendMeasured } from "./measured.ts";
import { startBenchPostgres } from "./postgres.ts";
import { measureRealtime, type RealtimeResult, WIRES } from "./realtime.ts";
import { reachesTargets, renderReport } from "./report.ts";

const CONTENDERS = [OURS, BARE, OURS_GATEWAY, BARE_GATEWAY, OURS_AHEAD, BARE_AHEAD];

export type IndexingOptions = {
  events: number;
  rounds: number;
  /** Blocks of one event in each realtime measurement; 0 leaves it out. */
  blocks: number;
  /** Whether Ponder with its RPC listed once runs as well, which takes minutes. */
  hasStock: boolean;
  /** Whether to add the report to `docs/measured.md`. */
  isAppended: boolean;
  /** Folder for CPU profiles of our indexer, if wanted. Profiling costs speed. */
  profileFolder: string | undefined;
  say: (line: string) => void;
};

/**
 * Measures the indexer against bare Ponder on one history, with and without the gateway, then the way of a live block to its row.
 * @returns whether every target was reached.
 */
export async function benchIndexing(options: IndexingOptions): Promise<boolean> {
  const { events, rounds, blocks, hasStock, profileFolder, say } = options;
  if (profileFolder !== undefined) await mkdir(profileFolder, { recursive: true });
  const machine = describeMachine();
  say(`machine: ${machine}`);
  const postgres = await startBenchPostgres();
  try {
    const playedAt = performance.now();
    const market = await startBenchChain(events, everyTenth(say));
    try {
      const seconds = (performance.now() - playedAt) / 1_000;
      say(`history: ${market.logs} logs in ${market.blocks} blocks, ${seconds.toFixed(0)} s`);
      const runs = await measureHistory({
        ...{ postgres, market, rounds, profileFolder },
        contenders: [...CONTENDERS, ...(hasStock ? [STOCK] : [])],
        temperatures: ["cold", "warm"],
        onRun: (run) => say(describeRun(run)),
      });
      const realtime: RealtimeResult[] = [];
      if (blocks > 0) {
        for (const wire of WIRES) {
          realtime.push(await measureRealtime(postgres, market, wire, blocks));
        }
      }
      const commits = await measureCommits(postgres);
      const figures = {
        heading: `${events} events, ${describeMoment()}`,
        machine: `Machine: ${machine}.`,
        market: {
          logs: market.logs,
          transfers: runs[0]?.content.transferCount ?? 0,
          blocks: market.blocks,
          seconds,
        },
        runs,
        realtime,
        commits,
      };
      const report = renderReport(figures);
      say(`\n${report}`);
      if (options.isAppended) await appendMeasured(report);
      return reachesTargets(figures);
    } finally {
      await market.stop();
    }
  } finally {
    await postgres.stop();
  }
}

/** One run as a line, printed when it has ended. */
export function describeRun(run: HistoryRun): string {
  const {
    round,
    contender,
    temperature,
    seconds,
    content,
    cpuSeconds,
    peakRssBytes,
    gateway,
    load,
  } = run;
  const events = content.logCount + content.transferCount;
  const cpu = cpuSeconds === undefined ? "" : `, ${cpuSeconds.toFixed(1)} CPU s`;
  const rss =
    peakRssBytes === undefined ? "" : `, ${Math.round(peakRssBytes / 1024 ** 2)} MB at most`;
  const proving =
    gateway === undefined
      ? ""
      : `, gateway ${gateway.cpuSeconds.toFixed(1)} CPU s, ${Math.round(gateway.peakRssBytes / 1024 ** 2)} MB, ${gateway.requests} requests, ${gateway.calls} calls`;
  return `round ${round} ${contender} ${temperature}: ${seconds.toFixed(1)} s, ${Math.round(events / seconds)} events/s, ${content.rows} rows${cpu}${rss}${proving}, load before ${load.toFixed(1)}`;
}

/** Passes on a fraction as a line, ten times at most. */
export function everyTenth(say: (line: string) => void): (fraction: number) => void {
  let next = 0.1;
  return (fraction) => {
    if (fraction < next) return;
    say(`playing the market: ${Math.round(fraction * 100)} %`);
    next = Math.floor(fraction * 10 + 1) / 10;
  };
}
