import { sql } from "kysely";
import type { ChainKey } from "../../src/protocol/ids.ts";
import type { Availability, ListingState, VerificationLevel } from "../../src/protocol/states.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import { firstOf, type KeyColumn, type PageRequest } from "../db/keyset.ts";
import { LISTING_PROFILE } from "../db/listing-profile.ts";
import { defineSource, type Source, type SourceRow } from "../db/source.ts";
import { LISTING_FACETS } from "../search/listing-facets.ts";
import { matchListings } from "../search/search-listings.ts";
import { selectDueListings } from "./deadlines/due-listings.ts";

const BY_ID = [
  { name: "contract", type: "address" },
  { name: "listingId", type: "uint256" },
] as const satisfies KeyColumn[];
const BY_TIME = [{ name: "createdAt", type: "int8" }, ...BY_ID] as const;
const BY_PRICE = [{ name: "askingPriceUnits", type: "uint256" }, ...BY_ID] as const;

export type ListingFilter = {
  /** Folded words, each of which the title has. */
  words?: readonly string[] | undefined;
  state?: readonly ListingState[] | undefined;
  availability?: readonly Availability[] | undefined;
  seller?: `0x${string}` | undefined;
  marketplace?: `0x${string}` | undefined;
  token?: `0x${string}` | undefined;
  minPriceUnits?: bigint | undefined;
  maxPriceUnits?: bigint | undefined;
  declaredVerification?: VerificationLevel | undefined;
  isBuildVerified?: boolean | undefined;
  /** Unix seconds. The first second counts, the last one does not. */
  createdAfter?: bigint | undefined;
  createdBefore?: bigint | undefined;
  updatedSince?: bigint | undefined;
  hasOffer?: boolean | undefined;
  minOffers?: number | undefined;
  category?: readonly string[] | undefined;
  /** Unix seconds: something about an offer or escrow on it is due before this moment, and still ahead. */
  deadlineBefore?: bigint | undefined;
};

const BY_RANK = { columns: [{ name: "rank", type: "int4" }, ...BY_ID], order: "desc" } as const;

/** What saved searches ask for as well. */
const FACETS = Object.keys(LISTING_FACETS) as (keyof typeof LISTING_FACETS)[];

/** A filter, and the page for which only the best documents are looked at. */
type Search = ListingFilter & { best?: PageRequest };

/** Each sort and each filter has an index in `ponder.schema.ts`. */
const ALL_LISTINGS = defineSource({
  table: "listing",
  select: selectListings,
  key: [{ name: "chainId", type: "int4" }, ...BY_ID],
  changedBlock: "updatedBlock",
  sorts: {
    newest: { columns: BY_TIME, order: "desc" },
    oldest: { columns: BY_TIME, order: "asc" },
    price_asc: { columns: BY_PRICE, order: "asc" },
    price_desc: { columns: BY_PRICE, order: "desc" },
    updated: { columns: [{ name: "updatedAt", type: "int8" }, ...BY_ID], order: "desc" },
    most_offers: { columns: [{ name: "activeOfferCount", type: "int4" }, ...BY_ID], order: "desc" },
    highest_offer: {
      columns: [{ name: "highestOfferUnits", type: "uint256" }, ...BY_ID],
      order: "desc",
      hasNulls: true,
    },
    /** Only for a filter with `deadlineBefore`: the first moment that is still ahead. */
    ending_soon: {
      columns: [{ name: "endsAt", type: "uint256", table: "due" }, ...BY_ID],
      order: "asc",
    },
    /** Only for a filter with words: how well they match. */
    relevance: {
      columns: [{ name: "rank", type: "int4", table: "match" }, ...BY_ID],
      order: "desc",
    },
  },
  where: (all, filter: Search) => {
    let query = all;
    for (const name of FACETS) {
      const { column, operator } = LISTING_FACETS[name];
      const wanted = filter[name];
      if (wanted !== undefined) query = query.where(sql.ref(column), operator, wanted);
    }
    if (filter.state) query = query.where("listing.state", "in", filter.state);
    if (filter.declaredVerification) {
      query = query.where("listing.declaredVerification", "=", filter.declaredVerification);
    }
    if (filter.createdAfter !== undefined) {
      query = query.where("listing.createdAt", ">=", filter.createdAfter);
    }
    if (filter.createdBefore !== undefined) {
      query = query.where("listing.createdAt", "<", filter.createdBefore);
    }
    if (filter.updatedSince !== undefined) {
      query = query.where("listing.updatedAt", ">=", filter.updatedSince);
    }
    if (filter.hasOffer !== undefined) {
      query = query.where("listing.activeOfferCount", filter.hasOffer ? ">" : "=", 0);
    }
    if (filter.minOffers !== undefined) {
      query = query.where("listing.activeOfferCount", ">=", filter.minOffers);
    }
    return query;
  },
});

