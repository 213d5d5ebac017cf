import { findAnnouncement } from "../../core/journal/announcement.ts";
import { findClosures } from "../../core/queries/escrow-closures.ts";
import { readSeedDeals } from "../../core/valuation/deals/known-deals.ts";
import { recordOutcome } from "../../core/valuation/record/record-outcome.ts";
import { parsePublicId } from "../../src/protocol/ids.ts";
import type { Processor } from "../processor.ts";

/**
 * Writes down how the escrow of a final event ended. An escrow that is not closed, or whose listing is
 * unknown, has no outcome; should it get one, the scan finds it.
 */
export const scoreOutcome: Processor<"valuation.score"> = async (
  { sequence },
  { deps, finish },
) => {
  const event = await findAnnouncement(deps.pool, sequence);
  const escrow = parsePublicId(event?.escrowKey ?? "");
  if (escrow === undefined || event?.status !== "final") return;
  const closed = await deps.database.read((snapshot) => findClosures(snapshot, { escrow }));
  return finish(async (client) => {
    for (const one of closed)
      await recordOutcome(client, one, readSeedDeals(), deps.valuations.rates);
  });
};
