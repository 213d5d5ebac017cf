import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** A committed file that is made from others. */
export type GeneratedFile = { path: string; content: string };

/**
 * Writes generated files, or with `check` only compares them.
 *
 * @throws when a committed file differs, naming the command that brings it up to date
 */
export async function writeGenerated(
  files: readonly GeneratedFile[],
  { check, command }: { check: boolean; command: string },
): Promise<void> {
  const stale: string[] = [];
  for (const { path, content } of files) {
    const committed = await readFile(path, "utf8").catch(() => undefined);
    if (committed === content) continue;
    if (check) stale.push(relative(ROOT, path));
    else await writeFile(path, content);
  }
  if (stale.length > 0) {
    throw new Error(`${stale.join(", ")}: out of date, run \`${command}\``);
  }
}
