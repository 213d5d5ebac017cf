import { publicId } from "../../../src/protocol/ids.ts";
import type { Statements } from "../../jobs/add-job.ts";
import { tellServiceEvent } from "../../journal/service-events.ts";
import { freezeEstimate, type PublishedValuation } from "../record/freeze-estimate.ts";
import { placeListing } from "../similarity/place-listing.ts";

type PublishedRow = PublishedValuation & { state: string; input: unknown };
type AnalyzedRow = Omit<PublishedRow, "chainId" | "contract" | "listingId"> & {
  chainId: null;
  contract: null;
  listingId: null;
};

/**
 * Shows an estimate. One of a listing is told to the journal, places it among the other listings and is
 * frozen in the record, in the same transaction; one of a business that is not listed is shown to who asked for it alone.
 *
 * @param from states that it may be published from
 * @returns whether it was published now
 */
export async function publishValuation(
  transaction: Statements,
  valuationId: string,
  state: "published" | "published_marked",
  from: readonly ("queued" | "running" | "escalated")[],
): Promise<boolean> {
  const { rows } = await transaction.query<PublishedRow | AnalyzedRow>(
    `UPDATE app.valuation SET state = $2, published_at = now(), finished_at = now()
     WHERE valuation_id = $1 AND state = ANY ($3) AND estimate IS NOT NULL
     RETURNING valuation_id AS "valuationId", state, chain_id AS "chainId", contract,
       listing_id AS "listingId", category, grade, currency, decimals, confidence, method,
       low_units AS "lowUnits", mid_units AS "midUnits", high_units AS "highUnits",
       made_at AS "madeAt", block_number AS "blockNumber", block_hash AS "blockHash",
       engine_version AS "engineVersion", model, prompt_version AS "promptVersion",
       input, input_hash AS "inputHash", deals_hash AS "dealsHash",
       coalesce((estimate ->> 'isAskHidden')::boolean, false) AS "isAskHidden"`,
    [valuationId, state, from],
  );
  const [row] = rows;
  if (row === undefined) return false;
  if (row.chainId === null) return true;
  const listing = publicId(row.chainId, row.contract, row.listingId);
  await tellServiceEvent(transaction, {
    kind: "valuation.finished",
    cause: valuationId,
    chainId: row.chainId,
    listing,
    args: {
      valuationId,
      state,
      confidence: row.confidence,
      method: row.method,
      currency: row.currency,
      decimals: row.decimals,
      lowUnits: String(row.lowUnits),
      midUnits: String(row.midUnits),
      highUnits: String(row.highUnits),
    },
  });
  await placeListing(transaction, valuationId, row.input);
  await freezeEstimate(transaction, row);
  return true;
}
