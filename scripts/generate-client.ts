import { readFile } from "node:fs/promises";
import { join } from "node:path";
import openapiTypes, { astToString } from "openapi-typescript";
import { writeGenerated } from "./support/generated-files.ts";
import { runCommand } from "./support/run-command.ts";

const HEADER = "// Generated from api/openapi.json by `npm run client`; do not edit.\n\n";

/** `npm run client [-- --check]`: the types of the client, from the committed document. */
await runCommand(async () => {
  const document = await readFile(join(import.meta.dirname, "../api/openapi.json"), "utf8");
  // It refuses a document that is not valid OpenAPI. Examples would make the types three times as long.
  const isExample = (name: string) => name === "example" || name === "examples";
  const types = await openapiTypes(
    JSON.parse(document, (name, value) => (isExample(name) ? undefined : value)),
  );
  await writeGenerated(
    [
      {
        path: join(import.meta.dirname, "../client/schema.ts"),
        content: `${HEADER}${astToString(types)}`,
      },
    ],
    { check: process.argv.includes("--check"), command: "npm run client" },
  );
});
