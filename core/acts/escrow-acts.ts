import { splitEscrow } from "../../src/protocol/amounts.ts";
import {
  type Clock,
  disputeClocks,
  emergencyClocks,
  escrowClocks,
  holdClocks,
} from "../../src/protocol/clocks.ts";
import { hasOffers } from "../../src/protocol/generations.ts";
import type { EscrowState } from "../../src/protocol/states.ts";
import { isTerminal } from "../../src/protocol/transitions.ts";
import { type Act, ejecting, holding, missing, only, running } from "./act.ts";
import { DISPUTE_ACTS } from "./dispute-acts.ts";
import type { EscrowFacts } from "./facts.ts";
import { type ReasonCode, unless } from "./reasons.ts";

const ZERO_HASH = `0x${"0".repeat(64)}`;

const inState = ({ state }: EscrowFacts, ...states: EscrowState[]): ReasonCode[] =>
  unless(states.includes(state), "WRONG_STATE");

const idOnly = ({ escrowId }: EscrowFacts) => [escrowId];

/** What the contract still holds for an open escrow. */
function ejectableUnits({ state, hold, amountUnits, totalFundedUnits }: EscrowFacts): bigint {
  if (state === "created") return totalFundedUnits;
  if (hold === null) return amountUnits;
  return hold.isReleased ? 0n : hold.retainedUnits;
}

/** Every clock of an escrow, its retainer, its dispute and the emergency mode of its contract. */
export function clocksOfEscrow(facts: EscrowFacts, now: bigint): Clock[] {
  const { state: escrowState, hold, dispute, contract } = facts;
  return [
    ...escrowClocks(facts, now),
    ...(hold === null ? [] : holdClocks({ ...hold, escrowState }, now)),
    ...(dispute === null || escrowState !== "disputed" ? [] : disputeClocks(dispute, now)),
    ...emergencyClocks(contract, now),
  ];
}

