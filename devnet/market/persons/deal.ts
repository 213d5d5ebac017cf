import type { Address } from "viem";
import * as escrows from "../escrow-actions.ts";
import { slashSeller } from "../marketplace-actions.ts";
import { at, HOUR, soonAtEscrow, whenOpen } from "../time.ts";
import { ipfsUri, issueText } from "../titles.ts";
import type { Escrow, Venue, World } from "../world.ts";
import { tidyUp } from "./seller.ts";

/** Both sides of a deal from the money to the last token, and whoever helps it along. */

const SELLER_DELIVERS = 0.88;
const RETAINER_LEFT_LYING = 0.08;
const OTHER_SIDE_ANSWERS = 0.75;
const ANSWERS_AGAIN = 0.15;
const FRAUD_IS_SLASHED = 0.5;
const OWNER_FORGETS = 0.05;
const LISTING_LEFT_UP = 0.3;

/** The buyer has paid; the seller has 72 hours. */
export function handOver(world: World, venue: Venue, escrow: Escrow): void {
  const { prng } = world;
  if (prng.chance(SELLER_DELIVERS)) {
    soonAtEscrow(world, venue, 14, () => {
      if (escrows.uploadCredentials(world, venue, escrow, prng.hex(32)))
        verify(world, venue, escrow);
      else claimLate(world, venue, escrow, escrow.handoverDeadline);
    });
  } else {
    claimLate(world, venue, escrow, escrow.handoverDeadline);
  }
}

function verify(world: World, venue: Venue, escrow: Escrow): void {
  const { prng } = world;
  const plan = prng.weighted({ confirm: 68, extend: 12, dispute: 9, nothing: 11 });
  switch (plan) {
    case "confirm":
      soonAtEscrow(world, venue, 16, () => confirm(world, venue, escrow));
      break;
    case "extend":
      soonAtEscrow(world, venue, 24, () => {
        escrows.extendVerification(world, venue, escrow);
        soonAtEscrow(world, venue, 20, () => confirm(world, venue, escrow));
      });
      break;
    case "dispute":
      soonAtEscrow(world, venue, 20, () => dispute(world, venue, escrow, escrow.buyer));
      break;
    case "nothing":
      break;
  }
  // Whatever they planned: who misses the deadline finds the money gone to the seller one day.
  at(world, escrow.verifyDeadline + 1, () =>
    claimLate(world, venue, escrow, escrow.verifyDeadline),
  );
}

function confirm(world: World, venue: Venue, escrow: Escrow): void {
  if (!escrows.confirmReceipt(world, venue, escrow)) return;
  const { prng } = world;
  if (!prng.chance(LISTING_LEFT_UP)) tidyUp(world, venue, escrow.listing);
  const plan = prng.weighted({ claim: 88, report: 7, dispute: 5 });
  if (plan === "report") {
    soonAtEscrow(world, venue, 40, () => {
      if (escrows.reportIssue(world, venue, escrow, issueText(prng))) judge(world, venue, escrow);
    });
  } else if (plan === "dispute") {
    soonAtEscrow(world, venue, 50, () => {
      dispute(world, venue, escrow, prng.chance(0.8) ? escrow.buyer : sellerOf(escrow));
    });
  }
  if (prng.chance(RETAINER_LEFT_LYING)) return;
  const wait = Math.round(prng.exponential(16 * HOUR));
  at(world, (escrow.hold?.releaseAt ?? world.now) + wait, () =>
    whenOpen(world, venue, () => escrows.claimRetainer(world, venue, escrow)),
  );
}

function dispute(world: World, venue: Venue, escrow: Escrow, by: Address): void {
  const { prng } = world;
  const type = prng.pick([0, 1, 1, 2, 3, 3]);
  if (!escrows.raiseDispute(world, venue, escrow, { by, type, evidence: ipfsUri(prng) })) return;
  if (prng.chance(OTHER_SIDE_ANSWERS)) answer(world, venue, escrow);
  judge(world, venue, escrow);
}

function answer(world: World, venue: Venue, escrow: Escrow): void {
  soonAtEscrow(world, venue, 12, () => {
    escrows.respondToDispute(world, venue, escrow, ipfsUri(world.prng));
    if (world.prng.chance(ANSWERS_AGAIN)) answer(world, venue, escrow);
  });
}

/** The owner takes days, and sometimes never comes to it. */
function judge(world: World, venue: Venue, escrow: Escrow): void {
  const { prng } = world;
  if (prng.chance(OWNER_FORGETS)) return;
  soonAtEscrow(world, venue, 55, () => {
    // What is disputed after a confirmation was mostly paid out: a careful owner pays the seller.
    const verdict = escrows.isDoublePay(escrow)
      ? prng.weighted({ release: 70, split: 15, refund: 15 })
      : prng.weighted({ refund: 40, partial: 15, split: 20, release: 25 });
    const refundBps = BigInt(prng.pick([0, 2_500, 5_000, 5_000, 7_500, 9_750]));
    if (!escrows.resolveDispute(world, venue, escrow, verdict, refundBps)) return;
    if (verdict === "refund" && prng.chance(FRAUD_IS_SLASHED)) {
      soonAtEscrow(world, venue, 10, () =>
        slashSeller(world, venue, escrow.listing.seller, `Fraud in escrow ${escrow.id}`),
      );
    }
  });
}

/** Somebody notices that a deadline has passed, hours or days afterwards. */
function claimLate(world: World, venue: Venue, escrow: Escrow, deadline: number): void {
  const { prng } = world;
  const by = prng.pick([world.people.keeper, escrow.buyer, sellerOf(escrow)]);
  at(world, deadline + 1 + Math.round(prng.exponential(20 * HOUR)), () =>
    whenOpen(world, venue, () => escrows.claimTimeout(world, venue, escrow, by)),
  );
}

function sellerOf(escrow: Escrow): Address {
  return escrow.listing.seller.address;
}
