import { VERIFICATION_LEVELS, type VerificationLevel } from "../../src/protocol/states.ts";
import type { EvidenceGrade } from "../valuation/metric.ts";

/** What each level wants (domain.md B.1), in the order of the levels. */
export const VERIFICATION_CHECKS = {
  emailDomain: { level: "basic", asks: "The seller's mail has the domain of the business." },
  siteAnswers: { level: "basic", asks: "The site of the business answers." },
  dnsRecord: { level: "standard", asks: "The domain has the TXT record that was asked for." },
  registrarAccess: { level: "standard", asks: "The seller can get into the domain's registrar." },
  businessMailbox: { level: "standard", asks: "The seller reads mail to the business domain." },
  revenueAccount: { level: "enhanced", asks: "A payment provider confirms the revenue." },
  analyticsAccount: { level: "enhanced", asks: "An analytics provider confirms the traffic." },
  buildMatch: { level: "enhanced", asks: "The live site runs the build that is sold." },
  buildRecheck: { level: "enhanced", asks: "The build was the same when a buyer paid." },
  codeSnapshot: { level: "enhanced", asks: "The source code was archived at the sale." },
  repositoryAccess: { level: "enhanced", asks: "The repository could be read." },
} as const satisfies Record<string, { level: VerificationLevel; asks: string }>;

/** Name of a check. */
export type CheckName = keyof typeof VERIFICATION_CHECKS;

/** Every check, in the order of the table. */
export const CHECK_NAMES = Object.keys(VERIFICATION_CHECKS) as [CheckName, ...CheckName[]];

/** What came of a check; `claimed` is what only the seller says, and counts for nothing. */
export const CHECK_RESULTS = ["passed", "failed", "claimed", "none"] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** One thing that speaks about a check. */
export type Evidence = {
  grade: EvidenceGrade;
  /** Whether it says that the check holds. */
  isFor: boolean;
};

/** What evidence comes to, the newest first: what was attested or computed last decides. */
export function resultOf(evidence: readonly Evidence[]): CheckResult {
  const known = evidence.find(({ grade }) => grade !== "claimed");
  if (known !== undefined) return known.isFor ? "passed" : "failed";
  return evidence.length > 0 ? "claimed" : "none";
}

/**
 * The highest level all of whose checks have passed, those of the levels below included; null when
 * not even the first is reached. What a seller declared plays no part (traps 7 and 8).
 */
export function verifiedLevel(
  results: Readonly<Partial<Record<CheckName, CheckResult>>>,
): VerificationLevel | null {
  let reached: VerificationLevel | null = null;
  for (const level of VERIFICATION_LEVELS) {
    const wanted = CHECK_NAMES.filter((name) => VERIFICATION_CHECKS[name].level === level);
    if (!wanted.every((name) => results[name] === "passed")) break;
    reached = level;
  }
  return reached;
}
