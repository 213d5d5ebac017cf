import pg from "pg";

const READONLY_POOL = /^(.+)_readonly$/;

/**
 * The Postgres client that the indexer hands to Ponder in place of Ponder's own. That one switches
 * `synchronous_commit` off, so that a crash of Postgres loses blocks that were already acknowledged;
 * this one switches it on. As it replaces the client of every pool, it also restates the
 * protections of the read-only pool behind GraphQL and SQL over HTTP, which is known by its
 * application name.
 */
export class IndexerClient extends pg.Client {
  readonly #settings: string;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const name = typeof config === "object" ? (config.application_name ?? "") : "";
    const schema = READONLY_POOL.exec(name)?.[1];
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
      return this;
    });
    if (!callback) return connected;
    // pg-pool calls back with no argument on success, whatever the declared type says.
    connected.then(() => (callback as () => void)(), callback);
    return undefined;
  }
}
