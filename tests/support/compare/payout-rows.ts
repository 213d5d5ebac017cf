import type { Expected } from "../../../guard/audit/state/differences.ts";
import type { DisputeView, EscrowView, HoldView } from "../../../guard/audit/state/views.ts";
import { ESCROW_WORDS, OFFER_WORDS, word } from "../../../guard/audit/state/words.ts";
import { tableDifferences } from "./differences.ts";
import type { MarketView } from "./market-view.ts";
import { accountsOf } from "./money-rows.ts";
import { type Release, type Row, rowsOf } from "./rows.ts";

/** What a contract says of one escrow, all together. */
type Deal = { escrow: EscrowView; hold: HoldView | undefined; dispute: DisputeView | undefined };

/**
 * What escrows and offers hold and have paid, by the contracts' own records, against the ledger's
 * accounts and the totals of the rows. The sums of a contract alone would not show money that was
 * booked for the wrong escrow, or not booked as paid.
 */
export function comparePayouts(view: MarketView, release: Release): string[] {
  // Of a token that keeps a share of each transfer the contracts do not know what arrived (trap 25).
  if (view.market.escrowToken.kind === "fee-on-transfer") return [];
  const { address } = view.market.escrow;
  const ledger = accountsOf(release, address, view.escrow.token);
  const rows = rowsOf(release, "escrow", address, "escrow_id");
  const deals = view.escrows.map((escrow, index): Deal => {
    return { escrow, hold: view.holds[index], dispute: view.disputes[index] };
  });
  const accounts = new Map<string, Expected>([
    ...deals.map((deal): [string, Expected] => [
      `escrow:${deal.escrow.id}`,
      { holds: unitsHeld(deal) },
    ]),
    ...view.offers.map(({ id, state, depositAmount }): [string, Expected] => {
      const isActive = word(OFFER_WORDS, state) === "active";
      return [`offer:${id}`, { holds: isActive ? depositAmount : 0n }];
    }),
  ]);
  const booked = new Map(
    [...accounts.keys()].map((account) => [account, { holds: ledger.get(account) ?? 0n }]),
  );
  const payouts = new Map(deals.map((deal) => [String(deal.escrow.id), expectedPayouts(deal)]));
  return [
    ...tableDifferences("account", accounts, booked),
    ...tableDifferences("payouts of escrow", payouts, withSums(rows)),
  ];
}

/** What the contract still holds for an escrow, in base units. */
function unitsHeld({ escrow, hold }: Deal): bigint {
  const state = word(ESCROW_WORDS, escrow.state);
  const openHold = hold !== undefined && hold.escrowId !== 0n && !hold.isReleased ? hold : null;
  switch (state) {
    case "created":
      return escrow.totalFunded ?? escrow.amount;
    case "funded":
    case "delivered":
      return escrow.amount;
    case "transition":
    case "disputed":
      return openHold?.retainedAmount ?? escrow.amount;
    case "refunded":
    case "resolved":
    case "completed":
      // A dispute over the retainer pays the whole amount out a second time (trap 22).
      return openHold === null ? 0n : openHold.retainedAmount - escrow.amount;
    default:
      return 0n;
  }
}

/** What was paid: all that is not held, and to whom where the state alone says it. */
function expectedPayouts(deal: Deal): Expected {
  const { escrow, hold, dispute } = deal;
  const state = word(ESCROW_WORDS, escrow.state);
  const paid = { paid_units: (escrow.totalFunded ?? escrow.amount) - unitsHeld(deal) };
  if (state === "expired") return { ...paid, paid_to_buyer_units: escrow.amount };
  const isUndisputed = dispute === undefined || dispute.resolution === 0;
  if (isUndisputed && (state === "transition" || state === "completed")) {
    const retained = hold === undefined || hold.isReleased ? 0n : hold.retainedAmount;
    return {
      ...paid,
      paid_to_seller_units: escrow.sellerPayout - retained,
      paid_to_treasury_units: escrow.platformFee,
    };
  }
  return paid;
}

/** Rows of escrows with the sum of all that was paid. */
function withSums(rows: ReadonlyMap<string, Row>): Map<string, Row> {
  const parts = ["buyer", "seller", "treasury", "safety"];
  const sumOf = (row: Row) =>
    parts.reduce((sum, part) => sum + BigInt(String(row[`paid_to_${part}_units`])), 0n);
  return new Map([...rows].map(([key, row]) => [key, { ...row, paid_units: sumOf(row) }]));
}
