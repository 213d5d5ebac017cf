import { ponder } from "ponder:registry";
import { arrive } from "./arrive.ts";
import { wordAt } from "./protocol/enums.ts";
import { ENCRYPTION_METHODS } from "./protocol/states.ts";
import { stateAfterTimeout } from "./protocol/transitions.ts";
import { recordActivity } from "./rows/activity.ts";
import type { EscrowRow } from "./rows/escrow.ts";
import {
  claimTimeout,
  confirmReceipt,
  deliverCredentials,
  exitEscrow,
  extendVerification,
  fundEscrow,
  holdRetainer,
  openEscrowOnce,
  recordRelease,
  releaseRetainer,
} from "./rows/escrow-acts.ts";
import { lower } from "./rows/stamp.ts";

ponder.on("Escrow:EscrowCreated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, listingId, amount } = event.args;
  const opened = {
    escrowId,
    listingId,
    buyer: lower(event.args.buyer),
    seller: lower(event.args.seller),
    amountUnits: amount,
  };
  const row = await openEscrowOnce(context, home, opened, at);
  await recordActivity(context, home, at, "EscrowCreated", event.args, {
    ...asBuyer(row),
    amountUnits: amount,
  });
});

ponder.on("Escrow:FundsDeposited", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, amount } = event.args;
  const method = wordAt(ENCRYPTION_METHODS, event.args.encryptionMethod, "EncryptionMethod");
  const row = await fundEscrow(context, home, { escrowId, encryptionMethod: method }, at);
  await recordActivity(context, home, at, "FundsDeposited", event.args, {
    ...asBuyer(row),
    amountUnits: amount,
  });
});

ponder.on("Escrow:CredentialsUploaded", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, credentialHash } = event.args;
  const row = await deliverCredentials(context, escrowId, credentialHash, at);
  await recordActivity(context, home, at, "CredentialsUploaded", event.args, asSeller(row));
});

ponder.on("Escrow:VerificationExtended", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, newDeadline } = event.args;
  const row = await extendVerification(context, escrowId, newDeadline, at);
  await recordActivity(context, home, at, "VerificationExtended", event.args, asBuyer(row));
});

ponder.on("Escrow:ReceiptConfirmed", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, immediateRelease } = event.args;
  const row = await confirmReceipt(context, home, escrowId, at);
  await recordActivity(context, home, at, "ReceiptConfirmed", event.args, {
    ...asBuyer(row),
    amountUnits: immediateRelease,
  });
});

ponder.on("Escrow:FundsReleased", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, sellerPayout } = event.args;
  const row = await recordRelease(context, home, escrowId, at);
  await recordActivity(context, home, at, "FundsReleased", event.args, {
    ...asSeller(row),
    amountUnits: sellerPayout,
  });
});

ponder.on("Escrow:TransitionHoldCreated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, retainedAmount, releaseTime } = event.args;
  const row = await holdRetainer(context, escrowId, retainedAmount, releaseTime, at);
  await recordActivity(context, home, at, "TransitionHoldCreated", event.args, {
    ...asSeller(row),
    amountUnits: retainedAmount,
  });
});

ponder.on("Escrow:TransitionRetainerClaimed", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, amount } = event.args;
  const row = await releaseRetainer(context, home, escrowId, "TransitionRetainerClaimed", at);
  await recordActivity(context, home, at, "TransitionRetainerClaimed", event.args, {
    ...asSeller(row),
    amountUnits: amount,
  });
});

ponder.on("Escrow:AdminRetainerReleased", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, amount } = event.args;
  const row = await releaseRetainer(context, home, escrowId, "AdminRetainerReleased", at);
  await recordActivity(context, home, at, "AdminRetainerReleased", event.args, {
    ...asSeller(row),
    actor: home.owner,
    counterparty: row.seller,
    amountUnits: amount,
  });
});

ponder.on("Escrow:TimeoutClaimed", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, newState } = event.args;
  const row = await claimTimeout(context, home, escrowId, stateAfterTimeout(newState), at);
  // Anybody may claim: the sender is not the one who is paid (trap 33).
  const paid = row.state === "expired" ? row.buyer : row.seller;
  await recordActivity(context, home, at, "TimeoutClaimed", event.args, {
    ...asBuyer(row),
    actor: at.sender,
    counterparty: paid,
  });
});

ponder.on("Escrow:EmergencyWithdrawal", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, claimer } = event.args;
  const row = await exitEscrow(context, home, escrowId, "EmergencyWithdrawal", at);
  await recordActivity(context, home, at, "EmergencyWithdrawal", event.args, {
    ...asBuyer(row),
    actor: claimer,
    counterparty: lower(claimer) === row.buyer ? row.seller : row.buyer,
  });
});

ponder.on("Escrow:EmergencyEjectEscrow", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  const { escrowId, amount } = event.args;
  const row = await exitEscrow(context, home, escrowId, "EmergencyEjectEscrow", at);
  await recordActivity(context, home, at, "EmergencyEjectEscrow", event.args, {
    ...asBuyer(row),
    actor: home.owner,
    counterparty: row.buyer,
    amountUnits: amount,
  });
});

function asBuyer({ buyer, seller, marketplace, listingId, escrowId }: EscrowRow) {
  return { actor: buyer, counterparty: seller, marketplace, listingId, escrowId };
}

function asSeller({ buyer, seller, marketplace, listingId, escrowId }: EscrowRow) {
  return { actor: seller, counterparty: buyer, marketplace, listingId, escrowId };
}
