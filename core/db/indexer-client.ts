import pg from "pg";
import { type Fence, fenceOf, hasFence } from "./fence.ts";
import { ReorganisationLocks } from "./reorganisation-locks.ts";

const READONLY_POOL = /^(.+)_readonly$/;
const SYNC_POOL = "ponder_sync";

/**
 * Ponder remembers what it read from contracts by block number, and forgets what it read at blocks
 * that are replaced while it looks. After a crash nobody has looked: a read at a block that is not
 * final may be of a block that is gone, for this release and for any later one. Blocks are final up
 * to the latest whose logs it remembers.
 */
const FORGET_READS_NOT_FINAL = `DO $$ BEGIN
  IF to_regclass('ponder_sync.rpc_request_results') IS NOT NULL
    AND to_regclass('ponder_sync.intervals') IS NOT NULL THEN
    DELETE FROM ponder_sync.rpc_request_results AS read
    USING (
      SELECT known.chain_id, coalesce(max(upper(blocks)), 0)::bigint AS first_open
      FROM (SELECT DISTINCT chain_id FROM ponder_sync.rpc_request_results) AS known
      LEFT JOIN ponder_sync.intervals USING (chain_id)
      GROUP BY known.chain_id
    ) AS chain
    WHERE read.chain_id = chain.chain_id AND read.block_number >= chain.first_open;
  END IF;
END $$`;

/**
 * The Postgres client that the indexer hands to Ponder in place of Ponder's own. That one switches
 * `synchronous_commit` off, so that a crash of Postgres loses blocks that were already acknowledged;
 * this one switches it on. As it replaces the client of every pool, it also restates the
 * protections of the read-only pool behind GraphQL and SQL over HTTP, which is known by its
 * application name. The first connection of a process to what Ponder remembers of the chain
 * forgets what a crash may have left there. Before Ponder takes rows back it waits for all tables at
 * once. Under a supervisor every connection that writes shows its fence first: an indexer whose
 * supervisor has lost its lock ends itself instead.
 */
export class IndexerClient extends pg.Client {
  static #hasForgotten = false;
  readonly #settings: string;
  readonly #isSync: boolean;
  readonly #fence: Fence | undefined;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (...parameters: unknown[]) => unknown;
    const locks = new ReorganisationLocks();
    this.query = ((...parameters: unknown[]) => {
      const first = locks.before(textOf(parameters[0]));
      // If it fails, so does the statement behind it, whose sender hears of it.
      if (first !== undefined) (send(first) as Promise<unknown>).catch(() => undefined);
      return send(...parameters.map(withoutNulIn));
    }) as typeof this.query;
    const name = typeof config === "object" ? (config.application_name ?? "") : "";
    const schema = READONLY_POOL.exec(name)?.[1];
    this.#isSync = name === SYNC_POOL;
    this.#fence = schema === undefined ? fenceOf(config) : undefined;
    this.#settings = schema
      ? `SET search_path = ${pg.escapeIdentifier(schema)};
         SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY;
         SET lock_timeout = '500ms';`
      : `SET synchronous_commit = on;
         SET idle_in_transaction_session_timeout = '1h';`;
  }

  override connect(): Promise<this>;
  override connect(callback: (error: Error) => void): void;
  override connect(callback?: (error: Error) => void): Promise<this> | undefined {
    const connected = super.connect().then(async () => {
      await this.query(this.#settings);
      if (this.#fence !== undefined && !(await hasFence(this, this.#fence))) endFenced();
      if (this.#isSync && !IndexerClient.#hasForgotten) {
        await this.query(FORGET_READS_NOT_FINAL);
        IndexerClient.#hasForgotten = true;
      }
      return this;
    });
    if (!callback) return connected;
    // pg-pool calls back with no argument on success, whatever the declared type says.
    connected.then(() => (callback as () => void)(), callback);
    return undefined;
  }
}

/** Text of what is given to `query` first: itself, or a configuration, or a query under way. */
function textOf(statement: unknown): string {
  if (typeof statement === "string") return statement;
  const isTold = typeof statement === "object" && statement !== null && "text" in statement;
  return isTold && typeof statement.text === "string" ? statement.text : "";
}

/** At once and by force: an orderly end would write that the schema is free, which it is not. */
function endFenced(): never {
  process.stderr.write("indexer: another supervisor runs this release, so this process ends\n");
  process.kill(process.pid, "SIGKILL");
  throw new Error("the fence of this process is gone");
}

/**
 * Postgres takes no NUL in a text. Rows hold none, but Ponder looks rows up ahead by keys that it
 * guesses from event arguments: a title that once equalled a key makes it try later titles, and one
 * with a NUL would end the indexer. Such a key matches nothing, with or without it.
 *
 * @param parameter one parameter of `query`: a text, a configuration, the values or a callback
 */
function withoutNulIn(parameter: unknown): unknown {
  if (Array.isArray(parameter)) return withoutNuls(parameter);
  if (typeof parameter === "object" && parameter !== null && "values" in parameter) {
    const { values } = parameter;
    // A query that is under way already is an object of its own class and has to stay itself.
    if (Array.isArray(values)) parameter.values = withoutNuls(values);
  }
  return parameter;
}

/** A backfill passes millions of values and hardly ever a NUL, so they are looked at before a copy. */
function withoutNuls(values: readonly unknown[]): readonly unknown[] {
  return values.some(hasNul) ? values.map(withoutNul) : values;
}

const hasNul = (value: unknown) => typeof value === "string" && value.includes("\0");

const withoutNul = (value: unknown) =>
  typeof value === "string" ? value.replaceAll("\0", "") : value;
