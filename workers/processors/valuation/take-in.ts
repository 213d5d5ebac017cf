import { addJob } from "../../../core/jobs/add-job.ts";
import { JobError } from "../../../core/jobs/job-error.ts";
import { findKnownBlock, gatherListing } from "../../../core/valuation/pipeline/gather.ts";
import {
  evidenceFromText,
  tellsAsk,
  type ValuationInput,
} from "../../../core/valuation/pipeline/input.ts";
import {
  beginValuation,
  endWithout,
  type OpenValuation,
  saveIntake,
  scopeOf,
} from "../../../core/valuation/pipeline/stages.ts";
import { toldFailure } from "../../../core/valuation/reading/reading-failures.ts";
import type { WorkerDeps } from "../../deps.ts";
import { stageProcessor } from "./stage.ts";

/** What is left of the intake once the text is read, or is not to be read, is quick. */
const READ_PERCENT = 90;

/**
 * Takes in what an estimate can rest on (req 5.45): the figures of the seller's document, or of the
 * request, and what a model of language reads in the text. Without one it is the figures alone.
 */
export const takeIn = stageProcessor(
  "intake",
  ({ kept }) => kept !== undefined,
  async (valuation, { deps, signal, finish, report, jobId }) => {
    const { valuationId, accountId } = valuation;
    // Whoever has something to tell of the listing from here on opens another valuation.
    await beginValuation(deps.pool, valuationId);
    const found = await gather(valuation, deps);
    if (found === undefined) {
      return finish(async (client) => {
        await endWithout(client, valuationId, "failed", [
          { code: "LISTING_GONE", message: "The index has no such listing any more." },
        ]);
      });
    }
    const { input, text, ...block } = found;
    const { read, rates } = deps.valuations;
    const result = await read({ text, scope: scopeOf(valuation), valuationId, signal });
    signal.throwIfAborted();
    const { reading, failure, model, promptVersion } = result;
    const told = toldFailure(failure);
    if (told !== undefined) {
      await report(READ_PERCENT, `${told.code}: ${told.message} The engine goes on alone.`);
    }
    const isStated = Object.keys(input.metrics).length > 0;
    const target = { currency: input.currency, rates, at: new Date(input.at) };
    const complete: ValuationInput =
      reading === undefined || isStated
        ? input
        : { ...input, metrics: evidenceFromText(reading.facts, target) };
    await finish(async (client) => {
      await saveIntake(client, valuationId, {
        ...block,
        input: complete,
        readingFailure: told?.code,
        kept: {
          reading: reading ?? null,
          failure: failure ?? null,
          model: model ?? null,
          promptVersion,
          // A reading counts for the numbers only where it brings the figures.
          isAskHidden: reading === undefined || isStated || !tellsAsk(text),
        },
      });
      const options = { cause: valuationId, accountId: accountId ?? undefined, after: jobId };
      await addJob(client, "valuation.compare", { valuationId }, options);
    });
  },
);

/** @throws JobError while no hash of a block is known */
async function gather(
  { chainId, contract, listingId, input }: OpenValuation,
  { database, valuations }: WorkerDeps,
) {
  const found = await database.read(async (snapshot) => {
    if (chainId === null || contract === null || listingId === null) {
      const block = await findKnownBlock(snapshot);
      if (input === undefined) return undefined;
      return block === undefined
        ? { missing: "block" as const }
        : { ...block, input, text: input.text ?? "" };
    }
    return gatherListing(snapshot, { chainId, contract, number: listingId }, valuations.rates);
  });
  if (found !== undefined && "missing" in found) {
    throw new JobError("provider", "The hash of a recent block is not known yet.");
  }
  return found;
}
