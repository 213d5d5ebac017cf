import { join } from "node:path";
import { renderEnvExample } from "../core/config/environment.ts";
import { writeGenerated } from "./support/generated-files.ts";
import { runCommand } from "./support/run-command.ts";

/** `npm run env-example [-- --check]`: every variable with its meaning. */
await runCommand(() =>
  writeGenerated(
    [{ path: join(import.meta.dirname, "../.env.example"), content: renderEnvExample() }],
    { check: process.argv.includes("--check"), command: "npm run env-example" },
  ),
);
