import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../../scripts/lib/project-files.ts";
import { codeBlocks } from "../support/document-examples.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "valyra-client-"));

/** What a project has beside the client; linked, so that nothing is fetched. */
const BESIDE = [
  "openapi-fetch",
  "openapi-typescript-helpers",
  "eventsource-parser",
  "openapi-react-query",
  "@tanstack/react-query",
  "@tanstack/query-core",
  "react",
  "@types/react",
  "csstype",
];

/** npm and compilers do as they are told, and stay off the network. */
const inFolder = (command: string, ...args: string[]) =>
  run(command, args, { cwd: folder, timeout: 100_000 });

beforeAll(async () => {
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--silent", "--pack-destination", folder],
    { cwd: join(ROOT, "client"), timeout: 100_000 },
  );
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("["))) as { filename: string }[];
  const links = BESIDE.map((name) => [name, `file:${join(ROOT, "node_modules", name)}`]);
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({
      name: "scratch",
      private: true,
      type: "module",
      dependencies: {
        "@valyra/client": `file:./${packed?.filename}`,
        ...Object.fromEntries(links),
      },
    }),
  );
  await inFolder("npm", "install", "--offline", "--no-audit", "--no-fund", "--no-package-lock");
}, 200_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("the packed client installs, and every example compiles against it [2.119, 3.93]", async () => {
  const example = readFileSync(join(ROOT, "examples/read-market.ts"), "utf8");
  const documents = ["docs/api-guide.md", "client/README.md", "README.md"];
  const blocks = documents.flatMap((file) =>
    codeBlocks(readFileSync(join(ROOT, file), "utf8"), "ts"),
  );
  expect(blocks.length).toBeGreaterThan(6);
  const sources = [example.replace("../client/index.ts", "@valyra/client"), ...blocks];
  sources.forEach((source, index) => {
    writeFileSync(join(folder, `example-${index}.ts`), `${source}\nexport {};\n`);
  });
  writeFileSync(
    join(folder, "wrong.ts"),
    `import { createValyraClient } from "@valyra/client";
const valyra = createValyraClient({ baseUrl: "" });
// @ts-expect-error: no such state
await valyra.get("/v1/listings", { params: { query: { state: ["soldd"] } } });
const { data } = await valyra.get("/v1/listings/{id}", { params: { path: { id: "0" } } });
// @ts-expect-error: may be null
data.cancelledAt.length;
`,
  );
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: "ES2022",
        module: "nodenext",
        lib: ["ES2024", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
        types: ["node"],
        typeRoots: [join(ROOT, "node_modules/@types")],
        skipLibCheck: false,
      },
      include: ["*.ts"],
    }),
  );
  const { stdout } = await inFolder(join(ROOT, "node_modules/.bin/tsc"), "-p", ".").catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe("");
});

test("the packed client runs in plain Node, and says when nobody is there", async () => {
  writeFileSync(
    join(folder, "plain.mjs"),
    `import { createValyraClient } from "@valyra/client";
import { createValyraHooks } from "@valyra/client/react";
const valyra = createValyraClient({ baseUrl: "http://127.0.0.1:1" });
console.log(typeof createValyraHooks(valyra).useQuery);
await valyra.get("/v1/status").catch((error) => console.log(error.name));
`,
  );
  const { stdout } = await inFolder(process.execPath, "plain.mjs");
  expect(stdout).toBe("function\nTypeError\n");
});
