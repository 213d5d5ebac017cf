import { type RawBuilder, sql } from "kysely";
import type { DisputeResolution } from "../../src/protocol/states.ts";
import { type IndexedDb, selectRaw } from "../db/indexed.ts";
import { type ObligationKind, obligations } from "../statistics/obligations.ts";

export type SolvencyFilter = {
  contract?: `0x${string}` | undefined;
  token?: `0x${string}` | undefined;
};

/** One contract and one token; null where the contract's token is not known. */
type Holding = { contract: `0x${string}`; token: `0x${string}` | null };

/** How many accounts with too little are named for each contract and token. */
export const NAMED_SHORTFALLS = 20;

/** How many disputes at risk are named for each contract and token. */
export const NAMED_RISKS = 20;

const OBLIGATIONS = sql`(${sql.raw(obligations("indexed"))})`;

/** Each movement once for every account of ours that it touches, base units with their sign. */
const LEDGER = sql`(
  SELECT chain_id, "to" AS contract, token, credit_account AS account, amount_units AS units
  FROM indexed.token_movement WHERE credit_account IS NOT NULL
  UNION ALL
  SELECT chain_id, "from", token, debit_account, -amount_units
  FROM indexed.token_movement WHERE debit_account IS NOT NULL)`;

function within(chainId: number, { contract, token }: SolvencyFilter): RawBuilder<unknown> {
  return sql.join(
    [
      sql`chain_id = ${chainId}`,
      ...(contract ? [sql`contract = ${contract}`] : []),
      ...(token ? [sql`token = ${token}`] : []),
    ],
    sql` AND `,
  );
}

type ObligationRow = Holding & { kind: ObligationKind; count: bigint; owedUnits: bigint };

/** What contracts owe, by kind, in base units. */
export function findObligations(db: IndexedDb, chainId: number, filter: SolvencyFilter) {
  const query = sql<ObligationRow>`(
    SELECT contract, token, kind, count(*) AS count, sum(owed_units) AS owed_units
    FROM ${OBLIGATIONS} AS obligation WHERE ${within(chainId, filter)}
    GROUP BY contract, token, kind)`;
  return selectRaw(db, query).orderBy("kind").execute();
}

/** What contracts hold by the transfers of each token, and the block of the last transfer. */
export function findBalances(db: IndexedDb, chainId: number, { contract, token }: SolvencyFilter) {
  let query = db
    .selectFrom("tokenBalance")
    .select(["contract", "token", "balanceUnits", "updatedBlock"])
    .where("chainId", "=", chainId);
  if (contract) query = query.where("contract", "=", contract);
  if (token) query = query.where("token", "=", token);
  return query.execute();
}

/** Block of the last event of each of these contracts; one without events is left out. */
export async function findLastEvents(
  db: IndexedDb,
  chainId: number,
  contracts: readonly `0x${string}`[],
): Promise<Map<`0x${string}`, bigint>> {
  if (contracts.length === 0) return new Map();
  const rows = await db
    .selectFrom("contract")
    .select(({ selectFrom }) => [
      "contract.address",
      selectFrom("activity")
        .select(({ fn }) => fn.max("activity.blockNumber").as("blockNumber"))
        .whereRef("activity.contract", "=", "contract.address")
        .as("lastBlock"),
    ])
    .where("chainId", "=", chainId)
    .where("address", "in", contracts)
    .execute();
  return new Map(
    rows.flatMap(({ address, lastBlock }) => (lastBlock === null ? [] : [[address, lastBlock]])),
  );
}

/**
 * Money that contracts hold without owing it to anybody: slashed and forfeited stakes, and transfers
 * that no event accounts for (`surplus`). Base units.
 */
export function findFreeMoney(db: IndexedDb, chainId: number, filter: SolvencyFilter) {
  const query = sql<Holding & { account: string; heldUnits: bigint }>`(
    SELECT contract, token, account, sum(units) AS held_units
    FROM ${LEDGER} AS ledger
    WHERE ${within(chainId, filter)} AND position(':' IN account) = 0
    GROUP BY contract, token, account HAVING sum(units) <> 0)`;
  return selectRaw(db, query).orderBy("account").execute();
}

