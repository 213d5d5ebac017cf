import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { ADVISORY_LOCK_CLASSES } from "../../core/db/advisory-locks.ts";
import { type Fence, writerName } from "../../core/db/fence.ts";
import { quoteIdentifier } from "../../core/release/quote.ts";
import { type CacheUse, TERMINATION_TIMEOUT_MS, takeCache } from "./cache-lock.ts";

/** How often the session that holds the lock is asked whether it still lives. */
const HEARTBEAT_MS = 1_000;

/** Longest wait for that answer: after it the session counts as lost. */
const ANSWER_TIMEOUT_MS = 5_000;

/** Longest read beside the lock: it must not keep the question whether the session lives waiting. */
const READ_TIMEOUT_MS = 2_000;

/** How often a supervisor that stands by looks whether it may take over. */
const STANDBY_MS = 500;

/** Seconds until the server gives up a supervisor whose machine is gone: 10, then five times 2. */
const KEEPALIVE = `
  SET tcp_keepalives_idle = 10;
  SET tcp_keepalives_interval = 2;
  SET tcp_keepalives_count = 5`;

const MAX_TOKEN = 2 ** 31 - 1;

/** The right to run the one writer of some schemas, for as long as a session of ours lives. */
export type Lease = {
  /** What the writer shows with every connection. */
  fence: Fence;
  /** The session that holds the lock, for short reads beside it. */
  client: pg.Client;
  /** When Postgres was started, as it says itself. */
  postmasterStartedAt: string;
  /** Ends, with the reason, when the session has ended without our doing. */
  lost: Promise<string>;
  /** Gives the lock back; the writer must have ended before. */
  release(): Promise<void>;
};

export type LeaseOptions = {
  /** Connection of the role that writes the schemas. */
  databaseUrl: string;
  /** The writer's schema first, then any other that nobody may write meanwhile. */
  schemas: readonly [string, ...string[]];
  chainId: number;
  /** Whether the writer shares what was fetched of the chain, or nobody may use it meanwhile. */
  cache: CacheUse;
  signal: AbortSignal;
  /** Told once when another supervisor holds the lock. */
  onStandby: () => void;
};

/**
 * Waits for the lock, then makes sure that no writer of an earlier holder can write any more: its
 * connections are ended, and new ones are refused because its token went with its holder's session.
 *
 * @throws when the database cannot be reached, or the signal ends the wait
 */
export async function acquireLease(options: LeaseOptions): Promise<Lease> {
  const { databaseUrl, schemas, signal } = options;
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: "valyra_supervisor",
    connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
    query_timeout: TERMINATION_TIMEOUT_MS + ANSWER_TIMEOUT_MS,
  });
  const ended = new Promise<string>((resolve) => {
    client.on("error", (error) => resolve(`the connection broke (${error.message})`));
    client.on("end", () => resolve("the connection was closed"));
  });
  try {
    await client.connect();
    await client.query(KEEPALIVE);
    for (const schema of [...schemas].sort()) await lockSchema(client, schema, options);
    await takeCache(client, options);
    const fence = { schema: schemas[0], token: await lockToken(client) };
    for (const schema of schemas) {
      await endWriters(client, schema);
      await unlockSchema(client, schema);
    }
    await client.query(`SET statement_timeout = ${READ_TIMEOUT_MS}`);
    const postmasterStartedAt = await readStart(client);
    const closing = new AbortController();
    return {
      fence,
      client,
      postmasterStartedAt,
      lost: Promise.race([ended, watchSession(client, postmasterStartedAt, closing.signal)]),
      async release() {
        closing.abort();
        await client.end().catch(() => undefined);
      },
    };
  } catch (error) {
    await client.end().catch(() => undefined);
    signal.throwIfAborted();
    throw error;
  }
}

async function lockSchema(client: pg.Client, schema: string, { signal, onStandby }: LeaseOptions) {
  for (let isFirst = true; ; isFirst = false) {
    signal.throwIfAborted();
    const { rows } = await client.query<{ isMine: boolean }>(
      'SELECT pg_try_advisory_lock($1, hashtext($2)) AS "isMine"',
      [ADVISORY_LOCK_CLASSES.writer, schema],
    );
    if (rows[0]?.isMine === true) return;
    if (isFirst) onStandby();
    await pause(STANDBY_MS, undefined, { signal });
  }
}

async function lockToken(client: pg.Client): Promise<number> {
  for (;;) {
    const token = randomInt(1, MAX_TOKEN);
    const { rows } = await client.query<{ isMine: boolean }>(
      'SELECT pg_try_advisory_lock($1, $2) AS "isMine"',
      [ADVISORY_LOCK_CLASSES.fence, token],
    );
    if (rows[0]?.isMine === true) return token;
  }
}

async function endWriters(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ hasEnded: boolean }>(
    `SELECT pg_terminate_backend(pid, $2) AS "hasEnded" FROM pg_stat_activity
     WHERE application_name = $1 AND datname = current_database()`,
    [writerName(schema), TERMINATION_TIMEOUT_MS],
  );
  if (rows.some(({ hasEnded }) => !hasEnded)) {
    throw new Error(`a connection of the last writer of ${schema} does not end`);
  }
}

/**
 * Takes Ponder's own lock away from a writer that is known to be dead, so that the next one need not
 * wait until it expires. A Ponder that runs without a supervisor keeps it.
 */
async function unlockSchema(client: pg.Client, schema: string): Promise<void> {
  const meta = `${quoteIdentifier(schema)}._ponder_meta`;
  const { rows } = await client.query<{ isThere: boolean; isForeign: boolean }>(
    `SELECT to_regclass($1) IS NOT NULL AS "isThere",
       EXISTS (
         SELECT 1 FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = ANY ($2)
       ) AS "isForeign"`,
    [meta, [`${schema}_internal`, `${schema}_user`]],
  );
  if (rows[0]?.isThere !== true || rows[0].isForeign) return;
  await client.query(
    `UPDATE ${meta} SET value = jsonb_set(value, '{is_locked}', '0') WHERE key = 'app'`,
  );
}

async function readStart(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ at: string }>(
    "SELECT pg_postmaster_start_time()::text AS at",
  );
  return rows[0]?.at ?? "";
}

/** Asks the session again and again; resolves with what is wrong with it. */
async function watchSession(client: pg.Client, startedAt: string, signal: AbortSignal) {
  while (!signal.aborted) {
    await pause(HEARTBEAT_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) break;
    try {
      const at = await withinTime(readStart(client));
      if (at !== startedAt) return `Postgres was started anew at ${at}`;
    } catch (error) {
      return `Postgres does not answer (${error instanceof Error ? error.message : String(error)})`;
    }
  }
  return "the lock was given back";
}

async function withinTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const cancel = new AbortController();
  const late = pause(ANSWER_TIMEOUT_MS, undefined, { signal: cancel.signal }).then(
    () => Promise.reject(new Error("no answer in time")),
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    cancel.abort();
  }
}
