import { findAnnouncement } from "../../core/journal/announcement.ts";
import { mailToWallets } from "../../core/mail/mails.ts";
import type { Processor } from "../processor.ts";

/** Writes a mail to each party of an event, unless the event has vanished by now. */
export const fanOutNotification: Processor<"notification.fan_out"> = async (
  { sequence },
  { finish },
) =>
  finish(async (client) => {
    const event = await findAnnouncement(client, sequence);
    if (event === undefined || event.status === "retracted") return;
    const { kind, listingKey, escrowKey, offerKey, actor, counterparty, occurredAt } = event;
    await mailToWallets(client, {
      template: "event",
      wallets: [actor, counterparty].filter((wallet) => wallet !== null),
      cause: `event ${sequence}`,
      announcedSequence: sequence,
      facts: {
        kind,
        sequence,
        listing: listingKey,
        escrow: escrowKey,
        offer: offerKey,
        amount: event.amount,
        occurredAt: occurredAt.toISOString(),
        isProvisional: event.status === "provisional",
      },
    });
  });
