import { ponder } from "ponder:registry";
import { arrive } from "./arrive.ts";
import { recordActivity } from "./rows/activity.ts";
import { forgetSeller, requestEmergencyWithdrawal, suspendSlashedSeller } from "./rows/seller.ts";
import {
  slashStake,
  stakeToSell,
  withdrawStake,
  withdrawStakeInEmergency,
} from "./rows/seller-stake.ts";
import { lower } from "./rows/stamp.ts";

ponder.on("Marketplace:SellerStaked", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { seller, amount } = event.args;
  await stakeToSell(context, home, lower(seller), amount, at);
  const subject = { actor: seller, amountUnits: amount };
  await recordActivity(context, home, at, "SellerStaked", event.args, subject);
});

ponder.on("Marketplace:StakeWithdrawn", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { seller, amount } = event.args;
  await withdrawStake(context, home, lower(seller), amount, at);
  const subject = { actor: seller, amountUnits: amount };
  await recordActivity(context, home, at, "StakeWithdrawn", event.args, subject);
});

ponder.on("Marketplace:SellerSlashed", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { amount, newSlashCount } = event.args;
  const seller = lower(event.args.seller);
  const slashed = { seller, amountUnits: amount, slashCount: newSlashCount };
  if (await slashStake(context, home, slashed, at)) {
    await suspendSlashedSeller(context, seller, at);
  }
  const subject = { actor: home.agent, counterparty: seller, amountUnits: amount };
  await recordActivity(context, home, at, "SellerSlashed", event.args, subject);
});

ponder.on("Marketplace:EmergencyWithdrawRequested", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { user, executionTime } = event.args;
  await requestEmergencyWithdrawal(context, user, executionTime, at);
  await recordActivity(context, home, at, "EmergencyWithdrawRequested", event.args, {
    actor: user,
  });
});

ponder.on("Marketplace:EmergencyWithdrawExecuted", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "marketplace");
  const { user, amount } = event.args;
  await withdrawStakeInEmergency(context, home, lower(user), at);
  await forgetSeller(context, user, at);
  const subject = { actor: user, amountUnits: amount };
  await recordActivity(context, home, at, "EmergencyWithdrawExecuted", event.args, subject);
});
