import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import { statementsOf } from "../../../core/db/statements-of.ts";
import { DomainError } from "../../../core/errors.ts";
import { addJob } from "../../../core/jobs/add-job.ts";
import { OutgoingError } from "../../../core/outgoing/outgoing-error.ts";
import {
  addEndpoint,
  changeEndpoint,
  findAttempts,
  findEndpoints,
  getEndpoint,
  removeEndpoint,
  replayEndpoint,
  rotateSecret,
} from "../../../core/webhooks/own-endpoints.ts";
import { publicWebhookKey } from "../../../core/webhooks/public-signature.ts";
import { signingSecret } from "../../../core/webhooks/signing.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import type { ApiDeps } from "../../deps.ts";
import { DEFAULT_LIMIT } from "../../http/params.ts";
import { carryOut, privateMeta, privatePage } from "../../http/private-answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { toWebhook, webhookFacts } from "./webhook.resource.ts";
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  getWebhook,
  getWebhookKeys,
  listDeliveries,
  listWebhooks,
  pingWebhook,
  replayWebhook,
  rotateWebhookSecret,
} from "./webhooks.contract.ts";

const SCOPE = "webhooks:write";
const READ = { scope: SCOPE } as const;
const WRITE = { scope: SCOPE, isBound: true } as const;
const KEYS_MAX_AGE = "public, max-age=3600";

/** What its owner does with a webhook. */
export function registerWebhooks(app: Router, deps: ApiDeps): void {
  registerOwnWebhooks(app, deps);
  registerDeliveries(app, deps);
}

function registerOwnWebhooks(app: Router, deps: ApiDeps): void {
  app.openapi(listWebhooks, async (c) => {
    const caller = await requireCaller(c, READ);
    const rows = await asCaller(deps.writes.callers, caller, findEndpoints);
    return c.json({ data: rows.map(toWebhook), meta: privateMeta(c) }, 200);
  });

  app.openapi(createWebhook, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const { fromSequence, listing, ...asked } = c.req.valid("json");
    const { key } = requireWebhooks(deps);
    await checkTarget(deps, asked.url);
    const wishes = { ...asked, listingKey: keyOf(deps, listing) };
    const from = fromSequence === undefined ? undefined : BigInt(fromSequence);
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction, origin) => {
      const made = await addEndpoint(transaction, caller.accountId, wishes, from);
      await recordChange(transaction, caller, origin, {
        action: "webhook.create",
        entity: "webhook_endpoint",
        entityId: made.endpoint.endpointId,
        after: webhookFacts(made.endpoint),
      });
      return { ...toWebhook(made.endpoint), secret: signingSecret(key, made.secretId) };
    });
    return c.json(answer, 201);
  });

  app.openapi(getWebhook, async (c) => {
    const caller = await requireCaller(c, READ);
    const { webhookId } = c.req.valid("param");
    const row = await asCaller(deps.writes.callers, caller, (transaction) =>
      getEndpoint(transaction, webhookId),
    );
    return c.json({ data: toWebhook(row), meta: privateMeta(c) }, 200);
  });

  app.openapi(changeWebhook, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const { webhookId } = c.req.valid("param");
    const { listing, ...asked } = c.req.valid("json");
    if (asked.url !== undefined) await checkTarget(deps, asked.url);
    const changes = {
      ...asked,
      ...(listing === undefined ? {} : { listingKey: keyOf(deps, listing) }),
    };
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { before, after } = await changeEndpoint(transaction, webhookId, changes);
      await recordChange(transaction, caller, origin, {
        action: "webhook.change",
        entity: "webhook_endpoint",
        entityId: webhookId,
        before: webhookFacts(before),
        after: webhookFacts(after),
      });
      return toWebhook(after);
    });
    return c.json(answer, 200);
  });

  app.openapi(deleteWebhook, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const { webhookId } = c.req.valid("param");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await removeEndpoint(transaction, webhookId);
      await recordChange(transaction, caller, origin, {
        action: "webhook.delete",
        entity: "webhook_endpoint",
        entityId: webhookId,
        before: webhookFacts(before),
      });
      return { webhookId };
    });
    return c.json(answer, 200);
  });

  app.openapi(rotateWebhookSecret, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const { webhookId } = c.req.valid("param");
    const { overlapSeconds } = c.req.valid("json");
    const { key } = requireWebhooks(deps);
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction, origin) => {
      const made = await rotateSecret(transaction, webhookId, overlapSeconds);
      await recordChange(transaction, caller, origin, {
        action: "webhook.rotate",
        entity: "webhook_endpoint",
        entityId: webhookId,
        after: { overlapSeconds },
      });
      return { webhookId, secret: signingSecret(key, made) };
    });
    return c.json(answer, 201);
  });
}

