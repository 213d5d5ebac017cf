import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { type Child, startChild } from "../../devnet/processes/child.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { copyProject } from "../indexing/support/project-copy.ts";
import { indexedBlock, PROJECT_ROOT } from "../support/ponder.ts";
import { createDatabase, startPostgres } from "../support/postgres.ts";
import { type LiveMarket, openLiveMarket } from "../support/recovery/live-market.ts";
import { type Supervised, startSupervised } from "../support/supervised.ts";

const PASSWORD = "test-only";
const DEADLINE_MS = 120_000;

/** A look opens a connection: many a second would slow down what is waited for. */
const LOOK_EVERY_MS = 100;

/** What Ponder prints when it has its history and begins to follow the chain. */
const LIVE = '"Started live indexing"';

/** A market on a chain, indexed under a supervisor and published, with the roles of production. */
export type PublishedMarket = {
  market: LiveMarket;
  /** The administrator's connection, and one that is open. */
  url: string;
  admin: pg.Client;
  /** The indexer that fills the published release. */
  indexer: Supervised;
  /** Connection of a role. */
  urlOf(role: string): string;
  /** Starts `npm run indexer` as its role, with an administrator's connection for repairs. */
  start(schema: string, env?: Readonly<Record<string, string>>): Promise<Supervised>;
  /** Starts one of our commands, such as `scripts/release.ts --back`. */
  command(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Command>;
  stop(): Promise<void>;
};

/** A command of ours that runs, and what it has printed. */
export type Command = {
  child: Child;
  lines: readonly string[];
  /** Its exit code, once it has ended. */
  code(): Promise<number | null>;
};

type PublishedMarketOptions = {
  seed: string;
  schema: string;
  /** Blocks of traffic before the index is built. */
  history: number;
  /** Settings of every indexer, once the chain is there. */
  envOf?: (market: LiveMarket) => Promise<Readonly<Record<string, string>>>;
};

/** Pause between blocks while something is waited for, milliseconds. */
const BLOCK_MS = 1_000;

/**
 * Mines empty blocks while something is waited for: an indexer that hears of new blocks from a
 * gateway takes up what is not final only when one comes, as they do all the time on a real chain.
 */
export async function whileMining<Value>(
  { chain }: Pick<LiveMarket, "chain">,
  work: () => Promise<Value>,
): Promise<Value> {
  const ending = new AbortController();
  const { signal } = ending;
  const mining = (async () => {
    while (!signal.aborted) {
      await chain.mine();
      await pause(BLOCK_MS, undefined, { signal }).catch(() => undefined);
    }
  })();
  try {
    return await work();
  } finally {
    ending.abort();
    await mining;
  }
}

/** Blocks that an indexer which follows the chain may be behind it for a moment. */
const FOLLOWING_BLOCKS = 3n;

/**
 * Waits until an indexer follows the chain, and has its newest block.
 *
 * @param since lines that it had printed before it was started again
 */
export async function caughtUp(
  { chain }: LiveMarket,
  indexer: Supervised,
  since = 0,
): Promise<void> {
  const givenUp = () => indexer.child.exit() && indexer.child.lastLines();
  // Before that no block is needed, and more of them would push history out of what may change.
  await waitUntil(() => indexer.lines.slice(since).some((line) => line.includes(LIVE)), {
    what: `${indexer.options.schema} is live`,
    deadlineMs: DEADLINE_MS,
    everyMs: LOOK_EVERY_MS,
    givenUp,
  });
  const isFollowing = async () => {
    const [head, { schema }] = [await chain.blockNumber(), await indexer.state()];
    const indexed = await indexedBlock(indexer.options.databaseUrl, schema);
    return indexed !== undefined && indexed + FOLLOWING_BLOCKS >= head;
  };
  await whileMining({ chain }, () =>
    waitUntil(isFollowing, {
      what: `${indexer.options.schema} follows the chain`,
      deadlineMs: DEADLINE_MS,
      everyMs: LOOK_EVERY_MS,
      givenUp,
    }),
  );
  await indexer.reached(await chain.blockNumber());
}

/** Starts everything; the sources are a copy that nobody changes meanwhile. */
export async function openPublishedMarket(
  options: PublishedMarketOptions,
): Promise<PublishedMarket> {
  const [postgres, project, market] = await Promise.all([
    startPostgres(),
    copyProject(["scripts", "guard", "devnet/processes"]),
    openLiveMarket(options.seed),
  ]);
  const url = await createDatabase(postgres.url);
  await migrateToLatest(url, {
    ...{ valyra_indexer: PASSWORD, valyra_worker: PASSWORD },
    ...{ valyra_api: PASSWORD, valyra_analyst: PASSWORD },
  });
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const started: { stop(): Promise<unknown> }[] = [];
  const urlOf = (role: string) => {
    const own = new URL(url);
    own.username = role;
    own.password = PASSWORD;
    return own.href;
  };
  const start: PublishedMarket["start"] = async (schema, env = {}) => {
    const indexer = await startSupervised({
      databaseUrl: urlOf("valyra_indexer"),
      schema,
      deploymentsFile: market.deploymentsFile,
      root: project.root,
      env: { DATABASE_URL: url, ...common, ...env },
    });
    started.push(indexer);
    return indexer;
  };
  const stop = async () => {
    await Promise.all(started.map((process) => process.stop()));
    await market.stop();
    await admin.end();
    await postgres.stop();
    await project.remove();
  };
  let common: Readonly<Record<string, string>> = {};
  try {
    await market.play(options.history);
    common = (await options.envOf?.(market)) ?? {};
    const indexer = await start(options.schema);
    await caughtUp(market, indexer);
    await publishRelease(url, options.schema);
    return {
      ...{ market, url, admin, indexer, urlOf, start, stop },
      async command(args, env = {}) {
        const lines: string[] = [];
        const child = await startChild({
          name: args.join(" "),
          command: process.execPath,
          args: [...args],
          cwd: args.includes("--start") ? project.root : PROJECT_ROOT,
          env: {
            PATH: process.env.PATH,
            HOME: process.env.HOME,
            VALYRA_DEPLOYMENTS: market.deploymentsFile,
            DATABASE_URL: url,
            ...(args.includes("--start")
              ? { INDEXER_DATABASE_URL: urlOf("valyra_indexer"), INDEXER_HEALTH_PORT: "0" }
              : { NODE_OPTIONS: process.env.NODE_OPTIONS }),
            GUARD_DATABASE_URL: urlOf("valyra_worker"),
            ...common,
            ...env,
          },
          graceMs: 20_000,
          onLine: (line) => lines.push(line),
        });
        started.push(child);
        return { child, lines, code: async () => (await child.exited).code };
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
