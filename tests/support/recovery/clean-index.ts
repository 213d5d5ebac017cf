import { type PonderProcess, startPonder } from "../ponder.ts";
import { createDatabase } from "../postgres.ts";
import type { LiveMarket } from "./live-market.ts";
import { indexDifferences } from "./tables.ts";

/** Longer than Ponder waits for the lock of a process that was killed, and than a busy machine needs. */
const DEADLINE_MS = 90_000;

/**
 * Waits until indexes have the chain as it is. Traffic goes on for a block: Ponder takes up what is
 * not final yet only when a block comes, and a block above all others can be of no earlier branch.
 */
export async function settle(market: LiveMarket, indexes: readonly PonderProcess[]): Promise<void> {
  await Promise.all(indexes.map(isLive));
  await market.play(1);
  const head = await market.chain.blockNumber();
  await Promise.all(indexes.map((index) => index.reached(head, DEADLINE_MS)));
}

async function isLive(index: PonderProcess): Promise<void> {
  await Promise.race([
    index.logged(/"Started live indexing"/, DEADLINE_MS),
    index.exited.then(() => {
      throw new Error(`the indexer ended\n${index.lines.slice(-25).join("\n")}`);
    }),
  ]);
}

/**
 * How an index differs from one that another Ponder, of the same sources, makes of the chain as it is
 * now in a database of its own.
 */
export async function differencesFromCleanIndex(
  market: LiveMarket,
  running: PonderProcess,
  serverUrl: string,
): ReturnType<typeof indexDifferences> {
  const clean = await startPonder({
    isMeasured: false,
    databaseUrl: await createDatabase(serverUrl),
    schema: "release_clean",
    deploymentsFile: running.options.deploymentsFile,
    root: running.options.root,
  });
  try {
    await settle(market, [running, clean]);
    return await indexDifferences(running.options, clean.options);
  } finally {
    await clean.stop();
  }
}
