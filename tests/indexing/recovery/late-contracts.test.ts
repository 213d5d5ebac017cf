import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { deployMarket, upgradeMarketplace } from "../../../devnet/deploy.ts";
import { openDeployer } from "../../../devnet/deployer.ts";
import { deploymentFile } from "../../../devnet/deployment-file.ts";
import type { Address } from "../../support/anvil.ts";
import {
  type DeploymentsFile,
  type PonderProcess,
  startPonder,
  writeDeployments,
} from "../../support/ponder.ts";
import { createDatabase, type PostgresServer, startPostgres } from "../../support/postgres.ts";
import { activityDifferences } from "../../support/recovery/canonical-logs.ts";
import { differencesFromCleanIndex, settle } from "../../support/recovery/clean-index.ts";
import { type LiveMarket, openLiveMarket } from "../../support/recovery/live-market.ts";

/** More than Ponder can take back, so that most of the history comes from its cache at a restart. */
const HISTORY = 40;

let postgres: PostgresServer;
let market: LiveMarket;
const running: PonderProcess[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  market = await openLiveMarket("late contracts");
  await market.play(HISTORY);
});
afterEach(async () => {
  for (const index of running.splice(0)) await index.kill9();
});
afterAll(async () => {
  await market?.stop();
  await postgres?.stop();
});

async function indexOn(databaseUrl: string, schema: string, deploymentsFile: string) {
  const index = await startPonder({
    isMeasured: false,
    isThroughGateway: true,
    // What it has written ahead for one file must not pass for what another file asks for.
    gatewayEnv: { GATEWAY_PREWRITE_URL: databaseUrl },
    ...{ databaseUrl, schema, deploymentsFile },
  });
  running.push(index);
  return index;
}

/**
 * Deploys a second market and uses it in the same block: the creation of each proxy logs by itself,
 * and the owner's first act follows in the block. Its upgrade comes some blocks later.
 */
async function deployLateMarket() {
  const late = await deployMarket(market.chain, { marketplace: "M2", escrow: "E2d" });
  await market.play(4);
  const upgraded = await upgradeMarketplace(market.chain, late, "M3");
  const deployer = await openDeployer(market.chain, late.owner);
  await deployer.call("MarketplaceM3", late.marketplace.address, "pause");
  await deployer.call("MarketplaceM3", late.marketplace.address, "unpause");
  await deployer.mine();
  return { late, upgraded };
}

test("a market that is named in the file after it was used live loses no event, from a warm cache or a cold one (IX-9)", async () => {
  const databaseUrl = await createDatabase(postgres.url);
  const before = await indexOn(databaseUrl, "release_before", market.deploymentsFile);
  await settle(market, [before]);
  const { late, upgraded } = await deployLateMarket();
  await settle(market, [before]);
  await before.stop();

  const { rpc, contracts, implementations, ...rest } = JSON.parse(
    readFileSync(market.deploymentsFile, "utf8"),
  ) as DeploymentsFile & { rpc: string[] };
  const added = deploymentFile({ rpc: market.chain.url, markets: [late] });
  const deploymentsFile = writeDeployments({
    ...rest,
    rpcUrl: market.chain.url,
    contracts: [...contracts, ...(added.contracts as DeploymentsFile["contracts"])],
    implementations: {
      ...implementations,
      ...added.implementations,
      [upgraded.marketplace.implementation]: "M3",
    },
  });
  const addresses = [late.marketplace.address, late.escrow.address] as Address[];
  const scene = { ...market, deploymentsFile, contracts: [...market.contracts, ...addresses] };

  const warm = await indexOn(databaseUrl, "release_after", deploymentsFile);
  await settle(scene, [warm]);
  expect(await activityDifferences(scene.chain, scene.contracts, warm.options)).toEqual([]);

  const { differences, rowsOf } = await differencesFromCleanIndex(scene, warm, postgres.url);
  expect(differences).toEqual([]);
  expect(rowsOf.get("contract")).toBe(market.contracts.length + addresses.length);
}, 240_000);
