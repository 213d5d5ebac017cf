import type { ProblemKind } from "./problem-kind.ts";

/** What can stand against a valuation and its review, by code. */
export const VALUATION_PROBLEMS = {
  VALUATION_NOT_FOUND: {
    status: 404,
    title: "There is no such valuation",
    fix: "Check the id; one that is not published is shown to who asked for it alone.",
    meaning: "No valuation has the id, or the caller may not see it.",
    example: {
      request: "GET /v1/valuations/…",
      detail: "No valuation 3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d.",
    },
  },
  VALUATION_INCOMPLETE: {
    status: 409,
    title: "There is no estimate to publish",
    fix: "Withhold the valuation, or repeat it.",
    meaning: "The valuation was escalated before its numbers were there.",
    example: {
      request: "POST /v1/valuation-reviews/…/decision",
      detail: "The valuation has no estimate.",
    },
  },
  REVIEW_CLAIMED: {
    status: 409,
    title: "The valuation is not in your hands",
    fix: "Claim it first, or wait until the claim of the other reviewer has run out.",
    meaning: "A reviewer decides what he has claimed; a claim holds for half an hour.",
    example: {
      request: "POST /v1/valuation-reviews/…/claim",
      detail: "You do not hold this valuation now.",
    },
  },
  REVIEW_DECIDED: {
    status: 409,
    title: "It was decided already",
    fix: "Ask for another valuation of the listing.",
    meaning: "A decision about a valuation stands.",
    example: {
      request: "POST /v1/valuation-reviews/…/decision",
      detail: "The valuation was decided: withhold.",
    },
  },
} as const satisfies Record<string, ProblemKind>;
