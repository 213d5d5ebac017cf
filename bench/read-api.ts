import { once } from "node:events";
import { startBenchChain } from "./chain.ts";
import { describeMachine, describeMoment } from "./machine.ts";
import { appendMeasured } from "./measured.ts";
import { startBenchPostgres, withClient } from "./postgres.ts";
import { announceBlocks } from "./read-api/blocks.ts";
import { buildDataset, type DatasetSize } from "./read-api/dataset.ts";
import { measureEndpoints, renderEndpoints } from "./read-api/endpoints.ts";
import { type LoadResult, putLoad, type Question } from "./read-api/load.ts";
import { askHandWritten, askOurs, askPonder } from "./read-api/questions.ts";
import {
  CONTENDERS,
  type ContenderName,
  reachesReadTargets,
  renderReadReport,
} from "./read-api/report.ts";
import { startOurApi, startPonderGraphql, startYardstick } from "./read-api/servers.ts";
import { TIMING_FLAGS, timeStatements } from "./read-api/statement-times.ts";

/** Events of the real market that the rows are copied from. */
const TEMPLATE_EVENTS = 1_500;

export type ReadOptions = DatasetSize & {
  rounds: number;
  /** Seconds of load on each contender in each round. */
  seconds: number;
  isAppended: boolean;
  /** Whether to wait for a line on stdin before anything is timed, so that a shared machine can rest. */
  isPausing: boolean;
  say: (line: string) => void;
};

/** Seconds of load on each address of the API. */
const ENDPOINT_SECONDS = 2;

type Task = { url: string; questions: readonly Question[] };

/**
 * Measures pages of listings against Ponder's GraphQL, a route written by hand and a hello.
 * @returns whether every target was reached.
 */
export async function benchReadApi(options: ReadOptions): Promise<boolean> {
  const { say } = options;
  const pause = async (what: string) => {
    if (!options.isPausing) return;
    say(`ready to time ${what}: press Enter`);
    await once(process.stdin, "data");
    process.stdin.pause();
  };
  const postgres = await startBenchPostgres(TIMING_FLAGS);
  const closers: (() => Promise<void>)[] = [];
  try {
    const market = await startBenchChain(TEMPLATE_EVENTS, () => undefined);
    try {
      const dataset = await buildDataset(postgres, market, options);
      say(`${options.listings} listings and ${options.activities} activity rows are there`);
      const path = market.deploymentsPath;
      const ours = await startOurApi(dataset, path);
      const ponder = await startPonderGraphql(dataset, path);
      const yardstick = await startYardstick(dataset, path);
      closers.push(...[ours, ponder, yardstick].map((server) => () => server.stop()));
      const tasks = await tasksFor(ours.url, ponder.url, yardstick.url);
      const blocks = announceBlocks(dataset);
      closers.push(() => blocks.stop());
      await pause("the pages");
      const machine = describeMachine();
      say(`machine: ${machine}`);
      const rounds = new Map<ContenderName, LoadResult[]>();
      for (let round = 1; round <= options.rounds; round += 1) {
        for (const name of round % 2 === 1 ? CONTENDERS : CONTENDERS.toReversed()) {
          const { url, questions } = tasks[name];
          const result = await putLoad(url, questions, options.seconds);
          rounds.set(name, [...(rounds.get(name) ?? []), result]);
          say(
            `round ${round} ${name}: ${Math.round(result.requestsPerSecond)} requests/s, p95 ${result.p95.toFixed(1)} ms${result.failed && `, failed: ${result.failed}`}`,
          );
        }
      }
      const heading = `${options.listings} listings, ${describeMoment()}`;
      await pause("every address");
      const endpoints = await withClient(dataset.adminUrl, async (admin) =>
        measureEndpoints(
          ours.url,
          { seconds: ENDPOINT_SECONDS, statements: await timeStatements(admin, "valyra_api") },
          ({ path, result }) => say(`${path}: p95 ${result.p95.toFixed(1)} ms`),
        ),
      );
      const report = [
        renderReadReport(heading, `Machine: ${machine}.`, rounds),
        renderEndpoints(endpoints, options),
      ].join("\n");
      say(`\n${report}`);
      if (options.isAppended) await appendMeasured(report);
      return reachesReadTargets(rounds);
    } finally {
      for (const close of closers) await close();
      await market.stop();
    }
  } finally {
    await postgres.stop();
  }
}

async function tasksFor(
  ours: string,
  ponder: string,
  yardstick: string,
): Promise<Record<ContenderName, Task>> {
  const [ourPages, ponderPages, handPages] = [
    await askOurs(ours),
    await askPonder(ponder),
    await askHandWritten(yardstick),
  ];
  return {
    "ours, distinct pages": { url: ours, questions: ourPages.distinct },
    "hand-written, distinct pages": { url: yardstick, questions: handPages.distinct },
    "Ponder GraphQL, distinct pages": { url: ponder, questions: ponderPages.distinct },
    "ours, one page": { url: ours, questions: ourPages.same },
    "hand-written, one page": { url: yardstick, questions: handPages.same },
    "Ponder GraphQL, one page": { url: ponder, questions: ponderPages.same },
    "hello, same middleware": { url: yardstick, questions: [{ path: "/v1/hello" }] },
    "hello, bare": { url: yardstick, questions: [{ path: "/bare/hello" }] },
  };
}