/**
 * Listings. A word that many titles have finds a good part of all: by relevance alone, only the
 * documents of one page are joined to their listings. Where that page is not full, some may have
 * lost their listing, and all are joined.
 */
export const LISTINGS: Omit<typeof ALL_LISTINGS, "findPage"> & ListingPages = {
  ...ALL_LISTINGS,
  async findPage(snapshot, filter, sort, request) {
    const { words, ...others } = filter;
    const isByWordsAlone = Object.values(others).every((value) => value === undefined);
    if (words !== undefined && sort === "relevance" && isByWordsAlone) {
      const search = { words, best: request };
      const page = await ALL_LISTINGS.findPage(snapshot, search, sort, request);
      const isFull = request.from?.direction === "prev" ? page.hasPrevious : page.hasNext;
      if (isFull) return page;
    }
    return ALL_LISTINGS.findPage(snapshot, filter, sort, request);
  },
};

type ListingPages = Pick<
  Source<SourceRow<typeof ALL_LISTINGS>, ListingFilter, keyof typeof ALL_LISTINGS.sorts>,
  "findPage"
>;

/**
 * A listing with its payment token and its profile; token columns are null while the token is not
 * indexed, those of the profile while nobody has written one.
 */
export type ListingRow = SourceRow<typeof LISTINGS>;

const BY_CHANGE = [
  { name: "blockNumber", type: "int8" },
  { name: "logIndex", type: "int4" },
] as const satisfies KeyColumn[];

export type PriceChangeFilter = {
  listing?: ChainKey | undefined;
  /** Unix seconds. The first second counts, the last one does not. */
  since?: bigint | undefined;
  until?: bigint | undefined;
};

/** Every asking price that listings have had, in the order of the chain. */
export const PRICE_CHANGES = defineSource({
  table: "priceChange",
  select: selectPriceChanges,
  key: [{ name: "chainId", type: "int4" }, ...BY_ID, ...BY_CHANGE],
  changedBlock: "blockNumber",
  sorts: {
    newest: { columns: BY_CHANGE, order: "desc" },
    oldest: { columns: BY_CHANGE, order: "asc" },
  },
  where: (all, { listing, since, until }: PriceChangeFilter) => {
    let query = all;
    if (listing) {
      query = query
        .where("priceChange.chainId", "=", listing.chainId)
        .where("priceChange.contract", "=", listing.contract)
        .where("priceChange.listingId", "=", listing.number);
    }
    if (since !== undefined) query = query.where("priceChange.changedAt", ">=", since);
    if (until !== undefined) query = query.where("priceChange.changedAt", "<", until);
    return query;
  },
});

/** One price in the history of a listing, with the token of that listing. */
export type PriceChangeRow = SourceRow<typeof PRICE_CHANGES>;

type SnapshotTables = Pick<Snapshot, "indexed" | "app">;

