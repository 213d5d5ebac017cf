import { expect, test } from "vitest";
import { fileMistakes } from "../../../scripts/lib/file-rules.ts";

const messages = (file: string, text = "") => fileMistakes(file, text).map((it) => it.message);

test("src holds no tests", () => {
  expect(messages("src/rows/listing.test.ts")).toEqual([expect.stringContaining("no tests")]);
  expect(messages("core/clock.test.ts")).toEqual([]);
});

test.each([
  ["src/rows/listing.ts", "const url = process.env.URL;"],
  ["api/app.ts", `const url = process["env"].URL;`],
  ["core/log.ts", "const { LEVEL } = process.env;"],
  ["guard/main.ts", `import { env } from "node:process";`],
])("%s may not read the environment", (file, text) => {
  expect(messages(file, text)).toEqual([expect.stringContaining("core/config")]);
});

test("core/config reads the environment, and anybody may write about it", () => {
  expect(messages("core/config/load.ts", "const raw = process.env;")).toEqual([]);
  expect(
    messages("api/app.ts", "// process.env is for core/config\nconst a = 'process.env';"),
  ).toEqual([]);
});

test("a file has 400 lines at most, data of contracts excepted", () => {
  const long = "\n".repeat(401);
  expect(messages("core/db/pools.ts", long)).toEqual([expect.stringContaining("401 lines")]);
  expect(messages("abis/EscrowAbi.ts", long)).toEqual([]);
});

test("files are kebab-case and contract files PascalCase", () => {
  expect(messages("core/dbPools.ts")).toEqual([expect.stringContaining("kebab-case")]);
  expect(messages("core/db_pools.ts")).toEqual([]);
  for (const file of ["src/Marketplace.ts", "abis/EscrowAbi.ts", "devnet/contracts/Proxy.sol"]) {
    expect(messages(file)).toEqual([]);
  }
  expect(messages("devnet/contracts/proxy.sol")).toEqual([expect.stringContaining("PascalCase")]);
});

test("no file names a home directory", () => {
  const home = ["", "home", "somebody", "project"].join("/");
  expect(messages("README.md", `cd ${home}`)).toEqual([expect.stringContaining("one machine")]);
});