function registerDeliveries(app: Router, deps: ApiDeps): void {
  app.openapi(listDeliveries, async (c) => {
    const caller = await requireCaller(c, READ);
    const { webhookId } = c.req.valid("param");
    const { limit = DEFAULT_LIMIT, cursor } = c.req.valid("query");
    const before = cursor === undefined ? undefined : BigInt(cursor);
    const page = await asCaller(deps.writes.callers, caller, (transaction) =>
      findAttempts(transaction, webhookId, { before, limit }),
    );
    const shape = {
      limit,
      cursorOf: ({ attemptId }: AttemptRow) => String(attemptId),
      toResource: ({ attemptId, sequence, at, ...rest }: AttemptRow) => ({
        deliveryId: String(attemptId),
        sequence: sequence === null ? null : Number(sequence),
        at: at.toISOString(),
        ...rest,
      }),
    };
    return c.json(privatePage(c, page, shape), 200);
  });

  app.openapi(pingWebhook, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const { webhookId: endpointId } = c.req.valid("param");
    requireWebhooks(deps);
    const answer = await carryOut(c, deps, { caller, status: 202 }, async (transaction, origin) => {
      await getEndpoint(transaction, endpointId);
      const cause = `request ${origin.requestId}`;
      const { accountId } = caller;
      const db = statementsOf(transaction);
      const { jobId } = await addJob(db, "webhook.ping", { endpointId }, { cause, accountId });
      await recordChange(transaction, caller, origin, {
        action: "webhook.ping",
        entity: "webhook_endpoint",
        entityId: endpointId,
      });
      return { jobId };
    });
    return c.json(answer, 202);
  });

  app.openapi(replayWebhook, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const { webhookId } = c.req.valid("param");
    const { fromSequence } = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const from = BigInt(fromSequence);
      const { before, after } = await replayEndpoint(transaction, webhookId, from);
      await recordChange(transaction, caller, origin, {
        action: "webhook.replay",
        entity: "webhook_endpoint",
        entityId: webhookId,
        before: webhookFacts(before),
        after: webhookFacts(after),
      });
      return toWebhook(after);
    });
    return c.json(answer, 200);
  });

  app.openapi(getWebhookKeys, (c) => {
    c.header("cache-control", KEYS_MAX_AGE);
    const key = deps.webhooks?.key;
    return c.json({ keys: key === undefined ? [] : [publicWebhookKey(key)] }, 200);
  });
}

type AttemptRow = Awaited<ReturnType<typeof findAttempts>>["rows"][number];

function requireWebhooks({ webhooks }: Pick<ApiDeps, "webhooks">) {
  if (webhooks === undefined) {
    throw new DomainError("WEBHOOKS_NOT_CONFIGURED", "Webhooks are not configured here.");
  }
  return webhooks;
}

/** Whoever names an address hears at once when it is one that is never asked (check SS-1). */
async function checkTarget(deps: Pick<ApiDeps, "webhooks">, url: string): Promise<void> {
  await requireWebhooks(deps)
    .checkTarget(url)
    .catch((error: unknown) => {
      if (!(error instanceof OutgoingError)) throw error;
      throw new DomainError("INVALID_REQUEST", "Nothing is sent to this address.", {
        mistakes: [
          { pointer: "/json/url", message: error.message, fix: "Name a public https address." },
        ],
      });
    });
}

function keyOf({ addressBook }: Pick<ApiDeps, "addressBook">, listing: string | null) {
  if (listing === null) return null;
  const { chainId, contract, number } = resolveId(
    addressBook,
    "marketplace",
    listing,
    "/json/listing",
  );
  return publicId(chainId, contract, number);
}
