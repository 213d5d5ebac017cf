import { join } from "node:path";
import { type Child, startChild } from "../../devnet/processes/child.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { PROJECT_ROOT } from "./ponder.ts";

const START_MS = 240_000;

/** The demo in a process of its own, and what it has printed. */
export type Demo = {
  child: Child;
  lines: readonly string[];
  /** The first address that it prints beside a name, such as `Listings`. */
  url(name: string): string;
};

/** Starts the demo on a folder as a user does, with two days of history, and waits for its URLs. */
export async function startDemo(folder: string): Promise<Demo> {
  const lines: string[] = [];
  const child = await startChild({
    name: "demo",
    command: process.execPath,
    args: [
      join(PROJECT_ROOT, "devnet/demo.ts"),
      ...["--days", "2", "--port", "0", "--no-open", "--quiet", "--folder", folder],
    ],
    cwd: PROJECT_ROOT,
    env: { ...process.env, NO_COLOR: "1" },
    stopSignal: "SIGINT",
    graceMs: 60_000,
    onLine: (line) => lines.push(line),
  });
  await waitUntil(() => lines.some((line) => line.includes("Ctrl-C stops everything")), {
    what: "the demo did not print its URLs",
    deadlineMs: START_MS,
    givenUp: () => child.exit() && lines.join("\n"),
  });
  const url = (name: string) => {
    const line = lines.find((text) => text.trimStart().startsWith(`${name} `)) ?? "";
    return /(https?|postgresql):\/\/\S+/.exec(line)?.[0] ?? "";
  };
  return { child, lines, url };
}
