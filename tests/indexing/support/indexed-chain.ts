import type { TestChain } from "../../support/anvil.ts";
import {
  type DeploymentsFile,
  type PonderOptions,
  type PonderProcess,
  startPonder,
  writeDeployments,
} from "../../support/ponder.ts";
import { startPostgres } from "../../support/postgres.ts";
import { openRows, type Rows } from "./rows.ts";

/** Enough blocks for what lies before them to be final, hence part of the backfill. */
export const FINALITY_BLOCKS = 40;

/** A busy machine takes its time; a hang still ends. */
export const INDEXING_DEADLINE_MS = 240_000;

/** What was played on a chain, as the indexer understood it. */
export type IndexedChain = {
  readonly databaseUrl: string;
  readonly deploymentsFile: string;
  readonly ponder: PonderProcess;
  readonly rows: Rows;
  stop(): Promise<void>;
};

/** Indexes all that has happened on a chain into a database of its own, up to the latest block. */
export async function indexChain(
  chain: TestChain,
  file: Omit<DeploymentsFile, "rpcUrl">,
  options: Partial<PonderOptions> = {},
): Promise<IndexedChain> {
  await chain.mineMany(FINALITY_BLOCKS);
  const postgres = await startPostgres();
  const deploymentsFile = writeDeployments({ rpcUrl: chain.url, ...file });
  const schema = "release_test";
  const ponder = await startPonder({
    databaseUrl: postgres.url,
    schema,
    deploymentsFile,
    ...options,
  });
  try {
    await ponder.reached((await chain.blockNumber()) - 1n, INDEXING_DEADLINE_MS);
    const rows = await openRows(postgres.url, schema);
    return {
      databaseUrl: postgres.url,
      deploymentsFile,
      ponder,
      rows,
      async stop() {
        await rows.close();
        await ponder.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await ponder.stop();
    await postgres.stop();
    throw error;
  }
}
