import os from "node:os";
import type { BenchChain } from "./chain.ts";
import { BARE, type Contender, OURS, startContender } from "./contender.ts";
import { type BenchPostgres, withClient } from "./postgres.ts";
import { type IndexContent, readContent } from "./row-check.ts";

/** Longest that one run may take, milliseconds. */
const RUN_DEADLINE_MS = 600_000;

/** Cold: nothing was fetched before. Warm: everything comes from Ponder's own RPC cache. */
export type Temperature = "cold" | "warm";

/** One run of one contender. */
export type HistoryRun = {
  contender: Contender["name"];
  temperature: Temperature;
  round: number;
  /** From the start of the process to the last row readable by primary key. */
  seconds: number;
  cpuSeconds: number | undefined;
  peakRssBytes: number | undefined;
  /** Load of the machine before the run, averaged over a minute. */
  load: number;
  content: IndexContent;
};

export type HistoryOptions = {
  postgres: BenchPostgres;
  market: BenchChain;
  rounds: number;
  profileFolder?: string;
  onRun: (run: HistoryRun) => void;
};

/** The contents differ: whatever was fast was also wrong, so no figure counts. */
export class ContentsDiffer extends Error {
  override name = "ContentsDiffer";
}

/**
 * Indexes the same history with both contenders, in turns, so that a busy minute hurts both alike.
 * The order alternates from round to round.
 */
export async function measureHistory(options: HistoryOptions): Promise<HistoryRun[]> {
  const { postgres, rounds, onRun } = options;
  const runs: HistoryRun[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const order = round % 2 === 1 ? [OURS, BARE] : [BARE, OURS];
    const databases = new Map<Contender, string>();
    for (const contender of order) {
      databases.set(contender, await postgres.createDatabase(`${contender.name}_${round}`));
    }
    for (const temperature of ["cold", "warm"] as const) {
      for (const contender of order) {
        const databaseUrl = databases.get(contender) ?? "";
        const run = await measureRun(options, { contender, temperature, round, databaseUrl });
        checkContent(run, options.market, runs);
        runs.push(run);
        onRun(run);
      }
    }
    for (const contender of order) await postgres.dropDatabase(`${contender.name}_${round}`);
  }
  return runs;
}

async function measureRun(
  { market, profileFolder }: HistoryOptions,
  task: { contender: Contender; temperature: Temperature; round: number; databaseUrl: string },
): Promise<HistoryRun> {
  const { contender, temperature, round, databaseUrl } = task;
  const schema = `release_${temperature}`;
  const [load = 0] = os.loadavg();
  const process = await startContender({
    contender,
    databaseUrl,
    schema,
    deploymentsPath: market.deploymentsPath,
    profileFolder: contender === OURS ? profileFolder : undefined,
  });
  try {
    const milliseconds = await process.waitForRow(market.last, RUN_DEADLINE_MS);
    const usage = await process.usage();
    const content = await withClient(databaseUrl, (client) =>
      readContent(client, contender, schema),
    );
    return {
      contender: contender.name,
      temperature,
      round,
      seconds: milliseconds / 1_000,
      cpuSeconds: usage?.cpuSeconds,
      peakRssBytes: usage?.peakRssBytes,
      load,
      content,
    };
  } finally {
    await process.stop();
  }
}

/** Right before fast: both must have the same logs and transfers, and no fewer than the chain. */
function checkContent(run: HistoryRun, market: BenchChain, earlier: readonly HistoryRun[]): void {
  const { logs, transfers, logCount } = run.content;
  const other = earlier[0]?.content ?? run.content;
  if (logs !== other.logs || transfers !== other.transfers) {
    throw new ContentsDiffer(
      `${run.contender} (${run.temperature}) has logs ${logs} and transfers ${transfers}, where the first run had ${other.logs} and ${other.transfers}`,
    );
  }
  if (logCount !== market.logs) {
    throw new ContentsDiffer(`${logCount} rows for the ${market.logs} logs of the chain`);
  }
}
