import { join } from "node:path";
import { processEnvironment } from "../../core/config/process-environment.ts";
import { type Child, describeExit, startChild } from "../processes/child.ts";
import { waitUntil } from "../processes/wait-until.ts";

/** A process of the product, started as an operator would start it. */
export type ServiceOptions = {
  name: string;
  /** Script from the project's root. */
  script: string;
  env: Readonly<Record<string, string>>;
  /** Folder for compiled code, from which a later start is quicker. */
  compileCache: string;
  onLine: (line: string) => void;
};

/** Starts a service with nothing of our own environment but what it needs. */
export function startService(
  projectRoot: string,
  { name, script, env, compileCache, onLine }: ServiceOptions,
): Promise<Child> {
  const { PATH, HOME, LANG, NODE_OPTIONS } = processEnvironment();
  // Whoever sets options measures coverage, which code from a cache blurs.
  const NODE_COMPILE_CACHE = NODE_OPTIONS === undefined ? compileCache : undefined;
  return startChild({
    name,
    command: process.execPath,
    args: [join(projectRoot, script)],
    cwd: projectRoot,
    env: { PATH, HOME, LANG, NODE_OPTIONS, NODE_COMPILE_CACHE, NODE_ENV: "production", ...env },
    graceMs: 15_000,
    onLine,
  });
}

/** Waits until a URL answers 200; a child that ends first ends the wait with its last words. */
export async function untilOk(url: string, child: Child, deadlineMs: number): Promise<void> {
  const isOk = async () =>
    (await fetch(url, { signal: AbortSignal.timeout(2_000) })).status === 200;
  await untilTrue(isOk, child, deadlineMs, ` at ${url}`);
}

/** Waits until a child is what a condition says; one that ends first ends the wait, too. */
export async function untilTrue(
  condition: () => Promise<boolean>,
  child: Child,
  deadlineMs: number,
  where = "",
): Promise<void> {
  await waitUntil(condition, {
    what: `${child.name} did not become ready${where}`,
    deadlineMs,
    everyMs: 150,
    givenUp() {
      const exit = child.exit();
      return exit && `it ended with ${describeExit(exit)}\n${child.lastLines()}`;
    },
  });
}

/** Waits until a supervisor runs a writer; answers the schema of the release that it writes. */
export async function writtenRelease(url: string, supervisor: Child): Promise<string> {
  let written = "";
  await untilTrue(
    async () => {
      const answer = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(2_000) });
      const { writer, schema } = (await answer.json()) as { writer?: number; schema: string };
      written = schema;
      return writer !== undefined;
    },
    supervisor,
    60_000,
    ` at ${url}`,
  );
  return written;
}
