import { createRoute, z } from "@hono/zod-openapi";
import { foldWords } from "../../../core/search/fold-text.ts";
import { AVAILABILITIES } from "../../../src/protocol/states.ts";
import { json } from "../../http/page.ts";
import { addressText, idPath, idText, pageParams } from "../../http/params.ts";
import { Moment, privateOf, privatePageOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { Address } from "../../http/values.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";

const tags = ["Saved searches"];
const SearchPath = z.object({ searchId: Uuid });
const MAX_WORDS = 8;
const MAX_CATEGORIES = 20;

const address = (description: string) =>
  addressText
    .nullable()
    .default(null)
    .openapi({ type: ["string", "null"], pattern: "^0x[0-9a-fA-F]{40}$", description });
const units = (description: string) =>
  z
    .string()
    .regex(/^\d{1,78}$/, "must be a whole number of base units")
    .nullable()
    .default(null)
    .openapi({ description, example: "1500000000" });

const SavedSearchRequest = z
  .strictObject({
    name: z.string().trim().min(1).max(80).openapi({ example: "Small shops" }),
    q: z
      .string()
      .max(200)
      .nullable()
      .default(null)
      .openapi({
        description:
          "Words of title, category, tags or description, all of which must be found, whole or as a beginning.",
      })
      .transform((text, context): string[] => {
        const words = foldWords(text ?? "");
        if (words.length > MAX_WORDS) {
          context.addIssue({ code: "custom", message: `must have ${MAX_WORDS} words at most` });
        }
        return words;
      }),
    category: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be words with hyphens")
          .max(64),
      )
      .max(MAX_CATEGORIES)
      .default([])
      .openapi({ example: ["saas"] }),
    availability: z.array(z.enum(AVAILABILITIES)).max(AVAILABILITIES.length).default([]),
    seller: address("Only listings of this seller."),
    marketplace: address("Only listings of this marketplace."),
    token: address("Only listings in this payment token."),
    minPrice: units("Lowest asking price in token base units."),
    maxPrice: units("Highest asking price in token base units."),
    isBuildVerified: z.boolean().nullable().default(null),
    hasAlert: z.boolean().default(true).openapi({
      description: "Whether you have a mail for each listing that the search begins to find.",
    }),
  })
  .refine(
    ({ minPrice, maxPrice }) =>
      minPrice === null || maxPrice === null || BigInt(minPrice) <= BigInt(maxPrice),
    { path: ["maxPrice"], error: "must not be below minPrice" },
  )
  .openapi("SavedSearchRequest");

/** What a search asks for, as it was sent and checked. */
export type SearchRequest = z.output<typeof SavedSearchRequest>;

