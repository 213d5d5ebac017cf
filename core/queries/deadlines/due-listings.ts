import { type RawBuilder, sql } from "kysely";
import type { Position } from "../../db/consistent-read.ts";
import type { IndexedDb } from "../../db/indexed.ts";
import { BRANCHES } from "./branches.ts";

/** A listing about which something is due, by its key. */
type DueListing = {
  chainId: number;
  contract: `0x${string}`;
  listingId: bigint;
  /** Unix seconds of the first moment that is still ahead. */
  endsAt: bigint;
};

/**
 * Listings with a deadline of an offer, an escrow, a hold or a dispute that is still ahead in chain
 * time and comes before a moment: the deadlines of `/v1/deadlines`, each kind read along its own index
 * as far as that moment, so that the work follows from how far ahead one looks.
 *
 * @param before unix seconds; that second itself is not looked at
 */
export function selectDueListings(
  indexed: IndexedDb,
  { chainId, indexed: { timestamp } }: Pick<Position, "chainId" | "indexed">,
  before: bigint,
): RawBuilder<DueListing> {
  const parts = BRANCHES.filter(({ rows }) => rows.resource !== "seller").map(
    ({ offset, rows }) =>
      sql`(${indexed
        .selectFrom(rows.select(indexed))
        .select(["due.marketplace", "due.listingId"])
        .select(sql<bigint>`due.base + ${sql.lit(String(offset))}::numeric`.as("at"))
        .where("due.base", ">=", timestamp - offset)
        .where("due.base", "<", before - offset)})`,
  );
  return sql<DueListing>`(SELECT ${chainId}::integer AS chain_id, marketplace AS contract, listing_id,
      min(at) AS ends_at
    FROM (${sql.join(parts, sql` UNION ALL `)}) AS ahead
    GROUP BY marketplace, listing_id)`;
}
