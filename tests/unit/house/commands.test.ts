import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT } from "../../../scripts/lib/project-files.ts";

const directory = mkdtempSync(join(tmpdir(), "valyra-commands-"));
afterAll(() => rmSync(directory, { recursive: true }));

function run(script: string, ...args: string[]) {
  const command = [join("scripts", `${script}.ts`), ...args];
  const options = { cwd: ROOT, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  return { status, output: stdout + stderr };
}

/** A report of one passed test with this title. */
function report(title: string): string {
  const reports = mkdtempSync(join(directory, "reports-"));
  const location = { line: 1, column: 1 };
  const assertionResults = [{ title, fullName: title, status: "passed", location }];
  const file = { name: join(ROOT, "vitest.config.ts"), status: "passed", assertionResults };
  writeFileSync(join(reports, "unit.json"), JSON.stringify({ testResults: [file] }));
  return reports;
}

test("verify runs the checks that are named and says which are good", () => {
  const good = run("verify", "events", "deployments", "dictionary");
  expect(good.output).toContain("3 of 3 checks are good");
  expect(good.status).toBe(0);
  const unknown = run("verify", "event");
  expect(unknown.output).toContain("no check event");
  expect(unknown.status).not.toBe(0);
});

test("requirements counts by part, shows samples and reasons, and fails on an unknown id", () => {
  const { status, output } = run(
    "requirements",
    ...["--reports", report("kept [1.27]"), "--sample", "1", "--open", "--reasons"],
  );
  expect(status, output).toBe(0);
  expect(output).toContain("part 1: 1 proved, 67 open, 3 not applicable");
  expect(output).toContain("all: 1 proved, 493 open, 23 not applicable");
  expect(output).toMatch(/^1\.18 {2}Reading material/m);
  expect(output).toMatch(/1\.27 {2}table `listings`\n {2}check: /);
  expect(output).toContain('import { defineConfig } from "vitest/config"');

  const unknown = run("requirements", "--reports", report("kept [1.999]"));
  expect(unknown.status).toBe(1);
  expect(unknown.output).toContain("1.999, which is no requirement");
});

test("a test run of a suite that does not exist says which there are", () => {
  const { status, output } = run("test", "units");
  expect(status).not.toBe(0);
  expect(output).toContain("no suite units; there are unit, types");
});
