import type pg from "pg";

export type Row = Record<string, unknown>;

/** Tables of the read model that belong to one contract each, named by their column `contract`. */
export const CONTRACT_TABLES = [
  ...["listing", "price_change", "offer", "escrow", "escrow_transition", "transition_hold"],
  ...["dispute", "seller", "seller_stake", "activity", "contract_implementation"],
  ...["token_balance", "agent", "agent_payment", "agent_escrow_token"],
  ...["entitlement", "entitlement_token"],
] as const;

/** Tables that are keyed otherwise. */
export const OTHER_TABLES = ["contract", "token", "token_movement"] as const;

export type TableName = (typeof CONTRACT_TABLES)[number] | (typeof OTHER_TABLES)[number];

/** Reads a table of a release, all of it, in key order where it has one. */
export async function readTable(
  client: pg.Client,
  schema: string,
  table: TableName,
): Promise<Row[]> {
  const { rows } = await client.query<Row>(`select * from "${schema}"."${table}"`);
  return rows;
}

/** The rows of every table, once for all markets of a test. */
export type Release = ReadonlyMap<TableName, readonly Row[]>;

export async function readRelease(client: pg.Client, schema: string): Promise<Release> {
  const release = new Map<TableName, Row[]>();
  for (const table of [...CONTRACT_TABLES, ...OTHER_TABLES]) {
    release.set(table, await readTable(client, schema, table));
  }
  return release;
}

/** Rows of a table that belong to a contract, by one or several of their columns joined with `/`. */
export function rowsOf(
  release: Release,
  table: TableName,
  contract: string,
  ...keys: readonly string[]
): Map<string, Row> {
  const column = table === "contract" ? "address" : "contract";
  const rows = release.get(table)?.filter((row) => row[column] === contract) ?? [];
  return new Map(rows.map((row) => [keys.map((key) => String(row[key])).join("/"), row]));
}
