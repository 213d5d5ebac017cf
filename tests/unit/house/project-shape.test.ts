import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { projectFiles, ROOT } from "../../../scripts/lib/project-files.ts";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const manifest = JSON.parse(read("package.json")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** What `tsc` at the root checks, as paths from the root. */
function checkedFiles(): { files: Set<string>; options: ts.CompilerOptions } {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return { files: new Set(fileNames.map((name) => relative(ROOT, name))), options };
}

test("one check at the root takes in the indexer, the API, the workers, what they share and the ABIs [1.19, 1.20]", () => {
  const { files } = checkedFiles();
  for (const entry of [
    ...["ponder.config.ts", "src/Marketplace.ts", "api/main.ts", "workers/main.ts"],
    ...["guard/main.ts", "journal/main.ts", "core/errors.ts", "client/index.ts", "abis/index.ts"],
  ]) {
    expect(files, entry).toContain(entry);
  }
  for (const process of ["indexer", "api", "workers", "guard", "journal"]) {
    expect(manifest.scripts[process], process).toMatch(/\.ts$/);
  }
});

test("types are strict, and CI checks them, formats and lints before anything is tested [5.2, 2.107, 3.71]", () => {
  expect(checkedFiles().options.strict).toBe(true);
  const verify = read("scripts/verify.ts");
  expect(verify).toMatch(/"tsc", "--noEmit"/);
  expect(verify).toMatch(/"biome", "ci", "--error-on-warnings"/);
  const steps = read(".ci/run");
  expect(steps.indexOf("npm run --silent verify")).toBeGreaterThan(0);
  expect(steps.indexOf("npm run --silent verify")).toBeLessThan(steps.indexOf("npm test"));
  expect(steps).toContain("set -euo pipefail");
});

test("viem is the only client of a chain [2.6]", () => {
  const others = /^(ethers|web3|web3-.*|@ethersproject\/.*|@web3js\/.*|ethjs.*|near-api-js)$/;
  const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(named).toContain("viem");
  expect(named.filter((name) => others.test(name))).toEqual([]);
  const imported = projectFiles(ROOT)
    .filter((path) => /\.m?ts$/.test(path))
    .flatMap((path) => [...read(path).matchAll(/^import .* from "([^".][^"]*)";$/gm)])
    .map(([, name = ""]) => name);
  expect(imported.length).toBeGreaterThan(1_000);
  expect(imported.filter((name) => others.test(name))).toEqual([]);
});

test("the README has a chapter on each of the ten subjects, and a page to read on [5.88]", () => {
  const chapters = new Map(
    read("README.md")
      .split(/^#{2,3} /m)
      .map((chapter) => [chapter.split("\n", 1)[0], chapter] as const),
  );
  expect(chapters.get("Quick start")).toContain("npm ci && npm run demo");
  for (const subject of [
    ...["Architecture", "Schema", "Endpoints", "Queues", "Caching", "Limits"],
    ...["Security", "Integrations", "Deployment"],
  ]) {
    expect(chapters.get(subject)?.length, subject).toBeGreaterThan(150);
    expect(chapters.get(subject), subject).toMatch(/\]\((docs\/|\.env\.example)/);
  }
});
