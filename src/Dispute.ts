import { ponder } from "ponder:registry";
import { arrive } from "./arrive.ts";
import { wordAt } from "./protocol/enums.ts";
import { DISPUTE_RESOLUTIONS, DISPUTE_TYPES } from "./protocol/states.ts";
import { recordActivity } from "./rows/activity.ts";
import { respondToDispute } from "./rows/dispute.ts";
import { type EscrowRow, requireEscrow } from "./rows/escrow.ts";
import { raiseDispute, reportIssue, resolveDispute } from "./rows/escrow-acts.ts";
import { lower } from "./rows/stamp.ts";

ponder.on("Escrow:TransitionIssueReported", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, issue } = event.args;
  const row = await reportIssue(context, escrowId, issue, at);
  const subject = { ...subjectOf(row), actor: row.buyer, counterparty: row.seller };
  await recordActivity(context, home, at, "TransitionIssueReported", event.args, subject);
});

ponder.on("Escrow:DisputeRaised", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, evidenceIpfs } = event.args;
  const initiator = lower(event.args.initiator);
  const disputeType = wordAt(DISPUTE_TYPES, event.args.disputeType, "DisputeType");
  const raised = { escrowId, initiator, disputeType, evidence: evidenceIpfs };
  const row = await raiseDispute(context, raised, at);
  await recordActivity(context, home, at, "DisputeRaised", event.args, {
    ...subjectOf(row),
    actor: initiator,
    counterparty: initiator === row.buyer ? row.seller : row.buyer,
  });
});

ponder.on("Escrow:DisputeResponded", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, responseIpfs } = event.args;
  const initiator = await respondToDispute(context, escrowId, responseIpfs, at);
  const row = await requireEscrow(context, escrowId, at);
  await recordActivity(context, home, at, "DisputeResponded", event.args, {
    ...subjectOf(row),
    actor: initiator === row.buyer ? row.seller : row.buyer,
    counterparty: initiator,
  });
});

ponder.on("Escrow:DisputeResolved", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId } = event.args;
  const resolver = lower(event.args.resolver);
  const resolution = wordAt(DISPUTE_RESOLUTIONS, event.args.resolution, "DisputeResolution");
  const row = await resolveDispute(context, home, { escrowId, resolution, resolver }, at);
  const subject = { ...subjectOf(row), actor: resolver };
  await recordActivity(context, home, at, "DisputeResolved", event.args, subject);
});

function subjectOf({ marketplace, listingId, escrowId }: EscrowRow) {
  return { marketplace, listingId, escrowId };
}
