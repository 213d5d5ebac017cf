import type pg from "pg";
import { PLACEHOLDER_SCHEMA, ponderStatements } from "../../support/ponder-statements.ts";
import { withClient } from "../../support/postgres.ts";

export type FakeRelease = {
  schema: string;
  chainId?: number;
  /** Last indexed block. */
  block?: bigint;
  /** Unix seconds of that block. */
  timestamp?: bigint;
  isReady?: boolean;
  isDev?: boolean;
  buildId?: string;
};

/** Ponder's text form of a position in the chain: time, chain, block, transaction, type, index. */
export function checkpointText(chainId: number, block: bigint, timestamp: bigint): string {
  const digits = (value: bigint | number, length: number) => String(value).padStart(length, "0");
  return `${digits(timestamp, 10)}${digits(chainId, 16)}${digits(block, 16)}${"9".repeat(16)}9${"9".repeat(16)}`;
}

/** Creates an empty release with the tables that Ponder would create, owned by the indexer's role. */
export async function createFakeRelease(
  adminUrl: string,
  {
    schema,
    chainId = 31_337,
    block = 100n,
    timestamp = 1_700_000_000n,
    isReady = true,
    isDev = false,
    buildId = `build-of-${schema}`,
  }: FakeRelease,
): Promise<void> {
  const { enums, tables, views, indexes } = await ponderStatements();
  const ddl = [...enums.sql, ...tables.sql, ...indexes.sql, ...views.sql]
    .join("\n")
    .replaceAll(PLACEHOLDER_SCHEMA, schema);
  const nameOf = (text: string) => /"release_placeholder"\."([^"]+)"/.exec(text)?.[1] ?? "";
  const app = {
    version: "6",
    build_id: buildId,
    table_names: tables.sql.map(nameOf).filter((name) => !name.startsWith("_reorg__")),
    view_names: views.sql.map(nameOf),
    is_dev: isDev ? 1 : 0,
    is_locked: 1,
    is_ready: isReady ? 1 : 0,
    heartbeat_at: 0,
  };
  await withClient(adminUrl, async (client) => {
    await client.query("SET ROLE valyra_indexer");
    await client.query(`CREATE SCHEMA ${schema}`);
    await client.query(`CREATE SEQUENCE ${schema}.operation_id`);
    await client.query(`SET search_path = ${schema}`);
    await client.query(ddl);
    await client.query(`
      CREATE TABLE ${schema}._ponder_meta ("key" TEXT PRIMARY KEY, "value" JSONB NOT NULL);
      CREATE TABLE ${schema}._ponder_checkpoint (
        "chain_name" TEXT PRIMARY KEY, "chain_id" BIGINT NOT NULL,
        "safe_checkpoint" VARCHAR(75) NOT NULL, "latest_checkpoint" VARCHAR(75) NOT NULL,
        "finalized_checkpoint" VARCHAR(75) NOT NULL)`);
    await client.query(`INSERT INTO ${schema}._ponder_meta VALUES ('app', $1)`, [app]);
    await setIndexedBlock(client, schema, { chainId, block, timestamp });
  });
}

/** Moves the checkpoint of a fake release, as the indexer does with every block. */
export async function setIndexedBlock(
  client: pg.ClientBase,
  schema: string,
  { chainId = 31_337, block, timestamp }: { chainId?: number; block: bigint; timestamp: bigint },
): Promise<void> {
  await client.query(
    `INSERT INTO ${schema}._ponder_checkpoint VALUES ('local', $1, $2, $2, $2)
     ON CONFLICT (chain_name) DO UPDATE
     SET safe_checkpoint = $2, latest_checkpoint = $2, finalized_checkpoint = $2`,
    [chainId, checkpointText(chainId, block, timestamp)],
  );
}
