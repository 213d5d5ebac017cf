import { ponder } from "ponder:registry";
import { arrive } from "./arrive.ts";
import { recordActivity } from "./rows/activity.ts";
import { openEscrowOfOffer } from "./rows/escrow-acts.ts";
import { cancelOffer, ejectOffer, makeOffer, type OfferRow, rejectOffer } from "./rows/offer.ts";
import { lower } from "./rows/stamp.ts";

ponder.on("Escrow:OfferMade", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { offerId, listingId, offerPrice, depositAmount } = event.args;
  const buyer = lower(event.args.buyer);
  await makeOffer(
    context,
    home,
    { offerId, listingId, buyer, priceUnits: offerPrice, depositUnits: depositAmount },
    at,
  );
  await recordActivity(context, home, at, "OfferMade", event.args, {
    actor: buyer,
    marketplace: home.marketplace,
    listingId,
    offerId,
    amountUnits: offerPrice,
  });
});

ponder.on("Escrow:OfferAccepted", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { offerId, escrowId, listingId, amount } = event.args;
  const buyer = lower(event.args.buyer);
  const seller = lower(event.args.seller);
  const opened = { escrowId, listingId, buyer, seller, amountUnits: amount };
  await openEscrowOfOffer(context, home, offerId, opened, event.transaction, at);
  await recordActivity(context, home, at, "OfferAccepted", event.args, {
    actor: seller,
    counterparty: buyer,
    marketplace: home.marketplace,
    listingId,
    offerId,
    escrowId,
    amountUnits: amount,
  });
});

ponder.on("Escrow:OfferRejected", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const row = await rejectOffer(context, home, event.args.offerId, at);
  const subject = { ...subjectOf(row), actor: at.sender, counterparty: row.buyer };
  await recordActivity(context, home, at, "OfferRejected", event.args, subject);
});

ponder.on("Escrow:OfferCancelled", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const row = await cancelOffer(context, home, event.args.offerId, at);
  const subject = { ...subjectOf(row), actor: at.sender, counterparty: row.buyer };
  await recordActivity(context, home, at, "OfferCancelled", event.args, subject);
});

ponder.on("Escrow:EmergencyEjectOffer", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { offerId, amount } = event.args;
  const row = await ejectOffer(context, home, offerId, at);
  await recordActivity(context, home, at, "EmergencyEjectOffer", event.args, {
    ...subjectOf(row),
    actor: home.owner,
    counterparty: row.buyer,
    amountUnits: amount,
  });
});

function subjectOf({ marketplace, listingId, offerId }: OfferRow) {
  return { marketplace, listingId, offerId };
}
