/**
 * Runs suites in long form, for hours if asked to:
 *
 *   npm run torture                      all of them
 *   npm run torture -- indexing          recovery and random runs of the indexer
 *   npm run torture -- guard             the supervisor under crashes of Postgres, the cost of proofs
 *   npm run torture -- identity          sign-ins, refreshes, repeated writes, guesses and uploads at once
 *   npm run torture -- read-api          slow clients, overload and streams of the API
 *   npm run torture -- jobs              random faults of everything that jobs stand on
 *   npm run torture -- indexing --reorgs 50 --kills 6 --runs 42 --seed 7
 *
 * The seed is printed; the same seed and counts repeat the same traffic. Random runs are played in
 * batches, each with the seed after the one before.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./lib/project-files.ts";
import { runBounded } from "./lib/run-suite.ts";
import { runCommand } from "./support/run-command.ts";

/** More than the defaults take on two cores, by far. */
const LIMIT_MS = 12 * 60 * 60 * 1000;
const SEEDS = 1_000_000;

/** Random runs of one node, which keeps all of their history in memory: some 100 MB each. */
const RUNS_AT_ONCE = 42;

/** What each name runs; the counts that it takes are environment variables of its tests. */
const SUITES = {
  indexing: {
    project: "indexing",
    files: ["tests/indexing/recovery"],
  },
  guard: {
    project: "guard",
    files: ["tests/guard/supervisor.test.ts", "tests/guard/history-cost.test.ts"],
  },
  identity: {
    project: "integration",
    files: ["auth-sign-in", "refresh-model", "idempotency", "api-keys", "uploads"].map(
      (name) => `tests/integration/${name}.test.ts`,
    ),
  },
  jobs: {
    project: "integration",
    files: ["tests/integration/faults.test.ts"],
  },
  "read-api": {
    project: "integration",
    files: ["attacks", "overload", "journal-streams"].map(
      (name) => `tests/integration/${name}.test.ts`,
    ),
  },
} as const;
type Name = keyof typeof SUITES;
type Environment = Record<string, string | undefined>;

const isName = (text: string): text is Name => text in SUITES;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      reorgs: { type: "string", default: "200" },
      kills: { type: "string", default: "20" },
      runs: { type: "string", default: "400" },
      crashes: { type: "string", default: "20" },
      blocks: { type: "string", default: "200000" },
      sockets: { type: "string", default: "2000" },
      seconds: { type: "string", default: "600" },
      streams: { type: "string", default: "500" },
      rounds: { type: "string", default: "200" },
      uploads: { type: "string", default: "2000" },
      guesses: { type: "string", default: "10000" },
      seed: { type: "string", default: String(Math.floor(Math.random() * SEEDS)) },
    },
  });
  for (const [name, text] of Object.entries(values)) {
    if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}"`);
  }
  const { reorgs, kills, runs, crashes, blocks, ...more } = values;
  const { sockets, seconds, streams, rounds, uploads, guesses, seed } = more;
  const environment = {
    ...process.env,
    VALYRA_REORGS: reorgs,
    VALYRA_KILLS: kills,
    VALYRA_RUNS: runs,
    VALYRA_CRASHES: crashes,
    VALYRA_COST_BLOCKS: blocks,
    VALYRA_SLOW_SOCKETS: sockets,
    VALYRA_OVERLOAD_SECONDS: seconds,
    VALYRA_FAULT_SECONDS: seconds,
    VALYRA_STREAMS: streams,
    VALYRA_ROUNDS: rounds,
    VALYRA_UPLOADS: uploads,
    VALYRA_GUESSES: guesses,
    VALYRA_STREAM_BLOCKS: "150",
    VALYRA_SEED: seed,
  };
  const unknown = positionals.filter((name) => !isName(name));
  if (unknown.length > 0) {
    throw new Error(`no suite ${unknown.join(", ")}; there are ${Object.keys(SUITES).join(", ")}`);
  }
  const asked = positionals.filter(isName);
  const names = asked.length > 0 ? asked : Object.keys(SUITES).filter(isName);
  const counts = Object.entries(values).map((pair) => pair.join(" "));
  for (const name of names) {
    console.log(`${name}: ${counts.join(", ")}`);
    const { project, files } = SUITES[name];
    await runFiles(project, files, environment);
    if (name === "indexing") await playRuns(Number(runs), Number(seed), environment);
  }
  console.log(`seed ${seed}`);
});

/** Plays random runs batch by batch, whatever becomes of one of them. */
async function playRuns(runs: number, seed: number, environment: Environment): Promise<void> {
  const batches = Math.ceil(runs / RUNS_AT_ONCE);
  for (let batch = 0; batch < batches; batch += 1) {
    // As even as can be: a batch of a few runs reaches less.
    const count = Math.floor(((batch + 1) * runs) / batches) - Math.floor((batch * runs) / batches);
    console.log(`batch ${batch + 1} of ${batches}: ${count} runs, seed ${seed + batch}`);
    await runFiles("indexing", ["tests/indexing/differential"], {
      ...environment,
      VALYRA_RUNS: String(count),
      VALYRA_SEED: String(seed + batch),
    });
  }
}

async function runFiles(project: string, files: readonly string[], environment: Environment) {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--project", project, ...files];
  const end = await runBounded(process.execPath, args, environment, LIMIT_MS);
  if (!("exitCode" in end)) throw new Error("the time was up");
  process.exitCode ||= end.exitCode;
}
