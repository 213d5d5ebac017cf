import { type RawBuilder, sql } from "kysely";
import { type IndexedDb, selectRaw } from "../db/indexed.ts";
import { type ObligationKind, obligations } from "../statistics/obligations.ts";
import { LEDGER } from "./ledger.ts";

export type SolvencyFilter = {
  contract?: `0x${string}` | undefined;
  token?: `0x${string}` | undefined;
};

/** One contract and one token; null where the contract's token is not known. */
type Holding = { contract: `0x${string}`; token: `0x${string}` | null };

/** How many disputes at risk are named for each contract and token. */
export const NAMED_RISKS = 20;

const OBLIGATIONS = sql`(${sql.raw(obligations("indexed"))})`;

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
