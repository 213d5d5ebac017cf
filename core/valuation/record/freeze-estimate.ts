import { formatUnits } from "viem";
import { publicId } from "../../../src/protocol/ids.ts";
import type { Statements } from "../../jobs/add-job.ts";
import { canonicalText, FrozenEstimate } from "./frozen-estimate.ts";

/** A valuation that is being published, by the columns of `app.valuation`. */
export type PublishedValuation = Pick<
  FrozenEstimate,
  "valuationId" | "category" | "grade" | "currency" | "confidence" | "method" | "engineVersion"
> &
  Pick<FrozenEstimate, "promptVersion" | "inputHash" | "dealsHash" | "blockHash"> & {
    chainId: number;
    contract: string;
    listingId: bigint;
    /** Base units of a token with so many decimals. */
    lowUnits: bigint;
    midUnits: bigint;
    highUnits: bigint;
    decimals: number;
    /** Moment that it is for, by the clock of the chain. */
    madeAt: Date;
    blockNumber: bigint;
    /** Model of language that has read the text; null where none has. */
    model: string | null;
    /** Whether the asking price was kept from whoever estimated, the model of language included. */
    isAskHidden: boolean;
  };

/** Where an estimate stands in the record. */
export type FrozenPlace = {
  /** From 1, without gaps. */
  sequence: number;
  hash: string;
};

/**
 * Adds an estimate of a listing to the record that nobody can edit, in the transaction that publishes
 * it: both are committed or neither. The same valuation again gets the place it has. The record has
 * one writer at a time until its transaction ends, so this comes last in it.
 *
 * @throws ZodError for an estimate that is incomplete or out of bounds
 */
export async function freezeEstimate(
  transaction: Statements,
  valuation: PublishedValuation,
): Promise<FrozenPlace> {
  const frozen = toFrozen(valuation);
  const { rows } = await transaction.query<{ sequence: bigint; hash: string }>(
    "SELECT sequence, hash FROM app.freeze_estimate($1, $2)",
    [frozen.valuationId, canonicalText(frozen)],
  );
  const [place] = rows;
  if (place === undefined) throw new Error("the record gave no place to an estimate");
  return { sequence: Number(place.sequence), hash: place.hash };
}

/**
 * What is frozen of a valuation: amounts as decimals, nothing that is private.
 *
 * @throws ZodError for an estimate that is incomplete or out of bounds
 */
export function toFrozen(valuation: PublishedValuation): FrozenEstimate {
  const amount = (units: bigint) => formatUnits(units, valuation.decimals);
  return FrozenEstimate.parse({
    valuationId: valuation.valuationId,
    listingId: publicId(valuation.chainId, valuation.contract, valuation.listingId),
    category: valuation.category,
    grade: valuation.grade,
    currency: valuation.currency,
    low: amount(valuation.lowUnits),
    mid: amount(valuation.midUnits),
    high: amount(valuation.highUnits),
    confidence: valuation.confidence,
    method: valuation.method,
    madeAt: valuation.madeAt.toISOString(),
    blockNumber: String(valuation.blockNumber),
    blockHash: valuation.blockHash,
    engineVersion: valuation.engineVersion,
    modelVersion: valuation.model,
    promptVersion: valuation.promptVersion,
    inputHash: valuation.inputHash,
    dealsHash: valuation.dealsHash,
    isAskHidden: valuation.isAskHidden,
  });
}
