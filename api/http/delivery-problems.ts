import type { ProblemKind } from "./problem-kind.ts";

const SOMETHING = "3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d";

/** What can stand against jobs, webhooks, saved searches and watched listings, by code. */
export const DELIVERY_PROBLEMS = {
  WEBHOOKS_NOT_CONFIGURED: {
    status: 503,
    title: "This service sends no webhooks",
    fix: "Follow GET /v1/changes/stream, or ask the operator to set WEBHOOK_KEY.",
    meaning: "The operator has set no key that messages could be signed with.",
    example: { request: "POST /v1/webhooks", detail: "Webhooks are not configured here." },
  },
  WEBHOOK_NOT_FOUND: {
    status: 404,
    title: "You have no such webhook",
    fix: "Check the id; GET /v1/webhooks lists yours, and those of others are never shown.",
    meaning: "No webhook of this account has the id.",
    example: { request: "GET /v1/webhooks/…", detail: `You have no webhook ${SOMETHING}.` },
  },
  TOO_MANY_WEBHOOKS: {
    status: 409,
    title: "There are as many webhooks as there may be",
    fix: "Delete one that is not needed any more, or let one hear of more kinds.",
    meaning: "An account has 20 webhooks at most.",
    example: { request: "POST /v1/webhooks", detail: "The account has 20 webhooks." },
  },
  SAVED_SEARCH_NOT_FOUND: {
    status: 404,
    title: "You have no such saved search",
    fix: "Check the id; GET /v1/account/saved-searches lists yours.",
    meaning: "No saved search of this account has the id.",
    example: {
      request: "GET /v1/account/saved-searches/…",
      detail: `You have no saved search ${SOMETHING}.`,
    },
  },
  SAVED_SEARCH_IN_USE: {
    status: 409,
    title: "A webhook goes by the search",
    fix: "Delete the webhook that `detail` names, or give it another filter, first.",
    meaning: "Without the search the webhook would tell of everything.",
    example: {
      request: "DELETE /v1/account/saved-searches/…",
      detail: `The webhook ${SOMETHING} goes by it.`,
    },
  },
  TOO_MANY_SAVED_SEARCHES: {
    status: 409,
    title: "There are as many saved searches as there may be",
    fix: "Delete one that is not needed any more.",
    meaning: "An account keeps 50 saved searches at most.",
    example: { request: "POST /v1/account/saved-searches", detail: "There are 50 already." },
  },
  NOT_WATCHED: {
    status: 404,
    title: "You do not watch this listing",
    fix: "GET /v1/account/watch-list lists what you watch.",
    meaning: "The listing is not on the watch list of this account.",
    example: {
      request: "DELETE /v1/account/watch-list/…",
      detail: "You do not watch 31337-0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0-0.",
    },
  },
  TOO_MANY_WATCHED: {
    status: 409,
    title: "There are as many watched listings as there may be",
    fix: "Take one from the watch list, or save a search instead.",
    meaning: "An account watches 500 listings at most.",
    example: { request: "PUT /v1/account/watch-list/…", detail: "There are 500 already." },
  },
  JOB_NOT_FOUND: {
    status: 404,
    title: "You have no such job",
    fix: "Check the id; GET /v1/jobs lists yours. What ended is forgotten after 30 days.",
    meaning: "No job of this account has the id.",
    example: { request: "GET /v1/jobs/…", detail: `You have no job ${SOMETHING}.` },
  },
  JOB_ENDED: {
    status: 409,
    title: "The job is past this",
    fix: "Read the job: what has ended cannot be cancelled, and only dead and cancelled jobs are replayed.",
    meaning: "The job has ended already, or was not given up.",
    example: { request: "POST /v1/jobs/…/cancel", detail: "The job is done." },
  },
} as const satisfies Record<string, ProblemKind>;
