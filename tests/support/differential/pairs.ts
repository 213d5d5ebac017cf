import type {
  DeployedToken,
  EscrowGeneration,
  MarketplaceGeneration,
} from "../../../devnet/deployed.ts";
import type { MarketWish, TestMarket } from "../markets.ts";

/** A marketplace generation and the escrow generation that reads it. */
export type Pair = {
  name: string;
  marketplace: MarketplaceGeneration;
  escrow: EscrowGeneration;
  /** Whether the marketplace is upgraded to M3 in the middle of each run. */
  isUpgraded?: true;
  /** Parts of all runs that are played on this pair: newer generations have more to get wrong. */
  share: number;
};

export const PAIRS: readonly Pair[] = [
  { name: "M1 with E1", marketplace: "M1", escrow: "E1", share: 5 },
  {
    name: "M2 with E1, upgraded to M3",
    marketplace: "M2",
    escrow: "E1",
    isUpgraded: true,
    share: 10,
  },
  { name: "M3 with E2a", marketplace: "M3", escrow: "E2a", share: 10 },
  { name: "M3 with E2d", marketplace: "M3", escrow: "E2d", share: 10 },
  { name: "M3 with E3", marketplace: "M3", escrow: "E3", share: 13 },
];

/** One pair for each of `runs`, in proportion to their shares and spread evenly. */
export function spreadPairs(runs: number): Pair[] {
  const shares = PAIRS.reduce((sum, pair) => sum + pair.share, 0);
  const played = new Map<Pair, number>();
  return Array.from({ length: runs }, (_, index) => {
    const behind = (pair: Pair) => ((index + 1) * pair.share) / shares - (played.get(pair) ?? 0);
    const pair = PAIRS.reduce((worst, it) => (behind(it) > behind(worst) ? it : worst));
    played.set(pair, (played.get(pair) ?? 0) + 1);
    return pair;
  });
}

/** The plain token of a world, and the one that keeps a share of each transfer. */
type Tokens = { plain: DeployedToken; taxed: DeployedToken };

/** Decides what the market of a pair, at its place among all of a world, is made of. */
export type Wish = (pair: Pair, index: number, tokens: Tokens) => MarketWish;

/**
 * What a run's market is made of. Some pay in a token that keeps a share of each transfer (trap 25),
 * and some escrows use another token than their marketplace (trap 26).
 */
export const wishOf: Wish = ({ marketplace, escrow }, index, tokens) => {
  const token = index % 5 === 3 ? tokens.taxed : tokens.plain;
  const escrowToken = index % 7 === 4 ? tokens.taxed : token;
  return { marketplace, escrow, token, escrowToken };
};

/** Markets of the same make as another one, on which a run shall go the same way again. */
export function wishLike(market: Pick<TestMarket, "token" | "escrowToken">): Wish {
  return ({ marketplace, escrow }, _index, { plain, taxed }) => {
    const like = ({ kind }: DeployedToken) => (kind === taxed.kind ? taxed : plain);
    return {
      marketplace,
      escrow,
      token: like(market.token),
      escrowToken: like(market.escrowToken),
    };
  };
}
