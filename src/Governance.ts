import { ponder } from "ponder:registry";
import { arrive } from "./arrive.ts";
import { recordActivity } from "./rows/activity.ts";
import { configureContract, upgradeContract } from "./rows/contract.ts";
import { lower } from "./rows/stamp.ts";

/** Ownership, pausing and upgrades are alike on both contracts (domain A.6). */
const SOURCES = [
  ["Marketplace", "marketplace"],
  ["Escrow", "escrow"],
] as const;

for (const [source, kind] of SOURCES) {
  ponder.on(`${source}:Initialized`, async ({ event, context }) => {
    const { at, home } = await arrive(context, event, kind);
    await recordActivity(context, home, at, "Initialized", event.args);
  });

  ponder.on(`${source}:Upgraded`, async ({ event, context }) => {
    const { at, home } = await arrive(context, event, kind);
    await upgradeContract(context, home, lower(event.args.implementation), at);
    await recordActivity(context, home, at, "Upgraded", event.args, { actor: home.owner });
  });

  ponder.on(`${source}:OwnershipTransferred`, async ({ event, context }) => {
    const { at, home } = await arrive(context, event, kind);
    const { previousOwner, newOwner } = event.args;
    await configureContract(context, { owner: lower(newOwner) }, at);
    const subject = { actor: previousOwner, counterparty: newOwner };
    await recordActivity(context, home, at, "OwnershipTransferred", event.args, subject);
  });

  ponder.on(`${source}:Paused`, async ({ event, context }) => {
    const { at, home } = await arrive(context, event, kind);
    await configureContract(context, { isPaused: true }, at);
    await recordActivity(context, home, at, "Paused", event.args, { actor: event.args.account });
  });

  ponder.on(`${source}:Unpaused`, async ({ event, context }) => {
    const { at, home } = await arrive(context, event, kind);
    await configureContract(context, { isPaused: false }, at);
    await recordActivity(context, home, at, "Unpaused", event.args, { actor: event.args.account });
  });
}

ponder.on("Escrow:EmergencyActivated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  await configureContract(context, { emergencyActivatedAt: event.args.timestamp }, at);
  await recordActivity(context, home, at, "EmergencyActivated", event.args, { actor: home.owner });
});

ponder.on("Escrow:EmergencyDeactivated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  await configureContract(context, { emergencyActivatedAt: null }, at);
  await recordActivity(context, home, at, "EmergencyDeactivated", event.args, {
    actor: home.owner,
  });
});

ponder.on("Escrow:TreasuryAddressUpdated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  await configureContract(context, { treasury: lower(event.args.newTreasury) }, at);
  const subject = { actor: home.owner, counterparty: event.args.newTreasury };
  await recordActivity(context, home, at, "TreasuryAddressUpdated", event.args, subject);
});

ponder.on("Escrow:SafetyWalletUpdated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  await configureContract(context, { safetyWallet: lower(event.args.newSafety) }, at);
  const subject = { actor: home.owner, counterparty: event.args.newSafety };
  await recordActivity(context, home, at, "SafetyWalletUpdated", event.args, subject);
});

ponder.on("Escrow:TransitionPeriodUpdated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "escrow");
  await configureContract(context, { transitionPeriodSeconds: event.args.newPeriod }, at);
  await recordActivity(context, home, at, "TransitionPeriodUpdated", event.args, {
    actor: home.owner,
  });
});
