import { JobError } from "../../core/jobs/job-error.ts";
import { findAnnouncement } from "../../core/journal/announcement.ts";
import { mailToSubscriber } from "../../core/mail/mails.ts";
import {
  addMatch,
  canMatchWords,
  matchSearches,
} from "../../core/saved-searches/match-searches.ts";
import { parsePublicId } from "../../src/protocol/ids.ts";
import type { Processor } from "../processor.ts";

/** Tells those whose saved search a listing has begun to match, once for each search and listing. */
export const matchSavedSearches: Processor<"saved_search.match"> = async (
  { sequence },
  { finish },
) =>
  finish(async (client) => {
    const event = await findAnnouncement(client, sequence);
    const listing = event?.listingKey == null ? undefined : parsePublicId(event.listingKey);
    if (event === undefined || event.status === "retracted" || listing === undefined) return;
    if (!(await canMatchWords(client, listing))) {
      throw new JobError("database", "Text search does not know the listing yet.");
    }
    for (const match of await matchSearches(client, [listing], "with alerts")) {
      if (!(await addMatch(client, match, sequence))) continue;
      const { searchId, accountId, name, listingKey, title, why } = match;
      await mailToSubscriber(client, accountId, {
        template: "search_match",
        cause: `search ${searchId} ${listingKey} ${sequence}`,
        announcedSequence: sequence,
        facts: { search: name, listing: listingKey, title: title.slice(0, 300), why },
      });
    }
  });
