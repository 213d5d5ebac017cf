import { findAnnouncement } from "../../core/journal/announcement.ts";
import { mailToWallets } from "../../core/mail/mails.ts";
import { NOTIFIED_KINDS } from "../../core/outbox/chain-causes.ts";
import type { Processor } from "../processor.ts";
import { urgeSilentSeller } from "./urge-silent-seller.ts";

const NOTIFIED: ReadonlySet<string> = new Set(NOTIFIED_KINDS);

/** Writes a mail to each party of an event and to whoever watches its listing, unless it has vanished. */
export const fanOutNotification: Processor<"notification.fan_out"> = async (
  { sequence },
  { finish },
) =>
  finish(async (client) => {
    const event = await findAnnouncement(client, sequence);
    if (event === undefined || event.status === "retracted") return;
    const { kind, listingKey, escrowKey, offerKey, actor, counterparty, occurredAt } = event;
    const facts = {
      kind,
      sequence,
      listing: listingKey,
      escrow: escrowKey,
      offer: offerKey,
      amount: event.amount,
      occurredAt: occurredAt.toISOString(),
      isProvisional: event.status === "provisional",
    };
    await mailToWallets(client, {
      template: "event",
      // Parties are not told of what they themselves change all the time.
      wallets: NOTIFIED.has(kind) ? [actor, counterparty].filter((wallet) => wallet !== null) : [],
      watched: listingKey ?? undefined,
      cause: `event ${sequence}`,
      announcedSequence: sequence,
      facts,
    });
    if (kind === "funds_deposited") await urgeSilentSeller(client, facts);
  });
