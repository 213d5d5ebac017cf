/**
 * House rules on files: names, length, no tests in `src`, settings read in `core/config` only.
 * `npm run verify` runs it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileMistakes } from "./lib/file-rules.ts";
import { reportFindings } from "./lib/findings.ts";
import { projectFiles, ROOT } from "./lib/project-files.ts";

const BINARY = /\.(?:png|jpg|gif|ico|woff2?)$/;

const files = projectFiles().filter((file) => !BINARY.test(file) && file !== "package-lock.json");
const findings = files.flatMap((file) =>
  fileMistakes(file, readFileSync(join(ROOT, file), "utf8")),
);
reportFindings(findings, `files: ${files.length} keep the house rules`);
