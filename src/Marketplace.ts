import { ponder } from "ponder:registry";
import { arrive } from "./arrive.ts";
import { wordAt } from "./protocol/enums.ts";
import { VERIFICATION_LEVELS } from "./protocol/states.ts";
import { recordActivity } from "./rows/activity.ts";
import { configureContract } from "./rows/contract.ts";
import {
  cancelListing,
  openListing,
  pauseListing,
  resumeListing,
  reviseListing,
  verifyBuild,
} from "./rows/listing.ts";
import {
  countListing,
  joinGenesis,
  pauseSeller,
  recordHeartbeat,
  shiftActiveListings,
} from "./rows/seller.ts";
import { lower } from "./rows/stamp.ts";

ponder.on("Marketplace:ListingCreated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { listingId, title, askingPrice } = event.args;
  const seller = lower(event.args.seller);
  const level = wordAt(VERIFICATION_LEVELS, event.args.verificationLevel, "VerificationLevel");
  await openListing(
    context,
    home,
    { listingId, seller, title, askingPriceUnits: askingPrice, declaredVerification: level },
    event.transaction,
    at,
  );
  await countListing(context, seller, level, at);
  await recordActivity(context, home, at, "ListingCreated", event.args, {
    actor: seller,
    marketplace: at.contract,
    listingId,
    amountUnits: askingPrice,
  });
});

ponder.on("Marketplace:ListingUpdated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { listingId, ipfsMetadata, newPrice } = event.args;
  const update = { metadataUri: ipfsMetadata, priceUnits: newPrice };
  const row = await reviseListing(context, listingId, update, at);
  await recordActivity(context, home, at, "ListingUpdated", event.args, {
    actor: row.seller,
    marketplace: at.contract,
    listingId,
    ...(newPrice === 0n ? {} : { amountUnits: newPrice }),
  });
});

ponder.on("Marketplace:ListingCancelled", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { listingId } = event.args;
  const row = await cancelListing(context, listingId, at);
  await shiftActiveListings(context, row.seller, -1, at);
  const subject = { actor: row.seller, marketplace: at.contract, listingId };
  await recordActivity(context, home, at, "ListingCancelled", event.args, subject);
});

ponder.on("Marketplace:ListingPaused", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { listingId, reason } = event.args;
  const row = await pauseListing(context, listingId, reason, at);
  await shiftActiveListings(context, row.seller, -1, at);
  await recordActivity(context, home, at, "ListingPaused", event.args, {
    actor: home.agent,
    counterparty: row.seller,
    marketplace: at.contract,
    listingId,
  });
});

ponder.on("Marketplace:ListingResumed", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { listingId } = event.args;
  const row = await resumeListing(context, listingId, at);
  await shiftActiveListings(context, row.seller, 1, at);
  const subject = { actor: row.seller, marketplace: at.contract, listingId };
  await recordActivity(context, home, at, "ListingResumed", event.args, subject);
});

ponder.on("Marketplace:BuildIdVerified", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { listingId, verified } = event.args;
  const row = await verifyBuild(context, listingId, verified, at);
  await recordActivity(context, home, at, "BuildIdVerified", event.args, {
    actor: home.agent,
    counterparty: row?.seller ?? null,
    marketplace: at.contract,
    listingId,
  });
});

ponder.on("Marketplace:HeartbeatRecorded", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { seller, timestamp } = event.args;
  await recordHeartbeat(context, seller, timestamp, at);
  await recordActivity(context, home, at, "HeartbeatRecorded", event.args, { actor: seller });
});

ponder.on("Marketplace:SellerPaused", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { seller } = event.args;
  await pauseSeller(context, seller, at);
  const subject = { actor: home.agent, counterparty: seller };
  await recordActivity(context, home, at, "SellerPaused", event.args, subject);
});

ponder.on("Marketplace:GenesisSellerJoined", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { seller, genesisNumber } = event.args;
  await joinGenesis(context, home, seller, genesisNumber, at);
  await recordActivity(context, home, at, "GenesisSellerJoined", event.args, { actor: seller });
});

ponder.on("Marketplace:AgentAddressUpdated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  await configureContract(context, { agent: lower(event.args.newAgent) }, at);
  const subject = { actor: home.owner, counterparty: event.args.newAgent };
  await recordActivity(context, home, at, "AgentAddressUpdated", event.args, subject);
});
