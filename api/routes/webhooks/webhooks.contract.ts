import { createRoute, z } from "@hono/zod-openapi";
import { WEBHOOK_STATES, WEBHOOK_TIERS } from "../../../core/db/delivery.tables.ts";
import { json } from "../../http/page.ts";
import { addressText, idText, pageParams } from "../../http/params.ts";
import { Moment, privateOf, privatePageOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";

const tags = ["Webhooks"];
const WebhookPath = z.object({ webhookId: Uuid });

const MAX_KINDS = 50;
/** Two weeks: whoever replaces a secret has had time enough then. */
const MAX_OVERLAP_SECONDS = 1_209_600;

const Url = z.string().min(8).max(2_048).openapi({
  description: "Where messages are sent: https, on the public internet.",
  example: "https://app.example/hooks/valyra",
});
const Kind = z
  .string()
  .regex(/^[a-z][a-z0-9_.]{0,63}$/, "must be lower-case words joined by underscores or dots");
const Wallet = addressText.openapi({ type: "string", pattern: "^0x[0-9a-fA-F]{40}$" });
const Sequence = z.int().min(1).max(999_999_999_999_999);

const wishes = {
  url: Url,
  description: z.string().trim().max(200).openapi({ description: "A note of yours." }),
  kinds: z
    .array(Kind)
    .max(MAX_KINDS)
    .openapi({
      description: "Kinds of entries, as /v1/changes names them; none means all.",
      example: ["funds_deposited", "metadata.changed"],
    }),
  listing: idText.nullable().openapi({ description: "Only entries of this listing." }),
  wallet: Wallet.nullable().openapi({
    type: "string",
    description: "Only entries in which this wallet acts or is the other party.",
  }),
  savedSearchId: Uuid.nullable().openapi({
    description: "Only entries of listings that this saved search finds as they are then.",
  }),
  tier: z.enum(WEBHOOK_TIERS).openapi({
    description:
      "included: at once, and again when it is taken back. safe: when a reorganisation is unlikely. final: when it cannot vanish.",
  }),
  hasPublicSignature: z.boolean().openapi({
    description:
      "Whether messages also carry an ed25519 signature (v1a), for the key at /.well-known/webhook-keys.json.",
  }),
};

const members = {
  webhookId: Uuid,
  ...wishes,
  url: z.string(),
  kinds: z.array(z.string()),
  listing: z.string().nullable(),
  wallet: z.string().nullable(),
  state: z.enum(WEBHOOK_STATES).openapi({
    description: "disabled: nothing got through for about three days, or the receiver is gone.",
  }),
  stateReason: z.string().nullable(),
  sentThrough: z.int().openapi({
    description: "Entries up to this sequence were sent or are not wanted.",
  }),
  failures: z
    .int()
    .openapi({ description: "Attempts that failed since the last that got through." }),
  failingSince: Moment.nullable(),
  nextAttemptAt: Moment,
  createdAt: Moment,
  updatedAt: Moment,
};
export const Webhook = z.object(members).openapi("Webhook");

const secret = z.string().openapi({
  description: "What messages are signed with. It is shown once.",
  example: "whsec_…",
});
const NewWebhook = z.object({ ...members, secret }).openapi("NewWebhook");

export const listWebhooks = createRoute({
  tags,
  method: "get",
  path: "/v1/webhooks",
  operationId: "listWebhooks",
  summary: "Your webhooks",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(privateOf(z.array(Webhook), "WebhooksAnswer"), "All of them, the newest first"),
    ...problems(...OF_CALLERS),
  },
});

export const createWebhook = createRoute({
  tags,
  method: "post",
  path: "/v1/webhooks",
  operationId: "createWebhook",
  summary: "Be told what happens",
  description:
    "Messages follow Standard Webhooks and come in the order of the journal. What fails is tried again for about three days.",
  request: {
    headers: idempotencyHeader,
    body: jsonBody(
      z
        .strictObject({
          url: wishes.url,
          description: wishes.description.default(""),
          kinds: wishes.kinds.default([]),
          listing: wishes.listing.default(null),
          wallet: wishes.wallet.default(null),
          savedSearchId: wishes.savedSearchId.default(null),
          tier: wishes.tier.default("included"),
          hasPublicSignature: wishes.hasPublicSignature.default(false),
          fromSequence: Sequence.optional().openapi({
            description: "Begin with this entry; with what comes next unless given.",
          }),
        })
        .openapi("WebhookRequest"),
    ),
  },
  responses: {
    201: json(privateOf(NewWebhook, "NewWebhookAnswer"), "The webhook, with its secret"),
    ...problems(
      ...OF_WRITES,
      "INVALID_ID",
      "AMBIGUOUS_ID",
      "WEBHOOKS_NOT_CONFIGURED",
      "TOO_MANY_WEBHOOKS",
      "UNKNOWN_SEQUENCE",
      "SAVED_SEARCH_NOT_FOUND",
    ),
  },
});

export const getWebhook = createRoute({
  tags,
  method: "get",
  path: "/v1/webhooks/{webhookId}",
  operationId: "getWebhook",
  summary: "One of your webhooks",
  request: { params: WebhookPath, query: z.strictObject({}) },
  responses: {
    200: json(privateOf(Webhook, "WebhookAnswer"), "The webhook"),
    ...problems(...OF_CALLERS, "WEBHOOK_NOT_FOUND"),
  },
});

