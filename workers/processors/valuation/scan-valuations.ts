import { applyFailureRule } from "../../../core/valuation/pipeline/failure-rules.ts";
import { openListingValuation } from "../../../core/valuation/pipeline/open.ts";
import {
  endWithout,
  findOpenValuation,
  type OpenValuation,
  type Stage,
} from "../../../core/valuation/pipeline/stages.ts";
import type { Processor } from "../../processor.ts";

/** Valuations that are looked after in one scan. */
const PAGE = 100;

/**
 * Looks after what nobody else would: valuations whose stage ended without them, because its worker
 * died or it was cancelled, and listings with a document that were never valued.
 */
export const scanValuations: Processor<"valuation.scan"> = async (_, { deps, finish }) =>
  finish(async (client) => {
    const { rows: left } = await client.query<{ valuationId: string; isCancelled: boolean }>(
      `SELECT valuation_id AS "valuationId", coalesce(last.state = 'cancelled', false) AS "isCancelled"
       FROM app.valuation
       LEFT JOIN LATERAL (
         SELECT state FROM app.job WHERE cause = valuation_id::text AND name = ANY ($1)
         ORDER BY created_at DESC LIMIT 1
       ) AS last ON true
       WHERE valuation.state IN ('queued', 'running') AND NOT EXISTS (
         SELECT FROM app.job WHERE cause = valuation_id::text AND name = ANY ($1)
           AND job.state IN ('held', 'waiting', 'queued', 'running'))
       ORDER BY valuation.created_at LIMIT $2 FOR UPDATE OF valuation SKIP LOCKED`,
      [STAGE_JOBS, PAGE],
    );
    for (const { valuationId, isCancelled } of left) {
      const valuation = await findOpenValuation(client, valuationId);
      if (valuation === undefined) continue;
      if (isCancelled) {
        const reason = { code: "CANCELLED", message: "Its job was cancelled." };
        await endWithout(client, valuationId, "failed", [reason]);
      } else {
        await applyFailureRule(client, valuation, stageOf(valuation), deps.valuations.engines);
      }
    }
    const { rows: unvalued } = await client.query<{
      chainId: number;
      contract: `0x${string}`;
      number: bigint;
    }>(
      `SELECT DISTINCT chain_id AS "chainId", contract, listing_id AS number
       FROM app.listing_metadata AS told
       WHERE NOT EXISTS (SELECT FROM app.valuation AS made WHERE made.chain_id = told.chain_id
         AND made.contract = told.contract AND made.listing_id = told.listing_id)
       LIMIT $1`,
      [PAGE],
    );
    for (const listing of unvalued) {
      const { chainId, contract, number } = listing;
      const cause = `scan ${chainId}-${contract}-${number}`;
      await openListingValuation(client, listing, "listing", cause);
    }
  });

const STAGE_JOBS = [
  "valuation.intake",
  "valuation.compare",
  "valuation.estimate",
  "valuation.memo",
];

/** The stage that a valuation was in when it was left. */
function stageOf({ kept, comparables, estimate }: OpenValuation): Stage {
  if (kept === undefined) return "intake";
  if (comparables === undefined) return "compare";
  return estimate === undefined ? "estimate" : "memo";
}
