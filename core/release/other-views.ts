import type { Release } from "./inspect.ts";
import { quoteLiteral } from "./quote.ts";

/** Views of analysts beside those of the release's own relations, and what each of them is. */
export const OTHER_VIEWS = {
  listing_profile: "What is told of a listing beside the chain.",
  described_listing:
    "Every listing with what is told of it beside the chain: the two views in one.",
  valuation_score:
    "Errors of blind estimates against the prices that were paid later, with the ask and rules of thumb beside them.",
  valuation_track_record:
    "How far blind estimates, asking prices and rules of thumb were off on the same deals: overall, and by category, grade and horizon.",
} as const;

/** The statements that build them; what lies beside the index has its listings only where those are indexed. */
export function planOtherViews({ relations }: Release): string[] {
  const hasListings = relations.some(({ name }) => name === "listing");
  return [PROFILE_VIEW, ...(hasListings ? [DESCRIBED_LISTING_VIEW] : []), RECORD_VIEWS];
}

/** Analysts split numbers by category, and read nothing else of `app`. */
const PROFILE_VIEW = [
  `CREATE VIEW analytics.listing_profile AS
   SELECT chain_id || '-' || contract || '-' || listing_id AS listing_key,
     chain_id, contract, listing_id, category, tags, description, updated_at
   FROM app.listing_profile`,
  commentOn("listing_profile"),
  "COMMENT ON COLUMN analytics.listing_profile.listing_key IS 'Public id of the listing, the same text as in the API.'",
  "COMMENT ON COLUMN analytics.listing_profile.chain_id IS 'EIP-155 chain id.'",
  "COMMENT ON COLUMN analytics.listing_profile.contract IS 'Marketplace that holds the listing.'",
  "COMMENT ON COLUMN analytics.listing_profile.listing_id IS 'Id given by the marketplace.'",
  "COMMENT ON COLUMN analytics.listing_profile.category IS 'Kind of business; null when it is not known.'",
  "COMMENT ON COLUMN analytics.listing_profile.tags IS 'Further words; untrusted text.'",
  "COMMENT ON COLUMN analytics.listing_profile.description IS 'What the seller says of the business; untrusted text.'",
  "COMMENT ON COLUMN analytics.listing_profile.updated_at IS 'When the row last changed.'",
].join(";\n");

/** Each listing with what is told of it beside the chain, so that no analyst has to join the two. */
const DESCRIBED_LISTING_VIEW = [
  `CREATE VIEW analytics.described_listing AS
   SELECT listing.*, profile.category, profile.tags, profile.description,
     profile.updated_at AS described_at
   FROM analytics.listing
   LEFT JOIN analytics.listing_profile AS profile USING (chain_id, contract, listing_id)`,
  copyComments("described_listing", "analytics.listing_profile"),
  copyComments("described_listing", "analytics.listing"),
  commentOn("described_listing"),
  "COMMENT ON COLUMN analytics.described_listing.described_at IS 'When what is told last changed; null while nothing is.'",
].join(";\n");

/** How estimates fared: views of `app` under another name, with what their columns mean. */
const RECORD_VIEWS = [
  ["valuation_score", "estimate_score"],
  ["valuation_track_record", "valuation_track_record"],
]
  .map(
    ([view = "", source = ""]) =>
      `CREATE VIEW analytics.${view} AS SELECT * FROM app.${source};\n${copyComments(view, `app.${source}`)}`,
  )
  .join(";\n");

/** Gives a view of analysts the comments of a relation, and those of the columns that both have. */
function copyComments(view: string, source: string): string {
  return `DO $copy$ DECLARE item record; BEGIN
    FOR item IN SELECT attnum, attname, CASE attnum WHEN 0 THEN obj_description(source.oid, 'pg_class')
        ELSE col_description(source.oid, attnum) END AS said
      FROM (SELECT '${source}'::regclass AS oid) AS source, LATERAL (
        SELECT 0 AS attnum, '' AS attname UNION ALL SELECT attnum, attname FROM pg_attribute
        WHERE attrelid = source.oid AND attnum > 0 AND attname IN (SELECT attname FROM pg_attribute
          WHERE attrelid = 'analytics.${view}'::regclass)) AS part
    LOOP
      IF item.attnum = 0 THEN EXECUTE format('COMMENT ON VIEW analytics.${view} IS %L', item.said);
      ELSE EXECUTE format('COMMENT ON COLUMN analytics.${view}.%I IS %L', item.attname, item.said);
      END IF;
    END LOOP;
  END $copy$`;
}

function commentOn(view: keyof typeof OTHER_VIEWS): string {
  return `COMMENT ON VIEW analytics.${view} IS ${quoteLiteral(OTHER_VIEWS[view])}`;
}
