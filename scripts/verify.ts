/**
 * The quick checks that need no service, each with its time: format and lint, types, imports,
 * unused code, money, secrets, files, documents, and drift of generated files. Under a minute;
 * the first job of CI.
 *
 *   npm run verify              everything
 *   npm run verify -- money     some of them
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./lib/project-files.ts";

/** A script of ours; Node strips its types. */
const script = (name: string, ...args: string[]) => ["node", `scripts/${name}.ts`, ...args];

/** The slowest first, so that two lanes end together. */
const CHECKS: Record<string, string[]> = {
  types: ["tsc", "--noEmit"],
  biome: ["biome", "ci", "--error-on-warnings", "--colors=off", "."],
  imports: ["depcruise", "--config", ".dependency-cruiser.cjs", "."],
  unused: ["knip", "--no-progress", "--no-config-hints"],
  money: script("check-money"),
  secrets: script("check-secrets"),
  files: script("check-files"),
  documents: script("check-docs"),
  abis: script("sync-abis", "--check"),
  openapi: script("generate-openapi", "--check"),
  breaking: script("check-openapi-breaking"),
  client: script("generate-client", "--check"),
  errors: script("generate-errors", "--check"),
  dictionary: script("generate-data-dictionary", "--check"),
  events: script("generate-event-catalogue", "--check"),
  deployments: script("generate-deployment-schema", "--check"),
};

/** Two at a time: most of them keep one core busy. */
const AT_ONCE = 2;
const LIMIT_MS = 200_000;

type CheckResult = { name: string; isGood: boolean; seconds: number; output: string };

const wanted = process.argv.slice(2);
const names = Object.keys(CHECKS).filter((name) => wanted.length === 0 || wanted.includes(name));
const unknown = wanted.filter((name) => !(name in CHECKS));
if (unknown.length > 0) throw new Error(`no check ${unknown}; there are ${Object.keys(CHECKS)}`);

const waiting = [...names];
const results: CheckResult[] = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const result = await runCheck(name, CHECKS[name] ?? []);
      results.push(result);
      const { isGood, seconds, output } = result;
      console.log(
        `${isGood ? "good" : "BAD "}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s`,
      );
      if (!isGood) console.log(output.trim().replace(/^/gm, "      "));
    }
  }),
);
const bad = results.filter(({ isGood }) => !isGood);
console.log(`${results.length - bad.length} of ${results.length} checks are good`);
if (bad.length > 0) process.exitCode = 1;

async function runCheck(name: string, [command = "", ...args]: string[]): Promise<CheckResult> {
  const startedAt = performance.now();
  const child = spawn(join(ROOT, "node_modules", ".bin", command), args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LIMIT_MS,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const isGood = await new Promise<boolean>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  });
  return { name, isGood, seconds: (performance.now() - startedAt) / 1000, output };
}
