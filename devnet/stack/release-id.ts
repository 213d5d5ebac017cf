import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * Schema for the indexer as it is now: another one whenever its code, its schema or the contracts
 * change, because Ponder refuses to go on in a schema that other code has written.
 */
export function releaseSchemaFor(projectRoot: string, deploymentsFile: string): string {
  const sources = readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => join(projectRoot, "src", name));
  const hash = createHash("sha256");
  for (const name of [...sources, "ponder.schema.ts", "ponder.config.ts"]) {
    hash.update(readFileSync(resolve(projectRoot, name)));
  }
  // The node's address changes with the ports that are free; what is indexed does not.
  const { rpc, ws, ...indexed } = JSON.parse(readFileSync(deploymentsFile, "utf8"));
  hash.update(JSON.stringify(indexed));
  return `release_${hash.digest("hex").slice(0, 10)}`;
}