/** Everything that can be called about one escrow (domain A.7). */
export const ESCROW_ACTS: readonly Act<EscrowFacts>[] = [
  {
    fn: "completeFunding",
    title: "Pay the rest of an accepted offer",
    actors: ["buyer"],
    exists: hasOffers,
    // The contract takes a late payment, too (trap 28).
    clocks: { kinds: ["handover"], isBinding: false },
    refusals: (facts, account) => [
      ...running(facts.contract),
      ...only(account, facts.buyer, "NOT_BUYER"),
      ...inState(facts, "created"),
      ...unless(facts.amountUnits !== facts.totalFundedUnits, "NOTHING_TO_FUND"),
    ],
    args: idOnly,
    takes: ({ amountUnits, totalFundedUnits }) => amountUnits - totalFundedUnits,
  },
  {
    fn: "uploadCredentialHash",
    title: "Deliver: commit to the credentials",
    actors: ["seller"],
    clocks: { kinds: ["handover"], isBinding: true },
    refusals: (facts, account, { credentialHash }) => [
      ...running(facts.contract),
      ...only(account, facts.seller, "NOT_SELLER"),
      ...inState(facts, "funded"),
      ...unless(credentialHash !== ZERO_HASH, "HASH_ZERO"),
    ],
    needs: missing("credentialHash"),
    args: ({ escrowId }, { credentialHash }) => [escrowId, credentialHash],
  },
  {
    fn: "requestVerificationExtension",
    title: "Extend the verification window by a day",
    actors: ["buyer"],
    clocks: { kinds: ["verification_extension"], isBinding: true },
    refusals: (facts, account) => [
      ...running(facts.contract),
      ...only(account, facts.buyer, "NOT_BUYER"),
      ...inState(facts, "delivered"),
      ...unless(!facts.isVerificationExtended, "EXTENSION_USED"),
    ],
    args: idOnly,
  },
  {
    fn: "confirmReceipt",
    title: "Confirm the receipt, which pays the seller all but the retainer",
    actors: ["buyer"],
    clocks: { kinds: ["verification"], isBinding: true },
    refusals: (facts, account) => {
      const { immediate, platformFee } = splitEscrow(facts.amountUnits);
      return [
        ...running(facts.contract),
        ...only(account, facts.buyer, "NOT_BUYER"),
        ...inState(facts, "delivered"),
        ...holding(facts.contract, immediate + platformFee),
      ];
    },
    args: idOnly,
  },
  {
    fn: "claimTransitionRetainer",
    title: "Claim the retainer",
    actors: ["seller"],
    clocks: { kinds: ["retainer_release"], isBinding: true },
    refusals: (facts, account) => [
      ...running(facts.contract),
      ...only(account, facts.seller, "NOT_SELLER"),
      ...inState(facts, "transition"),
      ...unless(facts.hold?.isReleased !== true, "HOLD_RELEASED"),
      ...holding(facts.contract, facts.hold?.retainedUnits ?? 0n),
    ],
    args: idOnly,
  },
  {
    fn: "adminReleaseRetainer",
    title: "Release the retainer to the seller ahead of time",
    actors: ["owner"],
    exists: (generation) => generation === "E3",
    refusals: (facts, account) => [
      ...only(account, facts.contract.owner, "NOT_OWNER"),
      ...inState(facts, "transition"),
      ...unless(facts.hold?.isReleased !== true, "HOLD_RELEASED"),
      ...holding(facts.contract, facts.hold?.retainedUnits ?? 0n),
    ],
    args: idOnly,
  },
  {
    fn: "reportTransitionIssue",
    title: "Report an issue, which disputes the escrow",
    actors: ["buyer"],
    clocks: { kinds: ["transition_issue"], isBinding: true },
    refusals: (facts, account, { text }) => [
      ...running(facts.contract),
      ...only(account, facts.buyer, "NOT_BUYER"),
      ...inState(facts, "transition"),
      ...unless(text !== "", "TEXT_EMPTY"),
    ],
    needs: missing("text"),
    args: ({ escrowId }, { text }) => [escrowId, text],
  },
  ...DISPUTE_ACTS,
  {
    fn: "claimTimeout",
    title: "End an escrow whose deadline was missed",
    actors: ["anyone"],
    clocks: { kinds: ["handover_timeout", "verification_timeout"], isBinding: true },
    refusals: (facts) => [
      ...running(facts.contract),
      ...inState(facts, "funded", "delivered"),
      ...holding(facts.contract, facts.amountUnits),
    ],
    args: idOnly,
  },
  {
    fn: "emergencyWithdraw",
    title: "Take the own money out in emergency mode",
    actors: ["buyer", "seller"],
    clocks: { kinds: ["emergency_withdrawal"], isBinding: true },
    refusals: (facts, account) => {
      const { contract, state, buyer, seller, amountUnits, hold } = facts;
      const isHeld = state === "transition";
      return [
        ...unless(contract.emergencyActivatedAt !== null, "EMERGENCY_MODE"),
        ...inState(facts, "funded", "delivered", "transition"),
        ...(isHeld ? only(account, seller, "NOT_SELLER") : only(account, buyer, "NOT_BUYER")),
        ...holding(contract, isHeld ? (hold?.retainedUnits ?? 0n) : amountUnits),
      ];
    },
    args: idOnly,
  },
  {
    fn: "emergencyEjectEscrow",
    title: "Move the money of an escrow to the safety wallet",
    actors: ["owner"],
    exists: hasOffers,
    refusals: (facts, account) => {
      const units = ejectableUnits(facts);
      return [
        ...ejecting(facts.contract, account),
        ...unless(!isTerminal(facts.state), "WRONG_STATE"),
        ...unless(units > 0n, "NOTHING_TO_EJECT"),
        ...holding(facts.contract, units),
      ];
    },
    args: idOnly,
  },
];
