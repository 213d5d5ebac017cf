import type { Simulation } from "../rpc/simulate-calls.ts";
import type { JudgedAct } from "./act.ts";
import type { ReasonCode } from "./reasons.ts";

/** How tokens say that the caller has not approved enough or has not enough; by name or by words. */
const TOKEN_REVERTS: Readonly<Record<string, ReasonCode>> = {
  ERC20InsufficientAllowance: "ALLOWANCE_TOO_LOW",
  "ERC20: insufficient allowance": "ALLOWANCE_TOO_LOW",
  ERC20InsufficientBalance: "BALANCE_TOO_LOW",
  "ERC20: transfer amount exceeds balance": "BALANCE_TOO_LOW",
};

/** What the caller can put right with the token alone, after which the call is sound. */
const CURABLE = new Set<ReasonCode>(["ALLOWANCE_TOO_LOW", "BALANCE_TOO_LOW"]);

/** The last word on an act, from the rules and from the chain where it could be asked. */
export type SettledAct = {
  isAllowed: boolean;
  reasons: ReasonCode[];
  /** Whether the call may be handed out: nothing but tokens stands against it. */
  isCallSound: boolean;
  /** Whether rules and chain differ. */
  isDisputed: boolean;
};

/** Both must agree; what the index cannot know (allowances and balances) the chain adds. */
export function settleAct(judged: JudgedAct, simulation: Simulation | null): SettledAct {
  const found = reasonsOfChain(judged, simulation);
  const reasons = [...judged.reasons, ...found];
  return {
    isAllowed: reasons.length === 0,
    reasons,
    isCallSound: reasons.every((code) => CURABLE.has(code)),
    isDisputed: found.includes("RULES_AND_CHAIN_DISAGREE"),
  };
}

function reasonsOfChain(
  { isAccepted, takesUnits }: JudgedAct,
  simulation: Simulation | null,
): ReasonCode[] {
  if (simulation === null || simulation.result === "unavailable") return [];
  if (simulation.result === "passes") return isAccepted ? [] : ["RULES_AND_CHAIN_DISAGREE"];
  if (!isAccepted) return [];
  const { name, message } = simulation.revert;
  const known = TOKEN_REVERTS[name] ?? TOKEN_REVERTS[message];
  return [known !== undefined && takesUnits > 0n ? known : "RULES_AND_CHAIN_DISAGREE"];
}
