import { shareOf } from "../../src/protocol/amounts.ts";
import { EARNEST_DEPOSIT_BPS } from "../../src/protocol/constants.ts";
import { hasOffers } from "../../src/protocol/generations.ts";
import { ENCRYPTION_METHODS, type ListingState } from "../../src/protocol/states.ts";
import { type Act, missing, only, running } from "./act.ts";
import type { Account, ListingFacts } from "./facts.ts";
import { type ReasonCode, unless } from "./reasons.ts";

const idOnly = ({ listingId }: ListingFacts) => [listingId];

/** Functions that the skeleton M1 accepts from the right caller and ignores (trap 13). */
function effective({ contract, state }: ListingFacts, needed?: ListingState): ReasonCode[] {
  if (contract.generation === "M1") return ["FUNCTION_EMPTY"];
  return unless(needed === undefined || state === needed, "WRONG_STATE");
}

/** Everything that can be called about one listing on its marketplace (domain A.7). */
export const LISTING_ACTS: readonly Act<ListingFacts>[] = [
  {
    fn: "updateListing",
    title: "Change price or metadata; what is left out stays",
    actors: ["seller"],
    refusals: (facts, account) => [
      ...running(facts.contract),
      ...only(account, facts.seller, "NOT_SELLER"),
      ...effective(facts, "active"),
    ],
    needs: (input) =>
      input.price === undefined && input.metadata === undefined ? ["price", "metadata"] : [],
    args: ({ listingId }, { metadata = "", price = 0n }) => [listingId, metadata, price],
  },
  {
    fn: "cancelListing",
    title: "Cancel the listing for good, also while the contract is paused",
    actors: ["seller"],
    refusals: (facts, account) => [
      ...only(account, facts.seller, "NOT_SELLER"),
      ...unless(facts.state === "active", "WRONG_STATE"),
    ],
    args: idOnly,
  },
  {
    fn: "pauseListing",
    title: "Pause the listing after a failed health check",
    actors: ["agent"],
    refusals: (facts, account) => [
      ...only(account, facts.contract.agent, "NOT_AGENT"),
      ...effective(facts, "active"),
    ],
    args: idOnly,
  },
  {
    fn: "resumeListing",
    title: "Resume a paused listing",
    actors: ["seller"],
    refusals: (facts, account) => [
      ...only(account, facts.seller, "NOT_SELLER"),
      ...effective(facts, "paused"),
    ],
    args: idOnly,
  },
  {
    fn: "verifyBuildId",
    title: "Say whether the build is what the seller says",
    actors: ["agent"],
    refusals: (facts, account) => [
      ...only(account, facts.contract.agent, "NOT_AGENT"),
      ...effective(facts),
    ],
    needs: missing("verified"),
    args: ({ listingId }, { verified }) => [listingId, verified],
  },
];

/** What a buyer of the listing must not be, and what it must be. */
function purchasable({ state, seller }: ListingFacts, account: Account | undefined) {
  return [
    ...unless(account !== seller, "SELLER_CANNOT_BUY"),
    ...unless(state === "active", "LISTING_NOT_ACTIVE"),
  ];
}

const methodOf = (method: (typeof ENCRYPTION_METHODS)[number] | undefined) =>
  method === undefined ? undefined : ENCRYPTION_METHODS.indexOf(method);

/** Everything that can be called about one listing on an escrow contract that reads it. */
export const PURCHASE_ACTS: readonly Act<ListingFacts>[] = [
  {
    fn: "depositFunds",
    title: "Buy at the asking price, which opens an escrow",
    actors: ["anyone"],
    refusals: (facts, account, { amount }) => {
      const { contract, askingPriceUnits, seller } = facts;
      // E0 knows no marketplace: it takes the buyer's word for seller and price.
      const isUnchecked = contract.generation === "E0";
      return [
        ...running(contract),
        ...(isUnchecked
          ? unless(account !== seller, "SELLER_CANNOT_BUY")
          : purchasable(facts, account)),
        ...unless(amount === undefined || amount === askingPriceUnits, "AMOUNT_NOT_PRICE"),
      ];
    },
    needs: missing("method"),
    args: ({ contract, listingId, seller, askingPriceUnits }, { amount, method }) => [
      listingId,
      ...(contract.generation === "E0" ? [seller] : []),
      amount ?? askingPriceUnits,
      methodOf(method),
    ],
    takes: ({ askingPriceUnits }, { amount }) => amount ?? askingPriceUnits,
  },
  {
    fn: "makeOffer",
    title: "Make an offer, which deposits a twentieth of its price",
    actors: ["anyone"],
    exists: hasOffers,
    refusals: (facts, account, { price }) => [
      ...running(facts.contract),
      ...purchasable(facts, account),
      ...unless(price !== 0n, "PRICE_ZERO"),
      // E2a takes any number of offers.
      ...unless(
        facts.contract.generation === "E2a" || !facts.hasOfferPlace,
        "OFFER_ALREADY_ACTIVE",
      ),
    ],
    needs: missing("price"),
    args: ({ listingId }, { price }) => [listingId, price],
    takes: (_facts, { price = 0n }) => shareOf(price, EARNEST_DEPOSIT_BPS),
  },
];
