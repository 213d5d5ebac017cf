import { join } from "node:path";
import { ROOT } from "./lib/project-files.ts";
import { renderErrors } from "./lib/render-errors.ts";
import { writeGenerated } from "./support/generated-files.ts";
import { runCommand } from "./support/run-command.ts";

/** `npm run errors [-- --check]`: a section for every code that the API answers with. */
await runCommand(() =>
  writeGenerated([{ path: join(ROOT, "docs", "errors.md"), content: renderErrors() }], {
    check: process.argv.includes("--check"),
    command: "npm run errors",
  }),
);
