/** Documents name nothing that does not exist. `npm run verify` runs it over every Markdown file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brokenReferences } from "./lib/document-references.ts";
import { reportFindings } from "./lib/findings.ts";
import { projectFiles, ROOT } from "./lib/project-files.ts";

const files = projectFiles();
const documents = files.filter((file) => file.endsWith(".md"));
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const project = { files, scripts: new Set(Object.keys(manifest.scripts)) };
const findings = documents.flatMap((file) =>
  brokenReferences(file, readFileSync(join(ROOT, file), "utf8"), project),
);
reportFindings(findings, `documents: ${documents.length} name only what exists`);
