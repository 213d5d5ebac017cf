import type { Address } from "viem";
import type { ContractName } from "../contracts/artifact.ts";
import type { Behaviour } from "./behaviours.ts";
import { EMERGENCY_COOLDOWN } from "./protocol.ts";
import { abilitiesOf } from "./venue.ts";
import { send, type Venue, type World } from "./world.ts";

/** What only the owner can do; the rules of refusal are those of `marketplace-actions.ts`. */

export function setSafetyWallet(world: World, venue: Venue, wallet: Address): boolean {
  if (!venue.abilities.offers) return false;
  callEscrow(world, venue, "setSafetyWallet", "set safety wallet", [wallet]);
  venue.safetyWallet = wallet;
  return true;
}

/** Until this is called an E3 escrow holds the retainer for no time at all (domain trap 31). */
export function setTransitionPeriod(world: World, venue: Venue, seconds: number): boolean {
  if (!venue.abilities.ownTransition) return false;
  callEscrow(world, venue, "setTransitionPeriod", "set transition period", [BigInt(seconds)]);
  venue.holdPeriod = seconds;
  return true;
}

export function changeTreasury(world: World, venue: Venue, treasury: Address): boolean {
  callEscrow(world, venue, "setTreasuryAddress", "change treasury", [treasury]);
  venue.treasury = treasury;
  return true;
}

export function rotateAgent(world: World, venue: Venue, agent: Address): boolean {
  if (venue.isAgentAway) return false;
  callMarketplace(world, venue, "setAgentAddress", "rotate agent", [agent]);
  venue.agent = agent;
  return true;
}

/** Appoints an agent who is none of the people of the market; they leave the agent's work to it. */
export function hireAgent(world: World, venue: Venue, agent: Address): void {
  rotateAgent(world, venue, agent);
  venue.isAgentAway = true;
}

/** Logs nothing (domain trap 1). */
export function endGenesis(world: World, venue: Venue): boolean {
  if (!venue.genesisOpen) return false;
  callMarketplace(world, venue, "endGenesisProgram", "end genesis", [], 0);
  venue.genesisOpen = false;
  return true;
}

export function setEscrowPaused(world: World, venue: Venue, isPaused: boolean): boolean {
  if (venue.escrowPaused === isPaused) return false;
  if (isPaused) callEscrow(world, venue, "pause", "pause contract");
  else callEscrow(world, venue, "unpause", "unpause contract");
  venue.escrowPaused = isPaused;
  return true;
}

export function setMarketplacePaused(world: World, venue: Venue, isPaused: boolean): boolean {
  if (venue.marketplacePaused === isPaused) return false;
  if (isPaused) callMarketplace(world, venue, "pause", "pause contract");
  else callMarketplace(world, venue, "unpause", "unpause contract");
  venue.marketplacePaused = isPaused;
  return true;
}

export function activateEmergency(world: World, venue: Venue): boolean {
  if (venue.emergencyAt !== undefined) return false;
  callEscrow(world, venue, "activateEmergency", "activate emergency");
  venue.emergencyAt = world.now;
  return true;
}

/** Impossible once withdrawals are open. */
export function deactivateEmergency(world: World, venue: Venue): boolean {
  if (venue.emergencyAt === undefined) return false;
  if (world.now >= venue.emergencyAt + EMERGENCY_COOLDOWN) return false;
  callEscrow(world, venue, "deactivateEmergency", "deactivate emergency");
  venue.emergencyAt = undefined;
  return true;
}

/** Moves a marketplace to the M3 implementation of another venue (domain trap 43). */
export function upgradeToM3(world: World, venue: Venue, implementation: Address): boolean {
  if (venue.market.marketplace.generation === "M3") return false;
  callMarketplace(world, venue, "upgradeToAndCall", "upgrade marketplace", [implementation, "0x"]);
  const marketplace = { ...venue.market.marketplace, generation: "M3" as const, implementation };
  venue.market = { ...venue.market, marketplace };
  venue.abilities = abilitiesOf(venue.market);
  return true;
}

function callEscrow(
  world: World,
  venue: Venue,
  method: string,
  behaviour: Behaviour,
  args: readonly unknown[] = [],
): void {
  callAsOwner(world, venue, "EscrowE3", venue.market.escrow.address, method, behaviour, args, 1);
}

function callMarketplace(
  world: World,
  venue: Venue,
  method: string,
  behaviour: Behaviour,
  args: readonly unknown[] = [],
  events = 1,
): void {
  const { address } = venue.market.marketplace;
  callAsOwner(world, venue, "MarketplaceM3", address, method, behaviour, args, events);
}

function callAsOwner(
  world: World,
  venue: Venue,
  contract: ContractName,
  to: Address,
  method: string,
  behaviour: Behaviour,
  args: readonly unknown[],
  events: number,
): void {
  const from = venue.market.owner;
  send(world, { from, to, contract, method, args, behaviour, events });
}
