import { execFileSync } from "node:child_process";
import os from "node:os";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");

/** Cores, memory, Node and load, for the head of a report. */
export function describeMachine(): string {
  const [cpu] = os.cpus();
  const load = os.loadavg().map((value) => value.toFixed(1));
  const memory = Math.round(os.totalmem() / 1024 ** 3);
  return `${os.cpus().length} cores (${cpu?.model ?? "unknown"}), ${memory} GiB, Node ${process.versions.node}, load ${load.join(" ")} at the start`;
}

/** Today and the commit that is measured, e.g. `2026-01-31, commit 1a2b3c4-dirty`. */
export function describeMoment(): string {
  return `${new Date().toISOString().slice(0, 10)}, commit ${describeCommit()}`;
}

function describeCommit(): string {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], { cwd: ROOT })
      .toString()
      .trim();
  } catch {
    return "unknown";
  }
}
