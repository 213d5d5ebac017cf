import type { BenchPostgres } from "./postgres.ts";
import { withClient } from "./postgres.ts";
import { median, percentile } from "./statistics.ts";

/** About as many as the rows of one live block. */
const ROWS = 20;
const COMMITS = 300;

/** Milliseconds that transactions of one block's rows take, with their commits on disk and without. */
export type CommitCost = { on: number[]; off: number[] };

/**
 * What it costs that an acknowledged block is on disk (ADR 9): transactions of twenty rows, one by one,
 * with `synchronous_commit` on and off in turns.
 */
export async function measureCommits(postgres: BenchPostgres): Promise<CommitCost> {
  const url = await postgres.createDatabase("commit_cost");
  try {
    return await withClient(url, async (client) => {
      await client.query(
        "CREATE TABLE block_row (block int, place int, PRIMARY KEY (block, place))",
      );
      const cost: CommitCost = { on: [], off: [] };
      for (let block = 0; block < 2 * COMMITS; block += 1) {
        const way = block % 2 === 0 ? "on" : "off";
        await client.query(`SET synchronous_commit = ${way}`);
        const startedAt = performance.now();
        await client.query("BEGIN");
        await client.query("INSERT INTO block_row SELECT $1, generate_series(1, $2::int)", [
          block,
          ROWS,
        ]);
        await client.query("COMMIT");
        cost[way].push(performance.now() - startedAt);
      }
      return cost;
    });
  } finally {
    await postgres.dropDatabase("commit_cost");
  }
}

/** The cost as one line of a report. */
export function commitLine({ on, off }: CommitCost): string {
  const figures = (times: readonly number[]) =>
    `p50 ${median(times).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms`;
  return `- One live block's rows committed to disk (synchronous_commit on): ${figures(on)}; without waiting for the disk: ${figures(off)}; ${on.length} of each, in turns`;
}
