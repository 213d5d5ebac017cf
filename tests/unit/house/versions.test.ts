import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Manifest = {
  version: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const manifest = (path: string): Manifest => JSON.parse(readFileSync(path, "utf8"));
const ours = manifest("package.json");
const installed = (name: string) => manifest(`node_modules/${name}/package.json`).version;

test("scripts run on the Node 24 that npm brings, whatever the machine has", () => {
  expect(process.version).toMatch(/^v24\./);
  const inScripts = execFileSync("npm", ["exec", "--no", "-c", "node -p process.version"], {
    encoding: "utf8",
  });
  expect(inScripts.trim()).toBe(process.version);
});

test("every dependency is pinned to one version, and that one is installed", () => {
  for (const [name, version] of Object.entries({ ...ours.dependencies, ...ours.devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(installed(name), name).toBe(version);
  }
  for (const version of Object.values(ours.optionalDependencies)) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test("Ponder is the version whose behaviour this project relies on, with what it needs", () => {
  expect(installed("ponder")).toBe("0.17.7");
  expect(installed("@ponder/utils")).toBe("0.2.18");
  // Ponder and our queries must see the same schema types.
  const ponder = manifest("node_modules/ponder/package.json");
  expect(installed("drizzle-orm")).toBe(ponder.dependencies["drizzle-orm"]);
});

test("every tool is started by a script of package.json that exists", () => {
  for (const [name, command] of Object.entries(ours.scripts)) {
    const file = /\b(?:scripts|api|guard|devnet|bench|workers|journal)\/\S+\.ts\b/.exec(
      command,
    )?.[0];
    if (file !== undefined) expect(() => readFileSync(file), `${name}: ${command}`).not.toThrow();
  }
});
