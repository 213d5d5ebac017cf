import type { Address } from "viem";
import { HANDOVER_WINDOW } from "./protocol.ts";
import { type Call, type Escrow, type Listing, send, type Venue, type World } from "./world.ts";

/** What every escrow action needs: the books of the mirror and the call itself. */

export type NewEscrow = {
  listing: Listing;
  buyer: Address;
  amount: bigint;
  funded: bigint;
  state: "created" | "funded";
};

/** The handover clock starts now, whether the money is complete or not (domain trap 28). */
export function openEscrow(world: World, venue: Venue, wanted: NewEscrow): Escrow {
  const escrow: Escrow = {
    ...wanted,
    id: venue.escrows.length,
    handoverDeadline: world.now + HANDOVER_WINDOW,
    verifyDeadline: 0,
    isExtended: false,
    hold: undefined,
    dispute: undefined,
    isLost: false,
  };
  venue.escrows.push(escrow);
  return escrow;
}

/** Takes the amounts out of the escrow contract's tokens, if they are there (domain trap 22). */
export function pay(venue: Venue, ...amounts: readonly bigint[]): boolean {
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  if (total > venue.escrowBalance) return false;
  venue.escrowBalance -= total;
  return true;
}

export function callEscrow(
  world: World,
  venue: Venue,
  from: Address,
  rest: Pick<Call, "method" | "args" | "behaviour" | "events" | "subject">,
): void {
  // E3 has every function of the generations from E1, with the same signatures.
  send(world, { from, to: venue.market.escrow.address, contract: "EscrowE3", ...rest });
}
