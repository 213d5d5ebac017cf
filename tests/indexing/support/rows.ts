import pg from "pg";
import type * as schema from "../../../ponder.schema.ts";

type Tables = typeof schema;

/** Order in which each table's rows are read: that of their ids or of the chain. */
const ORDER = {
  contract: "address",
  contractImplementation: "from_block, log_index",
  token: "address",
  tokenBalance: "contract, token",
  tokenMovement: "block_number, log_index",
  listing: "listing_id",
  priceChange: "block_number, log_index",
  offer: "offer_id",
  escrow: "escrow_id",
  escrowTransition: "escrow_id, sequence",
  transitionHold: "escrow_id",
  dispute: "escrow_id",
  seller: "seller",
  sellerStake: "seller",
  agent: "agent_id",
  agentPayment: "created_block, created_log_index",
  agentEscrowToken: "token",
  entitlementToken: "token_id",
  entitlement: "token_id, holder",
  activity: "block_number, log_index",
} as const satisfies Partial<Record<keyof Tables, string>>;

export type TableName = keyof typeof ORDER;
export type Row<Table extends TableName> = Tables[Table]["$inferSelect"];

/** Reads rows of one release, typed by the schema: amounts and times as bigint. */
export type Rows = {
  /** Rows whose columns have these values, in order. */
  all<Table extends TableName>(table: Table, where?: Partial<Row<Table>>): Promise<Row<Table>[]>;
  /** The only such row; throws when there is none or more. */
  one<Table extends TableName>(table: Table, where: Partial<Row<Table>>): Promise<Row<Table>>;
  close(): Promise<void>;
};

const INT8 = 20;
const NUMERIC = 1700;

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string) =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Opens a reader of the tables of `schemaName`. */
export async function openRows(databaseUrl: string, schemaName: string): Promise<Rows> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    types: {
      getTypeParser: ((oid: number, format?: "text" | "binary") =>
        oid === INT8 || oid === NUMERIC
          ? BigInt
          : pg.types.getTypeParser(oid, format ?? "text")) as typeof pg.types.getTypeParser,
    },
  });
  await client.connect();

  const all: Rows["all"] = async (table, where = {}) => {
    const conditions = Object.keys(where).map((name, at) => `"${snake(name)}" = $${at + 1}`);
    const { rows } = await client.query<Record<string, unknown>>(
      `select * from "${schemaName}"."${snake(table)}"
       ${conditions.length > 0 ? `where ${conditions.join(" and ")}` : ""}
       order by ${ORDER[table]}`,
      Object.values(where),
    );
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])),
    ) as Row<typeof table>[];
  };

  return {
    all,
    async one(table, where) {
      const rows = await all(table, where);
      const [row] = rows;
      if (!row || rows.length > 1) throw new Error(`${table} has ${rows.length} such rows, not 1`);
      return row;
    },
    close: () => client.end(),
  };
}
