import { sql } from "kysely";
import type { ChainKey } from "../../src/protocol/ids.ts";
import { TERMINAL_ESCROW_STATES } from "../../src/protocol/states.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import { selectRaw } from "../db/indexed.ts";
import type { Closure } from "../valuation/record/outcome.ts";

/** A closed escrow with all that decides whether and how its price counts. */
export type ClosedEscrow = Closure & {
  chainId: number;
  contract: string;
  escrowId: bigint;
  marketplace: string;
  listingId: bigint;
  /** Of the token of the escrow. */
  currency: string;
  decimals: number;
  /** Asking price in force when the price became known; null where there is none in this token. */
  askedUnits: bigint | null;
  /** First block that told the price, and its second. */
  agreedBlock: bigint;
  agreedAt: bigint;
  settledBlock: bigint;
  settledAt: bigint;
};

/** Which escrows are wanted: one, or the first that nobody has written down yet, up to a block. */
export type ClosureQuery = { escrow: ChainKey } | { chainId: number; upTo: bigint; limit: number };

/**
 * Closed escrows whose listing and token are known, in the order in which they closed. The price is
 * told by the accepted offer, or by the escrow itself; the ask is that of the same moment.
 */
export async function findClosures(
  { indexed }: Pick<Snapshot, "indexed">,
  query: ClosureQuery,
): Promise<ClosedEscrow[]> {
  const isOne = "escrow" in query;
  const wanted = isOne
    ? sql`x.chain_id = ${query.escrow.chainId} AND x.contract = ${query.escrow.contract}
        AND x.escrow_id = ${query.escrow.number}`
    : sql`x.chain_id = ${query.chainId} AND last.block_number <= ${query.upTo}
        AND NOT EXISTS (SELECT FROM app.estimate_outcome AS kept
          WHERE kept.chain_id = x.chain_id AND kept.contract = x.contract
            AND kept.escrow_id = x.escrow_id)`;
  const closed = sql.join(TERMINAL_ESCROW_STATES.map((state) => sql.lit(state)));
  return selectRaw<ClosedEscrow>(
    indexed,
    sql`(
      SELECT x.chain_id, x.contract, x.escrow_id, x.marketplace, x.listing_id, x.state::text AS state,
        x.buyer, x.seller, x.disputed_at IS NOT NULL AS is_disputed, x.is_emergency_exit,
        x.amount_units, t.symbol AS currency, t.decimals,
        coalesce(l.token = x.token, false) AS is_in_listing_token,
        EXISTS (SELECT FROM indexed.escrow AS back
          WHERE back.chain_id = x.chain_id AND back.buyer = x.seller AND back.seller = x.buyer
            AND back.created_block <= last.block_number) AS is_round_trip,
        CASE WHEN l.token = x.token THEN ask.price_units END AS asked_units,
        told.block AS agreed_block, told.at AS agreed_at,
        last.block_number AS settled_block, x.closed_at AS settled_at
      FROM indexed.escrow AS x
      JOIN indexed.listing AS l ON l.chain_id = x.chain_id AND l.contract = x.marketplace
        AND l.listing_id = x.listing_id
      JOIN indexed.token AS t ON t.chain_id = x.chain_id AND t.address = x.token
      JOIN indexed.escrow_transition AS last ON last.chain_id = x.chain_id
        AND last.contract = x.contract AND last.escrow_id = x.escrow_id
        AND last.sequence = x.transition_count - 1
      LEFT JOIN indexed.offer AS o ON o.chain_id = x.chain_id AND o.contract = x.contract
        AND o.offer_id = x.offer_id
      CROSS JOIN LATERAL (SELECT coalesce(o.created_block, x.created_block) AS block,
        coalesce(o.created_log_index, x.created_log_index) AS log_index,
        coalesce(o.created_at, x.created_at) AS at) AS told
      LEFT JOIN LATERAL (
        SELECT p.price_units FROM indexed.price_change AS p
        WHERE p.chain_id = x.chain_id AND p.contract = x.marketplace AND p.listing_id = x.listing_id
          AND (p.block_number, p.log_index) < (told.block, told.log_index)
        ORDER BY p.block_number DESC, p.log_index DESC LIMIT 1
      ) AS ask ON true
      WHERE ${wanted} AND x.closed_at IS NOT NULL AND x.state IN (${closed})
      ORDER BY last.block_number, x.contract, x.escrow_id
      LIMIT ${isOne ? 1 : query.limit}
    )`,
  ).execute();
}
