import type { Hex } from "viem";
import { describe, expect, test } from "vitest";
import { type Act, judgeActs } from "../../../core/acts/act.ts";
import { clocksOfEscrow, ESCROW_ACTS } from "../../../core/acts/escrow-acts.ts";
import type { ContractFacts } from "../../../core/acts/facts.ts";
import { LISTING_ACTS, PURCHASE_ACTS } from "../../../core/acts/listing-acts.ts";
import { clocksOfOffer, OFFER_ACTS } from "../../../core/acts/offer-acts.ts";
import type { ActInput } from "../../../core/acts/parameters.ts";
import type { Clock } from "../../../src/protocol/clocks.ts";
import { PAIRS } from "../../support/differential/pairs.ts";
import { runOf } from "../../support/differential/sequences.ts";
import type { MarketState } from "../../support/model/market-state.ts";
import { escrowFacts, listingFacts, newMarket, offerFacts } from "./model-facts.ts";
import { kindOf, playMove, RUNS_PER_PAIR, takeTurns } from "./model-play.ts";

/** Parameters that pass, and for each the values that a contract refuses. */
const INPUTS: readonly ActInput[] = [
  {
    method: "ephemeral_keypair",
    price: 1_000n,
    credentialHash: `0x${"7".repeat(64)}`,
    text: "ipfs://text",
    disputeType: "metric_fraud",
    resolution: "split",
    refundBps: 9_750n,
    metadata: "ipfs://new",
    verified: true,
  },
  {
    method: "ecies_wallet",
    price: 0n,
    amount: 7n,
    credentialHash: `0x${"0".repeat(64)}`,
    text: "",
    disputeType: "non_delivery",
    resolution: "partial_refund",
    refundBps: 9_751n,
    metadata: "",
    verified: false,
  },
  {
    method: "ecies_wallet",
    price: 19n,
    credentialHash: `0x${"1".repeat(64)}`,
    text: "a",
    disputeType: "quality_dispute",
    resolution: "full_refund",
    refundBps: 10_001n,
    metadata: "a",
    verified: true,
  },
];

type Seen = Map<string, Set<boolean>>;

/** Compares every act of every account, now and around every limit in time, with the model. */
function compare<Facts extends { contract: ContractFacts }>(
  state: MarketState,
  acts: readonly Act<Facts>[],
  factsFor: (account: Hex) => Facts,
  clocksAt: (facts: Facts, now: bigint) => Clock[],
  seen: Seen,
): void {
  for (const account of state.people) {
    const facts = factsFor(account);
    const limits = clocksAt(facts, state.now).map(({ at }) => at);
    const times = [state.now, ...limits.flatMap((at) => [at - 1n, at, at + 1n])];
    for (const now of new Set(times)) {
      for (const input of INPUTS) {
        for (const judged of judgeActs(acts, facts, clocksAt(facts, now), { account, input })) {
          const kind = kindOf(facts.contract.address === state.escrow.address, judged.fn);
          const passes = state.gate.would(() => kind.play(state, account, now, judged.args ?? []));
          // Asserting each of some hundred thousand comparisons would take minutes.
          if (passes !== judged.isAccepted) {
            const call = `${judged.fn}(${judged.args?.join()}) by ${account} at ${now}`;
            expect.fail(`${call}: model ${passes}, reasons ${judged.reasons.join() || "none"}`);
          }
          seen.set(judged.fn, (seen.get(judged.fn) ?? new Set()).add(passes));
        }
      }
    }
  }
}

describe("acts and the models of the contracts agree on every refusal", () => {
  const seen: Seen = new Map();

  test.each(PAIRS)("$name: all accounts, states and limits of random runs (SY-1)", (pair) => {
    // Moves that were rare in earlier runs become likelier.
    const uses = new Map<string, number>();
    for (let run = 0; run < RUNS_PER_PAIR; run += 1) {
      const state = newMarket(pair);
      const dices = runOf(7_000 + run);
      for (const [index, dice] of dices.entries()) {
        state.movesLeft = dices.length - index;
        playMove(state, dice, uses);
        const { escrow, offer, listing } = takeTurns(state, index);
        if (escrow) {
          compare(state, ESCROW_ACTS, () => escrowFacts(state, escrow), clocksOfEscrow, seen);
        }
        if (offer) {
          compare(state, OFFER_ACTS, () => offerFacts(state, offer), clocksOfOffer, seen);
        }
        if (listing) {
          const onMarketplace = (account: Hex) => listingFacts(state, listing, account);
          const onEscrow = (account: Hex) => listingFacts(state, listing, account, "escrow");
          compare(state, LISTING_ACTS, onMarketplace, () => [], seen);
          compare(state, PURCHASE_ACTS, onEscrow, () => [], seen);
        }
      }
    }
  });

  test("every act was seen to pass and to be refused", () => {
    const acts = [...ESCROW_ACTS, ...OFFER_ACTS, ...LISTING_ACTS, ...PURCHASE_ACTS];
    const oneSided = acts.filter(({ fn }) => seen.get(fn)?.size !== 2).map(({ fn }) => fn);
    expect(oneSided).toEqual([]);
  });
});
