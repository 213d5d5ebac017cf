import type { Address } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDeployer } from "../../../devnet/deployer.ts";
import { startTestChain, type TestChain } from "../../support/anvil.ts";
import { entriesOf } from "../../support/markets.ts";
import { type PonderProcess, startPonder, writeDeployments } from "../../support/ponder.ts";
import { type PostgresServer, startPostgres, withClient } from "../../support/postgres.ts";
import { ageLock } from "../../support/recovery/kill.ts";
import { STAKE } from "../../unit/contracts/arena.ts";
import type { Stage, Where } from "../support/stage.ts";
import { openStages } from "../support/stages.ts";

const SCHEMA = "release_orphaned";
const SETTLED_BLOCKS = 40;
const ASSIGNMENT = `0x${"11".repeat(32)}`;

let chain: TestChain;
let stage: Stage;
let account: Address;
let postgres: PostgresServer;
let ponder: PonderProcess;

beforeAll(async () => {
  chain = await startTestChain();
  const [opened] = await openStages(chain, [{}]);
  if (!opened) throw new Error("no market");
  stage = opened;
  const { parties, marketplace } = stage;
  const deployer = await openDeployer(chain, parties.seller);
  account = await deployer.create("SmartAccount", [parties.seller]);
  await deployer.mine();
  await asAccount(
    ["token", "mint", [account, STAKE]],
    ["token", "approve", [marketplace, STAKE]],
    ["marketplace", "stakeToSell", []],
  );
  await chain.mineMany(SETTLED_BLOCKS);
  postgres = await startPostgres();
  ponder = await startPonder({
    databaseUrl: postgres.url,
    schema: SCHEMA,
    deploymentsFile: writeDeployments({ rpcUrl: chain.url, contracts: entriesOf([stage.market]) }),
  });
  await ponder.logged(/"Started live indexing"/);
});
afterAll(async () => {
  await ponder?.kill9();
  await postgres?.stop();
  await chain?.stop();
});

/**
 * Lists the business of a smart account with a build id: no event tells it, nor does the transaction,
 * which calls another contract, so that the indexer has to read it.
 */
async function list(buildId: string) {
  const listing = ["A business", "ipfs://metadata", 1_000n, 0, ASSIGNMENT, "0x1234", buildId];
  await asAccount(["marketplace", "createListing", listing]);
}

/** Has the smart account make these calls in one transaction, and mines it. */
async function asAccount(...calls: [Where, string, readonly unknown[]][]) {
  const deployer = await openDeployer(chain, stage.parties.seller);
  const batch = calls.map((call) => ({
    target: call[0] === "token" ? stage.market.token.address : stage.marketplace,
    data: stage.callData(...call),
  }));
  await deployer.call("SmartAccount", account, "executeBatch", [batch]);
  await deployer.mine();
}

const read = async (sql: string) =>
  withClient(postgres.url, async (client) => {
    const { rows } = await client.query<{ value: string }>(sql);
    return rows.map(({ value }) => value);
  });
const indexedBuildIds = () => read(`select build_id as value from ${SCHEMA}.listing`);
const finalReads = () =>
  read(
    `select request_hash as value from ponder_sync.rpc_request_results
     where block_number < (select max(upper(blocks)) from ponder_sync.intervals) order by 1`,
  );

test("what was read at a block that is replaced while the indexer is dead is read again (IX-10)", async () => {
  const before = await chain.snapshot();
  await list("orphaned");
  await ponder.reached(await chain.blockNumber());
  expect(await indexedBuildIds()).toEqual(["orphaned"]);
  const kept = await finalReads();
  expect(kept).not.toEqual([]);

  await ponder.kill9();
  await chain.restore(before);
  await list("canonical");
  await ageLock(ponder);
  ponder = await startPonder(ponder.options);
  await ponder.logged(/"Started live indexing"/);
  await chain.mine();
  await ponder.reached(await chain.blockNumber());
  expect(await indexedBuildIds()).toEqual(["canonical"]);
  expect(await finalReads()).toEqual(expect.arrayContaining(kept));
});
