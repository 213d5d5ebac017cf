/** What a listing can be asked for by its columns, and how the answer is compared. */
type ListingFacet = {
  /** Of the listing (`listing`) or what is said of it (`profile`), as SQL names it. */
  column: string;
  /** With `in` there are several values, one of which is enough. */
  operator: "=" | ">=" | "<=" | "in";
  /** Column of `app.saved_search` that keeps what was asked for: null or an empty list asks for nothing. */
  kept: string;
};

/**
 * What reads of listings and saved searches ask for alike, by its name in the filter of reads: one
 * definition, so that a search that is kept finds what the same filter finds. Words have theirs in
 * `search-listings.ts`.
 */
export const LISTING_FACETS = {
  category: { column: "profile.category", operator: "in", kept: "categories" },
  availability: { column: "listing.availability", operator: "in", kept: "availabilities" },
  seller: { column: "listing.seller", operator: "=", kept: "seller" },
  marketplace: { column: "listing.contract", operator: "=", kept: "marketplace" },
  token: { column: "listing.token", operator: "=", kept: "token" },
  minPriceUnits: { column: "listing.asking_price_units", operator: ">=", kept: "min_price_units" },
  maxPriceUnits: { column: "listing.asking_price_units", operator: "<=", kept: "max_price_units" },
  isBuildVerified: {
    column: "listing.is_build_id_verified",
    operator: "=",
    kept: "is_build_verified",
  },
} as const satisfies Record<string, ListingFacet>;

/** The condition of all facets on a row of `app.saved_search` (`search`), for searches in a table. */
export const KEPT_FACETS_ARE_MET = Object.values(LISTING_FACETS)
  .map(({ column, operator, kept }) =>
    operator === "in"
      ? `(cardinality(search.${kept}) = 0 OR ${column}::text = ANY (search.${kept}))`
      : `(search.${kept} IS NULL OR ${column} ${operator} search.${kept})`,
  )
  .join("\n       AND ");
