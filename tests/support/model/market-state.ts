import type { Hex } from "viem";
import type { TestMarket } from "../markets.ts";
import { EscrowModel } from "./escrow-model.ts";
import { MarketplaceModel } from "./marketplace-model.ts";
import { Gate } from "./refusal.ts";
import type { TokenModel } from "./token-model.ts";

/** Everything that a run of moves acts on: the two models, the people and the clock. */
export type MarketState = {
  readonly gate: Gate;
  readonly marketplace: MarketplaceModel;
  readonly escrow: EscrowModel;
  /** Accounts that act. Roles (owner, agent, treasury) are played by some of them. */
  readonly people: readonly Hex[];
  /** Implementation that the marketplace may be upgraded to, for pairs that are. */
  readonly upgradeTo: Hex | undefined;
  /** Unix seconds of the latest or pending block. */
  now: bigint;
  /** Moves still to come in this run. */
  movesLeft: number;
};

/** The model of a freshly deployed market. */
export function newMarketState(
  market: TestMarket,
  tokens: { marketplace: TokenModel; escrow: TokenModel },
  people: readonly Hex[],
  now: bigint,
  upgradeTo?: Hex,
): MarketState {
  const gate = new Gate();
  const { generation } = market.escrow;
  if (generation === "E0") throw new Error("E0 knows no marketplace and has no model");
  const marketplace = new MarketplaceModel(
    market.marketplace.address,
    market.marketplace.generation,
    market.owner,
    market.agent,
    tokens.marketplace,
    gate,
  );
  const escrow = new EscrowModel(
    market.escrow.address,
    generation,
    market.owner,
    market.treasury,
    tokens.escrow,
    marketplace,
    gate,
  );
  return { gate, marketplace, escrow, people, upgradeTo, now, movesLeft: 0 };
}
