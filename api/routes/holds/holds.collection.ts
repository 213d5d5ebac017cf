import { escrowKey } from "../../../core/queries/escrow-parts.ts";
import { ESCROWS } from "../../../core/queries/escrows.ts";
import { HOLD_STATES, HOLDS, type HoldRow } from "../../../core/queries/holds.ts";
import { defineCollection } from "../../http/collection.ts";
import { includeOne } from "../../http/include.ts";
import { addressParam, idParam, timeParam, wordsParam } from "../../http/params.ts";
import { publicIdOf, resolveOptionalId } from "../../http/resolve-id.ts";
import { Escrow, toEscrow } from "../escrows/escrow.resource.ts";
import { Hold, toHold } from "./hold.resource.ts";

export const holds = defineCollection({
  name: "holds",
  singular: "Hold",
  plural: "Holds",
  tag: "Escrows",
  summaries: {
    list: "Retainers held back after the handover",
    get: "The retainer of one escrow",
  },
  source: HOLDS,
  defaultSort: "newest",
  filters: {
    state: wordsParam("state", "What became of the retainer.", HOLD_STATES),
    account: addressParam("account", "Account that pays or sells."),
    escrow: idParam("escrow", "Escrow that the retainer belongs to"),
    contract: addressParam("contract", "Escrow contract."),
    releaseBefore: timeParam("releaseBefore", "First second to claim it before this time."),
  },
  toFilter: ({ escrow, ...words }, addressBook) => ({
    ...words,
    escrow: resolveOptionalId(addressBook, "escrow", escrow, "/query/escrow"),
  }),
  resource: Hold,
  toResource: toHold,
  parseId: publicIdOf("escrow"),
  notFound: "HOLD_NOT_FOUND",
  includes: {
    escrow: includeOne(Escrow, {
      source: ESCROWS,
      keyOf: (row: HoldRow) => escrowKey(row),
      map: toEscrow,
    }),
  },
});
