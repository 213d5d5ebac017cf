/** Moves readers from one release of the index to another; see USAGE. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import type { Config } from "../core/config/config.schema.ts";
import { loadConfig } from "../core/config/load.ts";
import { processEnvironment } from "../core/config/process-environment.ts";
import { createLogger, type Logger } from "../core/log.ts";
import { findPrevious, pruneReleases } from "../core/release/history.ts";
import { type Publication, publishRelease } from "../core/release/publish.ts";
import { switchRelease } from "../core/release/switch-release.ts";
import { describeExit, startChild } from "../devnet/processes/child.ts";
import { freePort } from "../devnet/processes/free-port.ts";
import { ROOT } from "./lib/project-files.ts";
import { runCommand } from "./support/run-command.ts";

const USAGE = `Usage:
  npm run release -- [--schema release_x] [--max-behind BLOCKS] [--force]
                              publish a release whose indexer runs and has caught up
  npm run release -- --start --schema release_x [--accept-differences]
                              run its indexer here, compare it with the published release when both
                              stand at the same block, publish it, and go on as its indexer
  npm run release -- --back   publish the release again that was published before
  npm run release -- --prune  drop every release that is neither published nor written`;

type Settings = Config<"release">;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      schema: { type: "string" },
      "max-behind": { type: "string" },
      force: { type: "boolean", default: false },
      start: { type: "boolean", default: false },
      "accept-differences": { type: "boolean", default: false },
      back: { type: "boolean", default: false },
      prune: { type: "boolean", default: false },
    },
  });
  const actions = [values.start, values.back, values.prune].filter(Boolean).length;
  if (actions > 1) throw new Error(`one thing at a time\n${USAGE}`);
  const config = loadConfig("release");
  const log = createLogger("release", config.LOG_LEVEL);
  if (values.prune) return prune(config, log);
  const schema = values.back
    ? await inSession(config, findPrevious)
    : (values.schema ?? config.INDEXER_SCHEMA);
  if (schema === undefined) {
    if (values.back) throw new Error("there is no earlier release that is still there");
    throw new Error(`which release? Pass --schema release_<id> or set INDEXER_SCHEMA\n${USAGE}`);
  }
  if (values.start) return start(config, log, schema, values["accept-differences"]);
  const publication = await publishRelease(config.DATABASE_URL, schema, {
    isForced: values.force,
    ...(values["max-behind"] === undefined
      ? {}
      : { maxBehindBlocks: parseBlocks(values["max-behind"]) }),
    onRetry: logRetry(log),
  });
  logPublication(log, publication);
});

/** Runs the indexer of the new release from here on; when it is asked to stop, so is that. */
async function start(
  { DATABASE_URL }: Settings,
  log: Logger,
  schema: string,
  acceptsDifferences: boolean,
): Promise<void> {
  const ending = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => ending.abort());
  const environment = processEnvironment();
  const port = await freePort(Number(environment.INDEXER_PORT ?? 0));
  const indexer = await startChild({
    name: schema,
    command: process.execPath,
    args: [join(ROOT, "scripts/indexer.ts"), "--schema", schema],
    env: { ...environment, INDEXER_PORT: String(port) },
    graceMs: 20_000,
    onLine: (line) => process.stdout.write(`${line}\n`),
  });
  const ended = indexer.exited.then((exit) => {
    ending.abort();
    if (exit.code !== 0) throw new Error(`the indexer ended with ${describeExit(exit)}`);
  });
  try {
    const publication = await switchRelease(DATABASE_URL, schema, {
      acceptsDifferences,
      onWait: (what) => log.info({ schema, for: what }, "waiting"),
      onRetry: logRetry(log),
      signal: ending.signal,
    });
    logPublication(log, publication);
    log.info("this process now runs the published release; stop the old indexer when you are sure");
    await new Promise((resolve) => {
      if (ending.signal.aborted) resolve(undefined);
      ending.signal.addEventListener("abort", resolve);
    });
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  } finally {
    await indexer.stop();
    await ended;
  }
}

async function prune(config: Settings, log: Logger): Promise<void> {
  const { dropped, kept } = await inSession(config, pruneReleases);
  for (const { schema, why } of kept) log.info({ schema, why }, "kept");
  log.info({ dropped }, "dropped");
}

async function inSession<Answer>(
  { DATABASE_URL }: Settings,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({
    connectionString: DATABASE_URL,
    application_name: "valyra_release",
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function logRetry(log: Logger) {
  return (attempt: number, reason: string) =>
    log.warn({ attempt, reason }, "readers hold the views, trying again");
}

function logPublication(log: Logger, { schema, buildId, indexedBlocks }: Publication): void {
  const blocks = [...indexedBlocks].map(([chainId, block]) => [chainId, String(block)]);
  log.info({ schema, buildId, indexedBlocks: Object.fromEntries(blocks) }, "published");
}

function parseBlocks(text: string): bigint {
  if (!/^\d{1,15}$/.test(text)) throw new Error("--max-behind wants a number of blocks");
  return BigInt(text);
}
