import { join } from "node:path";
import { buildOpenApi } from "../api/openapi.ts";
import { BASELINE_FILE, readBaseline, renderBaseline } from "./lib/openapi-baseline.ts";
import { breakingChanges, surfaceOf } from "./lib/openapi-surface.ts";
import { writeGenerated } from "./support/generated-files.ts";
import { runCommand } from "./support/run-command.ts";

/** `npm run openapi [-- --check]`: the document that the routes describe, and what it promises. */
await runCommand(async () => {
  const check = process.argv.includes("--check");
  const content = `${JSON.stringify(buildOpenApi(), null, 2)}\n`;
  const path = join(import.meta.dirname, "../api/openapi.json");
  // What is new is promised from now on; what has gone stays until somebody accepts it.
  const surface = surfaceOf(JSON.parse(content));
  const isSafe = breakingChanges(await readBaseline(), surface).length === 0;
  const promise = { path: BASELINE_FILE, content: renderBaseline(surface) };
  await writeGenerated([{ path, content }, ...(isSafe ? [promise] : [])], {
    check,
    command: "npm run openapi",
  });
});
