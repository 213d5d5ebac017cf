import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSchema } from "./data-dictionary/read-schema.ts";
import { renderDictionary } from "./data-dictionary/render.ts";
import { writeGenerated } from "./support/generated-files.ts";
import { runCommand } from "./support/run-command.ts";

const ROOT = join(import.meta.dirname, "..");

/** `npm run data-dictionary [-- --check]`: comments of the schema as JSON and as a page. */
await runCommand(async () => {
  const relations = readSchema(await readFile(join(ROOT, "ponder.schema.ts"), "utf8"));
  await writeGenerated(
    [
      {
        path: join(ROOT, "core/release/dictionary.json"),
        content: `${JSON.stringify({ relations }, null, 2)}\n`,
      },
      { path: join(ROOT, "docs/data-dictionary.md"), content: renderDictionary(relations) },
    ],
    { check: process.argv.includes("--check"), command: "npm run data-dictionary" },
  );
});
