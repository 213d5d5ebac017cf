import { join } from "node:path";
import { buildOpenApi } from "../api/openapi.ts";
import { writeGenerated } from "./support/generated-files.ts";
import { runCommand } from "./support/run-command.ts";

/** `npm run openapi [-- --check]`: the document that the routes describe. */
await runCommand(() =>
  writeGenerated(
    [
      {
        path: join(import.meta.dirname, "../api/openapi.json"),
        content: `${JSON.stringify(buildOpenApi(), null, 2)}\n`,
      },
    ],
    { check: process.argv.includes("--check"), command: "npm run openapi" },
  ),
);
