import type { Address } from "viem";
import type { People } from "./world.ts";

const RESERVED = 10;
const SELLERS_SHARE = 0.3;
const FEWEST_ACCOUNTS = 20;

/**
 * Gives the unlocked accounts of a chain their parts. The first three are owner, agent and treasury
 * of the deployment.
 */
export function castOf(accounts: readonly Address[]): People {
  if (accounts.length < FEWEST_ACCOUNTS) {
    throw new Error(`a market needs ${FEWEST_ACCOUNTS} unlocked accounts, not ${accounts.length}`);
  }
  const [safety, secondAgent, keeper, investor, ...developers] = accounts.slice(3, RESERVED);
  const sellers = Math.round((accounts.length - RESERVED) * SELLERS_SHARE);
  return {
    safety: safety as Address,
    secondAgent: secondAgent as Address,
    keeper: keeper as Address,
    investor: investor as Address,
    developers,
    sellers: accounts.slice(RESERVED, RESERVED + sellers),
    buyers: accounts.slice(RESERVED + sellers),
  };
}
