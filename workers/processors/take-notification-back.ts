import { findAnnouncement } from "../../core/journal/announcement.ts";
import { takeMailsBack } from "../../core/mail/mails.ts";
import type { Processor } from "../processor.ts";

/** Tells those who had mail of an event that it has not happened. */
export const takeNotificationBack: Processor<"notification.take_back"> = async (
  { sequence },
  { finish },
) =>
  finish(async (client) => {
    const event = await findAnnouncement(client, sequence);
    if (event === undefined) return;
    const { kind, listingKey: listing, escrowKey: escrow } = event;
    await takeMailsBack(client, sequence, { kind, sequence, listing, escrow });
  });
