import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { artifactPath } from "../../../devnet/contracts/artifact.ts";
import { compileContracts, serializeArtifact } from "../../../scripts/compile-contracts.ts";

const COMPILE_TIMEOUT_MS = 180_000;

test("recompiling the contracts gives the committed artifacts", {
  timeout: COMPILE_TIMEOUT_MS,
}, async () => {
  for (const [name, artifact] of await compileContracts()) {
    // Compared as a boolean: a diff of bytecode helps nobody.
    const isCurrent = readFileSync(artifactPath(name), "utf8") === serializeArtifact(artifact);
    expect(isCurrent, `${name} is stale; run npm run contracts:compile`).toBe(true);
  }
});
