import { ESCROWS } from "../../../core/queries/escrows.ts";
import { ESCROW_ORIGINS, ESCROW_STATES } from "../../../src/protocol/states.ts";
import { defineCollection } from "../../http/collection.ts";
import { addressParam, idParam, timeParam, wordParam, wordsParam } from "../../http/params.ts";
import { publicIdOf, resolveOptionalId } from "../../http/resolve-id.ts";
import { Escrow, toEscrow } from "./escrow.resource.ts";
import { escrowDetail } from "./escrow-detail.ts";
import { escrowIncludes } from "./escrow-includes.ts";

export const escrows = defineCollection({
  name: "escrows",
  singular: "Escrow",
  plural: "Escrows",
  tag: "Escrows",
  summaries: {
    list: "Escrows",
    get: "One escrow with its retainer, its dispute and each change of its state",
  },
  source: ESCROWS,
  defaultSort: "newest",
  filters: {
    listing: idParam("listing", "Listing that is bought"),
    buyer: addressParam("buyer", "Account that pays."),
    seller: addressParam("seller", "Account that sells."),
    account: addressParam("account", "Account that pays or sells."),
    marketplace: addressParam("marketplace", "Marketplace of the listing."),
    contract: addressParam("contract", "Escrow contract."),
    origin: wordParam("origin", "How it was opened.", ESCROW_ORIGINS),
    state: wordsParam("state", "State stored by the contract.", ESCROW_STATES),
    deadlineBefore: timeParam(
      "deadlineBefore",
      "Awaits delivery or confirmation, with its deadline before this time.",
    ),
    updatedSince: timeParam("updatedSince", "Changed at this time or later."),
  },
  toFilter: ({ listing, ...words }, addressBook) => ({
    ...words,
    listing: resolveOptionalId(addressBook, "marketplace", listing, "/query/listing"),
  }),
  refusals: [
    {
      parameter: "deadlineBefore",
      applies: ({ deadlineBefore, state }) =>
        deadlineBefore !== undefined &&
        state !== undefined &&
        !state.some((word) => word === "funded" || word === "delivered"),
      message: "is for escrows that are funded or delivered, and state names neither",
      fix: "Leave out state, or name funded or delivered.",
    },
  ],
  resource: Escrow,
  toResource: toEscrow,
  parseId: publicIdOf("escrow"),
  notFound: "ESCROW_NOT_FOUND",
  detail: escrowDetail,
  includes: escrowIncludes,
});
