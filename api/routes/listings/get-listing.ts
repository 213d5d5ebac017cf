import { DomainError } from "../../../core/errors.ts";
import { findListing, findPriceChanges } from "../../../core/queries/listings.ts";
import type { ApiDeps } from "../../deps.ts";
import { readAnswer } from "../../http/answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { toListingDetail } from "./listing.resource.ts";
import { getListing } from "./listings.contract.ts";

/** Older prices are in the activity of the listing. */
const PRICE_HISTORY_LENGTH = 20;

export const registerGetListing = (app: Router, deps: ApiDeps) =>
  app.openapi(getListing, async (c) => {
    const { id } = c.req.valid("param");
    const key = resolveId(deps.addressBook, "marketplace", id, "/path/id");
    const answer = await readAnswer(c, deps, c.req.valid("query"), async (snapshot) => {
      const row = await findListing(snapshot.indexed, key);
      if (row === undefined) throw new DomainError("LISTING_NOT_FOUND", `No listing ${id}.`);
      const prices = await findPriceChanges(snapshot.indexed, key, PRICE_HISTORY_LENGTH);
      return { data: toListingDetail(row, prices, snapshot.position) };
    });
    return c.json(answer, 200);
  });
