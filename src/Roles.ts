import { ponder } from "ponder:registry";
import { arrive } from "./arrive.ts";
import { recordActivity } from "./rows/activity.ts";

/** Access control is alike on both agent contracts (domain C.1); it is kept for the timeline. */
const SOURCES = [
  ["AgentEscrow", "agentEscrow"],
  ["Entitlement", "entitlement"],
] as const;

for (const [source, kind] of SOURCES) {
  for (const name of ["RoleGranted", "RoleRevoked"] as const) {
    ponder.on(`${source}:${name}`, async ({ event, context }) => {
      const { at, home } = await arrive(context, event, kind);
      const { account, sender } = event.args;
      const subject = { actor: sender, counterparty: account };
      await recordActivity(context, home, at, name, event.args, subject);
    });
  }

  ponder.on(`${source}:RoleAdminChanged`, async ({ event, context }) => {
    const { at, home } = await arrive(context, event, kind);
    await recordActivity(context, home, at, "RoleAdminChanged", event.args);
  });
}