export const SavedSearch = z
  .object({
    searchId: Uuid,
    name: z.string(),
    q: z.string().nullable().openapi({ description: "Words as they are compared." }),
    category: z.array(z.string()),
    availability: z.array(z.string()),
    seller: Address.nullable(),
    marketplace: Address.nullable(),
    token: Address.nullable(),
    minPrice: z.string().nullable(),
    maxPrice: z.string().nullable(),
    isBuildVerified: z.boolean().nullable(),
    hasAlert: z.boolean(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .openapi("SavedSearch");

const PATH = "/v1/account/saved-searches";
const ONE = `${PATH}/{searchId}` as const;

export const listSavedSearches = createRoute({
  tags,
  method: "get",
  path: PATH,
  operationId: "listSavedSearches",
  summary: "Your saved searches",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(privateOf(z.array(SavedSearch), "SavedSearchesAnswer"), "All, the newest first"),
    ...problems(...OF_CALLERS),
  },
});

export const createSavedSearch = createRoute({
  tags,
  method: "post",
  path: PATH,
  operationId: "createSavedSearch",
  summary: "Save a search",
  description:
    "Alerts tell each listing once, when it first matches, and why it does. A webhook can go by a saved search as well.",
  request: { headers: idempotencyHeader, body: jsonBody(SavedSearchRequest) },
  responses: {
    201: json(privateOf(SavedSearch, "NewSavedSearchAnswer"), "The search"),
    ...problems(...OF_WRITES, "TOO_MANY_SAVED_SEARCHES"),
  },
});

export const getSavedSearch = createRoute({
  tags,
  method: "get",
  path: ONE,
  operationId: "getSavedSearch",
  summary: "One of your saved searches",
  request: { params: SearchPath, query: z.strictObject({}) },
  responses: {
    200: json(privateOf(SavedSearch, "SavedSearchAnswer"), "The search"),
    ...problems(...OF_CALLERS, "SAVED_SEARCH_NOT_FOUND"),
  },
});

export const replaceSavedSearch = createRoute({
  tags,
  method: "put",
  path: ONE,
  operationId: "replaceSavedSearch",
  summary: "Ask for something else",
  request: {
    params: SearchPath,
    headers: idempotencyHeader,
    body: jsonBody(SavedSearchRequest),
  },
  responses: {
    200: json(privateOf(SavedSearch, "ReplacedSavedSearchAnswer"), "The search as it is now"),
    ...problems(...OF_WRITES, "SAVED_SEARCH_NOT_FOUND"),
  },
});

export const deleteSavedSearch = createRoute({
  tags,
  method: "delete",
  path: ONE,
  operationId: "deleteSavedSearch",
  summary: "Forget a search and what it has found",
  request: { params: SearchPath, headers: idempotencyHeader },
  responses: {
    200: json(privateOf(z.object({ searchId: Uuid }), "DeletedSavedSearchAnswer"), "It is gone"),
    ...problems(...OF_WRITES, "SAVED_SEARCH_NOT_FOUND", "SAVED_SEARCH_IN_USE"),
  },
});

const Match = z
  .object({
    listing: z.string(),
    sequence: z.int().openapi({ description: "Entry of the journal upon which it matched." }),
    why: z.array(z.string()).openapi({
      description: "One sentence for each thing that was asked for.",
      example: ["Its category is saas."],
    }),
    matchedAt: Moment,
  })
  .openapi("SavedSearchMatch");

export const listSavedSearchMatches = createRoute({
  tags,
  method: "get",
  path: `${ONE}/matches`,
  operationId: "listSavedSearchMatches",
  summary: "Listings that alerts of the search told of, and why",
  request: {
    params: SearchPath,
    query: z.strictObject({ ...pageParams, cursor: idText.optional() }),
  },
  responses: {
    200: json(privatePageOf(Match, "SavedSearchMatchPage"), "Matches, the newest first"),
    ...problems(...OF_CALLERS, "SAVED_SEARCH_NOT_FOUND"),
  },
});

const WATCH_PATH = "/v1/account/watch-list";

export const WatchedListing = z
  .object({
    listing: z.string(),
    note: z.string(),
    hasAlert: z.boolean(),
    createdAt: Moment,
  })
  .openapi("WatchedListing");

export const listWatched = createRoute({
  tags,
  method: "get",
  path: WATCH_PATH,
  operationId: "listWatchedListings",
  summary: "Listings that you watch",
  request: { query: z.strictObject({ ...pageParams, cursor: idText.optional() }) },
  responses: {
    200: json(privatePageOf(WatchedListing, "WatchedListingPage"), "The newest first"),
    ...problems(...OF_CALLERS),
  },
});

export const watchListingRoute = createRoute({
  tags,
  method: "put",
  path: `${WATCH_PATH}/{id}`,
  operationId: "watchListing",
  summary: "Watch a listing",
  request: {
    params: idPath(),
    headers: idempotencyHeader,
    body: jsonBody(
      z
        .strictObject({
          note: z.string().trim().max(200).default(""),
          hasAlert: z.boolean().default(true).openapi({
            description: "Whether events of the listing come by mail.",
          }),
        })
        .openapi("WatchListingRequest"),
    ),
  },
  responses: {
    200: json(privateOf(WatchedListing, "WatchedListingAnswer"), "As it stands on the list"),
    ...problems(
      ...OF_WRITES,
      "INVALID_ID",
      "AMBIGUOUS_ID",
      "LISTING_NOT_FOUND",
      "TOO_MANY_WATCHED",
    ),
  },
});

export const unwatchListing = createRoute({
  tags,
  method: "delete",
  path: `${WATCH_PATH}/{id}`,
  operationId: "unwatchListing",
  summary: "Watch a listing no more",
  request: { params: idPath(), headers: idempotencyHeader },
  responses: {
    200: json(privateOf(z.object({ listing: z.string() }), "UnwatchedListingAnswer"), "Done"),
    ...problems(...OF_WRITES, "INVALID_ID", "AMBIGUOUS_ID", "NOT_WATCHED"),
  },
});
