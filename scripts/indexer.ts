/**
 * Starts the indexer: `npm run indexer -- [--deployments FILE] [--schema release_<id>]`. It looks at
 * everything that can be wrong first, then runs Ponder until it ends and passes signals on.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { parseArgs } from "node:util";
import type { Config } from "../core/config/config.schema.ts";
import { ConfigError, loadConfig } from "../core/config/load.ts";
import { processEnvironment } from "../core/config/process-environment.ts";
import { type Command, ponderCommand } from "../core/indexer/ponder-process.ts";
import { checkDeploymentsFile, runPreflight } from "../core/indexer/preflight.ts";
import { configurationProblem, exitCodeFor, type Problem } from "../core/indexer/problem.ts";

const FORWARDED_SIGNALS = ["SIGINT", "SIGTERM", "SIGQUIT"] as const;

function report(problems: readonly Problem[]): number {
  for (const { line } of problems) console.error(`indexer: ${line}`);
  return exitCodeFor(problems);
}

/** Runs a command with this process's own streams and resolves with its exit code. */
function run({ file, args, environment }: Command): Promise<number> {
  const child = spawn(file, args, { stdio: "inherit", env: { ...process.env, ...environment } });
  for (const signal of FORWARDED_SIGNALS) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
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
  return run(ponderCommand(settings, preflight.clearance, process.stdout.isTTY === true));
}

process.exitCode = await main();
