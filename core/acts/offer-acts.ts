import { type Clock, offerClocks } from "../../src/protocol/clocks.ts";
import { ENCRYPTION_METHODS } from "../../src/protocol/states.ts";
import { type Act, ejecting, holding, missing, only, refusedByTime, running } from "./act.ts";
import type { OfferFacts } from "./facts.ts";
import { type ReasonCode, unless } from "./reasons.ts";

const isActive = ({ state }: OfferFacts): ReasonCode[] => unless(state === "active", "WRONG_STATE");

const idOnly = ({ offerId }: OfferFacts) => [offerId];

/** Every clock of an offer. */
export function clocksOfOffer(facts: OfferFacts, now: bigint): Clock[] {
  return offerClocks(facts, now);
}

/** Everything that can be called about one offer (domain A.7). */
export const OFFER_ACTS: readonly Act<OfferFacts>[] = [
  {
    fn: "acceptOffer",
    title: "Accept the offer, which opens an escrow",
    actors: ["seller"],
    // The contract accepts after the expiry, too, until somebody cancels (trap 30).
    clocks: { kinds: ["offer_response"], isBinding: false },
    refusals: (facts, account) => [
      ...running(facts.contract),
      ...only(account, facts.seller, "NOT_SELLER"),
      ...isActive(facts),
    ],
    needs: missing("method"),
    args: ({ offerId }, { method }) => [
      offerId,
      method === undefined ? undefined : ENCRYPTION_METHODS.indexOf(method),
    ],
  },
  {
    fn: "rejectOffer",
    title: "Reject the offer, which returns the earnest money",
    actors: ["seller"],
    clocks: { kinds: ["offer_response"], isBinding: false },
    refusals: (facts, account) => [
      ...running(facts.contract),
      ...only(account, facts.seller, "NOT_SELLER"),
      ...isActive(facts),
      ...holding(facts.contract, facts.depositUnits),
    ],
    args: idOnly,
  },
  {
    fn: "cancelOffer",
    title:
      "Cancel the offer, which returns the earnest money to the buyer; anyone after its expiry",
    actors: ["buyer", "anyone"],
    clocks: { kinds: ["offer_expiry"], isBinding: false },
    refusals: (facts, account, _input, expiry) => {
      const isFree = account === undefined || account === facts.buyer || expiry?.isOpen === true;
      return [
        ...running(facts.contract),
        ...(isFree ? [] : ["NOT_BUYER" as const, ...refusedByTime(expiry)]),
        ...isActive(facts),
        ...holding(facts.contract, facts.depositUnits),
      ];
    },
    args: idOnly,
  },
  {
    fn: "emergencyEjectOffer",
    title: "Move the earnest money to the safety wallet",
    actors: ["owner"],
    refusals: (facts, account) => [
      ...ejecting(facts.contract, account),
      ...isActive(facts),
      ...holding(facts.contract, facts.depositUnits),
    ],
    args: idOnly,
  },
];
