import type pg from "pg";
import { expect } from "vitest";
import type { TestApi } from "./api.ts";
import { setIndexedBlock } from "./release.ts";
import { ESCROW_CONTRACT, insertRows, MARKETPLACE, START } from "./rows.ts";

/** Chain time of the market. */
export const NOW = START + 1_000n;
export const STRANGER = `0x${"77".repeat(20)}` as const;
const OWNER = `0x${"88".repeat(20)}`;

/** Fills release A with a listing, offers and escrows around the ends of their time. */
export async function fillActsMarket(client: pg.Client): Promise<void> {
  await insertRows(client, "release_a", "token", [{}]);
  await insertRows(client, "release_a", "contract", [
    { is_paused: false, agent: STRANGER, owner: OWNER },
    {
      address: ESCROW_CONTRACT,
      kind: "escrow",
      generation: "E3",
      marketplace: MARKETPLACE,
      owner: OWNER,
      is_paused: false,
    },
  ]);
  await insertRows(client, "release_a", "token_balance", [{ balance_units: 50_000_000 }]);
  await insertRows(client, "release_a", "listing", [{}, { listing_id: 1, state: "cancelled" }]);
  await insertRows(client, "release_a", "offer", [{}, { offer_id: 2, expires_at: NOW - 1n }]);
  await insertRows(client, "release_a", "escrow", [
    {},
    { escrow_id: 2, state: "delivered", verify_deadline: NOW },
    { escrow_id: 3, state: "created", total_funded_units: 70_000 },
    { escrow_id: 4, state: "delivered", verify_deadline: NOW - 1n },
  ]);
  await setIndexedBlock(client, "release_a", { block: 100n, timestamp: NOW });
}

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field by the tests
export type Action = any;

/** Every act that the API lists. */
export async function getActions(api: TestApi, path: string): Promise<Action[]> {
  const response = await api.get(path);
  expect(response.status).toBe(200);
  const { data } = (await response.json()) as { data: { actions: Action[] } };
  return data.actions;
}

/** One of them by name. */
export async function getAction(api: TestApi, path: string, name: string): Promise<Action> {
  const found = (await getActions(api, path)).find((action) => action.name === name);
  expect(found).toBeDefined();
  return found;
}

/** Codes of everything that stands against an act. */
export const codes = (action: Action): string[] => action.reasons.map(({ code }: Action) => code);
