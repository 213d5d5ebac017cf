/** Writes `docs/events.md`; with `--check` only says whether it is up to date. */
import { join } from "node:path";
import { renderEventCatalogue } from "./lib/event-catalogue.ts";
import { ROOT } from "./lib/project-files.ts";
import { writeGenerated } from "./support/generated-files.ts";
import { runCommand } from "./support/run-command.ts";

await runCommand(() =>
  writeGenerated([{ path: join(ROOT, "docs", "events.md"), content: renderEventCatalogue() }], {
    check: process.argv.includes("--check"),
    command: "npm run events",
  }),
);
