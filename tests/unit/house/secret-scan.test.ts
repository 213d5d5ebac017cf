import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { projectFiles } from "../../../scripts/lib/project-files.ts";
import { scanSecrets } from "../../../scripts/lib/scan-secrets.ts";

const directory = mkdtempSync(join(tmpdir(), "valyra-secrets-"));
afterAll(() => rmSync(directory, { recursive: true }));

const scan = (text: string) => {
  writeFileSync(join(directory, "seeded.ts"), text);
  return scanSecrets(["seeded.ts"], directory);
};

// Put together here, so that the scan of this file finds nothing.
const keyBlock = (name: string) => `-----${name} RSA PRIVATE KEY-----`;
const privateKey = [keyBlock("BEGIN"), "MIIEpAIBAAKCAQEA".repeat(40), keyBlock("END")].join("\n");
const githubToken = `ghp_${"a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"}`;
const remoteDatabase = `postgresql://valyra:${"hunter2hunter2"}@db.example.org:5432/valyra`;

test("no tracked file holds a credential, and a seeded one is found [5.137]", () => {
  expect(scanSecrets(projectFiles())).toEqual([]);
  expect(scan(`const token = "${githubToken}";`)).toHaveLength(1);
});

test.each([
  ["a private key", privateKey],
  ["a connection string with a real host", `DATABASE_URL=${remoteDatabase}`],
])("%s is found, and its value is not printed", (_name, text) => {
  const found = scan(text).join("\n");
  expect(found).not.toBe("");
  expect(found).not.toContain("MIIEpAIBAAKCAQEA");
  expect(found).not.toContain("hunter2");
});

test("placeholders on this machine pass", () => {
  expect(scan("DATABASE_URL=postgresql://valyra_api:change-me@127.0.0.1:5432/valyra")).toEqual([]);
});
