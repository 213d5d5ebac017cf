import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import type { Policy } from "../../core/limits/policies.ts";
import type { Verdict } from "../../core/limits/rate-limits.ts";
import type { ApiDeps } from "../deps.ts";
import type { ApiEnv } from "../http/env.ts";
import { createNameClient } from "../http/limits/client-address.ts";
import { answerProblem } from "../http/problem.ts";
import { MCP_PATH } from "./limits.ts";

export const RATE_LIMIT_HEADERS = ["ratelimit", "ratelimit-policy"];

/** Data, and the bytes of uploads. */
const COUNTED = ["/v1/", "/u/"];

/** Of the settings: what it must know of the network. */
export type RateLimitDeps = Pick<ApiDeps, "limits"> & {
  settings: Pick<ApiDeps["settings"], "trustedProxies">;
};

/** One request as the limit sees it: what was counted, and what to say of it. */
export type Admission = { verdict: Verdict; headers: Readonly<Record<string, string>> };

/** Requests that were counted before the chain of middleware was asked. */
const counted = new WeakMap<IncomingMessage, Admission>();

/**
 * Counts the reads of each client address, and says in the fields of
 * draft-ietf-httpapi-ratelimit-headers what is left. Calls within the process have no address and
 * were counted with the request that made them.
 *
 * @returns a function that counts one request, and gives undefined where nothing is counted
 */
export function countReads({ limits, settings }: RateLimitDeps) {
  const { reads } = limits.policies;
  const nameClient = createNameClient(settings.trustedProxies);
  const policy = describePolicy(reads);
  return (path: string, incoming: IncomingMessage | undefined): Promise<Admission> | undefined => {
    if (reads.quota === 0) return undefined;
    const isCounted = COUNTED.some((start) => path.startsWith(start)) || path === MCP_PATH;
    const client = isCounted ? nameClient(incoming) : undefined;
    return client === undefined
      ? undefined
      : limits.consume("reads", client).then((verdict) => ({
          verdict,
          headers: {
            "ratelimit-policy": policy,
            ratelimit: `"${reads.name}";r=${verdict.remaining};t=${verdict.resetSeconds}`,
          },
        }));
  };
}

/** Leaves a request that was counted already to the middleware. */
export function rememberCount(incoming: IncomingMessage, admission: Admission): void {
  counted.set(incoming, admission);
}

/** Refuses what goes beyond the limit of reads. */
export function limitReads(deps: RateLimitDeps): MiddlewareHandler<ApiEnv> {
  const { reads } = deps.limits.policies;
  if (reads.quota === 0) return (_, next) => next();
  const count = countReads(deps);
  return async (c, next) => {
    const incoming = c.env?.incoming;
    const before = incoming && counted.get(incoming);
    const admission = before ?? (await count(c.req.path, incoming));
    if (admission === undefined) return next();
    const { verdict, headers } = admission;
    for (const name in headers) c.header(name, headers[name]);
    if (verdict.isAllowed) return next();
    return answerProblem(
      c,
      "RATE_LIMITED",
      `More than ${reads.quota} requests in ${reads.windowSeconds} seconds came from this address.`,
      [],
      { "retry-after": String(verdict.resetSeconds) },
    );
  };
}

const describePolicy = ({ name, quota, windowSeconds }: Policy) =>
  `"${name}";q=${quota};w=${windowSeconds}`;
