import { sql } from "kysely";
import { HEARTBEAT_WARNING_SECONDS } from "../../src/protocol/constants.ts";
import { finalRows, type Snapshot } from "../db/consistent-read.ts";
import { selectRaw } from "../db/indexed.ts";
import { HEARD_BY_LINK } from "../sellers/sign-of-life.ts";

type Hex = `0x${string}`;

/** Offers that a seller lets expire in a row before the listing is paused (domain A.3, B.9). */
export const MAX_IGNORED_OFFERS = 3;

/** Listings are looked at for so long after an offer for them has expired, seconds. */
const LOOK_BACK_SECONDS = 30n * 86_400n;

/** A seller whose last sign of life on chain is more than 30 days ago. */
export type SilentSellerRow = {
  chainId: number;
  contract: Hex;
  seller: Hex;
  lastHeartbeatAt: bigint;
  /** Unix seconds of the last answer to a mail; null for none. */
  heardByLinkAt: bigint | null;
  isActive: boolean;
  isPaused: boolean;
  /** Agent of the marketplace. */
  agent: Hex | null;
  updatedBlock: bigint;
};

/** Sellers that are silent at the chain time of the indexed block. M1 ignores heartbeats and pauses. */
export async function findSilentSellers({
  indexed,
  position,
}: Snapshot): Promise<SilentSellerRow[]> {
  return indexed
    .selectFrom("seller")
    .innerJoin("contract", (join) =>
      join
        .onRef("contract.chainId", "=", "seller.chainId")
        .onRef("contract.address", "=", "seller.contract"),
    )
    .select(["seller.chainId", "seller.contract", "seller.seller", "seller.lastHeartbeatAt"])
    .select(["seller.isActive", "seller.isPaused", "seller.updatedBlock", "contract.agent"])
    .select(HEARD_BY_LINK.as("heardByLinkAt"))
    .where("seller.chainId", "=", position.chainId)
    .where("contract.generation", "!=", "M1")
    .where("seller.isActive", "=", true)
    .where("seller.isPaused", "=", false)
    .where("seller.lastHeartbeatAt", "<", position.indexed.timestamp - HEARTBEAT_WARNING_SECONDS)
    .execute();
}

/** An active listing whose seller has let offers expire in a row. */
export type IgnoringListing = {
  chainId: number;
  contract: Hex;
  listingId: bigint;
  seller: Hex;
  agent: Hex | null;
  ignored: bigint;
  /** Unix seconds at which the offer expired that was one too many; it names the occasion. */
  reachedAt: bigint;
};

/**
 * Active listings for which at least three offers have expired without an answer since the seller last
 * answered one, or last resumed the listing. The contracts count nothing of that (domain B.9). Only
 * offers in final blocks count, for what follows cannot be taken back.
 */
export async function findIgnoringListings({
  indexed,
  position,
}: Snapshot): Promise<IgnoringListing[]> {
  const now = position.indexed.timestamp;
  const final = finalRows(position.heads);
  if (final === undefined) return [];
  const isIgnored = sql`((offer.state = 'active' AND offer.expires_at < ${now})
    OR (offer.state = 'cancelled' AND NOT offer.is_ejected AND offer.ended_at > offer.expires_at))`;
  const isOfListing = sql`offer.chain_id = listing.chain_id AND offer.marketplace = listing.contract
    AND offer.listing_id = listing.listing_id`;
  const query = sql<IgnoringListing>`(
    WITH recent AS (
      SELECT DISTINCT offer.chain_id, offer.marketplace, offer.listing_id
      FROM indexed.offer
      WHERE offer.chain_id = ${position.chainId} AND ${isIgnored}
        AND offer.expires_at BETWEEN ${now - LOOK_BACK_SECONDS} AND ${now}
    )
    SELECT listing.chain_id, listing.contract, listing.listing_id, listing.seller, home.agent,
      counted.ignored, counted.moments[${sql.lit(MAX_IGNORED_OFFERS)}] AS reached_at
    FROM recent
    JOIN indexed.listing ON listing.chain_id = recent.chain_id
      AND listing.contract = recent.marketplace AND listing.listing_id = recent.listing_id
    JOIN indexed.contract AS home
      ON home.chain_id = listing.chain_id AND home.address = listing.contract
    CROSS JOIN LATERAL (
      SELECT coalesce(max(offer.ended_at), 0) AS at FROM indexed.offer
      WHERE ${isOfListing} AND offer.state IN ('accepted', 'rejected')
    ) AS answered
    CROSS JOIN LATERAL (
      SELECT coalesce(max(activity.occurred_at), 0) AS at FROM indexed.activity
      WHERE activity.chain_id = listing.chain_id AND activity.marketplace = listing.contract
        AND activity.listing_id = listing.listing_id AND activity.kind = 'listing_resumed'
    ) AS resumed
    CROSS JOIN LATERAL (
      SELECT count(*) AS ignored, array_agg(offer.expires_at ORDER BY offer.expires_at) AS moments
      FROM indexed.offer
      WHERE ${isOfListing} AND ${isIgnored} AND offer.updated_block <= ${final}
        AND offer.expires_at > greatest(answered.at, resumed.at)
    ) AS counted
    WHERE listing.state = 'active' AND home.generation <> 'M1'
      AND counted.ignored >= ${MAX_IGNORED_OFFERS}
  )`;
  return selectRaw(indexed, query).execute();
}
