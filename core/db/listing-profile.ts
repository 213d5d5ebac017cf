import { sql } from "kysely";

/** Channel on which every change of profiles is announced (`migrations/0008_listing_profile.sql`). */
export const PROFILE_CHANNEL = "valyra_listing_profile";

/** `app.listing_profile`: what is told of a listing beside the chain. */
export type ListingProfileTable = {
  chainId: number;
  contract: `0x${string}`;
  listingId: bigint;
  category: string | null;
  tags: string[];
  description: string | null;
  updatedAt: Date;
};

/**
 * Profiles as a table for queries of the index. Every write moves the mark of the position, so they
 * may be read beside the index without a transaction, as no other table of `app` may.
 */
export const LISTING_PROFILE = sql<ListingProfileTable>`app.listing_profile`.as("profile");
