import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { ListingRow } from "../../../core/queries/listings.ts";
import type {
  VerificationClaim,
  VerificationEvent,
  VerificationFacts,
} from "../../../core/queries/verification.ts";
import { EVIDENCE_GRADES } from "../../../core/valuation/metric.ts";
import {
  CHECK_NAMES,
  CHECK_RESULTS,
  type CheckName,
  resultOf,
  VERIFICATION_CHECKS,
  verifiedLevel,
} from "../../../core/verification/checks.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { VERIFICATION_LEVELS } from "../../../src/protocol/states.ts";
import {
  Address,
  Finality,
  finalityOf,
  Hash,
  Instant,
  toAddress,
  toInstant,
} from "../../http/values.ts";

const Source = z
  .object({
    url: z.string().openapi({
      description: "Where this API shows the event, or the document with its signature.",
      example: `/v1/activity/31337-0x${"5a".repeat(32)}-3`,
    }),
    by: Address.openapi({ description: "Who said it, with a transaction or a signature." }),
    at: Instant,
    blockNumber: z.int().nullable().openapi({ description: "Null for what is not on the chain." }),
    txHash: Hash.nullable(),
    finality: Finality.nullable(),
  })
  .openapi("EvidenceSource");

const VerificationEvidence = z
  .object({
    grade: z.enum(EVIDENCE_GRADES).openapi({
      description:
        "attested: signed by somebody who checked; computed: follows from what we read; claimed: the seller's word, which counts for nothing.",
    }),
    isFor: z.boolean().openapi({ description: "Whether it says that the check holds." }),
    statement: z.string().openapi({ example: "The agent of the marketplace confirmed the build." }),
    source: Source,
  })
  .openapi("VerificationEvidence");

const VerificationCheck = z
  .object({
    check: z.enum(CHECK_NAMES),
    level: z.enum(VERIFICATION_LEVELS).openapi({ description: "Level that wants it." }),
    asks: z.string(),
    result: z.enum(CHECK_RESULTS).openapi({
      description: "What its evidence comes to; none where nobody has checked.",
    }),
    evidence: z.array(VerificationEvidence),
  })
  .openapi("VerificationCheck");

/** What was declared of a listing, and apart from it what was verified. */
export const ListingVerification = z
  .object({
    listing: z.string().openapi({ description: "Public id of the listing." }),
    declared: z
      .object({ level: z.enum(VERIFICATION_LEVELS), source: Source })
      .nullable()
      .openapi({
        description: "What the seller declared when the listing was made: not a verification.",
      }),
    storedLevel: z.enum(VERIFICATION_LEVELS).openapi({
      description:
        "What the contract stores: the declared level, lifted from standard to enhanced by a confirmed build. Not a verification either.",
    }),
    verifiedLevel: z.enum([...VERIFICATION_LEVELS, "none"]).openapi({
      description: "The highest level all of whose checks have passed; none where there is none.",
    }),
    checks: z.array(VerificationCheck),
    url: z.string().openapi({ description: "The same of this listing alone." }),
  })
  .openapi("ListingVerification");

type Shown = z.output<typeof VerificationEvidence>;

/** Metrics of a seller's document that claim what a check would confirm. */
const CLAIMED_BY: Partial<Record<CheckName, ReadonlySet<string>>> = {
  revenueAccount: new Set(["recurringRevenue", "revenue", "profit", "expenses"]),
  analyticsAccount: new Set(["monthlyVisitors", "activeUsers", "pageViews"]),
};

/** The level of a listing with everything that speaks for or against it. */
export function toListingVerification(
  row: Pick<ListingRow, "chainId" | "contract" | "listingId" | "seller" | "declaredVerification">,
  { created, build, claim }: VerificationFacts,
  position: Position,
): z.output<typeof ListingVerification> {
  const listing = publicId(row.chainId, row.contract, row.listingId);
  const evidenceOf = (check: CheckName): Shown[] => [
    ...(check === "buildMatch" && build !== undefined ? [toBuildEvidence(build, position)] : []),
    ...toClaim(check, claim, listing),
  ];
  const checks = CHECK_NAMES.map((check) => {
    const evidence = evidenceOf(check);
    return { check, ...VERIFICATION_CHECKS[check], result: resultOf(evidence), evidence };
  });
  const level = verifiedLevel(
    Object.fromEntries(checks.map(({ check, result }) => [check, result])),
  );
  return {
    listing,
    declared: toDeclared(created, position),
    storedLevel: row.declaredVerification,
    verifiedLevel: level ?? "none",
    checks,
    url: `/v1/listings/${listing}/verification`,
  };
}

function toDeclared(
  created: VerificationEvent | undefined,
  position: Position,
): z.output<typeof ListingVerification>["declared"] {
  const level = VERIFICATION_LEVELS[Number(created?.args.verificationLevel)];
  if (created === undefined || level === undefined) return null;
  return { level, source: toEventSource(created, position) };
}

function toBuildEvidence(build: VerificationEvent, position: Position): Shown {
  const isFor = build.args.verified === true;
  return {
    grade: "attested",
    isFor,
    statement: isFor
      ? "The agent of the marketplace confirmed the build."
      : "The agent of the marketplace did not confirm the build.",
    source: toEventSource(build, position),
  };
}

function toClaim(check: CheckName, claim: VerificationClaim | undefined, listing: string): Shown[] {
  const names = claim?.document.metrics
    .map(({ metric }) => metric)
    .filter((metric) => CLAIMED_BY[check]?.has(metric));
  if (claim === undefined || names === undefined || names.length === 0) return [];
  return [
    {
      grade: "claimed",
      isFor: true,
      statement: `The seller states ${[...new Set(names)].join(", ")}.`,
      source: {
        url: `/v1/listings/${listing}/metadata?version=${claim.version}`,
        by: toAddress(claim.seller),
        at: toInstant(claim.signedAt),
        blockNumber: null,
        txHash: null,
        finality: null,
      },
    },
  ];
}

const toEventSource = (
  { actor, sender, chainId, blockHash, logIndex, ...event }: VerificationEvent,
  { heads }: Position,
): z.output<typeof Source> => ({
  url: `/v1/activity/${chainId}-${blockHash}-${logIndex}`,
  by: toAddress(actor ?? sender),
  at: toInstant(event.occurredAt),
  blockNumber: Number(event.blockNumber),
  txHash: event.txHash,
  finality: finalityOf(event.blockNumber, heads),
});
