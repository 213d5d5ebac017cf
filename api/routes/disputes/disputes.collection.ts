import { DISPUTE_STATES, DISPUTES, type DisputeRow } from "../../../core/queries/disputes.ts";
import { escrowKey } from "../../../core/queries/escrow-parts.ts";
import { ESCROWS } from "../../../core/queries/escrows.ts";
import {
  DISPUTE_ORIGINS,
  DISPUTE_RESOLUTIONS,
  DISPUTE_TYPES,
} from "../../../src/protocol/states.ts";
import { defineCollection } from "../../http/collection.ts";
import { includeOne } from "../../http/include.ts";
import { addressParam, idParam, timeParam, wordParam, wordsParam } from "../../http/params.ts";
import { publicIdOf, resolveOptionalId } from "../../http/resolve-id.ts";
import { Escrow, toEscrow } from "../escrows/escrow.resource.ts";
import { Dispute, toDispute } from "./dispute.resource.ts";

export const disputes = defineCollection({
  name: "disputes",
  singular: "Dispute",
  plural: "Disputes",
  tag: "Disputes",
  summaries: {
    list: "Disputes, raised or begun as a reported transition issue",
    get: "The dispute of one escrow",
  },
  source: DISPUTES,
  defaultSort: "newest",
  filters: {
    state: wordParam(
      "state",
      "Open until the owner resolves it, or ejects the escrow: then nobody ever will.",
      DISPUTE_STATES,
    ),
    initiator: addressParam("initiator", "Account that raised it; nobody for a reported issue."),
    account: addressParam("account", "Account that pays or sells."),
    origin: wordParam("origin", "How it began.", DISPUTE_ORIGINS),
    type: wordsParam("type", "Kind of dispute.", DISPUTE_TYPES),
    resolution: wordsParam("resolution", "Outcome.", DISPUTE_RESOLUTIONS),
    escrow: idParam("escrow", "Escrow that is disputed"),
    contract: addressParam("contract", "Escrow contract."),
    respondBefore: timeParam("respondBefore", "Last second for a response before this time."),
  },
  toFilter: ({ escrow, ...words }, addressBook) => ({
    ...words,
    escrow: resolveOptionalId(addressBook, "escrow", escrow, "/query/escrow"),
  }),
  refusals: [
    {
      parameter: "resolution",
      applies: ({ state, resolution }) =>
        resolution !== undefined &&
        state !== undefined &&
        !resolution.some((word) => (word === "pending") === (state !== "resolved")),
      message: "names outcomes that no dispute of this state has",
      fix: "Leave out state, or resolution.",
    },
  ],
  resource: Dispute,
  toResource: toDispute,
  parseId: publicIdOf("escrow"),
  notFound: "DISPUTE_NOT_FOUND",
  includes: {
    escrow: includeOne(Escrow, {
      source: ESCROWS,
      keyOf: (row: DisputeRow) => escrowKey(row),
      map: toEscrow,
    }),
  },
});
