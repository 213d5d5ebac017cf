import type { Snapshot } from "../../../core/db/consistent-read.ts";
import { keyText } from "../../../core/db/keys.ts";
import { ENTITLEMENTS, findEntitlementKinds } from "../../../core/queries/entitlements.ts";
import { accessOf } from "../../../src/protocol/access.ts";
import { type ChainKey, publicId } from "../../../src/protocol/ids.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer } from "../../http/answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { toAddress } from "../../http/values.ts";
import { checkAccess } from "./check-access.contract.ts";
import { toExpiry } from "./entitlement.resource.ts";

export const registerCheckAccess = (app: Router, deps: ApiDeps) =>
  app.openapi(checkAccess, async (c) => {
    const { account, agent, ...freshness } = c.req.valid("query");
    const key = resolveId(deps.addressBook, "entitlement", agent, "/query/agent");
    return sendAnswer(c, deps, freshness, async (snapshot) => ({
      data: {
        account: toAddress(account),
        agent: publicId(key.chainId, key.contract, key.number),
        ...(await readAccess(snapshot, account, key)),
      },
    }));
  });

/** The contract keeps one kind of entitlement for each agent. */
async function readAccess(snapshot: Snapshot, account: `0x${string}`, agent: ChainKey) {
  const { chainId, contract, number: agentId } = agent;
  const kinds = await findEntitlementKinds(snapshot, { chainId, agentId });
  const kind = kinds.find((candidate) => candidate.contract === contract);
  if (kind === undefined) {
    const reason = "unknown_agent" as const;
    return { hasAccess: false, reason, tokenId: null, balance: "0", expiresAt: null };
  }
  const key = [chainId, contract, kind.tokenId, account];
  const held = (await ENTITLEMENTS.findByKeys(snapshot, [key])).get(keyText(key));
  const balance = held?.balance ?? 0n;
  const reason = accessOf(
    { balance, expiresAt: kind.expiresAt },
    snapshot.position.indexed.timestamp,
  );
  return {
    hasAccess: reason === "granted",
    reason,
    tokenId: String(kind.tokenId),
    balance: String(balance),
    expiresAt: toExpiry(kind.expiresAt),
  };
}
