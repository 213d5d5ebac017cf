import { findClosures } from "../../core/queries/escrow-closures.ts";
import { readSeedDeals } from "../../core/valuation/deals/known-deals.ts";
import { recordOutcome } from "../../core/valuation/record/record-outcome.ts";
import { inWrite } from "../in-write.ts";
import type { Processor } from "../processor.ts";

const PAGE = 100;

/** Writes down the ends of escrows that are final and that no event of the journal has told us of. */
export const scanOutcomes: Processor<"valuation.scan_outcomes"> = async (_, { deps, signal }) => {
  const seed = readSeedDeals();
  for (;;) {
    signal.throwIfAborted();
    const closed = await deps.database.read(async (snapshot) => {
      const { chainId, heads } = snapshot.position;
      if (heads === null) return [];
      return findClosures(snapshot, { chainId, upTo: heads.final, limit: PAGE });
    });
    await inWrite(deps.pool, async (client) => {
      for (const one of closed) await recordOutcome(client, one, seed, deps.valuations.rates);
    });
    if (closed.length < PAGE) return;
  }
};
