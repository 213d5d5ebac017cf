import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { brokenReferences } from "../../../scripts/lib/document-references.ts";

const project = {
  files: [
    "src/rows/listing.ts",
    "core/db/pools.ts",
    "docs/terms.md",
    "docs/images/a.png",
    ".ci/run",
  ],
  scripts: new Set(["demo"]),
};
const broken = (text: string) =>
  brokenReferences("docs/page.md", text, project).map((it) => it.message);

test("what exists may be named: paths, folders, patterns, links, scripts", () => {
  const text = [
    "`src/rows/listing.ts`, `src/rows/`, `src/rows`, `core/db/{pools}.ts`, `core/*/pools.ts`, `.ci/run`",
    "`terms.md` and [terms](terms.md#escrow), ![a](images/a.png), [out](https://example.org/x.md)",
    "`npm run demo`, `/v1/listings`, `deployments/<network>.json`, `.demo/pg`, `a/b` of somebody else",
  ].join("\n");
  expect(broken(text)).toEqual([]);
});

test("what does not exist is found with its line", () => {
  expect(broken("`src/rows/gone.ts`")).toEqual(["there is no src/rows/gone.ts"]);
  expect(broken("`gone.ts`")).toEqual(["there is no gone.ts"]);
  expect(broken("[x](../src/gone.ts)")).toEqual(["../src/gone.ts leads nowhere"]);
  expect(broken("![x](images/b.png)")).toEqual(["images/b.png leads nowhere"]);
  expect(broken("`npm run gone`")).toEqual(["there is no script gone in package.json"]);
  expect(brokenReferences("a.md", "\n\n`src/gone`", project)[0]?.line).toBe(3);
});

test("the root has its README and a .gitignore that keeps settings out [1.21]", () => {
  expect(readFileSync("README.md", "utf8")).toMatch(/^# Valyra/);
  const ignored = readFileSync(".gitignore", "utf8").split("\n");
  expect(ignored).toEqual(expect.arrayContaining([".env", ".env.*", "!.env.example"]));
});
