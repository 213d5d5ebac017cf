import type { z } from "@hono/zod-openapi";
import type { getEndpoint } from "../../../core/webhooks/own-endpoints.ts";
import { toAddressOrNull } from "../../http/values.ts";
import type { Webhook } from "./webhooks.contract.ts";

type EndpointRow = Awaited<ReturnType<typeof getEndpoint>>;

export const toWebhook = (row: EndpointRow): z.output<typeof Webhook> => ({
  webhookId: row.endpointId,
  url: row.url,
  description: row.description,
  kinds: row.kinds,
  listing: row.listingKey,
  wallet: toAddressOrNull(row.wallet as `0x${string}` | null),
  savedSearchId: row.savedSearchId,
  tier: row.tier,
  hasPublicSignature: row.hasPublicSignature,
  state: row.state,
  stateReason: row.stateReason,
  sentThrough: Number(row.cursorSequence),
  failures: row.failures,
  failingSince: row.failingSince?.toISOString() ?? null,
  nextAttemptAt: row.nextAttemptAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** What the audit log keeps of a webhook: of its address the host, for paths can hold secrets. */
export const webhookFacts = (row: EndpointRow) => ({
  host: new URL(row.url).host,
  kinds: row.kinds,
  listing: row.listingKey,
  wallet: row.wallet,
  savedSearchId: row.savedSearchId,
  tier: row.tier,
  hasPublicSignature: row.hasPublicSignature,
  state: row.state,
  sentThrough: Number(row.cursorSequence),
});
