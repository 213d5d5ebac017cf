import type { Availability, EscrowState, ListingState } from "./states.ts";

/** What an escrow means for the listing it is on: it holds it, has sold it, disputes it, or nothing. */
export type EscrowHold = "open" | "sold" | "disputed" | "none";

const HOLDS: Record<EscrowState, EscrowHold> = {
  created: "open",
  funded: "open",
  delivered: "open",
  confirmed: "open",
  transition: "sold",
  completed: "sold",
  disputed: "disputed",
  resolved: "none",
  refunded: "none",
  expired: "none",
  emergency: "none",
};

/** What an escrow in this state means for its listing (domain A.8, derived status). */
export function holdOf(state: EscrowState): EscrowHold {
  return HOLDS[state];
}

/** The counts that decide; all are non-negative. */
export type ListingCounts = {
  state: ListingState;
  openEscrowCount: number;
  soldEscrowCount: number;
  disputedEscrowCount: number;
  activeOfferCount: number;
};

/**
 * Whether a listing can be bought. The contract never says "sold" (trap 3) and allows several
 * escrows at once (trap 4), so the most binding one decides: disputed, then in escrow, then sold;
 * without any the listing's own state and its offers do.
 */
export function availabilityOf(listing: ListingCounts): Availability {
  if (listing.disputedEscrowCount > 0) return "disputed";
  if (listing.openEscrowCount > 0) return "in_escrow";
  if (listing.soldEscrowCount > 0) return "sold";
  if (listing.state === "cancelled") return "cancelled";
  if (listing.state === "paused") return "paused";
  return listing.activeOfferCount > 0 ? "under_offer" : "for_sale";
}
