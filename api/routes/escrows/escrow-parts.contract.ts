import { createRoute, z } from "@hono/zod-openapi";
import { json, singleOf } from "../../http/page.ts";
import { freshnessParams, idPath } from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { OF_READS_BY_ID } from "../../http/read-contract.ts";
import { EscrowHandover } from "./escrow-handover.resource.ts";
import { EscrowLedger } from "./escrow-ledger.resource.ts";
import { EscrowTimeline } from "./escrow-timeline.resource.ts";

function partRoute<const Path extends string, Part extends z.ZodType>(
  path: Path,
  part: Part,
  { name, summary }: { name: string; summary: string },
) {
  return createRoute({
    method: "get",
    path,
    operationId: `get${name}`,
    tags: ["Escrows"],
    summary,
    request: { params: idPath(), query: z.strictObject(freshnessParams) },
    responses: {
      200: json(singleOf(part, `${name}Answer`), summary),
      ...problems(...OF_READS_BY_ID, "ESCROW_NOT_FOUND"),
    },
  });
}

export const getEscrowTimeline = partRoute("/v1/escrows/{id}/timeline", EscrowTimeline, {
  name: "EscrowTimeline",
  summary: "Everything that happened to an escrow, and what is due",
});

export const getEscrowLedger = partRoute("/v1/escrows/{id}/ledger", EscrowLedger, {
  name: "EscrowLedger",
  summary: "The money of an escrow in double entry, with running balances",
});

export const getEscrowHandover = partRoute("/v1/escrows/{id}/handover", EscrowHandover, {
  name: "EscrowHandover",
  summary: "Where the handover stands, and what each party may do next",
});
