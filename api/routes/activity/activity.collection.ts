import { z } from "@hono/zod-openapi";
import { ACTIVITY } from "../../../core/queries/activity.ts";
import { defineCollection } from "../../http/collection.ts";
import { addressParam, idParam, intParam, timeParam } from "../../http/params.ts";
import { refuseEmptyRange } from "../../http/refusals.ts";
import { resolveOptionalId } from "../../http/resolve-id.ts";
import { Activity, toActivity } from "./activity.resource.ts";
import { parseEventId } from "./event-id.ts";

const MAX_KINDS = 16;
const KIND = "[a-z][a-z0-9_]{0,63}";
const BLOCK = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

const kindParam = z
  .string()
  .regex(
    new RegExp(`^${KIND}(,${KIND}){0,${MAX_KINDS - 1}}$`),
    `must be 1 to ${MAX_KINDS} lower-case words joined by underscores, separated by commas`,
  )
  .transform((text) => [...new Set(text.split(","))].sort())
  .optional()
  .openapi({
    param: { name: "kind", in: "query", style: "form", explode: false },
    description:
      "What happened, as the field `kind` prints it. Several words are separated by commas.",
    type: "array",
    items: { type: "string" },
    example: ["listing_created"],
  });

export const activity = defineCollection({
  name: "activity",
  singular: "Activity",
  plural: "Activity",
  tag: "Activity",
  summaries: {
    list: "Everything that happened, in the order of the chain",
    get: "One event of one contract",
  },
  source: ACTIVITY,
  defaultSort: "newest",
  filters: {
    listing: idParam("listing", "Listing concerned"),
    escrow: idParam("escrow", "Escrow concerned"),
    offer: idParam("offer", "Offer concerned"),
    actor: addressParam("actor", "Account that acted."),
    account: addressParam("account", "Account that acted, was the other party, or sent it."),
    kind: kindParam,
    contract: addressParam("contract", "Contract that emitted the event."),
    since: timeParam("since", "Happened at this time or later."),
    until: timeParam("until", "Happened before this time."),
    fromBlock: intParam("fromBlock", "First block that counts.", BLOCK),
    toBlock: intParam("toBlock", "Last block that counts.", BLOCK),
  },
  toFilter: ({ listing, escrow, offer, ...words }, addressBook) => ({
    ...words,
    listing: resolveOptionalId(addressBook, "marketplace", listing, "/query/listing"),
    escrow: resolveOptionalId(addressBook, "escrow", escrow, "/query/escrow"),
    offer: resolveOptionalId(addressBook, "escrow", offer, "/query/offer"),
  }),
  refusals: [refuseEmptyRange("since", "until"), refuseEmptyRange("fromBlock", "toBlock")],
  resource: Activity,
  toResource: toActivity,
  parseId: parseEventId,
  idDescription: "Id of an event, `<chainId>-<blockHash>-<logIndex>`.",
  notFound: "EVENT_NOT_FOUND",
  isEvent: true,
});
