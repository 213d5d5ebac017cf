/** `npm run deployments:schema [-- --check]`: the JSON Schema of deployments files, from its validator. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { deploymentSchema } from "../core/deployments/deployment.ts";

const FILE = fileURLToPath(new URL("../deployments/schema.json", import.meta.url));
const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

const schema = z.toJSONSchema(deploymentSchema, { io: "input", unrepresentable: "any" });
const text = `${JSON.stringify(schema, null, 2)}\n`;

if (!values.check) {
  writeFileSync(FILE, text);
  console.log("Written: deployments/schema.json");
} else if (readFileSync(FILE, "utf8") !== text) {
  console.error("deployments/schema.json is out of date. Run: npm run deployments:schema");
  process.exitCode = 1;
}
