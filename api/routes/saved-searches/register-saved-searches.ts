import type { z } from "@hono/zod-openapi";
import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import { DomainError } from "../../../core/errors.ts";
import { findListingSeller } from "../../../core/queries/listing-seller.ts";
import {
  addSearch,
  findMatches,
  findSearches,
  getSearch,
  removeSearch,
  replaceSearch,
  type SavedSearch as SearchRow,
  type SearchWishes,
} from "../../../core/saved-searches/saved-searches.ts";
import {
  findWatched,
  forgetListing,
  watchListing,
} from "../../../core/saved-searches/watched-listings.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import type { ApiDeps } from "../../deps.ts";
import { DEFAULT_LIMIT } from "../../http/params.ts";
import { carryOut, privateMeta, privatePage } from "../../http/private-answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { toAddressOrNull } from "../../http/values.ts";
import { requireCaller } from "../../middleware/caller.ts";
import {
  createSavedSearch,
  deleteSavedSearch,
  getSavedSearch,
  listSavedSearches,
  listSavedSearchMatches,
  listWatched,
  replaceSavedSearch,
  type SavedSearch,
  type SearchRequest,
  unwatchListing,
  type WatchedListing,
  watchListingRoute,
} from "./saved-searches.contract.ts";

const READ = { scope: "account:read" } as const;
const WRITE = { scope: "account:write", isBound: true } as const;

/** What people follow: questions, and single listings. */
export function registerSavedSearches(app: Router, deps: ApiDeps): void {
  registerSearches(app, deps);
  registerWatchList(app, deps);
}

function registerSearches(app: Router, deps: ApiDeps): void {
  app.openapi(listSavedSearches, async (c) => {
    const caller = await requireCaller(c, READ);
    const rows = await asCaller(deps.writes.callers, caller, findSearches);
    return c.json({ data: rows.map(toSavedSearch), meta: privateMeta(c) }, 200);
  });

  app.openapi(createSavedSearch, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const wishes = toWishes(c.req.valid("json"));
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction, origin) => {
      const row = await addSearch(transaction, caller.accountId, wishes);
      await recordChange(transaction, caller, origin, {
        action: "saved_search.create",
        entity: "saved_search",
        entityId: row.searchId,
        after: toSavedSearch(row),
      });
      return toSavedSearch(row);
    });
    return c.json(answer, 201);
  });

  app.openapi(getSavedSearch, async (c) => {
    const caller = await requireCaller(c, READ);
    const { searchId } = c.req.valid("param");
    const row = await asCaller(deps.writes.callers, caller, (transaction) =>
      getSearch(transaction, searchId),
    );
    return c.json({ data: toSavedSearch(row), meta: privateMeta(c) }, 200);
  });

  app.openapi(replaceSavedSearch, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const { searchId } = c.req.valid("param");
    const wishes = toWishes(c.req.valid("json"));
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await getSearch(transaction, searchId);
      const row = await replaceSearch(transaction, searchId, wishes);
      await recordChange(transaction, caller, origin, {
        action: "saved_search.change",
        entity: "saved_search",
        entityId: searchId,
        before: toSavedSearch(before),
        after: toSavedSearch(row),
      });
      return toSavedSearch(row);
    });
    return c.json(answer, 200);
  });

  app.openapi(deleteSavedSearch, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const { searchId } = c.req.valid("param");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await getSearch(transaction, searchId);
      await removeSearch(transaction, searchId);
      await recordChange(transaction, caller, origin, {
        action: "saved_search.delete",
        entity: "saved_search",
        entityId: searchId,
        before: toSavedSearch(before),
      });
      return { searchId };
    });
    return c.json(answer, 200);
  });

  app.openapi(listSavedSearchMatches, async (c) => {
    const caller = await requireCaller(c, READ);
    const { searchId } = c.req.valid("param");
    const { limit = DEFAULT_LIMIT, cursor: before } = c.req.valid("query");
    const page = await asCaller(deps.writes.callers, caller, (transaction) =>
      findMatches(transaction, searchId, { before, limit }),
    );
    const shape = {
      limit,
      cursorOf: ({ listingKey }: MatchRow) => listingKey,
      toResource: ({ listingKey, sequence, why, matchedAt }: MatchRow) => ({
        listing: listingKey,
        sequence: Number(sequence),
        why,
        matchedAt: matchedAt.toISOString(),
      }),
    };
    return c.json(privatePage(c, page, shape), 200);
  });
}

