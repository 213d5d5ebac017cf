import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { comparePast, comparePresent, type Difference, describeDifference } from "./compare.ts";
import { findPublished } from "./history.ts";
import { inspectRelease, ReleaseRefused, readIndexedBlocks } from "./inspect.ts";
import { type Publication, type PublishOptions, publishRelease } from "./publish.ts";
import { quoteIdentifier } from "./quote.ts";

/** How often both releases are looked at. */
const LOOK_MS = 500;

/** Looks at level releases that must all find differences: one may fall into a reorganisation. */
const PATIENCE_LOOKS = 5;

/** A published release that has not moved for so long has no indexer any more. */
const ABANDONED_MS = 30_000;

/** Differences that are listed; the rest is counted. */
const SHOWN = 20;

export type SwitchOptions = Pick<PublishOptions, "onRetry"> & {
  /** Publish although totals differ, as they do when the new release counts otherwise. */
  acceptsDifferences: boolean;
  /** Told what is waited for, each time that it changes. */
  onWait: (what: string) => void;
  signal: AbortSignal;
};

/**
 * Publishes a release once it has reached the published one: when both stand at the same block, their
 * counts and money totals are compared in one snapshot, and only equal ones let readers move over.
 *
 * @param adminUrl connection of an administrator: member of the owner and the indexer role
 * @throws ReleaseRefused when they differ, or while the index is being repaired
 */
export async function switchRelease(
  adminUrl: string,
  schema: string,
  { acceptsDifferences, onWait, onRetry, signal }: SwitchOptions,
): Promise<Publication> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: "valyra_release" });
  // A connection that is cut while idle is reported by the query that follows.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const judge = createJudge(client, schema);
    let said = "";
    for (;;) {
      signal.throwIfAborted();
      const verdict = await judge();
      if (typeof verdict !== "string") {
        if (verdict.length > 0 && !acceptsDifferences) throw differs(schema, verdict);
        break;
      }
      if (verdict !== said) onWait(verdict);
      said = verdict;
      await pause(LOOK_MS, undefined, { signal });
    }
  } finally {
    await client.end().catch(() => undefined);
  }
  return publishRelease(adminUrl, schema, onRetry === undefined ? {} : { onRetry });
}

/** Answers what is waited for, or the differences once they are certain. */
function createJudge(client: pg.Client, schema: string) {
  let looks = 0;
  let last: { block: string; since: number } | undefined;

  return async (): Promise<string | Difference[]> => {
    await refuseDuringRepair(client, schema);
    const missing = await describeMissing(client, schema);
    if (missing !== undefined) return missing;
    const published = await findPublished(client);
    if (published === undefined || published === schema) return [];
    const differences = await comparePresent(client, published, schema);
    if (differences !== undefined) {
      looks += 1;
      const isCertain = differences.length === 0 || looks >= PATIENCE_LOOKS;
      return isCertain ? differences : "the same totals in both releases";
    }
    const old = await readIndexedBlocks(client, `${quoteIdentifier(published)}.`);
    const next = await readIndexedBlocks(client, `${quoteIdentifier(schema)}.`);
    const block = [...old].join();
    if (last?.block !== block) last = { block, since: performance.now() };
    const isAhead = [...old].every(([chainId, at]) => (next.get(chainId) ?? -1n) > at);
    if (!isAhead || performance.now() - last.since < ABANDONED_MS) {
      return `${schema} and ${published} to stand at the same block`;
    }
    // Nobody writes the published release: what it has is compared, up to where it ends.
    const [end = 0n] = old.values();
    return comparePast(client, published, schema, end + 1n);
  };
}

async function describeMissing(client: pg.Client, schema: string): Promise<string | undefined> {
  try {
    await inspectRelease(client, schema);
    return undefined;
  } catch (error) {
    if (error instanceof ReleaseRefused) return error.reasons.join("; ");
    throw error;
  }
}

async function refuseDuringRepair(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ reason: string }>(
    "SELECT reason FROM app.repair WHERE finished_at IS NULL ORDER BY id LIMIT 1",
  );
  if (rows[0] === undefined) return;
  throw new ReleaseRefused(schema, [
    `the index is being repaired (${rows[0].reason}): wait until that has ended, then start this release anew`,
  ]);
}

function differs(schema: string, differences: readonly Difference[]): ReleaseRefused {
  return new ReleaseRefused(schema, [
    ...differences.slice(0, SHOWN).map(describeDifference),
    ...(differences.length > SHOWN ? [`and ${differences.length - SHOWN} more`] : []),
    "publish it all the same with --accept-differences, if the new release is meant to differ",
  ]);
}
