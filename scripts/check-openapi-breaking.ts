/**
 * Nothing that callers rely on has gone: compares `api/openapi.json` with what the API promised
 * before (`api/openapi.baseline.json`). `npm run openapi` adds to the promise; with `-- --accept`
 * this takes back what has gone, on purpose: tell callers first.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BASELINE_FILE, readBaseline, renderBaseline } from "./lib/openapi-baseline.ts";
import { breakingChanges, surfaceOf } from "./lib/openapi-surface.ts";
import { ROOT } from "./lib/project-files.ts";
import { runCommand } from "./support/run-command.ts";

await runCommand(async () => {
  const document = JSON.parse(await readFile(join(ROOT, "api/openapi.json"), "utf8"));
  const surface = surfaceOf(document);
  if (process.argv.includes("--accept")) {
    await writeFile(BASELINE_FILE, renderBaseline(surface));
    return;
  }
  const breaking = breakingChanges(await readBaseline(), surface);
  if (breaking.length > 0) {
    throw new Error(
      [
        "This breaks callers of the API:",
        ...breaking,
        "If it is meant: npm run openapi:accept, and say so in the change.",
      ].join("\n"),
    );
  }
});