type MatchRow = Awaited<ReturnType<typeof findMatches>>["rows"][number];
type WatchedRow = Awaited<ReturnType<typeof findWatched>>["rows"][number];

function registerWatchList(app: Router, deps: ApiDeps): void {
  const keyOf = (id: string) => resolveId(deps.addressBook, "marketplace", id, "/path/id");

  app.openapi(listWatched, async (c) => {
    const caller = await requireCaller(c, READ);
    const { limit = DEFAULT_LIMIT, cursor: before } = c.req.valid("query");
    const page = await asCaller(deps.writes.callers, caller, (transaction) =>
      findWatched(transaction, { before, limit }),
    );
    const cursorOf = ({ listingKey }: WatchedRow) => listingKey;
    return c.json(privatePage(c, page, { limit, toResource: toWatched, cursorOf }), 200);
  });

  app.openapi(watchListingRoute, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const key = keyOf(c.req.valid("param").id);
    const wishes = c.req.valid("json");
    const id = publicId(key.chainId, key.contract, key.number);
    const seller = await deps.database.readIndex((snapshot) => findListingSeller(snapshot, key));
    if (seller === undefined) throw new DomainError("LISTING_NOT_FOUND", `No listing ${id}.`);
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const row = await watchListing(transaction, caller.accountId, id, wishes);
      await recordChange(transaction, caller, origin, {
        action: "watched_listing.set",
        entity: "watched_listing",
        entityId: id,
        after: toWatched(row),
      });
      return toWatched(row);
    });
    return c.json(answer, 200);
  });

  app.openapi(unwatchListing, async (c) => {
    const caller = await requireCaller(c, WRITE);
    const key = keyOf(c.req.valid("param").id);
    const id = publicId(key.chainId, key.contract, key.number);
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      await forgetListing(transaction, id);
      await recordChange(transaction, caller, origin, {
        action: "watched_listing.delete",
        entity: "watched_listing",
        entityId: id,
      });
      return { listing: id };
    });
    return c.json(answer, 200);
  });
}

const toWishes = (asked: SearchRequest): SearchWishes => ({
  name: asked.name,
  words: asked.q,
  categories: asked.category,
  availabilities: asked.availability,
  seller: asked.seller,
  marketplace: asked.marketplace,
  token: asked.token,
  minPriceUnits: asked.minPrice === null ? null : BigInt(asked.minPrice),
  maxPriceUnits: asked.maxPrice === null ? null : BigInt(asked.maxPrice),
  isBuildVerified: asked.isBuildVerified,
  hasAlert: asked.hasAlert,
});

const addressOf = (text: string | null) => toAddressOrNull(text as `0x${string}` | null);

const toSavedSearch = (row: SearchRow): z.output<typeof SavedSearch> => ({
  searchId: row.searchId,
  name: row.name,
  q: row.words.length === 0 ? null : row.words.join(" "),
  category: row.categories,
  availability: row.availabilities,
  seller: addressOf(row.seller),
  marketplace: addressOf(row.marketplace),
  token: addressOf(row.token),
  minPrice: row.minPriceUnits?.toString() ?? null,
  maxPrice: row.maxPriceUnits?.toString() ?? null,
  isBuildVerified: row.isBuildVerified,
  hasAlert: row.hasAlert,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const toWatched = (row: WatchedRow): z.output<typeof WatchedListing> => ({
  listing: row.listingKey,
  note: row.note,
  hasAlert: row.hasAlert,
  createdAt: row.createdAt.toISOString(),
});
