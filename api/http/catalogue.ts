import type { ErrorCode } from "../../core/errors.ts";
import { ACCOUNT_PROBLEMS } from "./account-problems.ts";
import { CALLER_PROBLEMS } from "./caller-problems.ts";
import { DELIVERY_PROBLEMS } from "./delivery-problems.ts";
import { ORGANISATION_PROBLEMS } from "./organisation-problems.ts";
import { CONTRACT, NO_ROW, NOBODY, notFound, type ProblemKind } from "./problem-kind.ts";
import { UPLOAD_PROBLEMS } from "./upload-problems.ts";
import { VALUATION_PROBLEMS } from "./valuation-problems.ts";

/** Every code that the API answers with; `/problems/{code}` shows the entry. */
export const PROBLEMS: Record<ErrorCode, ProblemKind> = {
  INVALID_REQUEST: {
    status: 400,
    title: "The request has mistakes",
    fix: "Correct what `errors` lists; /docs describes every parameter.",
    meaning:
      "A parameter is unknown, repeated, malformed or out of its range, or two of them do not go together. Nothing was read.",
    example: {
      request: "GET /v1/listings?limit=0",
      detail: "/query/limit must be between 1 and 100.",
    },
  },
  INVALID_ID: {
    status: 400,
    title: "The id cannot be read",
    fix: "Send <chainId>-<contract>-<number> as other answers print it.",
    meaning:
      "The id is no public id of this kind, or names a contract that this service does not index.",
    example: { request: "GET /v1/listings/abc", detail: "The id cannot be used." },
  },
  AMBIGUOUS_ID: {
    status: 400,
    title: "The number alone names several things",
    fix: "Send one of the whole ids that `errors` lists.",
    meaning:
      "A bare number was sent and several contracts of the kind are configured, each with a row of that number.",
    example: { request: "GET /v1/listings/0", detail: "0 could mean a row of 2 contracts." },
  },
  INVALID_CURSOR: {
    status: 400,
    title: "The cursor cannot be read",
    fix: "Send a cursor exactly as an earlier page printed it, or none to begin anew.",
    meaning: "The cursor was cut, changed or made by another version of this service.",
    example: {
      request: "GET /v1/listings?cursor=abc",
      detail: "The cursor is damaged or from another version.",
    },
  },
  CURSOR_MISMATCH: {
    status: 400,
    title: "The cursor belongs to another list",
    fix: "Keep list, sort and filters while paging; drop the cursor to change them.",
    meaning:
      "A cursor remembers the list, sort and filters that it was made for, and at least one of them is another now.",
    example: {
      request: "GET /v1/listings?sort=oldest&cursor=…",
      detail: "The cursor was made for another list, sort or filter.",
    },
  },
  LISTING_NOT_FOUND: {
    status: 404,
    title: "There is no such listing",
    fix: "Check the id; a listing made just now is found with minBlock or afterTx.",
    ...notFound("listings", "listing"),
  },
  OFFER_NOT_FOUND: {
    status: 404,
    title: "There is no such offer",
    fix: "Check the id; an offer made just now is found with minBlock or afterTx.",
    ...notFound("offers", "offer"),
  },
  ESCROW_NOT_FOUND: {
    status: 404,
    title: "There is no such escrow",
    fix: "Check the id; an escrow opened just now is found with minBlock or afterTx.",
    ...notFound("escrows", "escrow"),
  },
  EVENT_NOT_FOUND: {
    status: 404,
    title: "There is no such event",
    fix: "Check the id; a reorganisation gives an event another one.",
    ...notFound("activity", "activity", `31337-0x${"0".repeat(64)}-0`),
  },
  DISPUTE_NOT_FOUND: {
    status: 404,
    title: "There is no such dispute",
    fix: "Check the id; a dispute raised just now is found with minBlock or afterTx.",
    ...notFound("disputes", "dispute"),
  },
  HOLD_NOT_FOUND: {
    status: 404,
    title: "There is no such hold",
    fix: "Check the id; an escrow has one only after the buyer has confirmed.",
    ...notFound("holds", "hold"),
  },
  PRICE_NOT_FOUND: {
    status: 404,
    title: "There is no such price",
    fix: "Check the id; prices are listed at /v1/prices.",
    ...notFound("prices", "price", `${NO_ROW}-1-0`),
  },
  SELLER_NOT_FOUND: {
    status: 404,
    title: "There is no such seller",
    fix: "Check the id; an account sells on a marketplace once it has staked or listed there.",
    ...notFound("sellers", "seller", `${CONTRACT}-${NOBODY}`),
  },
  TOKEN_NOT_FOUND: {
    status: 404,
    title: "There is no such token",
    fix: "Check the id; a token is known once a contract that uses it has had an event.",
    ...notFound("tokens", "token", NOBODY),
  },
  CONTRACT_NOT_FOUND: {
    status: 404,
    title: "There is no such contract",
    fix: "Check the id; a contract is known once it has had an event.",
    ...notFound("contracts", "contract", NOBODY),
  },
  AGENT_NOT_FOUND: {
    status: 404,
    title: "There is no such agent",
    fix: "Check the id; an agent registered just now is found with minBlock or afterTx.",
    ...notFound("agents", "agent"),
  },
  AGENT_PAYMENT_NOT_FOUND: {
    status: 404,
    title: "There is no such agent payment",
    fix: "Check the id; a payment made just now is found with minBlock or afterTx.",
    ...notFound("agent-payments", "agent payment", `${CONTRACT}-0x${"0".repeat(64)}`),
  },
  ENTITLEMENT_NOT_FOUND: {
    status: 404,
    title: "There is no such entitlement",
    fix: "Check the id; an account that never held one has no row.",
    ...notFound("entitlements", "entitlement", `${NO_ROW}-${NOBODY}`),
  },
  UNKNOWN_SEQUENCE: {
    status: 400,
    title: "The journal has not come to this sequence",
    fix: "Send a sequence that an entry had, or 0 to begin with the first entry.",
    meaning:
      "The sequence is larger than any that was ever given out: the reader followed another service, or its journal was made anew.",
    example: { request: "GET /v1/changes?after=999999", detail: "The newest sequence is 412." },
  },
  TOO_MANY_STREAMS: {
    status: 503,
    title: "Too many readers are connected",
    fix: "Connect again after the seconds in Retry-After, or poll /v1/changes.",
    meaning: "As many readers as the service serves at once hold a stream already.",
    example: { request: "GET /v1/changes/stream", detail: "1000 readers are connected already." },
  },
  ...CALLER_PROBLEMS,
  ...DELIVERY_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...ORGANISATION_PROBLEMS,
  ...UPLOAD_PROBLEMS,
  ...VALUATION_PROBLEMS,
  ROUTE_NOT_FOUND: {
    status: 404,
    title: "There is no such address",
    fix: "See /docs for everything that can be asked.",
    meaning: "No route of this API has this path.",
    example: { request: "GET /v1/nothing", detail: "Nothing is at /v1/nothing." },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: "The address does not take this method",
    fix: "Use a method that the Allow header lists.",
    meaning:
      "The path exists and does not take this method: everything is read by GET, and tools are called by POST.",
    example: { request: "POST /v1/listings", detail: "/v1/listings does not take POST." },
  },
  MALFORMED_REQUEST: {
    status: 400,
    title: "The request is not HTTP",
    fix: "Send a request of HTTP/1.1; every client library does.",
    meaning: "The bytes cannot be read as a request, so nothing of it was understood.",
    example: { request: "GET", detail: "The request could not be read." },
  },
  REQUEST_TIMEOUT: {
    status: 408,
    title: "The request did not arrive in time",
    fix: "Send the whole request at once.",
    meaning: "Headers or body came too slowly, and the connection was closed.",
    example: { request: "POST /mcp", detail: "The request did not arrive in time." },
  },
  REQUEST_ABANDONED: {
    status: 408,
    title: "The client has gone",
    fix: "Keep the connection open until the answer is there.",
    meaning:
      "The client closed the connection before the answer was ready, and the work for it was stopped. Only our log ever shows this.",
    example: { request: "GET /v1/listings", detail: "The client closed the connection." },
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: "The body is too large",
    fix: "Send no body: every request is a read, and only /mcp takes one.",
    meaning: "The body is larger than anything that this path could mean.",
    example: { request: "POST /v1/listings", detail: "More than 1024 bytes were sent." },
  },
  URI_TOO_LONG: {
    status: 414,
    title: "The address is too long",
    fix: "Send fewer or shorter parameters.",
    meaning: "The address has more than 8192 characters or 64 parameters.",
    example: {
      request: "GET /v1/listings?kind=…",
      detail: "The address is longer than this API reads.",
    },
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: "The headers are too large",
    fix: "Send fewer or shorter headers; this API needs none.",
    meaning: "Address and headers together have more than 16 KiB.",
    example: { request: "GET /v1/listings", detail: "The headers are larger than 16 KiB." },
  },
  NOT_YET_INDEXED: {
    status: 409,
    title: "The index has not come that far",
    fix: "Ask again after the seconds in Retry-After.",
    meaning:
      "The block or transaction of minBlock or afterTx was not indexed within five seconds. It may be on the chain already, or may never come.",
    example: {
      request: "GET /v1/listings?minBlock=5000000",
      detail: "Not indexed yet: block 5000000.",
    },
  },
  INDEX_BEHIND: {
    status: 503,
    title: "The index is further behind than you accept",
    fix: "Ask again after the seconds in Retry-After, or accept a larger maxLag.",
    meaning: "The index is older than maxLag allows; the service is up and answers without it.",
    example: {
      request: "GET /v1/listings?maxLag=5",
      detail: "The index is 12 blocks and 24 seconds behind the head.",
    },
  },
  SEARCH_NOT_READY: {
    status: 503,
    title: "Search is not ready yet",
    fix: "Ask again after the seconds in Retry-After, or leave out q.",
    meaning:
      "The journal process has not gone through all listings yet, so a search would miss some. It happens once, after the first start or after an update of the rules of search.",
    example: {
      request: "GET /v1/listings?q=coffee",
      detail: "The listings are being made searchable.",
    },
  },
  NOT_PUBLISHED: {
    status: 503,
    title: "There is no index to read yet",
    fix: "Wait until the operator has published a release.",
    meaning: "The service runs and its operator has not published a release of the index yet.",
    example: {
      request: "GET /v1/listings",
      detail: "No release of the index has been published yet.",
    },
  },
  RATE_LIMITED: {
    status: 429,
    title: "Too many requests from this address",
    fix: "Wait as long as Retry-After says; the fields RateLimit and RateLimit-Policy tell before.",
    meaning:
      "One address (of IPv6: one /64) has asked more often than the policy allows. Everybody behind one router counts together.",
    example: {
      request: "GET /v1/listings",
      detail: "More than 1200 requests in 60 seconds came from this address.",
    },
  },
  OVERLOADED: {
    status: 503,
    title: "The service has more to do than it can",
    fix: "Ask again after the seconds in Retry-After, and more slowly.",
    meaning:
      "As many requests as the service lets wait were waiting already, or this one waited too long. Nothing was read for it.",
    example: { request: "GET /v1/listings", detail: "Too many requests wait already." },
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    title: "The database cannot be reached",
    fix: "Ask again after the seconds in Retry-After.",
    meaning: "The service cannot reach its database, or every connection is busy.",
    example: { request: "GET /v1/listings", detail: "The database cannot be reached." },
  },
  QUERY_TIMEOUT: {
    status: 503,
    title: "The database took too long",
    fix: "Ask for a smaller page, or again after the seconds in Retry-After.",
    meaning: "The database was stopped before it had the answer. A narrower question is faster.",
    example: {
      request: "GET /v1/activity?kind=listing_created",
      detail: "The database took too long.",
    },
  },
  INTERNAL: {
    status: 500,
    title: "Something went wrong on our side",
    fix: "Report the requestId; nothing about your request needs to change.",
    meaning: "A mistake of ours, logged under the requestId. Its cause is never shown.",
    example: { request: "GET /v1/listings", detail: "The request failed unexpectedly." },
  },
};

/** Address of the page about a code, relative to the API. */
export function problemType(code: ErrorCode): string {
  return `/problems/${code.toLowerCase().replaceAll("_", "-")}`;
}
