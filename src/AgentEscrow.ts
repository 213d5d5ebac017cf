import { ponder } from "ponder:registry";
import { arrive } from "./arrive.ts";
import { recordActivity } from "./rows/activity.ts";
import { registerAgent, supportToken } from "./rows/agent.ts";
import { depositPayment, refundPayment, releasePayment } from "./rows/agent-payment.ts";
import { configureContract } from "./rows/contract.ts";
import { lower } from "./rows/stamp.ts";

ponder.on("AgentEscrow:AgentRegistered", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "agentEscrow");
  const { agentId, developer } = event.args;
  await registerAgent(context, agentId, lower(developer), at);
  await recordActivity(context, home, at, "AgentRegistered", event.args, { actor: developer });
});

ponder.on("AgentEscrow:PaymentDeposited", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "agentEscrow");
  const { paymentId, user, developer, agentId, amount, token } = event.args;
  await depositPayment(
    context,
    {
      paymentId,
      payer: lower(user),
      developer: lower(developer),
      agentId,
      amountUnits: amount,
      token: lower(token),
    },
    at,
  );
  const subject = { actor: user, counterparty: developer, amountUnits: amount };
  await recordActivity(context, home, at, "PaymentDeposited", event.args, subject);
});

ponder.on("AgentEscrow:PaymentReleased", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "agentEscrow");
  const { paymentId, developer, amount, platformFee } = event.args;
  const released = { paymentId, paidToDeveloperUnits: amount, platformFeeUnits: platformFee };
  const row = await releasePayment(context, home, released, at);
  const subject = { actor: developer, counterparty: row.payer, amountUnits: amount };
  await recordActivity(context, home, at, "PaymentReleased", event.args, subject);
});

ponder.on("AgentEscrow:PaymentRefunded", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "agentEscrow");
  const { paymentId, user, amount } = event.args;
  const row = await refundPayment(context, paymentId, amount, at);
  const subject = { actor: user, counterparty: row.developer, amountUnits: amount };
  await recordActivity(context, home, at, "PaymentRefunded", event.args, subject);
});

ponder.on("AgentEscrow:PlatformFeeUpdated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "agentEscrow");
  const platformFeeBps = Number(event.args.newFeePercentage);
  await configureContract(context, { platformFeeBps }, at);
  await recordActivity(context, home, at, "PlatformFeeUpdated", event.args);
});

ponder.on("AgentEscrow:PlatformFeeRecipientUpdated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "agentEscrow");
  const { newRecipient } = event.args;
  await configureContract(context, { treasury: lower(newRecipient) }, at);
  await recordActivity(context, home, at, "PlatformFeeRecipientUpdated", event.args, {
    counterparty: newRecipient,
  });
});

ponder.on("AgentEscrow:TokenSupportUpdated", async ({ event, context }) => {
  const { at, home } = await arrive(context, event, "agentEscrow");
  const { token, supported } = event.args;
  await supportToken(context, lower(token), supported, at);
  await recordActivity(context, home, at, "TokenSupportUpdated", event.args);
});
