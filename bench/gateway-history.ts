import { BARE, BARE_AHEAD, BARE_GATEWAY, STOCK } from "./contender.ts";
import { gatewayLines, missedByGateway } from "./gateway-report.ts";
import { measureHistory } from "./history.ts";
import { describeRun, everyTenth } from "./indexing.ts";
import { describeMachine, describeMoment } from "./machine.ts";
import { appendMeasured } from "./measured.ts";
import { startBenchPostgres } from "./postgres.ts";
import { runTable } from "./report.ts";
import { startSparseChain } from "./sparse-chain.ts";

export type GatewayHistoryOptions = {
  events: number;
  rounds: number;
  /** Whether Ponder with its RPC listed once runs as well, which takes minutes. */
  hasStock: boolean;
  isAppended: boolean;
  say: (line: string) => void;
};

/**
 * Measures what the gateway costs or saves on a history of many blocks with one transaction each,
 * where fetching is what takes the time: bare Ponder alone, behind the gateway, and behind one that
 * writes ahead.
 * @returns whether every target was reached
 */
export async function benchGateway(options: GatewayHistoryOptions): Promise<boolean> {
  const { events, rounds, hasStock, say } = options;
  const machine = describeMachine();
  say(`machine: ${machine}`);
  const postgres = await startBenchPostgres();
  try {
    const market = await startSparseChain(events, everyTenth(say));
    try {
      say(`history: ${market.logs} logs in ${market.blocks} blocks`);
      const runs = await measureHistory({
        ...{ postgres, market, rounds },
        contenders: [BARE, BARE_GATEWAY, BARE_AHEAD, ...(hasStock ? [STOCK] : [])],
        temperatures: ["cold"],
        onRun: (run) => say(describeRun(run)),
      });
      const lines = [
        `### Gateway: ${events} events, ${describeMoment()}`,
        "",
        `Machine: ${machine}.`,
        "",
        `History: ${market.logs} forged logs in ${market.blocks} blocks, twenty in one transaction of each. Bare Ponder in each run, cold, in turns, RPC listed 64 times (stock: once). The clock runs from the start of the process, or of a gateway that has proved nothing yet, to the last row readable. Medians of ${rounds} rounds.`,
        "",
        ...runTable(runs),
        "",
        ...gatewayLines(runs),
      ];
      const report = `${lines.join("\n")}\n`;
      say(`\n${report}`);
      if (options.isAppended) await appendMeasured(report);
      return !missedByGateway(runs);
    } finally {
      await market.stop();
    }
  } finally {
    await postgres.stop();
  }
}
