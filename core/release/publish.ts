import pRetry, { AbortError } from "p-retry";
import pg from "pg";
import { ADVISORY_LOCKS } from "../db/advisory-locks.ts";
import { OWNER_ROLE } from "../db/roles.ts";
import { DICTIONARY } from "./dictionary.ts";
import { inspectRelease, type Release, ReleaseRefused, readIndexedBlocks } from "./inspect.ts";
import { type ExistingViews, planDrop, planOwnerAccess, planPublication } from "./plan.ts";

/** Waiting for a lock ends before Postgres looks for deadlocks (1 s), so no reader is ever killed. */
const LOCK_TIMEOUT_MS = 250;
const DROP_TIMEOUT_MS = 700;

/** lock_not_available, query_canceled, deadlock_detected: readers were in the way, try again. */
const RETRYABLE = new Set(["55P03", "57014", "40P01"]);

const DEFAULT_MAX_BEHIND_BLOCKS = 50n;
const DEFAULT_RETRIES = 30;

export type PublishOptions = {
  /** How many blocks the new release may be behind the published one. */
  maxBehindBlocks?: bigint;
  /** Publish although the release is behind, or lacks a chain that is published. */
  isForced?: boolean;
  /** How often to try again when readers hold the views. */
  retries?: number;
  /** Told before each statement: its position, its text and the server process that will run it. */
  onStatement?: (statement: Statement) => Promise<void> | void;
  /** Told when readers were in the way and another attempt follows. */
  onRetry?: (attempt: number, reason: string) => void;
};

export type Statement = { position: number; text: string; processId: number };

/** What was published. */
export type Publication = { schema: string; buildId: string; indexedBlocks: Map<number, bigint> };

/**
 * Points the views of `indexed` and `analytics` at a release, in one transaction: readers see the
 * old release or the new one, complete with grants and comments, and a process killed at any point
 * leaves the old one in place.
 *
 * @param adminUrl connection of an administrator: member of the owner and the indexer role
 * @throws ReleaseRefused when the release must not be published
 */
export function publishRelease(
  adminUrl: string,
  schema: string,
  options: PublishOptions = {},
): Promise<Publication> {
  return pRetry(
    async () => {
      const client = new pg.Client({
        connectionString: adminUrl,
        application_name: "valyra_release",
      });
      // A connection that is cut while idle is reported by the query that follows.
      client.on("error", () => undefined);
      await client.connect();
      try {
        return await publishOnce(client, schema, options);
      } catch (error) {
        if (isRetryable(error)) throw error;
        throw new AbortError(error instanceof Error ? error : String(error));
      } finally {
        await client.end().catch(() => undefined);
      }
    },
    {
      retries: options.retries ?? DEFAULT_RETRIES,
      minTimeout: 50,
      maxTimeout: 1_000,
      randomize: true,
      onFailedAttempt: ({ error, attemptNumber }) => {
        options.onRetry?.(attemptNumber, error.message);
      },
    },
  );
}

async function publishOnce(
  client: pg.Client,
  schema: string,
  options: PublishOptions,
): Promise<Publication> {
  const run = statementRunner(client, options.onStatement);
  await run("BEGIN");
  await run(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
  await run(`SELECT pg_advisory_xact_lock(${ADVISORY_LOCKS.publication})`);
  const release = await inspectRelease(client, schema);
  const existing = await readExistingViews(client);
  if (options.isForced !== true) {
    await refuseRelapse(client, release, existing, options.maxBehindBlocks);
  }
  for (const statement of planOwnerAccess(release, OWNER_ROLE)) await run(statement);
  await run(`SET LOCAL ROLE ${OWNER_ROLE}`);
  const drop = planDrop(existing);
  if (drop !== undefined) {
    await run(`SET LOCAL statement_timeout = ${DROP_TIMEOUT_MS}`);
    await run(drop);
    await run("SET LOCAL statement_timeout = DEFAULT");
  }
  for (const statement of planPublication(release, DICTIONARY)) await run(statement);
  await run("COMMIT");
  return { schema, buildId: release.buildId, indexedBlocks: release.indexedBlocks };
}

function statementRunner(client: pg.Client, onStatement: PublishOptions["onStatement"]) {
  let position = 0;
  return async (text: string) => {
    // Held by the client since the handshake, but missing from its published types.
    const { processID } = client as pg.Client & { processID: number };
    await onStatement?.({ position, text, processId: processID });
    position += 1;
    await client.query(text);
  };
}

async function readExistingViews(client: pg.ClientBase): Promise<ExistingViews> {
  const { rows } = await client.query<{ schema: keyof ExistingViews; name: string }>(
    `SELECT schemaname AS schema, viewname AS name FROM pg_views
     WHERE schemaname IN ('indexed', 'analytics') ORDER BY schemaname DESC, viewname`,
  );
  const namesIn = (schema: string) =>
    rows.filter((row) => row.schema === schema).map((row) => row.name);
  return { indexed: namesIn("indexed"), analytics: namesIn("analytics") };
}

/** Readers must not be sent back in time by a release that has not caught up with the current one. */
async function refuseRelapse(
  client: pg.ClientBase,
  release: Release,
  existing: ExistingViews,
  maxBehindBlocks = DEFAULT_MAX_BEHIND_BLOCKS,
): Promise<void> {
  if (!existing.indexed.includes("_ponder_checkpoint")) return;
  const published = await readIndexedBlocks(client, "indexed.");
  const reasons = [...published].flatMap(([chainId, block]) => {
    const indexed = release.indexedBlocks.get(chainId);
    if (indexed === undefined) return [`it does not index chain ${chainId}, which is published`];
    if (block - indexed <= maxBehindBlocks) return [];
    return [
      `chain ${chainId} is indexed to block ${indexed}, ${block - indexed} behind the published release`,
    ];
  });
  if (reasons.length > 0) {
    throw new ReleaseRefused(release.schema, [...reasons, "publish it anyway with --force"]);
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && "code" in error && RETRYABLE.has(String(error.code));
}
