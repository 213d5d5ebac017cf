import { formatUnits } from "viem";
import type { ChainKey } from "../../src/protocol/ids.ts";
import type { Statements } from "../jobs/add-job.ts";
import { KEPT_FACETS_ARE_MET } from "../search/listing-facets.ts";
import { KEPT_WORD_IS_FOUND } from "../search/search-listings.ts";

/** A search that a listing matches as it is now, with what made it match. */
export type SearchMatch = {
  searchId: string;
  accountId: string;
  name: string;
  listingKey: string;
  title: string;
  /** One sentence for each thing that was asked for. */
  why: string[];
};

/** Which searches are asked: all with alerts, or one. */
export type WhichSearches = { searchId: string } | "with alerts";

type Row = {
  searchId: string;
  accountId: string;
  name: string;
  listingKey: string;
  title: string;
  words: string[];
  /** Whether none of the words had to be read as mistyped. */
  isAsWritten: boolean;
  categories: string[];
  category: string | null;
  availabilities: string[];
  availability: string;
  hasSeller: boolean;
  hasMarketplace: boolean;
  hasToken: boolean;
  minPriceUnits: bigint | null;
  maxPriceUnits: bigint | null;
  askingPriceUnits: bigint;
  tokenSymbol: string | null;
  tokenDecimals: number | null;
  isBuildVerified: boolean | null;
};

/**
 * Searches that some listings match as the index has them now: on the words of titles, categories, tags
 * and descriptions whole or by their beginnings, and of titles mistyped, as text search has it.
 */
export async function matchSearches(
  db: Statements,
  listings: readonly ChainKey[],
  which: WhichSearches,
): Promise<SearchMatch[]> {
  if (listings.length === 0) return [];
  const { rows } = await db.query<Row>(
    `SELECT search.search_id AS "searchId", search.account_id AS "accountId", search.name,
       listing.chain_id || '-' || listing.contract || '-' || listing.listing_id AS "listingKey",
       listing.title, search.words, NOT EXISTS (
         SELECT FROM unnest(search.words) AS asked (word)
         WHERE NOT document.all_words @@ ('''' || asked.word || ''':*')::tsquery
       ) AS "isAsWritten", search.categories, profile.category, search.availabilities,
       listing.availability::text AS availability, search.seller IS NOT NULL AS "hasSeller",
       search.marketplace IS NOT NULL AS "hasMarketplace", search.token IS NOT NULL AS "hasToken",
       search.min_price_units AS "minPriceUnits", search.max_price_units AS "maxPriceUnits",
       listing.asking_price_units AS "askingPriceUnits", token.symbol AS "tokenSymbol",
       token.decimals AS "tokenDecimals", search.is_build_verified AS "isBuildVerified"
     FROM unnest($1::integer[], $2::text[], $3::numeric[]) AS asked (chain_id, contract, listing_id)
     JOIN indexed.listing USING (chain_id, contract, listing_id)
     JOIN app.saved_search AS search ON ($4::uuid IS NULL AND search.has_alert) OR search.search_id = $4
     LEFT JOIN indexed.token ON token.chain_id = listing.chain_id AND token.address = listing.token
     LEFT JOIN app.listing_profile AS profile ON profile.chain_id = listing.chain_id
       AND profile.contract = listing.contract AND profile.listing_id = listing.listing_id
     LEFT JOIN app.listing_document AS document ON document.chain_id = listing.chain_id
       AND document.contract = listing.contract AND document.listing_id = listing.listing_id
     WHERE ${KEPT_FACETS_ARE_MET}
       -- Folded words are letters and digits, so nothing in one can end the quotes.
       AND (cardinality(search.words) = 0 OR (document.listing_id IS NOT NULL AND NOT EXISTS (
         SELECT FROM unnest(search.words) AS asked (word) WHERE NOT ${KEPT_WORD_IS_FOUND})))
     ORDER BY search.search_id`,
    [
      listings.map(({ chainId }) => chainId),
      listings.map(({ contract }) => contract),
      listings.map(({ number }) => number),
      which === "with alerts" ? null : which.searchId,
    ],
  );
  return rows.map((row) => ({
    searchId: row.searchId,
    accountId: row.accountId,
    name: row.name,
    listingKey: row.listingKey,
    title: row.title,
    why: reasonsOf(row),
  }));
}

/**
 * Whether words of a listing can be searched already: they follow the index by a moment. True where
 * nobody searches by words.
 */
export async function canMatchWords(
  db: Statements,
  { chainId, contract, number }: ChainKey,
): Promise<boolean> {
  const { rows } = await db.query<{ can: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM app.saved_search WHERE has_alert AND cardinality(words) > 0)
       OR EXISTS (SELECT FROM app.listing_document
         WHERE chain_id = $1 AND contract = $2 AND listing_id = $3) AS can`,
    [chainId, contract, number],
  );
  return rows[0]?.can === true;
}

/** Notes that a search has found a listing; false when it had found it before. */
export async function addMatch(
  db: Statements,
  { searchId, listingKey, why }: SearchMatch,
  sequence: number,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO app.saved_search_match (search_id, listing_key, sequence, why)
     VALUES ($1, $2, $3, $4) ON CONFLICT (search_id, listing_key) DO NOTHING`,
    [searchId, listingKey, sequence, JSON.stringify(why)],
  );
  return rowCount === 1;
}

function reasonsOf(row: Row): string[] {
  const { words, categories, category, availabilities, availability, isBuildVerified } = row;
  const { minPriceUnits, maxPriceUnits, askingPriceUnits, tokenSymbol, tokenDecimals } = row;
  const money = (units: bigint) =>
    tokenDecimals === null
      ? `${units} base units`
      : `${formatUnits(units, tokenDecimals)} ${tokenSymbol ?? ""}`.trim();
  const reasons = [
    words.length > 0 &&
      `It has ${row.isAsWritten ? "the words" : "words like"} ${words.join(", ")}.`,
    categories.length > 0 && `Its category is ${category}.`,
    availabilities.length > 0 && `It is ${availability.replaceAll("_", " ")}.`,
    row.hasSeller && "It is of this seller.",
    row.hasMarketplace && "It is on this marketplace.",
    row.hasToken && `It is paid in ${tokenSymbol ?? "this token"}.`,
    minPriceUnits !== null &&
      `Its price of ${money(askingPriceUnits)} is at least ${money(minPriceUnits)}.`,
    maxPriceUnits !== null &&
      `Its price of ${money(askingPriceUnits)} is at most ${money(maxPriceUnits)}.`,
    isBuildVerified !== null && `Its build id is ${isBuildVerified ? "" : "not "}confirmed.`,
  ].filter((reason) => reason !== false);
  return reasons.length > 0 ? reasons : ["The search asks for every listing."];
}
