import os from "node:os";
import { migrateToLatest } from "../core/db/migrate.ts";
import type { BenchChain } from "./chain.ts";
import { type Contender, type ContenderName, OURS, startContender } from "./contender.ts";
import { type GatewayUsage, launchGateway } from "./gateway.ts";
import { type BenchPostgres, withClient } from "./postgres.ts";
import { type IndexContent, readContent } from "./row-check.ts";

/** Longest that one run may take, milliseconds. */
const RUN_DEADLINE_MS = 600_000;

/** Cold: nothing was fetched before. Warm: everything comes from Ponder's own RPC cache. */
export type Temperature = "cold" | "warm";

/** One run of one contender. */
export type HistoryRun = {
  contender: ContenderName;
  temperature: Temperature;
  round: number;
  /** From the start of the process, or of the gateway just before it, to the last row readable by primary key. */
  seconds: number;
  cpuSeconds: number | undefined;
  peakRssBytes: number | undefined;
  /** Of the gateway in front, where there is one. */
  gateway: GatewayUsage | undefined;
  /** Load of the machine before the run, averaged over a minute. */
  load: number;
  content: IndexContent;
};

export type HistoryOptions = {
  postgres: BenchPostgres;
  market: BenchChain;
  rounds: number;
  /** Who runs, in the order of the first round. */
  contenders: readonly Contender[];
  temperatures: readonly Temperature[];
  profileFolder?: string;
  onRun: (run: HistoryRun) => void;
};

/** The contents differ: whatever was fast was also wrong, so no figure counts. */
export class ContentsDiffer extends Error {
  override name = "ContentsDiffer";
}

/**
 * Indexes the same history with all contenders, in turns, so that a busy minute hurts all alike.
 * The order alternates from round to round.
 */
export async function measureHistory(options: HistoryOptions): Promise<HistoryRun[]> {
  const { postgres, rounds, contenders, temperatures, onRun } = options;
  const runs: HistoryRun[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const order = round % 2 === 1 ? contenders : contenders.toReversed();
    const databases = new Map<Contender, string>();
    for (const contender of order) {
      databases.set(contender, await postgres.createDatabase(`${contender.key}_${round}`));
    }
    for (const temperature of temperatures) {
      // From Ponder's own cache nothing is fetched, so only how it was fetched tells these apart.
      const running = order.filter((it) => temperature === "cold" || it.route === "64 entries");
      for (const contender of running) {
        const databaseUrl = databases.get(contender) ?? "";
        const run = await measureRun(options, { contender, temperature, round, databaseUrl });
        checkContent(run, options.market, runs);
        runs.push(run);
        onRun(run);
      }
    }
    for (const contender of order) await postgres.dropDatabase(`${contender.key}_${round}`);
  }
  return runs;
}

async function measureRun(
  { market, profileFolder }: HistoryOptions,
  task: { contender: Contender; temperature: Temperature; round: number; databaseUrl: string },
): Promise<HistoryRun> {
  const { contender, temperature, round, databaseUrl } = task;
  const schema = `release_${temperature}`;
  const { deploymentsPath } = market;
  const isWrittenAhead = contender.route === "gateway that writes ahead";
  const hasGateway = isWrittenAhead || contender.route === "gateway";
  if (hasGateway) await migrateToLatest(databaseUrl);
  const [load = 0] = os.loadavg();
  const startedAt = performance.now();
  const gateway = hasGateway
    ? await launchGateway({ deploymentsPath, databaseUrl, isWrittenAhead, profileFolder })
    : undefined;
  try {
    const process = await startContender({
      ...{ contender, databaseUrl, schema, deploymentsPath, gatewayUrl: gateway?.url },
      profileFolder: contender === OURS ? profileFolder : undefined,
    });
    try {
      await gateway?.started;
      await process.waitForRow(market.last, RUN_DEADLINE_MS);
      const seconds = (performance.now() - startedAt) / 1_000;
      const [usage, gatewayUsage] = await Promise.all([process.usage(), gateway?.usage()]);
      const content = await withClient(databaseUrl, (client) =>
        readContent(client, contender, schema),
      );
      return {
        ...{ contender: contender.name, temperature, round, seconds, load, content },
        cpuSeconds: usage?.cpuSeconds,
        peakRssBytes: usage?.peakRssBytes,
        gateway: gatewayUsage,
      };
    } finally {
      await process.stop();
    }
  } finally {
    await gateway?.stop();
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
