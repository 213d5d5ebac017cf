import { z } from "@hono/zod-openapi";
import { EVIDENCE_GRADES } from "../../../core/valuation/metric.ts";
import { ESTIMATE_METHODS } from "../../../core/valuation/record/frozen-estimate.ts";
import { EXCLUSIONS } from "../../../core/valuation/record/outcome.ts";
import type { NumberedOutcome, SealedDay } from "../../../core/valuation/record/read-record.ts";
import {
  type OutcomeCounts,
  TRACK_DIMENSIONS,
  type TrackRow,
} from "../../../core/valuation/record/read-track-record.ts";
import { anchorData } from "../../../core/valuation/record/seal-days.ts";
import { TERMINAL_ESCROW_STATES } from "../../../src/protocol/states.ts";
import { Hash, Instant } from "../../http/values.ts";

const LISTING = "31337-0x5fbdb2315678afecb367f032d93f642f64180aa3-0";
const Amount = z.string().openapi({ description: "Whole tokens, exact.", example: "1250.5" });
const Share = z.number().openapi({ description: "0 to 1.", example: 0.42 });

const Interval = z
  .object({ low: z.number(), high: z.number() })
  .openapi("Interval95", { description: "95 % interval." });

const Errors = z
  .object({
    way: z.string().openapi({
      description: "`estimate`, `asking price`, or the name of a rule of thumb.",
      example: "estimate",
    }),
    deals: z.int().openapi({ description: "Deals on which this way had an answer." }),
    medianError: z.object({ value: z.number(), interval: Interval.nullable() }).openapi({
      description:
        "Median distance of what was said over what was paid from 1; no interval of fewer than six deals.",
    }),
    within10: Share,
    within20: z.object({ value: Share, interval: Interval }),
    within30: Share,
    bias: z.number().openapi({
      description: "Median of what was said over what was paid, less 1: below 0 is too low.",
    }),
    range: z
      .object({
        inside: z.int().openapi({ description: "Deals whose price lay in the range." }),
        share: Share,
        interval: Interval,
        promised: z.number().openapi({ example: 0.8 }),
        medianWidth: z.number().openapi({ description: "Median of high over low." }),
      })
      .nullable()
      .openapi({ description: "Of estimates; null for ways without a range." }),
  })
  .openapi("EstimateErrors");

export const TrackRecord = z
  .object({
    outcomes: z.object({
      closed: z.int().openapi({ description: "Escrows whose end is final." }),
      scored: z.int().openapi({ description: "At arm's length, with a blind estimate before." }),
      withoutEstimate: z.int().openapi({ description: "At arm's length, without one." }),
      excluded: z.array(z.object({ reason: z.enum(EXCLUSIONS), count: z.int() })),
    }),
    groups: z.array(
      z.object({
        dimension: z.enum(TRACK_DIMENSIONS),
        value: z.string().nullable().openapi({ description: "Null for all deals together." }),
        ways: z.array(Errors).openapi({ description: "Each on the same deals." }),
      }),
    ),
  })
  .openapi("TrackRecord");

/** Coverage that ranges promise (`COVERAGE` of the engine). */
const PROMISED = 0.8;

export function toTrackRecord(
  rows: readonly TrackRow[],
  { excluded, ...counts }: OutcomeCounts,
): z.output<typeof TrackRecord> {
  const groups = [...Map.groupBy(rows, ({ dimension, value }) => `${dimension} ${value}`).values()];
  return {
    outcomes: {
      ...counts,
      excluded: EXCLUSIONS.flatMap((reason) => {
        const count = excluded[reason];
        return count === undefined ? [] : [{ reason, count }];
      }),
    },
    groups: groups.map((own) => {
      const [{ dimension, value }] = own as [TrackRow, ...TrackRow[]];
      return { dimension, value, ways: own.map(toErrors) };
    }),
  };
}

function toErrors(row: TrackRow): z.output<typeof Errors> {
  const interval = (low: string | null, high: string | null) =>
    low === null || high === null ? null : { low: Number(low), high: Number(high) };
  const between = (low: string | null, high: string | null) =>
    interval(low, high) ?? { low: 0, high: 1 };
  return {
    way: row.way,
    deals: Number(row.deals),
    medianError: {
      value: Number(row.medianError),
      interval: interval(row.medianErrorLow, row.medianErrorHigh),
    },
    within10: Number(row.within10),
    within20: {
      value: Number(row.within20),
      interval: between(row.within20Low, row.within20High),
    },
    within30: Number(row.within30),
    bias: Number(row.medianBias),
    range:
      row.coverage === null || row.medianWidth === null
        ? null
        : {
            inside: Number(row.inside),
            share: Number(row.coverage),
            interval: between(row.coverageLow, row.coverageHigh),
            promised: PROMISED,
            medianWidth: Number(row.medianWidth),
          },
  };
}

