import type { Hex } from "viem";
import { settledBlock } from "../db/settled.ts";
import type { Statements } from "../jobs/add-job.ts";
import type { MarketCall } from "./actions.ts";
import { EVENTS } from "./agent-chain.ts";

/** What the index and the heads say about the transactions of an action. */
export type IndexedView = {
  /** Block in which the index has the event; null while it has none. */
  block: bigint | null;
  /** Last safe and last final block; -1 while nobody has asked a node. */
  safe: bigint;
  final: bigint;
};

/** Looks for the event of a call among what some transactions have caused. */
export async function findIndexedEvent(
  db: Statements,
  call: MarketCall,
  hashes: readonly Hex[],
): Promise<IndexedView> {
  const { rows } = await db.query<IndexedView>(
    `SELECT (
         SELECT block_number FROM indexed.activity
         WHERE chain_id = $1 AND tx_hash = ANY ($2) AND contract = $3 AND event = $4 LIMIT 1
       ) AS block,
       coalesce(least(heads.safe, settled.block), -1) AS safe,
       coalesce(least(heads.final, settled.block), -1) AS final
     FROM (VALUES ($1::integer)) AS chain (id)
     LEFT JOIN app.chain_head AS heads ON heads.chain_id = chain.id
     LEFT JOIN LATERAL (SELECT ${settledBlock("chain.id")} AS block) AS settled ON true`,
    [call.chainId, hashes, call.contract, EVENTS[call.function]],
  );
  return rows[0] ?? { block: null, safe: -1n, final: -1n };
}

/** Whether the code behind a marketplace does what its functions say: the skeleton M1 ignores them. */
export async function ignoresCalls(db: Statements, call: MarketCall): Promise<boolean> {
  const { rows } = await db.query<{ generation: string }>(
    "SELECT generation FROM indexed.contract WHERE chain_id = $1 AND address = $2",
    [call.chainId, call.contract],
  );
  return rows[0]?.generation === "M1";
}
