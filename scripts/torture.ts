/**
 * Runs the suites of recovery and of random runs in long form, for hours if asked to:
 *
 *   npm run torture                                          what the defaults below say
 *   npm run torture -- --reorgs 50 --kills 6 --runs 42 --seed 7
 *
 * The seed is printed; the same seed and counts repeat the same traffic.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./lib/project-files.ts";
import { runBounded } from "./lib/run-suite.ts";
import { runCommand } from "./support/run-command.ts";

/** More than the defaults take on two cores, by far. */
const LIMIT_MS = 12 * 60 * 60 * 1000;
const SEEDS = 1_000_000;

const SUITES = ["tests/indexing/recovery", "tests/indexing/differential"];

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      reorgs: { type: "string", default: "200" },
      kills: { type: "string", default: "20" },
      runs: { type: "string", default: "400" },
      seed: { type: "string", default: String(Math.floor(Math.random() * SEEDS)) },
    },
  });
  for (const [name, text] of Object.entries(values)) {
    if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}"`);
  }
  const { reorgs, kills, runs, seed } = values;
  console.log(`seed ${seed}: ${reorgs} reorganisations, ${kills} kills, ${runs} random runs`);
  const end = await runBounded(
    process.execPath,
    [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--project", "indexing", ...SUITES],
    {
      ...process.env,
      VALYRA_REORGS: reorgs,
      VALYRA_KILLS: kills,
      VALYRA_RUNS: runs,
      VALYRA_SEED: seed,
    },
    LIMIT_MS,
  );
  console.log(`seed ${seed}`);
  if (!("exitCode" in end)) throw new Error("the time was up");
  process.exitCode ||= end.exitCode;
});
