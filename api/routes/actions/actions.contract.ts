import { createRoute, z } from "@hono/zod-openapi";
import { type ActInput, PARAMETERS, RESOLUTIONS } from "../../../core/acts/parameters.ts";
import type { ErrorCode } from "../../../core/errors.ts";
import { DISPUTE_TYPES, ENCRYPTION_METHODS } from "../../../src/protocol/states.ts";
import { json, singleOf } from "../../http/page.ts";
import {
  addressParam,
  flagParam,
  freshnessParams,
  idPath,
  unitsParam,
  wordParam,
} from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { Address } from "../../http/values.ts";
import { Action } from "./action.resource.ts";

/** What a contract can take. */
const MAX_UINT256 = 2n ** 256n - 1n;

/** Texts are stored on chain for ever; longer ones belong behind a link. */
const MAX_TEXT_LENGTH = 1_000;

const describe = (name: keyof ActInput) => PARAMETERS[name].description;

const uint256 = (name: keyof ActInput) =>
  unitsParam(name, describe(name)).refine((value) => value === undefined || value <= MAX_UINT256, {
    error: "must fit into 256 bits",
  });

const text = (name: keyof ActInput) =>
  z
    .string()
    .max(MAX_TEXT_LENGTH, `must have ${MAX_TEXT_LENGTH} characters at most`)
    .optional()
    .openapi({ param: { name, in: "query" }, description: describe(name) });

const hash = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "must be 0x and 64 hexadecimal digits")
  .transform((digits) => digits.toLowerCase() as `0x${string}`)
  .optional()
  .openapi({
    param: { name: "credentialHash", in: "query" },
    description: describe("credentialHash"),
    type: "string",
    pattern: "^0x[0-9a-fA-F]{64}$",
  });

const method = wordParam("method", describe("method"), ENCRYPTION_METHODS);

const sharedParams = {
  account: addressParam(
    "account",
    "Account that would act: the answer then holds calls that it can sign, tried on the chain.",
  ),
  ...freshnessParams,
};

const Actions = z
  .object({
    id: z.string().openapi({ description: "Public id of what the acts are about." }),
    account: Address.nullable(),
    actions: z.array(Action).openapi({
      description: "Every function that the generation of its contract has for it.",
    }),
  })
  .openapi("Actions");

function actionsRoute<const Path extends string, Shape extends z.ZodRawShape>(
  { path, noun, notFound }: { path: Path; noun: string; notFound: ErrorCode },
  parameters: Shape,
) {
  return createRoute({
    method: "get",
    path,
    operationId: `get${noun}Actions`,
    tags: ["Actions"],
    summary: `What can be done about ${noun === "Listing" ? "a" : "an"} ${noun.toLowerCase()}, by whom, and with which call`,
    request: {
      params: idPath(),
      query: z.strictObject({ ...parameters, ...sharedParams }),
    },
    responses: {
      200: json(singleOf(Actions, "ActionsAnswer"), "Allowed and refused acts, with the reasons"),
      ...problems(
        "INVALID_REQUEST",
        "INVALID_ID",
        "AMBIGUOUS_ID",
        notFound,
        "NOT_YET_INDEXED",
        "INDEX_BEHIND",
        "NOT_PUBLISHED",
        "DATABASE_UNAVAILABLE",
        "QUERY_TIMEOUT",
      ),
    },
  });
}

export const getEscrowActions = actionsRoute(
  { path: "/v1/escrows/{id}/actions", noun: "Escrow", notFound: "ESCROW_NOT_FOUND" },
  {
    credentialHash: hash,
    text: text("text"),
    disputeType: wordParam("disputeType", describe("disputeType"), DISPUTE_TYPES),
    resolution: wordParam(
      "resolution",
      describe("resolution"),
      // Resolutions other than pending are never none.
      RESOLUTIONS as [(typeof RESOLUTIONS)[number], ...(typeof RESOLUTIONS)[number][]],
    ),
    refundBps: uint256("refundBps"),
  },
);

export const getOfferActions = actionsRoute(
  { path: "/v1/offers/{id}/actions", noun: "Offer", notFound: "OFFER_NOT_FOUND" },
  { method },
);

export const getListingActions = actionsRoute(
  { path: "/v1/listings/{id}/actions", noun: "Listing", notFound: "LISTING_NOT_FOUND" },
  {
    method,
    price: uint256("price"),
    amount: uint256("amount"),
    metadata: text("metadata"),
    verified: flagParam("verified", describe("verified")),
  },
);
