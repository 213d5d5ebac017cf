import { etag, RETAINED_304_HEADERS } from "hono/etag";
import type { ApiDeps } from "../deps.ts";
import type { ApiContext } from "../http/env.ts";
import { answerError, answerProblem } from "../http/problem.ts";
import type { Router } from "../http/router.ts";
import { streamChanges } from "../routes/changes/changes.contract.ts";
import { wantsStream } from "../routes/jobs/stream-job.ts";
import { hasCredentials, identifyCaller } from "./caller.ts";
import { crossOrigin, EXPOSED_HEADERS, packing, securityHeaders } from "./data-headers.ts";
import { answerOnce, isNamedWrite } from "./idempotency.ts";
import { requestBodyLimit, urlLimit } from "./limits.ts";
import { isMetered, meterCallers } from "./meter-callers.ts";
import { describeMethods, refuseOtherMethods } from "./methods.ts";
import { hasHeader, isOptions, mayHaveBody, onlyWhen } from "./only-when.ts";
import { limitReads } from "./rate-limit.ts";
import { identifyRequest } from "./request-id.ts";
import { requestLog } from "./request-log.ts";
import { isStreamed } from "./streamed.ts";
import { varyByEncoding } from "./vary.ts";

/** What is said of an answer that the client has already. */
export const HEADERS_WITHOUT_BODY: ReadonlySet<string> = new Set([
  ...RETAINED_304_HEADERS,
  ...EXPOSED_HEADERS,
]);

/** What the middleware needs of everything that handlers have. */
export type MiddlewareDeps = Pick<
  ApiDeps,
  "log" | "metrics" | "traces" | "limits" | "callers" | "writes" | "keyUsage"
> & {
  settings: Pick<ApiDeps["settings"], "corsOrigins" | "trustedProxies">;
};

/** Puts around every route, from the outside in, what all of them share. */
export function installMiddleware(app: Router, deps: MiddlewareDeps): void {
  app.onError((error, c) => answerError(error, c));
  app.notFound((c) => answerProblem(c, "ROUTE_NOT_FOUND", `Nothing is at ${c.req.path}.`));

  app.use(identifyRequest);
  app.use(requestLog(deps));
  app.use(securityHeaders());
  app.use(varyByEncoding);
  app.use(onlyWhen(isOptions, describeMethods(app)));
  app.use(crossOrigin(deps));
  app.use(limitReads(deps));
  app.use(packing());
  app.use(urlLimit);
  app.use(onlyWhen(mayHaveBody, requestBodyLimit));
  app.use(refuseOtherMethods(app));
  app.use("/v1/*", onlyWhen(hasCredentials, identifyCaller(deps.callers)));
  app.use("/v1/*", onlyWhen(isMetered, meterCallers(deps)));
  const isHeldWrite = (c: ApiContext) => isNamedWrite(c) && !isStreamed(c);
  app.use("/v1/*", onlyWhen(isHeldWrite, answerOnce(deps)));
  const tagged = etag({ retainedHeaders: [...HEADERS_WITHOUT_BODY] });
  const isConditional = hasHeader("if-none-match");
  // To name its content it would read a stream to the end, which never comes.
  const canBeTagged = (c: ApiContext) =>
    isConditional(c) && c.req.path !== streamChanges.path && !wantsStream(c);
  app.use("/v1/*", onlyWhen(canBeTagged, tagged));
}
