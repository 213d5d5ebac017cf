import type { MiddlewareHandler } from "hono";
import { DomainError, type ErrorCode } from "../../core/errors.ts";
import type { Caller } from "../../core/identity/caller.ts";
import type { PolicyName } from "../../core/limits/policies.ts";
import type { Verdict } from "../../core/limits/rate-limits.ts";
import type { ApiDeps } from "../deps.ts";
import type { ApiContext, ApiEnv } from "../http/env.ts";
import { createNameClient } from "../http/limits/client-address.ts";
import { routeOf } from "../http/route-of.ts";
import { hasCredentials, hasKey } from "./caller.ts";
import { policiesOf } from "./route-limits.ts";

type MeterDeps = Pick<ApiDeps, "limits" | "keyUsage"> & {
  settings: Pick<ApiDeps["settings"], "trustedProxies">;
};

/** Refusals of somebody who may be guessing. */
const GUESSES: ReadonlySet<ErrorCode> = new Set([
  "INVALID_CREDENTIALS",
  "INVALID_TOKEN",
  "INVALID_SIGNATURE",
  "MALFORMED_SIGNATURE",
  "REPLAYED_SIGNATURE",
]);

const isRead = (c: ApiContext) => ["GET", "HEAD", "OPTIONS"].includes(c.req.method);

/** Whether anything of a request is counted here: reads without credentials are counted before. */
export const isMetered = (c: ApiContext): boolean => !isRead(c) || hasCredentials(c);

/**
 * Counts what is done in somebody's name, by the policies of core/limits. A key or account is counted
 * when a handler asks who is asking: public reads cost it nothing (AP-11, req 4.43, 4.44). Writes
 * without credentials are counted by address, and so are credentials that were refused.
 *
 * @param ofRoute policies of the route that is asked for, beside those of whoever asks
 */
export function meterCallers(deps: MeterDeps, ofRoute = policiesOf): MiddlewareHandler<ApiEnv> {
  const nameClient = createNameClient(deps.settings.trustedProxies);
  return async (c, next) => {
    const client = nameClient(c.env?.incoming);
    if (client !== undefined) c.set("client", client);
    // Calls within the process have no address; a test that calls the app itself is one of them.
    const meter = createMeter(deps, client ?? "in process");
    const isAnonymous = !hasCredentials(c);
    const find = c.get("findCaller");
    let found: Promise<Caller> | undefined;
    if (find !== undefined) {
      c.set("findCaller", () => {
        found ??= meter.identify(find);
        return found;
      });
    }
    try {
      const routePolicies = isRead(c) ? [] : ofRoute(c, isAnonymous);
      if (!isRead(c) && isAnonymous) await meter.admit("general", undefined);
      for (const policy of routePolicies) {
        const needsCaller = deps.limits.policies[policy].subject !== "address";
        await meter.admit(policy, needsCaller ? await c.get("findCaller")?.() : undefined);
      }
      await next();
    } finally {
      meter.describe(c);
    }
    const code = c.get("problemCode");
    if (isAnonymous && code !== undefined && GUESSES.has(code)) await meter.noteGuess();
    if (find !== undefined && hasKey(c)) noteUse(c, deps, found ?? find());
  };
}

/** Counts the use of a key when its answer is on its way: nobody waits for it. */
function noteUse(c: ApiContext, { keyUsage }: MeterDeps, found: Promise<Caller>): void {
  const route = `${c.req.method} ${routeOf(c)}`;
  const hasFailed = c.res.status >= 400;
  found.then(
    (caller) => {
      if (caller.kind === "api_key") keyUsage.count({ keyId: caller.keyId, route, hasFailed });
    },
    // Credentials that are not good belong to no key.
    () => undefined,
  );
}

/** What one request is counted by. */
function createMeter({ limits }: Pick<ApiDeps, "limits">, client: string) {
  const admissions: { policy: PolicyName; verdict: Verdict }[] = [];

  const refuse = (policy: PolicyName, { resetSeconds }: Verdict): never => {
    const { name, windowSeconds } = limits.policies[policy];
    throw new DomainError(
      "RATE_LIMITED",
      `More than ${limits.quotaOf(policy)} in ${windowSeconds} seconds: the limit ${name}.`,
      { retryAfterSeconds: resetSeconds },
    );
  };

  const admit = async (policy: PolicyName, caller: Caller | undefined) => {
    if (limits.quotaOf(policy) === 0) return;
    const { subject } = limits.policies[policy];
    const verdict = await limits.consume(policy, nameOf(subject, caller, client));
    admissions.push({ policy, verdict });
    if (!verdict.isAllowed) refuse(policy, verdict);
  };

  return {
    admit,
    async identify(find: () => Promise<Caller>): Promise<Caller> {
      const guesses = await limits.look("failedCredentials", client);
      if (!guesses.isAllowed) refuse("failedCredentials", guesses);
      const caller = await find().catch(async (error: unknown) => {
        if (error instanceof DomainError && GUESSES.has(error.code)) {
          await limits.consume("failedCredentials", client);
        }
        throw error;
      });
      for (const policy of policiesOfCaller(caller)) await admit(policy, caller);
      return caller;
    },
    noteGuess: () => limits.consume("failedCredentials", client),
    /** Adds to the headers of the limit of reads what else was counted (draft -11). */
    describe(c: ApiContext) {
      for (const { policy, verdict } of admissions) {
        const { name, windowSeconds } = limits.policies[policy];
        const options = { append: true };
        c.header(
          "ratelimit-policy",
          `"${name}";q=${limits.quotaOf(policy)};w=${windowSeconds}`,
          options,
        );
        c.header(
          "ratelimit",
          `"${name}";r=${verdict.remaining};t=${verdict.resetSeconds}`,
          options,
        );
      }
    },
  };
}

function policiesOfCaller(caller: Caller): readonly PolicyName[] {
  if (caller.kind === "anonymous") return [];
  if (caller.kind !== "api_key") return ["account"];
  return caller.tier === "paid" ? ["paid", "paidPlan"] : ["free", "freePlan"];
}

function nameOf(subject: string, caller: Caller | undefined, client: string): string {
  if (subject === "address" || caller === undefined || caller.kind === "anonymous") return client;
  return subject === "key" && caller.kind === "api_key" ? caller.keyId : caller.accountId;
}
