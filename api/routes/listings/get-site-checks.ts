import { keyOfChain, keyText } from "../../../core/db/keys.ts";
import { DomainError } from "../../../core/errors.ts";
import { LISTINGS } from "../../../core/queries/listings.ts";
import { findSiteChecks } from "../../../core/queries/site-checks.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendFresh } from "../../http/answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { getSiteChecks, LOOKS_DEFAULT } from "./site-checks.contract.ts";
import { toSiteChecks } from "./site-checks.resource.ts";

/** Looks at sites; they come while the index stands still. */
export function registerSiteChecks(app: Router, deps: ApiDeps): void {
  app.openapi(getSiteChecks, async (c) => {
    const listing = resolveId(deps.addressBook, "marketplace", c.req.valid("param").id, "/path/id");
    const { limit = LOOKS_DEFAULT, ...wanted } = c.req.valid("query");
    return sendFresh(c, deps, wanted, async (snapshot) => {
      const id = publicId(listing.chainId, listing.contract, listing.number);
      const key = keyOfChain(listing);
      const row = (await LISTINGS.findByKeys(snapshot, [key])).get(keyText(key));
      if (row === undefined) throw new DomainError("LISTING_NOT_FOUND", `No listing ${id}.`);
      const found = await findSiteChecks(snapshot, listing, limit);
      return { data: toSiteChecks(id, { ...found, isPaused: row.state === "paused" }) };
    });
  });
}
