import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./project-files.ts";

/** Command lines have a limit; this many paths stay well under it. */
const PATHS_PER_RUN = 500;

/**
 * Looks for credentials in files with secretlint (`.secretlintrc.json`).
 * @returns what it found, masked; empty when there is nothing
 */
export function scanSecrets(files: readonly string[], directory = ROOT): string[] {
  const found: string[] = [];
  for (let start = 0; start < files.length; start += PATHS_PER_RUN) {
    const chunk = files.slice(start, start + PATHS_PER_RUN);
    const cli = join(ROOT, "node_modules", "secretlint", "bin", "secretlint.js");
    const config = join(ROOT, ".secretlintrc.json");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        cli,
        "--no-glob",
        "--no-gitignore",
        "--no-color",
        "--format",
        "unix",
        "--secretlintrc",
        config,
        ...chunk,
      ],
      { cwd: directory, encoding: "utf8" },
    );
    if (status === 0) continue;
    // Status 1 is "found something"; anything else is a scanner that did not scan.
    if (status !== 1) throw new Error(`secretlint failed (${status}): ${stderr || stdout}`);
    found.push(...stdout.split("\n").filter((line) => /:\d+:\d+:/.test(line)));
  }
  return found;
}
