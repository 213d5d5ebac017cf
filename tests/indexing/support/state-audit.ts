import type pg from "pg";
import { watchedContracts } from "../../../core/deployments/deployment.ts";
import { loadDeployment } from "../../../core/deployments/load.ts";
import { pinChain } from "../../../guard/audit/state/pinned-chain.ts";
import { createRowReader } from "../../../guard/audit/state/row-reader.ts";
import { auditState, type StateAudit } from "../../../guard/audit/state/state-audit.ts";
import { Provider } from "../../../guard/providers/provider.ts";
import { TEST_CHAIN_ID, type TestChain } from "../../support/anvil.ts";
import { withClient } from "../../support/postgres.ts";
import type { IndexedChain } from "./indexed-chain.ts";

/**
 * Changes of rows that no event made, in the order in which they can be made together: lost rows and
 * an invented one first, so that no later change is lost with its row.
 */
export const SEEDED_CHANGES: Readonly<Record<string, string>> = {
  "escrow lost": "DELETE FROM SCHEMA.escrow WHERE ctid = (SELECT ctid FROM SCHEMA.escrow LIMIT 1)",
  "listing lost":
    "DELETE FROM SCHEMA.listing WHERE ctid = (SELECT ctid FROM SCHEMA.listing LIMIT 1)",
  "offer invented": `INSERT INTO SCHEMA.offer SELECT (jsonb_populate_record(one, '{"offer_id": 999}')).*
    FROM SCHEMA.offer AS one LIMIT 1`,
  "listing asking_price_units": change("listing", "asking_price_units = asking_price_units + 1"),
  "listing title": change("listing", "title = title || '!'"),
  "listing state": change(
    "listing",
    "state = CASE WHEN state = 'paused' THEN 'active' ELSE 'paused' END::SCHEMA.listing_state",
  ),
  "seller is_paused": change("seller", "is_paused = NOT is_paused"),
  "seller_stake stake_units": change("seller_stake", "stake_units = stake_units + 1"),
  "escrow state": change(
    "escrow",
    "state = CASE WHEN state = 'funded' THEN 'refunded' ELSE 'funded' END::SCHEMA.escrow_state",
  ),
  "escrow buyer": change("escrow", "buyer = seller"),
  "escrow amount_units": change("escrow", "amount_units = amount_units - 1"),
  "escrow handover_deadline": change("escrow", "handover_deadline = handover_deadline + 1"),
  "offer deposit_units": change("offer", "deposit_units = 0"),
  "offer expires_at": change("offer", "expires_at = 1"),
  "transition_hold retained_units": change("transition_hold", "retained_units = 0"),
  "transition_hold release_time": change("transition_hold", "release_time = 1"),
  "dispute resolution": change(
    "dispute",
    "resolution = CASE WHEN resolution = 'split' THEN 'pending' ELSE 'split' END::SCHEMA.dispute_resolution",
  ),
  "token_balance balance_units": change("token_balance", "balance_units = balance_units + 1"),
  "contract is_paused": `UPDATE SCHEMA.contract SET is_paused = NOT is_paused
    WHERE address = (SELECT contract FROM SCHEMA.listing ORDER BY contract LIMIT 1)`,
};

function change(table: string, assignment: string): string {
  return `UPDATE SCHEMA.${table} SET ${assignment}
    WHERE ctid = (SELECT ctid FROM SCHEMA.${table} LIMIT 1)`;
}

/**
 * Audits an index that nobody has published, as it is and with all the changes together, which are
 * taken back right away.
 */
export async function auditWithChanges(chain: TestChain, indexed: IndexedChain) {
  const { databaseUrl, deploymentsFile, ponder } = indexed;
  const { schema } = ponder.options;
  const deployment = loadDeployment(deploymentsFile, {});
  const number = (await chain.blockNumber()) - 1n;
  const { hash } = await chain.publicClient().getBlock({ blockNumber: number });
  const provider = new Provider({ url: chain.url, timeoutMs: 30_000, requestsPerSecond: 0 });
  const audit = (db: pg.ClientBase): Promise<StateAudit> =>
    auditState({
      contracts: watchedContracts(deployment),
      chain: pinChain([provider], { number, hash }),
      rows: createRowReader(db, TEST_CHAIN_ID, schema),
    });
  return withClient(databaseUrl, async (client) => {
    const clean = await audit(client);
    // Ponder's triggers expect to be called by Ponder alone.
    await client.query("SET session_replication_role = replica");
    await client.query("BEGIN");
    for (const statement of Object.values(SEEDED_CHANGES)) {
      await client.query(statement.replaceAll("SCHEMA", `"${schema}"`));
    }
    const changed = await audit(client);
    await client.query("ROLLBACK");
    return { clean, changed };
  });
}
