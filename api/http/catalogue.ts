import type { ErrorCode } from "../../core/errors.ts";

/** What a code means over HTTP: its status, its title, and what the sender can do. */
export type ProblemKind = {
  status: 400 | 404 | 405 | 409 | 413 | 414 | 500 | 503;
  title: string;
  fix: string;
};

/** Every code that the API answers with; `/problems/{code}` shows the entry. */
export const PROBLEMS: Record<ErrorCode, ProblemKind> = {
  INVALID_REQUEST: {
    status: 400,
    title: "The request has mistakes",
    fix: "Correct what `errors` lists; /docs describes every parameter.",
  },
  INVALID_ID: {
    status: 400,
    title: "The id cannot be read",
    fix: "Send <chainId>-<contract>-<number> as other answers print it.",
  },
  AMBIGUOUS_ID: {
    status: 400,
    title: "The number alone names several things",
    fix: "Send one of the whole ids that `errors` lists.",
  },
  INVALID_CURSOR: {
    status: 400,
    title: "The cursor cannot be read",
    fix: "Send a cursor exactly as an earlier page printed it, or none to begin anew.",
  },
  CURSOR_MISMATCH: {
    status: 400,
    title: "The cursor belongs to another list",
    fix: "Keep list, sort and filters while paging; drop the cursor to change them.",
  },
  LISTING_NOT_FOUND: {
    status: 404,
    title: "There is no such listing",
    fix: "Check the id; a listing made just now is found with minBlock or afterTx.",
  },
  OFFER_NOT_FOUND: {
    status: 404,
    title: "There is no such offer",
    fix: "Check the id; an offer made just now is found with minBlock or afterTx.",
  },
  ESCROW_NOT_FOUND: {
    status: 404,
    title: "There is no such escrow",
    fix: "Check the id; an escrow opened just now is found with minBlock or afterTx.",
  },
  EVENT_NOT_FOUND: {
    status: 404,
    title: "There is no such event",
    fix: "Check the id; a reorganisation gives an event another one.",
  },
  DISPUTE_NOT_FOUND: {
    status: 404,
    title: "There is no such dispute",
    fix: "Check the id; a dispute raised just now is found with minBlock or afterTx.",
  },
  HOLD_NOT_FOUND: {
    status: 404,
    title: "There is no such hold",
    fix: "Check the id; an escrow has one only after the buyer has confirmed.",
  },
  PRICE_NOT_FOUND: {
    status: 404,
    title: "There is no such price",
    fix: "Check the id; prices are listed at /v1/prices.",
  },
  SELLER_NOT_FOUND: {
    status: 404,
    title: "There is no such seller",
    fix: "Check the id; an account sells on a marketplace once it has staked or listed there.",
  },
  TOKEN_NOT_FOUND: {
    status: 404,
    title: "There is no such token",
    fix: "Check the id; a token is known once a contract that uses it has had an event.",
  },
  CONTRACT_NOT_FOUND: {
    status: 404,
    title: "There is no such contract",
    fix: "Check the id; a contract is known once it has had an event.",
  },
  AGENT_NOT_FOUND: {
    status: 404,
    title: "There is no such agent",
    fix: "Check the id; an agent registered just now is found with minBlock or afterTx.",
  },
  AGENT_PAYMENT_NOT_FOUND: {
    status: 404,
    title: "There is no such agent payment",
    fix: "Check the id; a payment made just now is found with minBlock or afterTx.",
  },
  ENTITLEMENT_NOT_FOUND: {
    status: 404,
    title: "There is no such entitlement",
    fix: "Check the id; an account that never held one has no row.",
  },
  UNKNOWN_SEQUENCE: {
    status: 400,
    title: "The journal has not come to this sequence",
    fix: "Send a sequence that an entry had, or 0 to begin with the first entry.",
  },
  TOO_MANY_STREAMS: {
    status: 503,
    title: "Too many readers are connected",
    fix: "Connect again after the seconds in Retry-After, or poll /v1/changes.",
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    title: "There is no such address",
    fix: "See /docs for everything that can be asked.",
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: "The address does not take this method",
    fix: "Use a method that the Allow header lists.",
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: "The body is too large",
    fix: "Send no body: every request of this API is a read.",
  },
  URI_TOO_LONG: {
    status: 414,
    title: "The address is too long",
    fix: "Send fewer or shorter parameters.",
  },
  NOT_YET_INDEXED: {
    status: 409,
    title: "The index has not come that far",
    fix: "Ask again after the seconds in Retry-After.",
  },
  INDEX_BEHIND: {
    status: 503,
    title: "The index is further behind than you accept",
    fix: "Ask again after the seconds in Retry-After, or accept a larger maxLag.",
  },
  NOT_PUBLISHED: {
    status: 503,
    title: "There is no index to read yet",
    fix: "Wait until the operator has published a release.",
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    title: "The database cannot be reached",
    fix: "Ask again after the seconds in Retry-After.",
  },
  QUERY_TIMEOUT: {
    status: 503,
    title: "The database took too long",
    fix: "Ask for a smaller page, or again after the seconds in Retry-After.",
  },
  INTERNAL: {
    status: 500,
    title: "Something went wrong on our side",
    fix: "Report the requestId; nothing about your request needs to change.",
  },
};

/** Address of the page about a code, relative to the API. */
export function problemType(code: ErrorCode): string {
  return `/problems/${code.toLowerCase().replaceAll("_", "-")}`;
}
