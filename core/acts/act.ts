import type { Actor, Clock } from "../../src/protocol/clocks.ts";
import { ZERO_ADDRESS } from "../../src/protocol/constants.ts";
import type { Generation } from "../../src/protocol/states.ts";
import type { Account, ContractFacts } from "./facts.ts";
import type { ActInput, ParameterName } from "./parameters.ts";
import { passesOnChain, type ReasonCode, unless } from "./reasons.ts";

/** A contract function as people use it on one kind of thing. */
export type Act<Facts extends { contract: ContractFacts }> = {
  /** Contract function. */
  fn: string;
  /** What it does, in a few words. */
  title: string;
  actors: readonly Actor[];
  /** Whether code of that generation has the function; every generation unless given. */
  exists?: (generation: Generation) => boolean;
  /** Kinds of the clocks that matter to it, and whether the contract itself compares the time. */
  clocks?: { kinds: readonly string[]; isBinding: boolean };
  /**
   * Rules other than the binding clock's. Those about the account hold while no account is given.
   * @param clock the clock that matters to the act now
   */
  refusals: (
    facts: Facts,
    account: Account | undefined,
    input: ActInput,
    clock: Clock | null,
  ) => ReasonCode[];
  /** What it still has to be told. */
  needs?: (input: ActInput) => ParameterName[];
  /** Arguments in the order of the function; asked for only when nothing is needed. */
  args: (facts: Facts, input: ActInput) => readonly unknown[];
  /** Base units of the contract's token that it takes from the caller. */
  takes?: (facts: Facts, input: ActInput) => bigint;
};

/** What the rules say of an act. */
export type JudgedAct = {
  fn: string;
  title: string;
  contract: ContractFacts;
  actors: readonly Actor[];
  /** The clock that matters to it now; null without one. */
  deadline: Clock | null;
  reasons: ReasonCode[];
  /** Whether the chain should accept the call; one without effect is accepted and yet not allowed. */
  isAccepted: boolean;
  /** What it still has to be told. */
  needs: ParameterName[];
  /** Null while something is needed. */
  args: readonly unknown[] | null;
  /** Base units that the contract must be approved for; zero for none. */
  takesUnits: bigint;
};

/** Judges every act that the generation of the contract knows, in the order of the list. */
export function judgeActs<Facts extends { contract: ContractFacts }>(
  acts: readonly Act<Facts>[],
  facts: Facts,
  clocks: readonly Clock[],
  { account, input }: { account: Account | undefined; input: ActInput },
): JudgedAct[] {
  const { generation } = facts.contract;
  return acts
    .filter(({ exists }) => exists?.(generation) ?? true)
    .map((act) => {
      const deadline = clocks.find(({ kind }) => act.clocks?.kinds.includes(kind)) ?? null;
      const isBinding = act.clocks?.isBinding === true;
      const reasons = [
        ...act.refusals(facts, account, input, deadline),
        ...(isBinding ? refusedByTime(deadline) : []),
      ];
      const needs = act.needs?.(input) ?? [];
      const isComplete = needs.length === 0;
      return {
        fn: act.fn,
        title: act.title,
        contract: facts.contract,
        actors: act.actors,
        deadline,
        reasons,
        isAccepted: passesOnChain(reasons),
        needs,
        args: isComplete ? act.args(facts, input) : null,
        takesUnits: isComplete ? (act.takes?.(facts, input) ?? 0n) : 0n,
      };
    });
}

/** A duty ends at its moment, a right begins at it. */
export function refusedByTime(clock: Clock | null): ReasonCode[] {
  if (clock === null || clock.isOpen) return [];
  const isDuty = clock.comparison === "<=" || clock.comparison === "<";
  return [isDuty ? "DEADLINE_PASSED" : "TOO_EARLY"];
}

/** Holds while no account is given: who may act stands in `actors`. */
export function only(
  account: Account | undefined,
  required: Account | null,
  code: ReasonCode,
): ReasonCode[] {
  return unless(account === undefined || account === required, code);
}

/** Refuses what a paused contract does not take. */
export function running({ isPaused }: ContractFacts): ReasonCode[] {
  return unless(!isPaused, "CONTRACT_PAUSED");
}

/** The contract must hold everything that it is about to pay (trap 22). */
export function holding({ heldUnits }: ContractFacts, units: bigint): ReasonCode[] {
  return unless(heldUnits === null || heldUnits >= units, "CONTRACT_LACKS_TOKENS");
}

/** What the owner must have prepared to move money to the safety wallet. */
export function ejecting(contract: ContractFacts, account: Account | undefined): ReasonCode[] {
  return [
    ...only(account, contract.owner, "NOT_OWNER"),
    ...unless(contract.isPaused, "CONTRACT_NOT_PAUSED"),
    ...unless((contract.safetyWallet ?? ZERO_ADDRESS) !== ZERO_ADDRESS, "NO_SAFETY_WALLET"),
  ];
}

/** The parameters of a list that were not given. */
export function missing(...names: ParameterName[]): (input: ActInput) => ParameterName[] {
  return (input) => names.filter((name) => input[name] === undefined);
}
