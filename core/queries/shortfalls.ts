import { sql } from "kysely";
import type { DisputeResolution } from "../../src/protocol/states.ts";
import { type IndexedDb, selectRaw } from "../db/indexed.ts";
import { isAmong, keyOfChain } from "../db/keys.ts";
import { obligations } from "../statistics/obligations.ts";
import { OF_ESCROW } from "./escrow-parts.ts";
import { LEDGER } from "./ledger.ts";

type Hex = `0x${string}`;

/** An account of which more is owed, or was paid, than ever reached it; amounts in base units. */
export type ShortAccount = {
  contract: Hex;
  token: Hex;
  /** As in the ledger, e.g. `escrow:7`. */
  account: string;
  owedUnits: bigint;
  /** What lies in the account: negative when it was paid out of the money of others. */
  heldUnits: bigint;
  receivedUnits: bigint;
};

/**
 * Accounts with too little, of contracts and tokens whose transfers are indexed.
 *
 * @param among names of the accounts that are asked about; all when left out
 */
export function findShortAccounts(
  db: IndexedDb,
  chainId: number,
  among?: readonly string[],
): Promise<ShortAccount[]> {
  const isAsked = among === undefined ? sql`true` : sql`account = ANY(${among}::text[])`;
  const query = sql<ShortAccount>`(
    SELECT contract, token, account,
      coalesce(owed.owed_units, 0) AS owed_units,
      coalesce(held.held_units, 0) AS held_units,
      coalesce(held.received_units, 0) AS received_units
    FROM (
      SELECT contract, token, account, sum(units) AS held_units,
        coalesce(sum(units) FILTER (WHERE units > 0), 0) AS received_units
      FROM ${LEDGER} AS ledger
      WHERE chain_id = ${chainId} AND position(':' IN account) > 0 AND ${isAsked}
      GROUP BY contract, token, account
    ) AS held
    FULL JOIN (
      SELECT contract, token, account, owed_units
      FROM (${sql.raw(obligations("indexed"))}) AS obligation
      WHERE chain_id = ${chainId} AND ${isAsked}
    ) AS owed USING (contract, token, account)
    WHERE coalesce(owed.owed_units, 0) > coalesce(held.held_units, 0)
      AND EXISTS (
        SELECT FROM indexed.token_balance AS balance
        WHERE balance.chain_id = ${chainId} AND balance.contract = coalesce(held.contract, owed.contract)
          AND balance.token = coalesce(held.token, owed.token)))`;
  return selectRaw(db, query).execute();
}

/**
 * Names of the accounts of which anything may have changed after a block, on whichever contract. What
 * is staked changes with a movement alone.
 *
 * @param most no more than these are looked for
 */
export async function findTouchedAccounts(
  db: IndexedDb,
  chainId: number,
  { after, most }: { after: bigint; most: number },
): Promise<string[]> {
  const isLater = (column: string) => sql`chain_id = ${chainId} AND ${sql.ref(column)} > ${after}`;
  const query = sql<{ account: string }>`(
    SELECT account FROM (
      SELECT credit_account AS account FROM indexed.token_movement WHERE ${isLater("block_number")}
      UNION
      SELECT debit_account FROM indexed.token_movement WHERE ${isLater("block_number")}
      UNION
      SELECT 'escrow:' || escrow_id FROM indexed.escrow WHERE ${isLater("updated_block")}
      UNION
      SELECT 'offer:' || offer_id FROM indexed.offer WHERE ${isLater("updated_block")}
      UNION
      SELECT 'payment:' || payment_id FROM indexed.agent_payment WHERE ${isLater("updated_block")}
    ) AS touched WHERE position(':' IN account) > 0 LIMIT ${most})`;
  return (await selectRaw(db, query).execute()).map(({ account }) => account);
}

/** An escrow whose account has too little: what may explain it. */
export type ShortEscrow = {
  contract: Hex;
  escrowId: bigint;
  /** What the escrow's own row says was received. */
  recordedUnits: bigint;
  /** When the escrow was confirmed, so that its fee and most of its payout left; null before. */
  confirmedAt: bigint | null;
  /** Of its dispute; null for none. */
  resolution: DisputeResolution | null;
};

/** These escrows, as far as there are any. */
export async function findShortEscrows(
  db: IndexedDb,
  chainId: number,
  escrows: readonly { contract: Hex; escrowId: bigint }[],
): Promise<ShortEscrow[]> {
  if (escrows.length === 0) return [];
  const keys = escrows.map(({ contract, escrowId }) =>
    keyOfChain({ chainId, contract, number: escrowId }),
  );
  return db
    .selectFrom("escrow")
    .leftJoin("dispute", (join) =>
      join
        .onRef("dispute.chainId", "=", "escrow.chainId")
        .onRef("dispute.contract", "=", "escrow.contract")
        .onRef("dispute.escrowId", "=", "escrow.escrowId"),
    )
    .select([
      "escrow.contract",
      "escrow.escrowId",
      "escrow.totalFundedUnits as recordedUnits",
      "escrow.confirmedAt",
      "dispute.resolution",
    ])
    .where(isAmong("escrow", OF_ESCROW, keys))
    .execute();
}
