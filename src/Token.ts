import { ponder } from "ponder:registry";
import { lower, stampOf } from "./rows/stamp.ts";
import { bookIncoming, bookOutgoing } from "./rows/token-movement.ts";

ponder.on("TokenIn:Transfer", async ({ event, context }) => {
  await bookIncoming(context, transferOf(event), stampOf(context, event));
});

ponder.on("TokenOut:Transfer", async ({ event, context }) => {
  await bookOutgoing(context, transferOf(event), stampOf(context, event));
});

function transferOf(event: {
  log: { address: string };
  args: { from: string; to: string; value: bigint };
}) {
  return {
    token: lower(event.log.address),
    from: lower(event.args.from),
    to: lower(event.args.to),
    amountUnits: event.args.value,
  };
}
