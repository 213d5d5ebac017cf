import { ponder } from "ponder:registry";
import { arrive } from "./arrive.ts";
import { recordActivity } from "./rows/activity.ts";
import { createEntitlement, linkEntitlement, transferEntitlement } from "./rows/entitlement.ts";
import { lower } from "./rows/stamp.ts";

ponder.on("Entitlement:EntitlementCreated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "entitlement");
  const { tokenId, agentId, transferrable, expiration } = event.args;
  const created = { tokenId, agentId, isTransferrable: transferrable, expiresAt: expiration };
  await createEntitlement(context, created, at);
  await recordActivity(context, home, at, "EntitlementCreated", event.args);
});

ponder.on("Entitlement:TransferSingle", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "entitlement");
  const { id, value } = event.args;
  const from = lower(event.args.from);
  const to = lower(event.args.to);
  await transferEntitlement(context, { tokenId: id, from, to, amount: value }, at);
  const subject = { actor: from, counterparty: to };
  await recordActivity(context, home, at, "TransferSingle", event.args, subject);
});

ponder.on("Entitlement:TransferBatch", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "entitlement");
  const { ids, values } = event.args;
  const from = lower(event.args.from);
  const to = lower(event.args.to);
  for (const [position, tokenId] of ids.entries()) {
    await transferEntitlement(context, { tokenId, from, to, amount: values[position] ?? 0n }, at);
  }
  const subject = { actor: from, counterparty: to };
  await recordActivity(context, home, at, "TransferBatch", event.args, subject);
});

ponder.on("Entitlement:TokenURIUpdated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "entitlement");
  const { tokenId, uri } = event.args;
  await linkEntitlement(context, tokenId, uri, at);
  await recordActivity(context, home, at, "TokenURIUpdated", event.args);
});

// The transfers carry the balances; these are kept for the timeline only (domain C.2).
ponder.on("Entitlement:EntitlementMinted", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "entitlement");
  const subject = { counterparty: event.args.to };
  await recordActivity(context, home, at, "EntitlementMinted", event.args, subject);
});

ponder.on("Entitlement:EntitlementBurned", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "entitlement");
  await recordActivity(context, home, at, "EntitlementBurned", event.args, {
    actor: event.args.from,
  });
});

for (const name of ["BaseURIUpdated", "URI"] as const) {
  ponder.on(`Entitlement:${name}`, async ({ event, context }) => {
    const { at, home } = await arrive(context, event, "entitlement");
    await recordActivity(context, home, at, name, event.args);
  });
}
