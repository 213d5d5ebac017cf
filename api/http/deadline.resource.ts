import { z } from "@hono/zod-openapi";
import type { Clock } from "../../src/protocol/clocks.ts";
import { nextDeadlines } from "../../src/protocol/clocks.ts";
import { Instant, toInstantOrNull } from "./values.ts";

/** One moment that decides what can happen, as of the chain time of the indexed block. */
export const Deadline = z
  .object({
    kind: z.string().openapi({ example: "handover" }),
    at: Instant.nullable().openapi({ description: "The moment; null when it is no date." }),
    atSeconds: z.string().openapi({ description: "The moment in unix seconds of chain time." }),
    comparison: z.enum(["<=", "<", ">", ">="]).openapi({
      description: "The act is possible while `chain time <comparison> at` holds.",
    }),
    act: z.string().openapi({ description: "Contract function.", example: "claimTimeout" }),
    actors: z.array(z.string()).openapi({ description: "Who may call it." }),
    isOpen: z.boolean().openapi({ description: "Whether the clock lets the act through now." }),
    isOverdue: z.boolean().openapi({ description: "Whether a duty lapsed without the act." }),
    byDefault: z.string().openapi({ description: "What happens when nobody acts." }),
  })
  .openapi("Deadline");

/** How many of the next deadlines a row shows. */
const NEXT_COUNT = 3;

/** Deadlines of a row, the one that matters next, and whether any duty lapsed (trap 34). */
export const deadlineFields = {
  deadlines: z.array(Deadline),
  nextDeadline: Deadline.nullable(),
  nextDeadlines: z.array(Deadline).openapi({
    description: "The next three, the first one first; the latest one once all have passed.",
  }),
  isOverdue: z.boolean().openapi({ description: "Whether any of the deadlines is overdue." }),
};

/** @param now chain time of the indexed block, unix seconds */
export function toDeadlineFields(clocks: readonly Clock[], now: bigint) {
  const next = nextDeadlines(clocks, now, NEXT_COUNT).map(toDeadline);
  return {
    deadlines: clocks.map(toDeadline),
    nextDeadline: next[0] ?? null,
    nextDeadlines: next,
    isOverdue: clocks.some((clock) => clock.isOverdue),
  };
}

export function toDeadline({ at, actors, ...clock }: Clock): z.output<typeof Deadline> {
  return { ...clock, actors: [...actors], at: toInstantOrNull(at), atSeconds: String(at) };
}
