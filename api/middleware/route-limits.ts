import type { PolicyName } from "../../core/limits/policies.ts";
import type { ApiContext } from "../http/env.ts";

/** Which policies a write falls under beside those of whoever sends it. */
type RouteLimit = {
  method: string;
  path: RegExp;
  policies: readonly PolicyName[];
  /** Only where nobody says who is asking. */
  onlyAnonymous?: true;
};

/** The table of routes that cost more than others. A route that is not here has no limit of its own. */
const ROUTE_LIMITS: readonly RouteLimit[] = [
  { method: "POST", path: /^\/v1\/auth\//, policies: ["auth"] },
  { method: "POST", path: /^\/v1\/keys$/, policies: ["instantKeys"], onlyAnonymous: true },
  { method: "POST", path: /^\/v1\/uploads(\/|$)/, policies: ["uploads"] },
  {
    method: "POST",
    path: /^\/v1\/(listings\/[^/]+\/valuations|valuations\/analyze)$/,
    policies: ["ai"],
  },
];

/** Policies of the route that a request asks for. */
export const policiesOf = (c: ApiContext, isAnonymous: boolean): readonly PolicyName[] =>
  ROUTE_LIMITS.filter(
    ({ method, path, onlyAnonymous }) =>
      method === c.req.method && path.test(c.req.path) && (!onlyAnonymous || isAnonymous),
  ).flatMap(({ policies }) => policies);