export const changeWebhook = createRoute({
  tags,
  method: "patch",
  path: "/v1/webhooks/{webhookId}",
  operationId: "changeWebhook",
  summary: "Change a webhook, pause it, or switch it on again",
  request: {
    params: WebhookPath,
    headers: idempotencyHeader,
    body: jsonBody(
      z
        .strictObject({ ...wishes, state: z.enum(["active", "paused"]) })
        .partial()
        .openapi("ChangeWebhookRequest"),
    ),
  },
  responses: {
    200: json(privateOf(Webhook, "ChangedWebhookAnswer"), "The webhook as it is now"),
    ...problems(
      ...OF_WRITES,
      "INVALID_ID",
      "AMBIGUOUS_ID",
      "WEBHOOKS_NOT_CONFIGURED",
      "WEBHOOK_NOT_FOUND",
      "SAVED_SEARCH_NOT_FOUND",
    ),
  },
});

export const deleteWebhook = createRoute({
  tags,
  method: "delete",
  path: "/v1/webhooks/{webhookId}",
  operationId: "deleteWebhook",
  summary: "Be told no more",
  request: { params: WebhookPath, headers: idempotencyHeader },
  responses: {
    200: json(privateOf(z.object({ webhookId: Uuid }), "DeletedWebhookAnswer"), "It is gone"),
    ...problems(...OF_WRITES, "WEBHOOK_NOT_FOUND"),
  },
});

export const rotateWebhookSecret = createRoute({
  tags,
  method: "post",
  path: "/v1/webhooks/{webhookId}/rotate-secret",
  operationId: "rotateWebhookSecret",
  summary: "Replace the signing secret",
  description: "Until the overlap is over, each message carries a signature by either secret.",
  request: {
    params: WebhookPath,
    headers: idempotencyHeader,
    body: jsonBody(
      z
        .strictObject({ overlapSeconds: z.int().min(0).max(MAX_OVERLAP_SECONDS).default(86_400) })
        .openapi("RotateWebhookSecretRequest"),
    ),
  },
  responses: {
    201: json(
      privateOf(z.object({ webhookId: Uuid, secret }), "RotatedWebhookSecretAnswer"),
      "The new secret",
    ),
    ...problems(...OF_WRITES, "WEBHOOKS_NOT_CONFIGURED", "WEBHOOK_NOT_FOUND"),
  },
});

const Delivery = z
  .object({
    deliveryId: z.string().openapi({ description: "Grows with time.", example: "17" }),
    sequence: z.int().nullable().openapi({ description: "Null for a test message." }),
    at: Moment,
    outcome: z.enum(["delivered", "refused", "unreachable", "blocked"]).openapi({
      description: "refused: another status than 2xx. blocked: the address may not be asked.",
    }),
    status: z.int().nullable().openapi({ description: "HTTP status of the answer, if any." }),
    milliseconds: z.int(),
  })
  .openapi("WebhookDelivery");

export const listDeliveries = createRoute({
  tags,
  method: "get",
  path: "/v1/webhooks/{webhookId}/deliveries",
  operationId: "listWebhookDeliveries",
  summary: "What was sent to a webhook, and what became of it",
  request: {
    params: WebhookPath,
    query: z.strictObject({
      ...pageParams,
      cursor: z
        .string()
        .regex(/^\d{1,18}$/, "must be the id of a delivery")
        .optional(),
    }),
  },
  responses: {
    200: json(privatePageOf(Delivery, "WebhookDeliveryPage"), "Attempts, the newest first"),
    ...problems(...OF_CALLERS, "WEBHOOK_NOT_FOUND"),
  },
});

export const pingWebhook = createRoute({
  tags,
  method: "post",
  path: "/v1/webhooks/{webhookId}/ping",
  operationId: "pingWebhook",
  summary: "Send a test message",
  description:
    "A signed message of type webhook.ping; the list of deliveries says what became of it.",
  request: { params: WebhookPath, headers: idempotencyHeader },
  responses: {
    202: json(
      privateOf(z.object({ jobId: Uuid }), "WebhookPingAnswer"),
      "It is on its way; GET /v1/jobs/{jobId} follows it",
    ),
    ...problems(...OF_WRITES, "WEBHOOKS_NOT_CONFIGURED", "WEBHOOK_NOT_FOUND"),
  },
});

export const replayWebhook = createRoute({
  tags,
  method: "post",
  path: "/v1/webhooks/{webhookId}/replay",
  operationId: "replayWebhook",
  summary: "Send everything from a sequence on again",
  description:
    "Messages keep their ids, so a receiver that knows what it has heard hears nothing twice.",
  request: {
    params: WebhookPath,
    headers: idempotencyHeader,
    body: jsonBody(z.strictObject({ fromSequence: Sequence }).openapi("ReplayWebhookRequest")),
  },
  responses: {
    200: json(privateOf(Webhook, "ReplayedWebhookAnswer"), "The webhook as it is now"),
    ...problems(...OF_WRITES, "WEBHOOK_NOT_FOUND", "UNKNOWN_SEQUENCE"),
  },
});

const WebhookKeys = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal("OKP"),
        crv: z.literal("Ed25519"),
        alg: z.literal("EdDSA"),
        use: z.literal("sig"),
        kid: z.string(),
        x: z.string().openapi({ description: "The key in base64url." }),
        standardWebhooks: z.string().openapi({
          description: "The same key as libraries of Standard Webhooks take it.",
          example: "whpk_…",
        }),
      }),
    ),
  })
  .openapi("WebhookKeys");

export const getWebhookKeys = createRoute({
  tags,
  method: "get",
  path: "/.well-known/webhook-keys.json",
  operationId: "getWebhookKeys",
  summary: "Public keys with which webhooks can be verified",
  responses: {
    200: json(WebhookKeys, "A set of JSON Web Keys; empty where no webhooks are sent"),
    ...problems(),
  },
});
