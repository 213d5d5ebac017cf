import { matchedRoutes } from "hono/route";
import type { ApiContext } from "./env.ts";

/** What stands for the pattern where no route has the address. */
const UNMATCHED = "unmatched";

/**
 * Pattern of the route that answers a request, e.g. `/v1/listings/:id`. Where the address of one route
 * could be an id of another, as in `/v1/valuations/track-record`, it is the one that was registered
 * first, because that one answers; middleware, whose patterns hold a star, comes before all of them.
 */
export const routeOf = (c: ApiContext): string =>
  matchedRoutes(c).find(({ path }) => !path.includes("*"))?.path ?? UNMATCHED;