/** Rows are those of the index: a document whose listing is gone brings none. */
function selectListings(snapshot: Snapshot, { words, best, deadlineBefore }: Search = {}) {
  const all = withDue(selectAllListings(snapshot), snapshot, deadlineBefore);
  const unranked = all.select(sql<number | null>`NULL::integer`.as("rank"));
  if (words === undefined) return unranked;
  const matches = matchListings(snapshot.app, words);
  const ranked = snapshot.app.selectFrom(matches.as("ranked")).selectAll("ranked");
  const looked = best === undefined ? ranked : firstOf(ranked, "ranked", BY_RANK, best);
  const found = all.innerJoin(looked.as("match"), (join) =>
    join
      .onRef("match.chainId", "=", "listing.chainId")
      .onRef("match.contract", "=", "listing.contract")
      .onRef("match.listingId", "=", "listing.listingId"),
  );
  // The same columns, and a table beside it that nothing but the sort names.
  return found.select("match.rank") as unknown as typeof unranked;
}

/** The listings about which something is due before a moment; all of them where none is asked for. */
function withDue(
  listings: ReturnType<typeof selectAllListings>,
  { indexed, position }: Snapshot,
  before: bigint | undefined,
) {
  const undated = listings.select(sql<bigint | null>`NULL::numeric`.as("endsAt"));
  if (before === undefined) return undated;
  const due = selectDueListings(indexed, position, before).as<"due">(sql.id("due"));
  const found = listings.innerJoin(due, (join) =>
    join
      .onRef("due.chainId", "=", "listing.chainId")
      .onRef("due.contract", "=", "listing.contract")
      .onRef("due.listingId", "=", "listing.listingId"),
  );
  // The same columns, and a table beside them that nothing but the sort names.
  return found.select("due.endsAt") as unknown as typeof undated;
}

function selectAllListings({ indexed }: SnapshotTables) {
  return indexed
    .selectFrom("listing")
    .leftJoin("token", (join) =>
      join
        .onRef("token.chainId", "=", "listing.chainId")
        .onRef("token.address", "=", "listing.token"),
    )
    .leftJoin(LISTING_PROFILE, (join) =>
      join
        .onRef("profile.chainId", "=", "listing.chainId")
        .onRef("profile.contract", "=", "listing.contract")
        .onRef("profile.listingId", "=", "listing.listingId"),
    )
    .select([
      "listing.chainId",
      "listing.contract",
      "listing.listingId",
      "listing.seller",
      "listing.title",
      "listing.metadataUri",
      "listing.askingPriceUnits",
      "listing.token",
      "token.symbol as tokenSymbol",
      "token.decimals as tokenDecimals",
      "listing.declaredVerification",
      "listing.state",
      "listing.availability",
      "listing.buildId",
      "listing.isBuildIdVerified",
      "listing.ipAssignmentHash",
      "listing.ipSignedAt",
      "listing.pauseReason",
      "listing.pausedAt",
      "listing.cancelledAt",
      "listing.escrowCount",
      "listing.activeOfferCount",
      "listing.highestOfferUnits",
      "listing.priceChangeCount",
      "listing.createdAt",
      "listing.createdBlock",
      "listing.createdLogIndex",
      "listing.createdTxHash",
      "listing.updatedAt",
      "listing.updatedBlock",
      "profile.category",
      "profile.tags",
      "profile.description",
    ]);
}

function selectPriceChanges({ indexed }: Pick<Snapshot, "indexed">) {
  return indexed
    .selectFrom("priceChange")
    .leftJoin("listing", (join) =>
      join
        .onRef("listing.chainId", "=", "priceChange.chainId")
        .onRef("listing.contract", "=", "priceChange.contract")
        .onRef("listing.listingId", "=", "priceChange.listingId"),
    )
    .leftJoin("token", (join) =>
      join
        .onRef("token.chainId", "=", "listing.chainId")
        .onRef("token.address", "=", "listing.token"),
    )
    .select([
      "priceChange.chainId",
      "priceChange.contract",
      "priceChange.listingId",
      "priceChange.previousPriceUnits",
      "priceChange.priceUnits",
      "listing.token",
      "token.symbol as tokenSymbol",
      "token.decimals as tokenDecimals",
      "priceChange.changedAt",
      "priceChange.blockNumber",
      "priceChange.logIndex",
      "priceChange.txHash",
    ]);
}