const DecimalText = z.string().openapi({ example: "1250.5" });
const Moment = Instant;

export const RecordEntry = z
  .object({
    sequence: z.int().openapi({ description: "From 1, without gaps." }),
    previousHash: Hash,
    recordedAt: Moment.openapi({ description: "When the database added it." }),
    estimate: z
      .object({
        valuationId: z.string(),
        listingId: z.string().openapi({ example: LISTING }),
        category: z.string(),
        grade: z.enum(EVIDENCE_GRADES),
        currency: z.string().openapi({ example: "USDC" }),
        low: DecimalText,
        mid: DecimalText,
        high: DecimalText,
        confidence: z.int(),
        method: z.enum(ESTIMATE_METHODS),
        madeAt: Moment,
        blockNumber: z
          .string()
          .openapi({ description: "Last block that was known.", example: "120" }),
        blockHash: Hash,
        engineVersion: z.string(),
        modelVersion: z.string().nullable(),
        promptVersion: z.string().nullable(),
        inputHash: Hash,
        dealsHash: Hash,
        isAskHidden: z.boolean(),
      })
      .openapi("FrozenEstimate", {
        description: "Exactly what was hashed: change nothing, not even the order of words.",
      }),
    hash: Hash.openapi({
      description:
        "SHA-256 of the canonical JSON (RFC 8785) of estimate, previousHash, recordedAt and sequence.",
    }),
  })
  .openapi("RecordEntry");

export const RecordDay = z
  .object({
    day: z.string().openapi({ description: "Day in UTC.", example: "2026-11-20" }),
    root: Hash.openapi({ description: "Merkle root over the hashes of the day's entries." }),
    entries: z.int(),
    anchor: z
      .object({ txHash: Hash, blockNumber: z.int() })
      .nullable()
      .openapi({ description: "Transaction that carries the root; null while none does." }),
    anchorData: z.string().openapi({
      description: "Call data that anchors the root, for a transaction to any address.",
      example: "0x76616c797261",
    }),
  })
  .openapi("RecordDay");

export function toRecordDay(day: SealedDay): z.output<typeof RecordDay> {
  const { anchorTxHash, anchorBlock } = day;
  const isAnchored = anchorTxHash !== null && anchorBlock !== null;
  return {
    day: day.day,
    root: day.root,
    entries: day.entries,
    anchor: isAnchored ? { txHash: anchorTxHash, blockNumber: anchorBlock } : null,
    anchorData: anchorData(day),
  };
}

export const EstimateOutcome = z
  .object({
    escrowId: z.string().openapi({ example: LISTING }),
    listingId: z.string().openapi({ example: LISTING }),
    state: z.enum(TERMINAL_ESCROW_STATES),
    currency: z.string().openapi({ example: "USDC" }),
    soldFor: Amount,
    askedFor: Amount.nullable().openapi({
      description: "Ask when the price became known; null where there was none in this token.",
    }),
    agreedBlock: z.int().openapi({
      description: "First block that told the price: of the accepted offer, or of the escrow.",
    }),
    agreedAt: Moment,
    settledBlock: z.int(),
    settledAt: Moment,
    excludedBecause: z.enum(EXCLUSIONS).nullable().openapi({
      description: "Why it says nothing of a market price; null where it counts.",
    }),
    recordEnd: z.int().openapi({
      description: "Newest entry when it was written down; nothing after it can be scored.",
    }),
    sequence: z.int().nullable().openapi({
      description: "Entry that is scored: the last blind one made before agreedBlock.",
    }),
    deal: z
      .object({
        category: z.string(),
        grade: z.enum(EVIDENCE_GRADES),
        figures: z.record(z.string(), z.number()).openapi({
          description: "As known before, by metric; yearly money in US dollars.",
        }),
        usdPerUnit: z.number().optional().openapi({
          description: "US dollars for one of the currency of the sale, then; absent for dollars.",
        }),
      })
      .nullable(),
    naive: z.record(z.string(), z.string()).openapi({
      description: "What rules of thumb said, learned from the deals known before.",
    }),
  })
  .openapi("EstimateOutcome");

export function toEstimateOutcome({
  outcomeId: _place,
  ...outcome
}: NumberedOutcome): z.output<typeof EstimateOutcome> {
  return outcome;
}

export const EstimateProof = z
  .object({
    sequence: z.int(),
    hash: Hash.openapi({ description: "Hash of the entry: the leaf." }),
    day: z.string().openapi({ example: "2026-11-20" }),
    sealed: z
      .object({
        root: Hash,
        proof: z.array(Hash).openapi({
          description: "Siblings from leaf to root, for MerkleProof.verify of OpenZeppelin.",
        }),
        anchor: z.object({ txHash: Hash, blockNumber: z.int() }).nullable(),
      })
      .nullable()
      .openapi({ description: "Null until the day is over and has its root." }),
  })
  .openapi("EstimateProof");
