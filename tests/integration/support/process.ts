import { join } from "node:path";
import { type Child, startChild } from "../../../devnet/processes/child.ts";

/** The root of the project, where every process of ours starts. */
export const ROOT = join(import.meta.dirname, "../../..");

/** A process of ours with every line that it has printed. */
export type StartedProcess = { child: Child; lines: string[] };

/**
 * Starts a process of ours as its user would, with these settings and none of the test's own.
 *
 * @param args its file from the root of the project, e.g. `api/main.ts`, and what follows it
 * @param children where it is noted, for whoever stops them all
 */
export async function startProcess(
  args: readonly [file: string, ...rest: string[]],
  env: NodeJS.ProcessEnv,
  children: Child[],
): Promise<StartedProcess> {
  const lines: string[] = [];
  const child = await startChild({
    name: args[0],
    command: process.execPath,
    args: [...args],
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_OPTIONS: process.env.NODE_OPTIONS,
      ...env,
    },
    onLine: (line) => lines.push(line),
  });
  children.push(child);
  return { child, lines };
}
