import type { Address } from "viem";
import * as escrows from "../escrow-actions.ts";
import { pauseSilentSeller, sellerOf, verifyBeforeListing } from "../marketplace-actions.ts";
import { ejectOffer } from "../offer-actions.ts";
import * as owner from "../owner-actions.ts";
import { EMERGENCY_COOLDOWN } from "../protocol.ts";
import { DAY, HOUR, later, MINUTE } from "../time.ts";
import type { Escrow, Venue, World } from "../world.ts";

/** The owner's calendar: settings, two incidents, an emergency, an upgrade. Days since the opening. */

const TRANSITION_PERIOD = 7 * DAY;
const RESCUED = 3;

export function keepMainVenue(world: World, venue: Venue): void {
  const { safety, secondAgent, keeper } = world.people;
  onDay(world, 0, () => verifyBeforeListing(world, venue));
  onDay(world, 0.1, () => owner.setSafetyWallet(world, venue, safety));
  // An address that never listed counts as silent since 1970 (domain trap 11).
  onDay(world, 1.5, () => pauseSilentSeller(world, venue, sellerOf(venue, keeper), 44 * DAY));
  onDay(world, 2.2, () => owner.setTransitionPeriod(world, venue, TRANSITION_PERIOD));
  onDay(world, 4.4, () => owner.rotateAgent(world, venue, secondAgent));
  onDay(world, 6.3, () => owner.changeTreasury(world, venue, safety));
  onDay(world, 8.4, () => owner.activateEmergency(world, venue));
  onDay(world, 9.1, () => owner.deactivateEmergency(world, venue));
  onDay(world, 10.5, () => handleIncident(world, venue));
  onDay(world, 11.4, () => {
    owner.setMarketplacePaused(world, venue, true);
    later(world, 30 * MINUTE, () => owner.setMarketplacePaused(world, venue, false));
  });
  onDay(world, 24.6, () => owner.endGenesis(world, venue));
  for (const day of [14.5, 22.5, 29.5]) onDay(world, day, () => releaseEarly(world, venue));
}

export function keepTaxedVenue(world: World, venue: Venue, newCode: Address): void {
  onDay(world, 0.2, () => owner.setSafetyWallet(world, venue, world.people.safety));
  onDay(world, 15.5, () => owner.upgradeToM3(world, venue, newCode));
  onDay(world, 18.4, () => {
    if (!owner.activateEmergency(world, venue)) return;
    later(world, EMERGENCY_COOLDOWN + HOUR, () => rescue(world, venue));
  });
}

/** Something looks like a theft: stop, save what can be saved, go on an hour later. */
function handleIncident(world: World, venue: Venue): void {
  if (!owner.setEscrowPaused(world, venue, true)) return;
  later(world, 10 * MINUTE, () => {
    const offer = venue.offers.findLast((it) => it?.state === "active" && !it.isLost);
    if (offer !== undefined) ejectOffer(world, venue, offer);
    const escrow =
      open(venue, (it) => it.state === "created").at(-1) ??
      open(venue, (it) => it.state === "funded").at(-1);
    if (escrow !== undefined) escrows.ejectEscrow(world, venue, escrow);
  });
  later(world, HOUR, () => owner.setEscrowPaused(world, venue, false));
}

/** Parties take their money out once emergency withdrawals are open. */
function rescue(world: World, venue: Venue): void {
  const candidates = ["funded", "delivered", "transition"] as const;
  for (const state of candidates) {
    for (const escrow of open(venue, (it) => it.state === state).slice(-RESCUED)) {
      escrows.emergencyWithdraw(world, venue, escrow);
    }
  }
}

function releaseEarly(world: World, venue: Venue): void {
  const escrow = open(venue, (it) => it.state === "transition").at(0);
  if (escrow !== undefined) escrows.releaseRetainer(world, venue, escrow);
}

function open(venue: Venue, matches: (escrow: Escrow) => boolean): Escrow[] {
  return venue.escrows.filter((it): it is Escrow => it !== undefined && !it.isLost && matches(it));
}

function onDay(world: World, day: number, act: () => void): void {
  later(world, day * DAY, act);
}
