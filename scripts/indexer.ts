/**
 * Starts the indexer: `npm run indexer -- [--deployments FILE] [--schema release_<id>]`. It looks at
 * everything that can be wrong first, then supervises Ponder until it is told to stop.
 */
import { parseArgs } from "node:util";
import type { Config } from "../core/config/config.schema.ts";
import { ConfigError, loadConfig } from "../core/config/load.ts";
import { processEnvironment } from "../core/config/process-environment.ts";
import { checkDeploymentsFile, runPreflight } from "../core/indexer/preflight.ts";
import { configurationProblem, exitCodeFor, type Problem } from "../core/indexer/problem.ts";
import { superviseIndexer } from "../guard/supervisor/supervise-indexer.ts";

const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGQUIT"] as const;

function report(problems: readonly Problem[]): number {
  for (const { line } of problems) console.error(`indexer: ${line}`);
  return exitCodeFor(problems);
}

type Options = { deployments?: string; schema?: string };

function parseOptions(): Options | Problem {
  try {
    const options = { deployments: { type: "string" }, schema: { type: "string" } } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return configurationProblem(
      `${reason} Usage: npm run indexer -- [--deployments FILE] [--schema release_<id>]`,
    );
  }
}

/** The settings, the command line before the environment, or every mistake in them. */
function readSettings({ deployments, schema }: Options): Config<"indexer"> | Problem[] {
  const environment = processEnvironment({
    VALYRA_DEPLOYMENTS: deployments,
    INDEXER_SCHEMA: schema,
  });
  try {
    return loadConfig("indexer", environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const path = environment.VALYRA_DEPLOYMENTS;
    const others = path === undefined ? [] : checkDeploymentsFile(path, process.env);
    return [...error.mistakes.map(configurationProblem), ...others];
  }
}

async function main(): Promise<number> {
  const options = parseOptions();
  if ("line" in options) return report([options]);
  const settings = readSettings(options);
  if (Array.isArray(settings)) return report(settings);
  const preflight = await runPreflight(settings, process.env);
  if (preflight.problems !== undefined) return report(preflight.problems);
  const supervised = await superviseIndexer(settings, preflight.clearance, {
    isTerminal: process.stdout.isTTY === true,
    environment: processEnvironment(),
  });
  await new Promise((resolve) => {
    for (const signal of STOP_SIGNALS) process.once(signal, resolve);
  });
  await supervised.stop();
  return 0;
}

process.exitCode = await main();
