import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import type { Config } from "../config/config.schema.ts";
import type { Clearance } from "./preflight.ts";

/** Entries of an RPC that this machine serves itself: Ponder limits requests for each entry. */
const LOOPBACK_RPC_COPIES = 64;

const LOOPBACK_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** A command to run: what to execute, its arguments and the variables it needs besides ours. */
export type Command = {
  file: string;
  args: string[];
  environment: Record<string, string>;
};

/**
 * How to start Ponder for a release. Its views are published by `npm run release`, never by Ponder
 * itself, so `--views-schema` is not given.
 */
export function ponderCommand(
  settings: Config<"indexer">,
  { deployment, extraTokens }: Clearance,
  isTerminal: boolean,
): Command {
  const isLocal = deployment.rpc.every((url) => LOOPBACK_HOSTS.has(new URL(url).hostname));
  return {
    file: process.execPath,
    args: [
      heapLimit(settings.INDEXER_HEAP_MB),
      ponderExecutable(),
      "start",
      ...["--schema", settings.INDEXER_SCHEMA],
      ...["--hostname", settings.INDEXER_HOST, "--port", String(settings.INDEXER_PORT)],
      ...["--log-level", ponderLogLevel(settings.LOG_LEVEL)],
      ...["--log-format", isTerminal ? "pretty" : "json"],
    ],
    environment: {
      INDEXER_DATABASE_URL: settings.INDEXER_DATABASE_URL,
      VALYRA_DEPLOYMENTS: settings.VALYRA_DEPLOYMENTS,
      VALYRA_EXTRA_TOKENS: extraTokens.join(","),
      ...(isLocal ? { INDEXER_RPC_COPIES: String(LOOPBACK_RPC_COPIES) } : {}),
      ...(settings.INDEXER_RPC_GATEWAY === undefined
        ? {}
        : { INDEXER_RPC_GATEWAY: settings.INDEXER_RPC_GATEWAY }),
      PONDER_TELEMETRY_DISABLED: "1",
    },
  };
}

/**
 * Without a limit V8 lets garbage pile up to a share of the machine's memory, and Ponder sizes its
 * cache of rows by the same measure.
 */
export function heapLimit(megabytes: number): string {
  return `--max-old-space-size=${megabytes}`;
}

/** Ponder knows neither `fatal` nor `silent`. */
function ponderLogLevel(level: Config<"indexer">["LOG_LEVEL"]): string {
  return level === "fatal" || level === "silent" ? "error" : level;
}

/** The script behind the `ponder` command. Started through Node itself, signals reach it directly. */
export function ponderExecutable(): string {
  const manifestPath = findPackageJSON("ponder", import.meta.url);
  if (manifestPath === undefined) throw new Error('ponder is not installed; run "npm ci"');
  const manifest = JSON.parse(readFileSync(manifestPath, "utf8")) as { bin: { ponder: string } };
  return join(dirname(manifestPath), manifest.bin.ponder);
}
