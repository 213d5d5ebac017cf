/** `npm run demo`: the whole product on a market of its own. See `USAGE`. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import open from "open";
import pc from "picocolors";
import { processEnvironment } from "../core/config/process-environment.ts";
import { createOutput } from "./stack/output.ts";
import { startStack } from "./stack/stack.ts";
import type { StackUrls } from "./stack/stack-options.ts";

const PROJECT_ROOT = fileURLToPath(new URL("..", import.meta.url));

const USAGE = `npm run demo -- [options]

  --days N     days of market history to play first (default 30)
  --seed TEXT  another seed is another market; the same seed is the same one (default "valyra")
  --port N     port of the API (default 4000; any free one when it is taken)
  --folder P   where to keep the market (default .demo in the project)
  --lying-rpc  put a provider that hides and alters logs before the honest one
  --reset      forget the market of the last demo
  --no-open    do not open the browser
  --quiet      do not show the processes' logs
  --help       this text
`;

type Flags = {
  days: number;
  seed: string;
  port: number;
  folder: string | undefined;
  isReset: boolean;
  hasLyingRpc: boolean;
  opens: boolean;
  isQuiet: boolean;
};

/** Reads the command line; a string is what to tell the user instead of starting. */
function readFlags(args: readonly string[]): Flags | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        days: { type: "string", default: "30" },
        seed: { type: "string", default: "valyra" },
        port: { type: "string", default: "4000" },
        folder: { type: "string" },
        reset: { type: "boolean", default: false },
        "lying-rpc": { type: "boolean", default: false },
        "no-open": { type: "boolean", default: false },
        quiet: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return USAGE;
    const days = wholeNumber("days", values.days, 1, 365);
    const port = wholeNumber("port", values.port, 0, 65_535);
    const { seed, folder, reset: isReset, quiet: isQuiet } = values;
    const opens = !values["no-open"] && isDesktop();
    const hasLyingRpc = values["lying-rpc"];
    return { days, port, seed, folder, isReset, isQuiet, hasLyingRpc, opens };
  } catch (error) {
    return `${(error as Error).message}\n\n${USAGE}`;
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number.parseInt(text, 10);
  if (`${value}` === text && value >= least && value <= most) return value;
  throw new Error(`--${name} must be a whole number from ${least} to ${most}, not "${text}"`);
}

/** Whether somebody sits in front of a browser. */
function isDesktop(): boolean {
  const { CI, SSH_CONNECTION } = processEnvironment();
  return process.stdout.isTTY === true && !CI && !SSH_CONNECTION;
}

function urlBlock(urls: StackUrls): string {
  const { api, indexer, guard, gateway, journal, workers, desk, mails } = urls;
  const { chain, sql, environment } = urls;
  const row = (name: string, value: string, note = "") =>
    `  ${pc.bold(name.padEnd(9))} ${pc.cyan(value)}${note ? `  ${pc.dim(note)}` : ""}`;
  return [
    "",
    row("Listings", `${api}/v1/listings`, "money, finality and clocks on every row"),
    row("Changes", `${api}/v1/changes/stream`, "curl -N it: what happens, as it happens"),
    row("API docs", `${api}/docs`, "OpenAPI 3.1, try it"),
    row("MCP", `${api}/mcp`, "tools for models, read-only"),
    row("Status", `${api}/v1/status`, "indexed, safe and final block"),
    row("Ready", `${api}/ready`),
    row("GraphQL", `${indexer}/graphql`, "SQL over HTTP at /sql/*"),
    row("SQL", sql, "schema analytics, read-only"),
    row("Audit", `(set -a; . "${environment}"; npm run audit)`, "every row against the contracts"),
    row("Desk", desk, "mails, webhooks and jobs of a deposit, and a button that takes it back"),
    row("Mails", mails, "what accounts are told, one file each"),
    row("Metrics", `${indexer}/metrics`, `also at ${ports(guard, gateway, journal, workers)}`),
    row(
      "Gateway",
      `${gateway}/ready`,
      "whether each block is proved, and what it thinks of providers",
    ),
    row("Chain", chain, "id 31337; the well-known test keys, worthless elsewhere"),
    "",
    `  A block every 2 seconds, a day of the market every 5 minutes. ${pc.bold("Ctrl-C stops everything.")}`,
    "",
  ].join("\n");
}

const ports = (...urls: string[]): string => urls.map((url) => `:${new URL(url).port}`).join(" ");

async function run(flags: Flags): Promise<number> {
  const output = createOutput();
  const startedAt = performance.now();
  const stopping = new AbortController();
  const { signal } = stopping;
  const interrupted = new Promise<"interrupted">((resolve) => {
    signal.addEventListener("abort", () => resolve("interrupted"), { once: true });
  });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => stopping.abort());
  }
  const options = { projectRoot: PROJECT_ROOT, signal, ...flags };
  const stack = await startStack(options, output).catch((error: unknown) => {
    if (signal.aborted) return undefined;
    throw error;
  });
  if (!stack) {
    output.say("\nStopped before the start was complete.");
    return 0;
  }
  output.done("Everything is up", startedAt);
  output.say(urlBlock(stack.urls));
  if (flags.opens) await open(`${stack.urls.api}/docs`).catch(() => undefined);
  if (!flags.isQuiet) output.follow();

  const ending = await Promise.race([interrupted, stack.broken]);
  output.say(ending === "interrupted" ? "\nStopping …" : `\n${pc.red("✘")} ${ending}`);
  await stack.stop();
  if (ending !== "interrupted") return 1;
  output.say("Stopped. The next start goes on from here.");
  return 0;
}

const flags = readFlags(process.argv.slice(2));
if (typeof flags === "string") {
  console.log(flags);
  process.exit(flags === USAGE ? 0 : 64);
}
try {
  process.exit(await run(flags));
} catch (error) {
  console.error(`\n${pc.red("✘")} The demo could not start: ${(error as Error).message}`);
  process.exit(1);
}
