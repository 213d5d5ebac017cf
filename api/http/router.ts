import { type Hook, OpenAPIHono } from "@hono/zod-openapi";
import type { Mistake } from "../../core/errors.ts";
import type { ApiEnv } from "./env.ts";
import { answerProblem } from "./problem.ts";
import { findUnkeepable } from "./unkeepable-text.ts";

export type Router = OpenAPIHono<ApiEnv>;

/** The parts of a request as their pointers name them. */
const POINTER_ROOTS: Record<string, string> = { param: "path" };

/** Parts of a request that are written down or looked up: Postgres takes no such text for either. */
const KEPT_OR_SOUGHT: ReadonlySet<string> = new Set(["json", "form", "query", "param"]);

/** The only place that makes routers: whoever is refused by a validator gets a problem. */
export function newRouter(): Router {
  return new OpenAPIHono<ApiEnv>({ defaultHook });
}

const defaultHook: Hook<unknown, ApiEnv, string, Response | undefined> = (result, c) => {
  const root = POINTER_ROOTS[result.target] ?? result.target;
  if (result.success) {
    const path = KEPT_OR_SOUGHT.has(result.target) ? findUnkeepable(result.data) : undefined;
    if (path === undefined) return undefined;
    const mistake = {
      pointer: pointer([root, ...path]),
      message: "holds a character that no text can have: NUL, or half of a surrogate pair",
      fix: "Take it out; every other character is kept as it is.",
    };
    return answerProblem(c, "INVALID_REQUEST", summaryOf([mistake]), [mistake]);
  }
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
  return answerProblem(c, "INVALID_REQUEST", summaryOf(mistakes), mistakes);
};

/** Longest summary, letters: who asks decides how long the name of a parameter is. */
const SUMMARY_LENGTH = 200;

/** The first mistake in one sentence, for whoever shows `detail` alone, and how many more there are. */
function summaryOf([first, ...others]: readonly Mistake[]): string {
  if (first === undefined) return "The request was refused.";
  const summary = `${first.pointer} ${first.message}`.slice(0, SUMMARY_LENGTH);
  const more = others.length === 0 ? "" : ` More in \`errors\`: ${others.length}.`;
  return `${summary}.${more}`;
}

/** A JSON pointer (RFC 6901), so that the name of a parameter cannot pose as another place. */
function pointer(path: readonly PropertyKey[]): string {
  const segments = path.map((segment) =>
    String(segment).replaceAll("~", "~0").replaceAll("/", "~1"),
  );
  return `/${segments.join("/")}`;
}

const RULE = "fits the description of this parameter in /docs";
