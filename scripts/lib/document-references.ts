import { posix } from "node:path";
import type { Finding } from "./findings.ts";

/** What documents may refer to. */
export type Project = {
  /** Committed files, relative to the root. */
  files: readonly string[];
  /** Names under "scripts" of `package.json`. */
  scripts: ReadonlySet<string>;
};

/** Made while running or installing; documents may name them. */
const NOT_COMMITTED = /^(?:\.demo|\.ponder|coverage|reports|node_modules|\.env$)/;
const FILE_NAME = /^[\w.-]+\.(?:ts|mjs|cjs|md|json|csv|sql|sol|png)$/;

/**
 * Finds what a Markdown document names and the project does not have: paths in backticks, linked
 * files and pictures, and `npm run` scripts. `*` and `{a,b}` in a path are understood.
 */
export function brokenReferences(file: string, text: string, project: Project): Finding[] {
  const roots = new Set(project.files.map((path) => path.split("/", 1).join()));
  const exists = (path: string) => {
    const pattern = patternOf(path.replace(/\/$/, ""));
    return project.files.some((it) => pattern.test(it));
  };
  const isBroken = (reference: string) => {
    if (reference.includes("<") || NOT_COMMITTED.test(reference)) return false;
    if (FILE_NAME.test(reference)) {
      return !project.files.some((it) => posix.basename(it) === reference);
    }
    const [first = "", ...rest] = reference.split("/");
    return rest.length > 0 && roots.has(first) && !exists(reference);
  };

  const findings: Finding[] = [];
  text.split("\n").forEach((line, index) => {
    const add = (message: string) => findings.push({ file, line: index + 1, message });
    for (const [, quoted = ""] of line.matchAll(/`([^`\s]+)`/g)) {
      if (isBroken(quoted)) add(`there is no ${quoted}`);
    }
    for (const [, target = ""] of line.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
      const isLocal = !/^[a-z]+:/.test(target);
      if (isLocal && !exists(posix.join(posix.dirname(file), target)))
        add(`${target} leads nowhere`);
    }
    for (const [, script = ""] of line.matchAll(/\bnpm run ([a-z][\w:-]*)/g)) {
      if (!project.scripts.has(script)) add(`there is no script ${script} in package.json`);
    }
  });
  return findings;
}

/** Matches the path itself and everything under it. */
function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.+?^$()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, "[^/]*")
    .replace(/\{([^}]*)\}/g, (_match, names: string) => `(?:${names.split(",").join("|")})`);
  return new RegExp(`^${source}(?:/|$)`);
}
