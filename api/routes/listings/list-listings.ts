import type { CursorScope } from "../../../core/queries/cursor.ts";
import {
  findListingPage,
  LISTING_SORTS,
  type ListingSort,
} from "../../../core/queries/listings.ts";
import type { ApiDeps } from "../../deps.ts";
import { readAnswer } from "../../http/answer.ts";
import { pageInfo, pageRequest } from "../../http/page.ts";
import type { Router } from "../../http/router.ts";
import { toListing } from "./listing.resource.ts";
import { listListings } from "./listings.contract.ts";

const BY_TIME = ["int8", "address", "uint256"] as const;
const BY_PRICE = ["uint256", "address", "uint256"] as const;

/** Types of the sort columns, for cursors. */
const KEY_TYPES = {
  newest: BY_TIME,
  oldest: BY_TIME,
  updated: BY_TIME,
  price_asc: BY_PRICE,
  price_desc: BY_PRICE,
} as const satisfies Record<ListingSort, CursorScope["keys"]>;

export const registerListListings = (app: Router, deps: ApiDeps) =>
  app.openapi(listListings, async (c) => {
    const { limit, cursor, sort = "newest", ...rest } = c.req.valid("query");
    const { minBlock, afterTx, maxLag, minPrice, maxPrice, ...words } = rest;
    const filter = { ...words, minPriceUnits: minPrice, maxPriceUnits: maxPrice };
    const scope = { list: "listings", sort, keys: KEY_TYPES[sort] };
    const request = pageRequest(scope, filter, { limit, cursor });
    const answer = await readAnswer(c, deps, { minBlock, afterTx, maxLag }, async (snapshot) => {
      const page = await findListingPage(snapshot.indexed, filter, sort, request);
      return {
        data: page.rows.map((row) => toListing(row, snapshot.position)),
        page: pageInfo(scope, filter, page, request.limit, (row) =>
          LISTING_SORTS[sort].columns.map((column) => row[column]),
        ),
      };
    });
    return c.json(answer, 200);
  });
