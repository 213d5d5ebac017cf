import type { ProblemKind } from "./problem-kind.ts";

const NONE = "3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d";

/** What can stand against a change of an organisation, by code. */
export const ORGANISATION_PROBLEMS = {
  ORGANISATION_NOT_FOUND: {
    status: 404,
    title: "You belong to no such organisation",
    fix: "Check the id; GET /v1/organisations lists those that you belong to.",
    meaning: "There is no organisation with this id, or the caller is not a member of it.",
    example: { request: "GET /v1/organisations/…", detail: `No organisation ${NONE}.` },
  },
  MEMBER_NOT_FOUND: {
    status: 404,
    title: "The organisation has no such member",
    fix: "Check the id; GET /v1/organisations/{organisationId} lists the members.",
    meaning: "The account does not belong to the organisation, or has left it.",
    example: {
      request: "DELETE /v1/organisations/…/members/…",
      detail: `No member ${NONE}.`,
    },
  },
  INVITATION_NOT_FOUND: {
    status: 404,
    title: "There is no such invitation",
    fix: "List the invitations; one that was answered, taken back or is older than 14 days is gone.",
    meaning: "No invitation with this id is open, or it is for somebody else.",
    example: {
      request: "POST /v1/account/invitations/…/accept",
      detail: `No invitation ${NONE}.`,
    },
  },
  LAST_OWNER: {
    status: 409,
    title: "The organisation would have no owner",
    fix: "Make another member an owner first, or delete the organisation.",
    meaning: "An organisation that has members keeps at least one owner.",
    example: {
      request: "DELETE /v1/account",
      detail: "An organisation with members keeps an owner.",
    },
  },
  TOO_MANY_ORGANISATIONS: {
    status: 409,
    title: "The account owns as many organisations as it may",
    fix: "Delete one that is not needed, or hand one over.",
    meaning: "An account owns 20 organisations at most; it may be a member of more.",
    example: {
      request: "POST /v1/organisations",
      detail: "The account owns 20 organisations.",
    },
  },
  TOO_MANY_INVITATIONS: {
    status: 409,
    title: "As many invitations are open as may be",
    fix: "Take back those that nobody answers.",
    meaning: "An organisation has 100 open invitations at most.",
    example: {
      request: "POST /v1/organisations/…/invitations",
      detail: "100 invitations are open.",
    },
  },
} as const satisfies Record<string, ProblemKind>;
