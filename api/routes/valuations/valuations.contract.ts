import { createRoute, z } from "@hono/zod-openapi";
import { REVIEW_DECISIONS } from "../../../core/db/valuation.tables.ts";
import { json } from "../../http/page.ts";
import { pageParams } from "../../http/params.ts";
import { privateOf, privatePageOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";
import { Valuation, ValuationReview } from "./valuation.resource.ts";

const tags = ["Valuations"];
const ValuationPath = z.object({ id: Uuid });
const ListingPath = z.object({
  id: z.string().openapi({
    param: { name: "id", in: "path" },
    description: "Public id of a listing, or its number alone where one marketplace is served.",
  }),
});

/** Longest that a request waits for its valuation, seconds. */
export const MOST_WAIT_SECONDS = 10;

const waitingHeaders = idempotencyHeader.extend({
  prefer: z
    .string()
    .max(200)
    .optional()
    .openapi({
      param: { name: "prefer", in: "header" },
      description: `\`wait=5\` waits so many seconds for the end, ${MOST_WAIT_SECONDS} at most, and answers 200 when it came.`,
      example: "wait=5",
    }),
});

const Asked = z.object({
  valuation: Valuation,
  jobId: Uuid.openapi({ description: "Its first job: GET /v1/jobs/{jobId} follows it." }),
});

const askedAnswers = (name: string) => ({
  200: json(privateOf(Asked, name), "It has ended while the request waited"),
  202: json(privateOf(Asked, name), "It was asked for; `Location` is where it will be"),
});

/** Figures are text, so that no reader rounds them. */
const decimal = z
  .string()
  .regex(/^-?(0|[1-9]\d{0,17})(\.\d{1,8})?$/, "must be a decimal number such as 1234.5");

const figure = (description: string) => decimal.optional().openapi({ description });

const AnalyzeRequest = z
  .strictObject({
    category: z.string().trim().min(1).max(64).openapi({ example: "saas" }),
    currency: z
      .string()
      .regex(/^[A-Z0-9]{2,10}$/, "must be the code of a currency such as USD")
      .default("USD"),
    asOf: z.iso.date().optional().openapi({
      description: "Day that the figures are of; today unless given.",
      example: "2026-02-28",
    }),
    description: z.string().trim().max(8_000).default("").openapi({
      description: "The business in words. A model of language reads them where one is configured.",
    }),
    techStack: z.array(z.string().trim().min(1).max(64)).max(50).default([]),
    metrics: z
      .strictObject({
        recurringRevenue: figure("Recurring revenue of the latest month, times twelve."),
        revenue: figure("Revenue of the last twelve months."),
        profit: figure("Profit of the last twelve months before the owner's pay."),
        ageYears: figure("Age of the business in years."),
        monthlyVisitors: figure("Visitors in a month."),
        customers: figure("Users or customers."),
        growthPercent: figure("Change of revenue against the year before."),
        churnPercent: figure("Customers lost in a month."),
        teamSize: figure("People who work in it."),
      })
      .openapi({ example: { recurringRevenue: "14814", profit: "9000", ageYears: "4" } }),
  })
  .openapi("AnalyzeRequest");

export type AnalyzeRequest = z.output<typeof AnalyzeRequest>;

export const analyzeBusiness = createRoute({
  tags,
  method: "post",
  path: "/v1/valuations/analyze",
  operationId: "analyzeBusiness",
  summary: "Value a business that need not be listed",
  description:
    "The answer is for the caller alone and stands in no record. All figures count as claimed.",
  request: { headers: waitingHeaders, body: jsonBody(AnalyzeRequest) },
  responses: { ...askedAnswers("AnalyzedBusinessAnswer"), ...problems(...OF_WRITES) },
});

export const requestValuation = createRoute({
  tags,
  method: "post",
  path: "/v1/listings/{id}/valuations",
  operationId: "requestListingValuation",
  summary: "Ask for a new estimate of a listing",
  request: { params: ListingPath, headers: waitingHeaders },
  responses: {
    ...askedAnswers("RequestedValuationAnswer"),
    ...problems(...OF_WRITES, "INVALID_ID", "AMBIGUOUS_ID", "LISTING_NOT_FOUND", "NOT_PUBLISHED"),
  },
});

export const listListingValuations = createRoute({
  tags,
  method: "get",
  path: "/v1/listings/{id}/valuations",
  operationId: "listListingValuations",
  summary: "Every estimate of a listing that was published",
  request: {
    params: ListingPath,
    query: z.strictObject({ ...pageParams, cursor: z.uuid().optional() }),
  },
  responses: {
    200: json(privatePageOf(Valuation, "ValuationPage"), "Estimates, the newest first"),
    ...problems(
      "INVALID_REQUEST",
      "INVALID_ID",
      "AMBIGUOUS_ID",
      "LISTING_NOT_FOUND",
      "NOT_PUBLISHED",
      "DATABASE_UNAVAILABLE",
      "QUERY_TIMEOUT",
    ),
  },
});

export const getValuationRoute = createRoute({
  tags,
  method: "get",
  path: "/v1/valuations/{id}",
  operationId: "getValuation",
  summary: "One valuation, and how far it is",
  description:
    "A published estimate of a listing is for everybody. Any other valuation is for who asked for it.",
  request: { params: ValuationPath, query: z.strictObject({}) },
  responses: {
    200: json(privateOf(Valuation, "ValuationAnswer"), "The valuation as it is now"),
    ...problems(...OF_CALLERS, "VALUATION_NOT_FOUND"),
  },
});

export const listReviews = createRoute({
  tags,
  method: "get",
  path: "/v1/valuation-reviews",
  operationId: "listValuationReviews",
  summary: "Valuations that a reviewer must look at",
  request: {
    query: z.strictObject({
      ...pageParams,
      cursor: z.uuid().optional(),
      status: z.enum(["open", "decided"]).optional().openapi({
        description: "open, the oldest first, unless given; decided, the newest first.",
      }),
    }),
  },
  responses: {
    200: json(privatePageOf(ValuationReview, "ValuationReviewPage"), "The desk"),
    ...problems(...OF_CALLERS),
  },
});

const ReviewPath = z.object({ valuationId: Uuid });

export const claimReviewRoute = createRoute({
  tags,
  method: "post",
  path: "/v1/valuation-reviews/{valuationId}/claim",
  operationId: "claimValuationReview",
  summary: "Take a valuation for half an hour, so that nobody else decides it",
  request: { params: ReviewPath, headers: idempotencyHeader },
  responses: {
    200: json(privateOf(ValuationReview, "ClaimedReviewAnswer"), "The review as it is now"),
    ...problems(...OF_WRITES, "VALUATION_NOT_FOUND", "REVIEW_CLAIMED", "REVIEW_DECIDED"),
  },
});

export const decideReviewRoute = createRoute({
  tags,
  method: "post",
  path: "/v1/valuation-reviews/{valuationId}/decision",
  operationId: "decideValuationReview",
  summary: "Publish an estimate with a mark, withhold it, or have it made again",
  request: {
    params: ReviewPath,
    headers: idempotencyHeader,
    body: jsonBody(
      z
        .strictObject({
          decision: z.enum(REVIEW_DECISIONS),
          reason: z.string().trim().min(1).max(2_000),
          acceptsAdjustment: z.boolean().default(false).openapi({
            description:
              "Of a publication: moves the middle by `memo.proposedPercent`, whose points you have seen proved.",
          }),
        })
        .openapi("ValuationDecisionRequest"),
    ),
  },
  responses: {
    200: json(privateOf(ValuationReview, "DecidedReviewAnswer"), "The review as it is now"),
    ...problems(
      ...OF_WRITES,
      "VALUATION_NOT_FOUND",
      "VALUATION_INCOMPLETE",
      "REVIEW_CLAIMED",
      "REVIEW_DECIDED",
    ),
  },
});
