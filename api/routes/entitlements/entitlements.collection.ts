import { ENTITLEMENTS } from "../../../core/queries/entitlements.ts";
import { defineCollection } from "../../http/collection.ts";
import { addressParam, flagParam, idParam } from "../../http/params.ts";
import { resolveOptionalId } from "../../http/resolve-id.ts";
import { Entitlement, toEntitlement } from "./entitlement.resource.ts";
import { parseEntitlementId } from "./entitlement-id.ts";

export const entitlements = defineCollection({
  name: "entitlements",
  singular: "Entitlement",
  plural: "Entitlements",
  tag: "Agents",
  summaries: {
    list: "Who holds which entitlement, and whether it opens its agent now",
    get: "What one account holds of one entitlement",
  },
  source: ENTITLEMENTS,
  defaultSort: "newest",
  filters: {
    holder: addressParam("holder", "Account that holds it."),
    agent: idParam(
      "agent",
      "Agent as an entitlement contract numbers it, `<chainId>-<entitlement contract>-<agent>`",
    ),
    token: idParam("token", "Kind of entitlement on its contract"),
    hasAccess: flagParam("hasAccess", "Whether it opens its agent by chain time."),
  },
  toFilter: ({ agent, token, ...words }, addressBook) => ({
    ...words,
    agent: resolveOptionalId(addressBook, "entitlement", agent, "/query/agent"),
    token: resolveOptionalId(addressBook, "entitlement", token, "/query/token"),
  }),
  resource: Entitlement,
  toResource: toEntitlement,
  parseId: parseEntitlementId,
  idDescription: "Id of a holding, `<chainId>-<contract>-<tokenId>-<holder>`.",
  notFound: "ENTITLEMENT_NOT_FOUND",
});
