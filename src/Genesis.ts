import { ponder } from "ponder:registry";
import { watchGenesis } from "./rows/contract.ts";

ponder.on("GenesisWatch:block", async ({ event, context }) => {
  await watchGenesis(context, event.block.number);
});
