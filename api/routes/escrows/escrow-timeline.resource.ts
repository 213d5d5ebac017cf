import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { ActivityRow } from "../../../core/queries/activity.ts";
import type { TransitionRow } from "../../../core/queries/escrow-parts.ts";
import type { EscrowRow } from "../../../core/queries/escrows.ts";
import { ESCROW_STATES } from "../../../src/protocol/states.ts";
import { deadlineFields } from "../../http/deadline.resource.ts";
import { Activity, toActivity } from "../activity/activity.resource.ts";
import { toEscrow } from "./escrow.resource.ts";

/** One event, and the change of state that it caused. */
export const TimelineEvent = Activity.extend({
  transition: z
    .object({ from: z.enum(ESCROW_STATES).nullable(), to: z.enum(ESCROW_STATES) })
    .nullable()
    .openapi({ description: "Null for an event that left the state of the escrow as it was." }),
}).openapi("TimelineEvent");

/** What happened to an escrow and to the offer behind it, and what is due. */
export const EscrowTimeline = z
  .object({
    escrow: z.string(),
    state: z.enum(ESCROW_STATES),
    events: z.array(TimelineEvent).openapi({ description: "In the order of the chain." }),
    hasMore: z.boolean().openapi({ description: "Whether there are later events than these." }),
    url: z.string().openapi({ description: "Every event of the escrow, page by page." }),
    ...deadlineFields,
  })
  .openapi("EscrowTimeline");

export function toEscrowTimeline(
  row: EscrowRow,
  {
    events,
    transitions,
    hasMore,
  }: {
    events: readonly ActivityRow[];
    transitions: readonly TransitionRow[];
    hasMore: boolean;
  },
  position: Position,
): z.output<typeof EscrowTimeline> {
  const escrow = toEscrow(row, position);
  const { id, state, deadlines, nextDeadline, nextDeadlines, isOverdue } = escrow;
  return {
    escrow: id,
    state,
    events: toTimelineEvents(events, transitions, position),
    hasMore,
    url: `/v1/activity?escrow=${id}&sort=oldest`,
    deadlines,
    nextDeadline,
    nextDeadlines,
    isOverdue,
  };
}

/** Events with the transitions that they caused: both are named by block and log index. */
export function toTimelineEvents(
  events: readonly ActivityRow[],
  transitions: readonly TransitionRow[],
  position: Position,
): z.output<typeof TimelineEvent>[] {
  const placeOf = (row: { blockNumber: bigint; logIndex: number }) =>
    `${row.blockNumber} ${row.logIndex}`;
  const byPlace = new Map(transitions.map((transition) => [placeOf(transition), transition]));
  return events.map((event) => {
    const caused = byPlace.get(placeOf(event));
    return {
      ...toActivity(event, position),
      transition: caused === undefined ? null : { from: caused.fromState, to: caused.toState },
    };
  });
}
