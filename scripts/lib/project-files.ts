import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the project, absolute. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What `.gitignore` keeps out, for a copy of the project without git. */
const NOT_OURS =
  /^(?:node_modules|\.git|\.demo|\.ponder|coverage|reports|client\/dist)(?:\/|$)|^\.env(?!\.example)|\.log$/;

/**
 * Files that are or would be committed, relative to the root, sorted. Files that were deleted in
 * the working tree but not yet in git are left out.
 */
export function projectFiles(root = ROOT): string[] {
  const paths = existsSync(join(root, ".git")) ? filesInGit(root) : filesOnDisk(root);
  return [...new Set(paths)].filter((path) => existsSync(join(root, path))).sort();
}

function filesInGit(root: string): string[] {
  // The owner of a clone in CI is often not the one who runs the checks.
  const anyOwner = ["-c", "safe.directory=*"];
  const listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const output = execFileSync("git", [...anyOwner, ...listing], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return output.split("\0").filter((path) => path !== "");
}

function filesOnDisk(root: string, folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.test(path)) return [];
    return entry.isDirectory() ? filesOnDisk(root, path) : [path];
  });
}
