import { createRoute, z } from "@hono/zod-openapi";
import type { Caller } from "../../../core/identity/caller.ts";
import { POLICY_NAMES, type PolicyName, type Subject } from "../../../core/limits/policies.ts";
import type { ApiDeps } from "../../deps.ts";
import { createNameClient } from "../../http/limits/client-address.ts";
import { json } from "../../http/page.ts";
import { privateMeta, privateOf } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import type { Router } from "../../http/router.ts";
import { callerOf } from "../../middleware/caller.ts";

const Limit = z
  .object({
    name: z.string().openapi({ example: "free" }),
    meaning: z.string().openapi({ description: "What is counted." }),
    subject: z.enum(["address", "account", "key"]).openapi({ description: "Whose requests." }),
    quota: z.int().openapi({ description: "Requests in one window; 0 is no limit." }),
    windowSeconds: z.int(),
    remaining: z.int().nullable().openapi({
      description: "Left to whoever asks; null for a limit that does not count him.",
    }),
    resetSeconds: z.int().nullable().openapi({ description: "Until the window ends." }),
  })
  .openapi("Limit");

export const listLimits = createRoute({
  method: "get",
  path: "/v1/limits",
  operationId: "listLimits",
  tags: ["Keys"],
  summary: "All limits, and what is left to whoever asks",
  description:
    "Every number that requests are judged by. With credentials, those of the account and the key are looked up as well.",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(privateOf(z.array(Limit), "LimitsAnswer"), "Limits in the order of the table"),
    ...problems("INVALID_REQUEST", "INVALID_TOKEN", "RATE_LIMITED", "DATABASE_UNAVAILABLE"),
  },
});

export function registerListLimits(app: Router, deps: ApiDeps): void {
  app.openapi(listLimits, async (c) => {
    const { limits, settings } = deps;
    const caller = await callerOf(c);
    const client = createNameClient(settings.trustedProxies)(c.env?.incoming);
    const data = await Promise.all(
      POLICY_NAMES.map(async (policy) => {
        const { name, meaning, subject, windowSeconds } = limits.policies[policy];
        const quota = limits.quotaOf(policy);
        const who = isConcerned(policy, caller) ? nameOf(subject, caller, client) : undefined;
        const left = who === undefined || quota === 0 ? null : await limits.look(policy, who);
        return {
          name,
          meaning,
          subject,
          quota,
          windowSeconds,
          remaining: left?.remaining ?? null,
          resetSeconds: left?.resetSeconds ?? null,
        };
      }),
    );
    return c.json({ data, meta: privateMeta(c) }, 200);
  });
}

/** Plans of others say nothing to a caller of this one. */
function isConcerned(policy: PolicyName, caller: Caller): boolean {
  if (!/^(free|paid)/.test(policy)) return true;
  return caller.kind === "api_key" && policy.startsWith(caller.tier);
}

function nameOf(subject: Subject, caller: Caller, client: string | undefined): string | undefined {
  if (subject === "address") return client;
  if (caller.kind === "anonymous") return undefined;
  if (subject === "account") return caller.accountId;
  return caller.kind === "api_key" ? caller.keyId : undefined;
}
