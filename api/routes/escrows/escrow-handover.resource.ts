import { z } from "@hono/zod-openapi";
import type { JudgedAct } from "../../../core/acts/act.ts";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { EscrowRow } from "../../../core/queries/escrows.ts";
import {
  ENCRYPTION_METHODS,
  ESCROW_STATES,
  type EscrowState,
} from "../../../src/protocol/states.ts";
import { Deadline, deadlineFields, toDeadline } from "../../http/deadline.resource.ts";
import { Address, Hash, Instant } from "../../http/values.ts";
import { toEscrow } from "./escrow.resource.ts";
import { TimelineEvent } from "./escrow-timeline.resource.ts";

/** Where a handover stands, by the state of its escrow. */
const STAGES = {
  created: "awaiting_funding",
  funded: "awaiting_delivery",
  delivered: "verification",
  confirmed: "transition",
  transition: "transition",
  disputed: "disputed",
  resolved: "ended",
  completed: "ended",
  refunded: "ended",
  expired: "ended",
  emergency: "ended",
} as const satisfies Record<EscrowState, string>;
const STAGE_NAMES = [...new Set(Object.values(STAGES))];

const NextAct = z
  .object({
    act: z.string().openapi({ description: "Contract function.", example: "confirmReceipt" }),
    title: z.string(),
    needs: z.array(z.string()).openapi({ description: "What it still has to be told." }),
    deadline: Deadline.nullable(),
  })
  .openapi("NextAct");

/** The handover of credentials as the chain knows it: a hash and deadlines, never a secret. */
export const EscrowHandover = z
  .object({
    escrow: z.string(),
    state: z.enum(ESCROW_STATES),
    stage: z.enum(STAGE_NAMES),
    buyer: Address,
    seller: Address,
    encryptionMethod: z.enum(ENCRYPTION_METHODS).nullable().openapi({
      description: "How credentials are sealed for the buyer; null until it is known.",
    }),
    credentialHash: Hash.nullable().openapi({
      description: "keccak256 of the credentials; null until delivered.",
    }),
    handoverDeadlineAt: Instant.nullable().openapi({
      description: "Last second to deliver; runs from the acceptance of an offer, not its funding.",
    }),
    deliveredAt: Instant.nullable(),
    verifyDeadlineAt: Instant.nullable().openapi({ description: "Last second to confirm." }),
    confirmedAt: Instant.nullable(),
    extension: z.object({
      isUsed: z.boolean().openapi({ description: "The one extension of the window." }),
      isPossible: z.boolean().openapi({ description: "Whether the buyer can ask for it now." }),
    }),
    ...deadlineFields,
    next: z.object({ buyer: z.array(NextAct), seller: z.array(NextAct) }).openapi({
      description: "What nothing stands against now; /actions says why not for all other acts.",
    }),
    steps: z.array(TimelineEvent).openapi({ description: "What happened, in order." }),
  })
  .openapi("EscrowHandover");

export type HandoverParts = {
  /** Acts as judged for each party. */
  next: Record<"buyer" | "seller", readonly JudgedAct[]>;
  steps: z.output<typeof TimelineEvent>[];
};

export function toEscrowHandover(
  row: EscrowRow,
  { next, steps }: HandoverParts,
  position: Position,
): z.output<typeof EscrowHandover> {
  const escrow = toEscrow(row, position);
  const allowed = {
    buyer: next.buyer.filter(({ reasons }) => reasons.length === 0),
    seller: next.seller.filter(({ reasons }) => reasons.length === 0),
  };
  return {
    escrow: escrow.id,
    state: row.state,
    stage: STAGES[row.state],
    buyer: escrow.buyer,
    seller: escrow.seller,
    encryptionMethod: row.encryptionMethod,
    credentialHash: row.credentialHash,
    handoverDeadlineAt: escrow.handoverDeadlineAt,
    deliveredAt: escrow.deliveredAt,
    verifyDeadlineAt: escrow.verifyDeadlineAt,
    confirmedAt: escrow.confirmedAt,
    extension: {
      isUsed: row.isVerificationExtended,
      isPossible: allowed.buyer.some(({ fn }) => fn === "requestVerificationExtension"),
    },
    deadlines: escrow.deadlines,
    nextDeadline: escrow.nextDeadline,
    nextDeadlines: escrow.nextDeadlines,
    isOverdue: escrow.isOverdue,
    next: { buyer: allowed.buyer.map(toNextAct), seller: allowed.seller.map(toNextAct) },
    steps,
  };
}

function toNextAct({ fn, title, needs, deadline }: JudgedAct): z.output<typeof NextAct> {
  return { act: fn, title, needs: [...needs], deadline: deadline && toDeadline(deadline) };
}
