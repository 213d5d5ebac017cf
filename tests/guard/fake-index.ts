import pg from "pg";
import { encodeAbiParameters, type Hex, hexToBigInt, hexToNumber } from "viem";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { checkpointText } from "../integration/support/release.ts";
import type { Log } from "../support/anvil.ts";
import { createDatabase, withClient } from "../support/postgres.ts";

const WORKER_PASSWORD = "test-only-worker";

/**
 * A database with our own migrations and, in place of a published release, tables that a test fills:
 * the guard must notice what a real indexer would never leave out.
 */
export type FakeIndex = {
  /** Connection of the role that the guard runs as. */
  workerUrl: string;
  /** Writes the rows of these logs, as the indexer would. */
  index(logs: readonly Log[]): Promise<void>;
  /** Says how far the index has come, as Ponder would. */
  reach(block: bigint, isReady?: boolean): Promise<void>;
  /** Takes back every row from a block on, as Ponder does when the chain reorganises. */
  revert(fromBlock: bigint): Promise<void>;
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

export async function createFakeIndex(serverUrl: string, chainId: number): Promise<FakeIndex> {
  const adminUrl = await createDatabase(serverUrl);
  await migrateToLatest(adminUrl, { valyra_worker: WORKER_PASSWORD });
  await withClient(adminUrl, (client) =>
    client.query(`
      SET ROLE valyra_owner;
      CREATE TABLE indexed.activity (
        chain_id integer, block_number bigint, log_index integer, block_hash text, tx_hash text,
        contract text, topic text, raw_data text, PRIMARY KEY (chain_id, block_number, log_index)
      );
      CREATE TABLE indexed._ponder_meta (key text, value jsonb);
      CREATE TABLE indexed._ponder_checkpoint (chain_id bigint, latest_checkpoint text);
      INSERT INTO indexed._ponder_meta VALUES ('app', '{"is_ready": 1}');
      INSERT INTO indexed._ponder_checkpoint VALUES (${chainId}, '${"0".repeat(75)}');
    `),
  );
  const pool = new pg.Pool({ connectionString: adminUrl, max: 2 });
  const workerUrl = new URL(adminUrl);
  workerUrl.username = "valyra_worker";
  workerUrl.password = WORKER_PASSWORD;
  return {
    workerUrl: workerUrl.href,
    async index(logs) {
      for (const log of logs) {
        await pool.query("INSERT INTO indexed.activity VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", [
          ...[chainId, hexToBigInt(log.blockNumber), hexToNumber(log.logIndex), log.blockHash],
          ...[log.transactionHash, log.address.toLowerCase(), log.topics[0] ?? "0x", log.data],
        ]);
      }
    },
    async reach(block, isReady = true) {
      await pool.query("UPDATE indexed._ponder_checkpoint SET latest_checkpoint = $1", [
        checkpointText(chainId, block, 1_700_000_000n),
      ]);
      await pool.query("UPDATE indexed._ponder_meta SET value = $1", [
        { is_ready: isReady ? 1 : 0 },
      ]);
    },
    async revert(fromBlock) {
      await pool.query("DELETE FROM indexed.activity WHERE block_number >= $1", [fromBlock]);
    },
    async query(text, values) {
      return (await pool.query(text, values)).rows;
    },
    close: () => pool.end(),
  };
}

/** Data of a `ListingUpdated` that nobody sent. */
export function listingUpdatedData(link: string, price: bigint): Hex {
  return encodeAbiParameters([{ type: "string" }, { type: "uint256" }], [link, price]);
}
