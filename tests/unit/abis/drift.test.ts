import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { renderAbis } from "../../../scripts/sync-abis.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const TIMEOUT_MS = 60_000;

/** A copy of the parts that the script reads and writes, so that the check can be made to fail. */
const copy = mkdtempSync(path.join(tmpdir(), "valyra-abis-"));
for (const part of [
  "abis",
  "devnet/artifacts",
  "devnet/contracts/artifact.ts",
  "scripts/sync-abis.ts",
  "scripts/v2-signatures.ts",
]) {
  cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
}
cpSync(path.join(ROOT, "package.json"), path.join(copy, "package.json"));
symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"), "junction");
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function syncAbis(...args: string[]) {
  const script = path.join(copy, "scripts/sync-abis.ts");
  return spawnSync(process.execPath, [script, ...args], {
    cwd: copy,
    encoding: "utf8",
    timeout: TIMEOUT_MS,
  });
}

test("the committed ABIs are what the compiled contracts give", () => {
  for (const [file, text] of renderAbis()) {
    expect(readFileSync(path.join(ROOT, "abis", file), "utf8"), file).toBe(text);
  }
});

test("the sync script fails on drift and regenerates the typed ABIs [1.22]", () => {
  expect(syncAbis("--check").status).toBe(0);

  const file = path.join(copy, "abis/EscrowAbi.ts");
  const committed = readFileSync(file, "utf8");
  writeFileSync(file, committed.replace("OfferCancelled", "OfferWithdrawn"));
  const check = syncAbis("--check");
  expect(check.status).toBe(1);
  expect(check.stderr).toContain("abis/EscrowAbi.ts");

  expect(syncAbis().status).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(committed);
  expect(syncAbis("--check").status).toBe(0);
});

test("a changed contract shows as drift of its ABI", () => {
  const file = path.join(copy, "devnet/artifacts/MarketplaceM3.json");
  const committed = readFileSync(file, "utf8");
  writeFileSync(file, committed.replaceAll('"SellerSlashed"', '"SellerPunished"'));
  const check = syncAbis("--check");
  writeFileSync(file, committed);
  expect(check.status).toBe(1);
  expect(check.stderr).toContain("abis/MarketplaceAbi.ts");
});
