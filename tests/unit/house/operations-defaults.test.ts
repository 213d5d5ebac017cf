import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadConfig } from "../../../core/config/load.ts";

test("the table of concurrency names the defaults that the processes have [5.157]", () => {
  const url = "postgresql://a@b/c";
  const defaults: Record<string, unknown> = {
    ...loadConfig("indexer", { INDEXER_DATABASE_URL: url, INDEXER_SCHEMA: "release_1" }),
    ...loadConfig("api", { API_DATABASE_URL: url }),
  };
  const section = readFileSync("docs/operations.md", "utf8").split("## Concurrency")[1] ?? "";
  const table = section.split("\n## ")[0] ?? "";
  const rows = [...table.matchAll(/^\| `(\w+)` \| (\S+) \| (.+) \|$/gm)];
  expect(rows.length).toBeGreaterThanOrEqual(6);
  for (const [, name = "", value, reason = ""] of rows) {
    expect(String(defaults[name]), name).toBe(value);
    expect(reason.length, name).toBeGreaterThan(20);
  }
  const named = rows.map(([, name]) => name);
  expect(named).toEqual(
    expect.arrayContaining(["API_POOL_SIZE", "API_MAX_WAITING", "API_MAX_WAIT_MS"]),
  );
});
