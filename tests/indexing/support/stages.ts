import { encodeFunctionData } from "viem";
import { deployToken } from "../../../devnet/deploy.ts";
import type { DeployedToken } from "../../../devnet/deployed.ts";
import type { TestChain, TransactionRequest } from "../../support/anvil.ts";
import { escrowCalls, marketplaceCalls } from "../../support/contract-abi.ts";
import { deployMarkets, type TestMarket } from "../../support/markets.ts";
import { openMarketStage, type Stage, type StageWish, TRANSITION_SECONDS } from "./stage.ts";

/**
 * Deploys a market for each wish, all in a few blocks, ready to play on: the genesis programme
 * ended, the transition period set, unless the wish leaves them as a deployment does.
 */
export async function openStages(chain: TestChain, wishes: readonly StageWish[]): Promise<Stage[]> {
  const tokens: Record<DeployedToken["kind"], DeployedToken> = {
    standard: await deployToken(chain, "standard"),
    "fee-on-transfer": await deployToken(chain, "fee-on-transfer"),
    "six-decimals": await deployToken(chain, "six-decimals"),
  };
  const markets = await deployMarkets(
    chain,
    wishes.map(({ marketplace = "M3", escrow = "E3", token = "standard", hasOwnEscrowToken }) => ({
      marketplace,
      escrow,
      token: tokens[token],
      ...(hasOwnEscrowToken ? { escrowToken: tokens["six-decimals"] } : {}),
    })),
  );
  const receipts = await chain.execute(
    markets.flatMap((market, index) => preparations(market, wishes[index] ?? {})),
  );
  if (receipts.some((receipt) => receipt.status !== "0x1")) throw new Error("not prepared");
  return markets.map((market) => openMarketStage(chain, market));
}

function preparations(market: TestMarket, wish: StageWish): TransactionRequest[] {
  const { owner, marketplace, escrow } = market;
  const requests: TransactionRequest[] = [];
  if (!wish.isGenesisOpen) {
    const data = encodeFunctionData({ abi: marketplaceCalls, functionName: "endGenesisProgram" });
    requests.push({ from: owner, to: marketplace.address, data });
  }
  if (escrow.generation === "E3" && !wish.hasNoTransitionPeriod) {
    const data = encodeFunctionData({
      abi: escrowCalls,
      functionName: "setTransitionPeriod",
      args: [TRANSITION_SECONDS],
    });
    requests.push({ from: owner, to: escrow.address, data });
  }
  return requests;
}
