import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createValyraClient } from "../../client/index.ts";
import { createValyraHooks } from "../../client/react.ts";
import { ROOT } from "../../scripts/lib/project-files.ts";
import { askedPaths, codeBlocks } from "../support/document-examples.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi } from "./support/api.ts";
import { createJournalStage, type JournalStage } from "./support/journal.ts";
import { type Host, listen } from "./support/listen.ts";
import { insertRows, MARKETPLACE } from "./support/rows.ts";

/** The marketplace of the demo, which documents name. */
const DEMO_MARKETPLACE = "0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0";

const GUIDE = readFileSync(join(ROOT, "docs/api-guide.md"), "utf8");
const README = readFileSync(join(ROOT, "README.md"), "utf8");

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "valyra-examples-"));

let server: PostgresServer;
let stage: JournalStage;
let host: Host;

beforeAll(async () => {
  server = sharedPostgres();
  stage = await createJournalStage(server.url);
  await stage.reset();
  for (let block = 0; block < 4; block++) await stage.chain.mine(2);
  await stage.follow();
  for (const table of ["contract", "listing", "offer", "escrow"] as const) {
    await insertRows(stage.admin, "release_a", table, [{}]);
  }
  host = await listen(startApi(stage.urls.api));
});
afterAll(async () => {
  await host.stop();
  await stage.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Runs a file of TypeScript as a user does; fails with its output when it fails. */
const runFile = (file: string, ...args: string[]) =>
  run(process.execPath, [file, ...args], { cwd: ROOT, timeout: 30_000 });

describe("the hooks", () => {
  test("a component shows what the API answers, and the problem where it refuses", async () => {
    const valyra = createValyraClient({ baseUrl: host.url });
    const hooks = createValyraHooks(valyra);
    const cache = new QueryClient({
      defaultOptions: { queries: { retry: false, retryOnMount: false } },
    });
    const Listing = ({ id }: { id: string }) => {
      const { data, error } = hooks.useQuery("get", "/v1/listings/{id}", {
        params: { path: { id } },
      });
      return createElement("p", null, error?.code ?? data?.data.title ?? "loading");
    };
    const show = (id: string) =>
      renderToString(
        createElement(QueryClientProvider, { client: cache }, createElement(Listing, { id })),
      );
    expect(show("0")).toContain("loading");
    for (const id of ["0", "77"]) {
      const options = hooks.queryOptions("get", "/v1/listings/{id}", { params: { path: { id } } });
      await cache.prefetchQuery(options);
    }
    const { data } = await valyra.get("/v1/listings/{id}", { params: { path: { id: "0" } } });
    expect(data.title.length).toBeGreaterThan(0);
    expect(show("0")).toContain(data.title);
    expect(show("77")).toContain("LISTING_NOT_FOUND");
  });
});

describe("the client and the API", () => {
  test("every change comes once while the API restarts under the stream [1.63]", async () => {
    const heard: number[] = [];
    const { readChanges } = createValyraClient({ baseUrl: host.url });
    const newest = await stage.newestSequence();
    const expected = newest + 6;
    const ending = AbortSignal.timeout(30_000);
    const options = { after: 0, signal: ending, retry: { firstMs: 20, mostMs: 200 } };
    for await (const { sequence } of readChanges(options)) {
      heard.push(sequence);
      if (sequence === newest) {
        const { port } = host;
        await host.stop();
        await stage.chain.mine(3);
        await stage.follow();
        host = await listen(startApi(stage.urls.api), port);
        await stage.chain.mine(3);
        await stage.follow();
      }
      if (sequence === expected) break;
    }
    expect(heard).toEqual(Array.from({ length: expected }, (_, index) => index + 1));
  });

  test("rows of a walk are those of the list, with the types that the document gives", async () => {
    const { rows, get } = createValyraClient({ baseUrl: host.url });
    const { data } = await get("/v1/activity", { params: { query: { limit: 100 } } });
    const walked: string[] = [];
    for await (const { id } of rows("/v1/activity", { limit: 3 })) walked.push(id);
    expect(walked).toEqual(data.map(({ id }) => id));
  });
});

describe("what documents show is what happens", () => {
  test("examples/read-market.ts prints listings, an escrow and changes [3.93, 2.111]", async () => {
    const { stdout } = await runFile("examples/read-market.ts", host.url, "1");
    expect(stdout).toMatch(/Listings as of block \d+:\n {2}\S.*, for_sale, /);
    expect(stdout).toMatch(/Escrow \S+ is \w+:\n {2}\w+ at \S+: \w+ is (?:not )?possible/);
    expect(stdout).toMatch(/Changes after \d+, for 1 s:\n {2}\d+ provisional \w+/);
  });

  test.each(codeBlocks(GUIDE, "ts").map((code, index) => [index + 1, code] as const))(
    "block %i of the guide runs [2.119]",
    async (index, code) => {
      const client = join(ROOT, "client");
      const file = join(folder, `block-${index}.mts`);
      writeFileSync(
        file,
        code
          .replaceAll('"@valyra/client/react"', JSON.stringify(join(client, "react.ts")))
          .replaceAll('"@valyra/client"', JSON.stringify(join(client, "index.ts")))
          .replaceAll("http://127.0.0.1:4000", host.url)
          .concat("export {};\n"),
      );
      const { stderr } = await runFile(file);
      expect(stderr).toBe("");
    },
  );

  test.each([...askedPaths(GUIDE), ...askedPaths(README)])("curl %s is answered", async (path) => {
    const response = await fetch(host.url + path.replaceAll(DEMO_MARKETPLACE, MARKETPLACE));
    expect(response.status, await response.text()).toBe(200);
  });

  test("models find an index, the guides and everything in one file, all of it there [3.74]", async () => {
    const index = await (await fetch(`${host.url}/llms.txt`)).text();
    expect(index).toMatch(/^# Valyra API\n\n> \S/);
    const links = [...index.matchAll(/\]\((\/[^)#]*)/g)].map(([, path = ""]) => path);
    expect(links).toContain("/docs/api-guide.md");
    for (const path of new Set(links)) {
      const { status } = await fetch(host.url + path);
      expect(status, path).toBe(path === "/mcp" ? 405 : 200);
    }
    const { paths } = (await (await fetch(`${host.url}/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    const full = await (await fetch(`${host.url}/llms-full.txt`)).text();
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        const address = `${method.toUpperCase()} ${path}`;
        expect(index).toContain(`[${address}]`);
        expect(full).toContain(`## ${address}\n`);
      }
    }
    expect(full).toContain("## NOT_YET_INDEXED");
  });
});
