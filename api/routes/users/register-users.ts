import { recordChange } from "../../../core/audit-log/record-change.ts";
import type { Snapshot } from "../../../core/db/consistent-read.ts";
import { keyOfChain, keyText } from "../../../core/db/keys.ts";
import { DomainError } from "../../../core/errors.ts";
import { findPublicProfile, replacePublicProfile } from "../../../core/identity/public-profile.ts";
import { LISTINGS, type ListingRow } from "../../../core/queries/listings.ts";
import { countOutcomes } from "../../../core/queries/portfolio.ts";
import { findVerificationFacts } from "../../../core/queries/verification.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer, sendFresh } from "../../http/answer.ts";
import { carryOut } from "../../http/private-answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { toAddress } from "../../http/values.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { toOutcomes } from "../accounts/account.resource.ts";
import { listingKey } from "../listings/listing-key.ts";
import { SHOWN_LISTINGS, toUserProfile } from "./user.resource.ts";
import { getListingVerification, getUser, replaceUserProfile } from "./users.contract.ts";
import { toListingVerification } from "./verification.resource.ts";

/** Who stands behind a wallet, as far as it is public, and what was verified (req 1.38). */
export function registerUsers(app: Router, deps: ApiDeps): void {
  // A profile changes while the index stands still.
  app.openapi(getUser, async (c) => {
    const { address } = c.req.valid("param");
    return sendFresh(c, deps, c.req.valid("query"), async (snapshot) => {
      const profile = await findPublicProfile(snapshot.app, address);
      const request = { limit: SHOWN_LISTINGS, from: undefined };
      const page = await LISTINGS.findPage(snapshot, { seller: address }, "newest", request);
      const shown = toAddress(address);
      return {
        data: {
          address: shown,
          profile: toUserProfile(profile),
          reputation: {
            asSeller: toOutcomes(await countOutcomes(snapshot, "seller", address)),
            asBuyer: toOutcomes(await countOutcomes(snapshot, "buyer", address)),
          },
          verification: {
            listings: await verificationsOf(snapshot, page.rows),
            hasMore: page.hasNext,
            listingsUrl: `/v1/listings?seller=${shown}`,
          },
          accountUrl: `/v1/accounts/${shown}`,
        },
      };
    });
  });

  app.openapi(replaceUserProfile, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const { address } = c.req.valid("param");
    if (!caller.wallets.includes(address)) {
      throw new DomainError("WALLET_NOT_FOUND", "The account has no such wallet.");
    }
    const profile = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await findPublicProfile(transaction, address);
      const after = await replacePublicProfile(transaction, address, profile);
      const shown = { before: toUserProfile(before), after: toUserProfile(after) };
      await recordChange(transaction, caller, origin, {
        action: "user_profile.replace",
        entity: "user_profile",
        entityId: address,
        ...(shown.before === null ? {} : { before: shown.before }),
        ...(shown.after === null ? {} : { after: shown.after }),
      });
      return shown.after;
    });
    return c.json(answer, 200);
  });

  // Metadata moves the mark of the position, so that this follows from it (core/db/position.ts).
  app.openapi(getListingVerification, async (c) => {
    const listing = resolveId(deps.addressBook, "marketplace", c.req.valid("param").id, "/path/id");
    return sendAnswer(c, deps, c.req.valid("query"), async (snapshot) => {
      const key = keyOfChain(listing);
      const row = (await LISTINGS.findByKeys(snapshot, [key])).get(keyText(key));
      const [data] = row === undefined ? [] : await verificationsOf(snapshot, [row]);
      if (data === undefined) {
        const id = publicId(listing.chainId, listing.contract, listing.number);
        throw new DomainError("LISTING_NOT_FOUND", `No listing ${id}.`);
      }
      return { data };
    });
  });
}

async function verificationsOf(snapshot: Snapshot, rows: readonly ListingRow[]) {
  const facts = await findVerificationFacts(snapshot, rows.map(listingKey));
  return rows.flatMap((row) => {
    const known = facts.get(keyText(listingKey(row)));
    return known === undefined ? [] : [toListingVerification(row, known, snapshot.position)];
  });
}