/** An account of which more is owed, or was paid, than ever reached it; amounts in base units. */
export type ShortfallRow = Holding & {
  /** As in the ledger, e.g. `escrow:7`. */
  account: string;
  owedUnits: bigint;
  /** What lies in the account: negative when it was paid out of the money of others. */
  heldUnits: bigint;
  receivedUnits: bigint;
  /** Escrow of the account; null for offers, stakes and payments. */
  escrowId: bigint | null;
  /** What the escrow's own row says was received. */
  recordedUnits: bigint | null;
  /** When the escrow was confirmed, so that its fee and most of its payout left; null before. */
  confirmedAt: bigint | null;
  resolution: DisputeResolution | null;
  /** Rank by what is lacking, from 1, among the accounts of the contract and token. */
  place: bigint;
  /** Accounts of this contract and token with too little, and what they lack in all. */
  shortfallCount: bigint;
  shortfallUnits: bigint;
};

/** Number in the name of an escrow's account, so that its row is found by its key. */
const ESCROW_OF_ACCOUNT = sql`CASE WHEN short.account LIKE 'escrow:%'
  THEN substr(short.account, length('escrow:') + 1)::numeric END`;

/** The accounts that lack most, for contracts and tokens whose transfers are indexed. */
export function findShortfalls(db: IndexedDb, chainId: number, filter: SolvencyFilter) {
  const query = sql<ShortfallRow>`(
    SELECT short.contract, short.token, short.account, short.owed_units, short.held_units,
      short.received_units, e.escrow_id, e.total_funded_units AS recorded_units, e.confirmed_at,
      d.resolution, short.place, short.shortfall_count, short.shortfall_units
    FROM (
      SELECT *, row_number() OVER (holding ORDER BY owed_units - held_units DESC, account) AS place,
        count(*) OVER holding AS shortfall_count,
        sum(owed_units - held_units) OVER holding AS shortfall_units
      FROM (
        SELECT chain_id, contract, token, account,
          coalesce(owed.owed_units, 0) AS owed_units,
          coalesce(held.held_units, 0) AS held_units,
          coalesce(held.received_units, 0) AS received_units
        FROM (
          SELECT chain_id, contract, token, account, sum(units) AS held_units,
            coalesce(sum(units) FILTER (WHERE units > 0), 0) AS received_units
          FROM ${LEDGER} AS ledger
          WHERE ${within(chainId, filter)} AND position(':' IN account) > 0
          GROUP BY chain_id, contract, token, account
        ) AS held
        FULL JOIN (
          SELECT * FROM ${OBLIGATIONS} AS obligation WHERE ${within(chainId, filter)}
        ) AS owed USING (chain_id, contract, token, account)
      ) AS compared
      WHERE owed_units > held_units
      WINDOW holding AS (PARTITION BY contract, token)
    ) AS short
    JOIN indexed.token_balance AS b ON b.chain_id = short.chain_id
      AND b.contract = short.contract AND b.token = short.token
    LEFT JOIN indexed.escrow AS e ON e.chain_id = short.chain_id AND e.contract = short.contract
      AND e.escrow_id = ${ESCROW_OF_ACCOUNT}
    LEFT JOIN indexed.dispute AS d ON d.chain_id = e.chain_id AND d.contract = e.contract
      AND d.escrow_id = e.escrow_id
    WHERE short.place <= ${NAMED_SHORTFALLS})`;
  return selectRaw(db, query).orderBy("place").execute();
}

/** An open dispute of an escrow that was confirmed before; amounts in base units. */
export type RiskRow = Holding & {
  escrowId: bigint;
  /** What its resolution pays out beyond what is left. */
  missingUnits: bigint;
  /** Rank by what is missing, from 1, among the disputes of the contract and token. */
  place: bigint;
  /** Such disputes of this contract and token, and what they lack in all. */
  riskCount: bigint;
  riskUnits: bigint;
};

/**
 * The largest of the open disputes of escrows that were confirmed before. Whatever the resolution, the
 * contract will pay out of the whole amount although only the retainer is left (trap 22).
 */
export function findDisputesAtRisk(db: IndexedDb, chainId: number, filter: SolvencyFilter) {
  const query = sql<RiskRow>`(
    SELECT * FROM (
      SELECT *, row_number() OVER (holding ORDER BY missing_units DESC, escrow_id) AS place,
        count(*) OVER holding AS risk_count, sum(missing_units) OVER holding AS risk_units
      FROM (
        SELECT chain_id, contract, token, escrow_id, amount_units - h.retained_units AS missing_units
        FROM indexed.escrow AS e
        JOIN indexed.transition_hold AS h USING (chain_id, contract, escrow_id)
        WHERE e.state = 'disputed'
      ) AS risk
      WHERE ${within(chainId, filter)}
      WINDOW holding AS (PARTITION BY contract, token)
    ) AS ranked WHERE place <= ${NAMED_RISKS})`;
  return selectRaw(db, query).orderBy("contract").orderBy("place").execute();
}
