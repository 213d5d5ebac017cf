import { type Hook, OpenAPIHono } from "@hono/zod-openapi";
import type { Mistake } from "../../core/errors.ts";
import type { ApiEnv } from "./env.ts";
import { answerProblem } from "./problem.ts";

export type Router = OpenAPIHono<ApiEnv>;

/** The parts of a request as their pointers name them. */
const POINTER_ROOTS: Record<string, string> = { param: "path" };

/** The only place that makes routers: whoever is refused by a validator gets a problem. */
export function newRouter(): Router {
  return new OpenAPIHono<ApiEnv>({ defaultHook });
}

const defaultHook: Hook<unknown, ApiEnv, string, Response | undefined> = (result, c) => {
  if (result.success) return undefined;
  const root = POINTER_ROOTS[result.target] ?? result.target;
  const mistakes = result.error.issues.flatMap((issue): Mistake[] => {
    const at = pointer([root, ...issue.path]);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        pointer: pointer([root, ...issue.path, key]),
        message: "is no parameter of this address",
        fix: "Leave it out, or correct its name.",
      }));
    }
    return [{ pointer: at, message: issue.message, fix: `Send a value that ${RULE}.` }];
  });
  return answerProblem(c, "INVALID_REQUEST", "The request was refused.", mistakes);
};

/** A JSON pointer (RFC 6901), so that the name of a parameter cannot pose as another place. */
function pointer(path: readonly PropertyKey[]): string {
  const segments = path.map((segment) =>
    String(segment).replaceAll("~", "~0").replaceAll("/", "~1"),
  );
  return `/${segments.join("/")}`;
}

const RULE = "fits the description of this parameter in /docs";
