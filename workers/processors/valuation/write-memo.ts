import { JobError } from "../../../core/jobs/job-error.ts";
import { findListingMetadata } from "../../../core/queries/listing-metadata.ts";
import { completeValuation } from "../../../core/valuation/pipeline/complete.ts";
import { textOf } from "../../../core/valuation/pipeline/input.ts";
import { type OpenValuation, scopeOf } from "../../../core/valuation/pipeline/stages.ts";
import type { CheckedReading } from "../../../core/valuation/reading/reading.ts";
import type { ReadingFailure } from "../../../core/valuation/reading/reading-failures.ts";
import type { ProcessorContext } from "../../processor.ts";
import { stageProcessor } from "./stage.ts";

/** A whole valuation takes 30 s at most (req 5.132); after this no model is asked any more. */
const LATEST_QUESTION_MS = 18_000;

/** What is asked for the words alone takes so long at most (req 5.151). */
const QUESTION_MS = 10_000;

/** After this another try may do better. What was no form after its repair is left at that (req 1.16). */
const WORTH_ANOTHER = "provider_failed" satisfies ReadingFailure;

/**
 * Writes the memo, and publishes or escalates (req 5.48). It says what the model has pointed to at the
 * intake; where the provider had failed it is asked again, and after two retries the template is used.
 */
export const writeMemo = stageProcessor(
  "memo",
  () => false,
  async (valuation, context) => {
    const reading = await findMemo(valuation, context);
    await context.finish((client) => completeValuation(client, valuation, reading));
  },
);

/** @throws JobError when the model has failed and may be asked again */
async function findMemo(
  valuation: OpenValuation,
  { deps, signal }: ProcessorContext,
): Promise<CheckedReading | undefined> {
  const { kept, valuationId, createdAt } = valuation;
  if (kept?.reading != null) return kept.reading;
  if (kept?.failure !== WORTH_ANOTHER) return undefined;
  if (Date.now() - createdAt.getTime() > LATEST_QUESTION_MS) return undefined;
  const text = await findText(valuation, deps);
  const { reading, failure } = await deps.valuations.read({
    text,
    scope: scopeOf(valuation),
    valuationId,
    signal: AbortSignal.any([signal, AbortSignal.timeout(QUESTION_MS)]),
  });
  if (failure === WORTH_ANOTHER) {
    throw new JobError("provider", "The model that writes the memo did not answer with one.");
  }
  // It was asked too late for figures to count: what it points to alone is used.
  return reading;
}

async function findText(
  { chainId, contract, listingId, input }: OpenValuation,
  { database }: ProcessorContext["deps"],
): Promise<string> {
  if (chainId === null || contract === null || listingId === null) return input?.text ?? "";
  const listing = { chainId, contract, number: listingId };
  const metadata = await database.read((snapshot) => findListingMetadata(snapshot.app, listing));
  return metadata === undefined ? "" : textOf(metadata.document);
}
