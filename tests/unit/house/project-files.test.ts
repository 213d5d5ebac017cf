import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFiles } from "../../../scripts/lib/project-files.ts";

test("a copy without git lists the same kind of files", () => {
  const root = mkdtempSync(join(tmpdir(), "valyra-files-"));
  for (const folder of ["core/db", "node_modules/pg", ".demo/pg"]) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, "a.ts"), "");
  }
  for (const name of [".env", ".env.example", "README.md"]) writeFileSync(join(root, name), "");
  expect(projectFiles(root)).toEqual([".env.example", "README.md", "core/db/a.ts"]);
  rmSync(root, { recursive: true });
});

test("the project lists what is committed and nothing that is installed", () => {
  const files = projectFiles();
  expect(files).toEqual(expect.arrayContaining(["package.json", "src/protocol/states.ts"]));
  expect(files.some((file) => file.startsWith("node_modules/"))).toBe(false);
});
