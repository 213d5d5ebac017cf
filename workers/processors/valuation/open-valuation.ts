import { findAnnouncement } from "../../../core/journal/announcement.ts";
import { CAUSE_OF_KIND } from "../../../core/outbox/valuation-kinds.ts";
import { openListingValuation } from "../../../core/valuation/pipeline/open.ts";
import { parsePublicId } from "../../../src/protocol/ids.ts";
import type { Processor } from "../../processor.ts";

/** Opens a valuation of the listing that an event is about, unless the event has vanished by now. */
export const openValuation: Processor<"valuation.open"> = async ({ sequence }, { finish }) =>
  finish(async (client) => {
    const event = await findAnnouncement(client, sequence);
    if (event === undefined || event.status === "retracted" || event.listingKey === null) return;
    const listing = parsePublicId(event.listingKey);
    const cause = CAUSE_OF_KIND[event.kind];
    if (listing === undefined || cause === undefined) return;
    await openListingValuation(client, listing, cause, `event ${sequence}`);
  });
