import { keyOfChain, keyText } from "../../../core/db/keys.ts";
import { DomainError } from "../../../core/errors.ts";
import { LISTINGS } from "../../../core/queries/listings.ts";
import { createSimilarSearch, findPlace } from "../../../core/queries/similar-listings.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer } from "../../http/answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { listingKey } from "./listing-key.ts";
import { listSimilarListings, SIMILAR_DEFAULT } from "./similar-listings.contract.ts";
import { toSimilarListing } from "./similar-listings.resource.ts";

/** Comparables among the listings; estimates move the mark of the position (core/db/position.ts). */
export function registerSimilarListings(app: Router, deps: ApiDeps): void {
  const findSimilar = createSimilarSearch();
  app.openapi(listSimilarListings, async (c) => {
    const listing = resolveId(deps.addressBook, "marketplace", c.req.valid("param").id, "/path/id");
    const { limit = SIMILAR_DEFAULT, ...wanted } = c.req.valid("query");
    return sendAnswer(c, deps, wanted, async (snapshot) => {
      const id = publicId(listing.chainId, listing.contract, listing.number);
      const key = keyOfChain(listing);
      if (!(await LISTINGS.findByKeys(snapshot, [key])).has(keyText(key))) {
        throw new DomainError("LISTING_NOT_FOUND", `No listing ${id}.`);
      }
      const place = await findPlace(snapshot, listing);
      if (place === undefined) {
        return {
          data: { listing: id, valuedAs: null, reason: "NOT_VALUED" as const, similar: [] },
        };
      }
      const found = await findSimilar(snapshot, { listing, place, limit });
      const rows = await LISTINGS.findByKeys(snapshot, found.map(listingKey));
      const similar = found.flatMap((other) => {
        const row = rows.get(keyText(listingKey(other)));
        return row === undefined ? [] : [toSimilarListing(place, other, row, snapshot.position)];
      });
      return { data: { listing: id, valuedAs: place.category, reason: null, similar } };
    });
  });
}
