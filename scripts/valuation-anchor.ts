import { parseArgs } from "node:util";
import { isHash } from "viem";
import { loadConfig } from "../core/config/load.ts";
import { createPool } from "../core/db/pools.ts";
import { createRpcClient } from "../core/rpc/client.ts";
import { noteAnchor } from "../core/valuation/record/note-anchor.ts";
import { runCommand } from "./support/run-command.ts";

const USAGE = "npm run valuation:anchor -- --day YYYY-MM-DD --tx HASH --rpc URL";

/**
 * `npm run valuation:anchor`: notes the transaction that carries the root of a day of the record, after
 * its call data were compared and its block is final. Who sends it, and to whom, does not matter;
 * `/v1/valuations/record/days` gives the call data. Works as the role of the workers.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: { day: { type: "string" }, tx: { type: "string" }, rpc: { type: "string" } },
  });
  const { day, tx, rpc } = values;
  if (day === undefined || rpc === undefined || tx === undefined || !isHash(tx)) {
    throw new Error(USAGE);
  }
  const { GUARD_DATABASE_URL, RPC_TIMEOUT_MS } = loadConfig("guard");
  const pool = createPool(GUARD_DATABASE_URL, "appWrites", {
    max: 1,
    processName: "valyra_anchor",
    onIdleError: () => undefined,
  });
  try {
    const node = createRpcClient(rpc, RPC_TIMEOUT_MS);
    const block = await noteAnchor(pool, node, { day, hash: tx });
    process.stdout.write(`the root of ${day} is in block ${block}, which is final\n`);
  } finally {
    await pool.end();
  }
});
