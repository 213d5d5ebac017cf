import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { writeDeployments } from "../support/ponder.ts";
import { withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { MARKETPLACE } from "./support/rows.ts";
import { fillSmallMarket } from "./support/small-market.ts";

test("npm run explain prints the plan of every statement of a request [5.156]", async () => {
  const server = sharedPostgres();
  try {
    const urls = await createPublishedDatabase(server.url);
    await withClient(urls.admin, fillSmallMarket);
    const deployments = writeDeployments({
      rpcUrl: "http://127.0.0.1:1",
      contracts: [{ kind: "marketplace", generation: "M3", address: MARKETPLACE, startBlock: 1 }],
    });
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["scripts/explain.ts", "/v1/listings?limit=2"],
      { env: { ...process.env, API_DATABASE_URL: urls.api, VALYRA_DEPLOYMENTS: deployments } },
    );
    expect(stdout).toContain("/v1/listings?limit=2: 200, ");
    expect(stdout).toContain('from "indexed"."listing"');
    expect(stdout).toMatch(/actual time=/);
    expect(stdout).toContain("Execution Time:");
  } finally {
    await server.stop();
  }
});
