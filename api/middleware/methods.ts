import type { MiddlewareHandler } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { TrieRouter } from "hono/router/trie-router";
import type { ApiEnv } from "../http/env.ts";
import { answerProblem } from "../http/problem.ts";
import type { Router } from "../http/router.ts";

/** Refuses what an address does not take, and says what it does. */
export function refuseOtherMethods(app: Router): MiddlewareHandler<ApiEnv> {
  return methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) =>
      answerProblem(c, "METHOD_NOT_ALLOWED", `${c.req.path} does not take ${c.req.method}.`, [], {
        allow: allowOf(methods),
      }),
  });
}

/** Adds to an answer to OPTIONS what the address takes; an address without routes is not found. */
export function describeMethods(app: Router): MiddlewareHandler<ApiEnv> {
  let methodsAt: ((path: string) => string[]) | undefined;
  return async (c, next) => {
    await next();
    if (c.req.method !== "OPTIONS") return;
    methodsAt ??= methodsByPath(app);
    const methods = methodsAt(c.req.path);
    if (methods.length > 0) c.header("allow", allowOf(methods));
    else c.res = answerProblem(c, "ROUTE_NOT_FOUND", `Nothing is at ${c.req.path}.`);
  };
}

const allowOf = (methods: readonly string[]) =>
  [...new Set([...methods, "OPTIONS"])].sort().join(", ");

/** Reads the routes once, when all of them are registered. */
function methodsByPath(app: Router): (path: string) => string[] {
  const router = new TrieRouter<string[]>();
  for (const { method, path } of app.routes) {
    if (method === "ALL") continue;
    router.add("ALL", path, method === "GET" ? ["GET", "HEAD"] : [method]);
  }
  return (path) => router.match("ALL", path)[0].flatMap(([methods]) => methods);
}
