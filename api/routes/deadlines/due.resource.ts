import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { DeadlineRow } from "../../../core/queries/deadlines/deadlines.ts";
import { DUE_RESOURCES } from "../../../core/queries/deadlines/due-rows.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { Deadline, toDeadline } from "../../http/deadline.resource.ts";
import { Address, toAddress, toAddressOrNull } from "../../http/values.ts";

/** A moment of some row, with the row that it belongs to. */
export const DueDeadline = Deadline.extend({
  id: z.string().openapi({ description: "Row and kind of the moment." }),
  resource: z.enum(DUE_RESOURCES).openapi({ description: "What the moment belongs to." }),
  subject: z.string().openapi({
    description:
      "Public id of the escrow or offer; a hold and a dispute have that of their escrow. A seller is named `<chainId>-<marketplace>-<account>`.",
  }),
  contract: Address,
  buyer: Address.nullable(),
  seller: Address.nullable(),
}).openapi("DueDeadline");

export function idOfDue(row: DeadlineRow, { chainId }: Position): string {
  return `${subjectOf(row, chainId)}:${row.clock.kind}`;
}

export function toDueDeadline(row: DeadlineRow, position: Position): z.output<typeof DueDeadline> {
  return {
    id: idOfDue(row, position),
    resource: row.resource,
    subject: subjectOf(row, position.chainId),
    contract: toAddress(row.contract),
    buyer: toAddressOrNull(row.buyer),
    seller: toAddressOrNull(row.seller),
    ...toDeadline(row.clock),
  };
}

function subjectOf({ resource, contract, member, account }: DeadlineRow, chainId: number): string {
  return resource === "seller"
    ? `${chainId}-${contract}-${account}`
    : publicId(chainId, contract, member);
}
