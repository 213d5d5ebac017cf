import type pg from "pg";
import { setIndexedBlock } from "./release.ts";
import { BUYER, ESCROW_CONTRACT, insertRows, START, setHeads } from "./rows.ts";

/** Chain time of the small market: past the offer's expiry, before the handover deadline. */
export const NOW = START + 100_000n;

/** Fills release A with a market small enough to know every row of it by heart. */
export async function fillSmallMarket(client: pg.Client): Promise<void> {
  await insertRows(client, "release_a", "token", [{}]);
  await insertRows(client, "release_a", "listing", [
    {},
    { listing_id: 1, asking_price_units: 5, state: "cancelled", availability: "cancelled" },
    {
      listing_id: 2,
      asking_price_units: 900_000_000,
      created_at: START + 5n,
      updated_at: START + 50n,
      updated_block: 95,
      declared_verification: "enhanced",
    },
    { listing_id: 3, token: null, state: "paused", pause_reason: "holiday", paused_at: START },
  ]);
  await insertRows(
    client,
    "release_a",
    "price_change",
    Array.from({ length: 22 }, (_, change) => ({
      block_number: 10 + change,
      previous_price_units: change === 0 ? null : change - 1,
      price_units: change,
    })),
  );
  await insertRows(client, "release_a", "escrow_transition", [
    {},
    { sequence: 1, from_state: "created", to_state: "funded", block_number: 85 },
  ]);
  await insertRows(client, "release_a", "contract", [{}]);
  await insertRows(client, "release_a", "offer", [{}, { offer_id: 2, state: "accepted" }]);
  await insertRows(client, "release_a", "escrow", [
    {},
    { escrow_id: 2, state: "transition", updated_block: 85 },
    { escrow_id: 3, state: "disputed" },
  ]);
  await insertRows(client, "release_a", "transition_hold", [{ escrow_id: 2 }]);
  await insertRows(client, "release_a", "dispute", [{ escrow_id: 3 }]);
  await insertRows(client, "release_a", "activity", [
    {},
    {
      block_number: 30,
      log_index: 2,
      contract: ESCROW_CONTRACT,
      contract_kind: "escrow",
      kind: "escrow_created",
      event: "EscrowCreated",
      escrow_id: 1,
      actor: BUYER,
    },
    {
      block_number: 30,
      log_index: 3,
      contract: ESCROW_CONTRACT,
      contract_kind: "escrow",
      kind: "offer_made",
      event: "OfferMade",
      offer_id: 1,
      actor: BUYER,
      listing_id: 0,
    },
  ]);
  await setIndexedBlock(client, "release_a", { block: 100n, timestamp: NOW });
  await setHeads(client, { head: 100, safe: 90, final: 80 });
}
