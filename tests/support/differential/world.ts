import { deployToken } from "../../../devnet/deploy.ts";
import type { Address } from "../anvil.ts";
import { startTestChain, type TestChain } from "../anvil.ts";
import { type MarketView, viewMarket } from "../compare/market-view.ts";
import { castOf, deployMarkets, entriesOf, feeBpsOf, type TestMarket } from "../markets.ts";
import { type MarketState, newMarketState } from "../model/market-state.ts";
import { TokenModel } from "../model/token-model.ts";
import { writeDeployments } from "../ponder.ts";
import { type Pair, type Wish, wishOf } from "./pairs.ts";

/** Blocks whose states anvil keeps; more than any batch mines. */
const STATES_IN_MEMORY = 100_000;

/** A chain with one untouched market for each run, all named by one deployments file. */
export type World = {
  readonly chain: TestChain;
  readonly deploymentsFile: string;
  readonly plots: readonly Plot[];
  stop(): Promise<void>;
};

/** The market that a run is played on. */
export type Plot = {
  readonly pair: Pair;
  readonly market: TestMarket;
  readonly upgradeTo?: Address;
};

/** Deploys everything before anything is played, so that one indexer can follow all of it. */
export async function startWorld(pairs: readonly Pair[], wish: Wish = wishOf): Promise<World> {
  const chain = await startTestChain({ statesInMemory: STATES_IN_MEMORY });
  const tokens = {
    plain: await deployToken(chain, "standard"),
    taxed: await deployToken(chain, "fee-on-transfer"),
  };
  const markets = await deployMarkets(
    chain,
    pairs.map((pair, index) => wish(pair, index, tokens)),
  );
  const upgradeTo = await implementationOfM3(chain, markets, tokens.plain);
  return {
    chain,
    deploymentsFile: writeDeployments({ rpcUrl: chain.url, contracts: entriesOf(markets) }),
    plots: markets.map((market, index) => {
      const pair = pairs[index];
      if (pair === undefined) throw new Error("a market without a pair");
      return { pair, market, ...(pair.isUpgraded ? { upgradeTo } : {}) };
    }),
    stop: () => chain.stop(),
  };
}

async function implementationOfM3(
  chain: TestChain,
  markets: readonly TestMarket[],
  token: TestMarket["token"],
): Promise<Address> {
  const known = markets.find((market) => market.marketplace.generation === "M3");
  if (known !== undefined) return known.marketplace.implementation;
  const [fresh] = await deployMarkets(chain, [{ marketplace: "M3", escrow: "E3", token }]);
  if (fresh === undefined) throw new Error("nothing was deployed");
  return fresh.marketplace.implementation;
}

/** The model of a plot that nothing has been played on. */
export async function newPlotState(chain: TestChain, plot: Plot): Promise<MarketState> {
  const { market } = plot;
  const marketplace = new TokenModel(market.token.address, feeBpsOf(market.token));
  const escrow =
    market.escrowToken === market.token
      ? marketplace
      : new TokenModel(market.escrowToken.address, feeBpsOf(market.escrowToken));
  const { people } = castOf(chain);
  return newMarketState(market, { marketplace, escrow }, people, await chain.now(), plot.upgradeTo);
}

/** What the contracts of a plot say after a run, whose upgrade they have made. */
export function viewPlot(chain: TestChain, plot: Plot, state: MarketState): Promise<MarketView> {
  const { market, upgradeTo } = plot;
  const { generation } = state.marketplace;
  const isUpgraded = generation !== market.marketplace.generation && upgradeTo !== undefined;
  return viewMarket(
    chain,
    {
      ...market,
      marketplace: {
        ...market.marketplace,
        generation,
        ...(isUpgraded ? { implementation: upgradeTo } : {}),
      },
    },
    chain.accounts,
  );
}
