import type { DeployedMarket } from "../deployed.ts";
import { FIXED_TRANSITION } from "./protocol.ts";
import { type Abilities, createActiveListings, type Venue } from "./world.ts";

/** What the generations of a market can do. */
export function abilitiesOf({ marketplace, escrow }: DeployedMarket): Abilities {
  const { generation } = escrow;
  if (generation === "E0") throw new Error("nobody plays on E0: its buyers name the seller");
  return {
    health: marketplace.generation !== "M1",
    slashing: marketplace.generation === "M3",
    offers: generation !== "E1",
    oneOffer: generation !== "E1" && generation !== "E2a",
    expiry: generation === "E2d" || generation === "E3",
    ownTransition: generation === "E3",
  };
}

/** A market as it is right after its deployment. */
export function openVenue(name: string, market: DeployedMarket): Venue {
  const abilities = abilitiesOf(market);
  return {
    name,
    market,
    abilities,
    agent: market.agent,
    isAgentAway: false,
    treasury: market.treasury,
    genesisOpen: market.genesisOpen,
    genesisSellers: 0,
    holdPeriod: abilities.ownTransition ? market.transitionPeriod : FIXED_TRANSITION,
    marketplacePaused: false,
    escrowPaused: false,
    emergencyAt: undefined,
    safetyWallet: undefined,
    marketplaceBalance: 0n,
    escrowBalance: 0n,
    sellers: new Map(),
    equipped: new Set(),
    listings: [],
    offers: [undefined],
    escrows: [undefined],
    active: createActiveListings(),
    takenPlaces: new Set(),
  };
}
