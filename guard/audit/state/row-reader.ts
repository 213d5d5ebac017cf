import type pg from "pg";
import type { Generation } from "../../../src/protocol/states.ts";
import type { Difference, Row } from "./differences.ts";

/** Tables that are compared by an id or an account. */
type KeyedTable =
  | { table: "listing"; id: "listing_id" }
  | { table: "escrow" | "transition_hold" | "dispute"; id: "escrow_id" }
  | { table: "offer"; id: "offer_id" };

/** Reads the published rows, each statement by itself so that a release can be published meanwhile. */
export type RowReader = ReturnType<typeof createRowReader>;

/** @param schema where the tables are: the published views, or a release that is not published */
export function createRowReader(
  db: Pick<pg.ClientBase, "query">,
  chainId: number,
  schema = "indexed",
) {
  const tables = `"${schema.replaceAll('"', '""')}"`;
  const query = async (text: string, values: unknown[]): Promise<Row[]> =>
    (await db.query<Row>(text, [chainId, ...values])).rows;
  const byKey = (rows: readonly Row[], key: string) =>
    new Map(rows.map((row) => [String(row[key]), row]));

  return {
    /** The row of a contract itself. */
    async contract(address: string): Promise<Row | undefined> {
      const rows = await query(
        `SELECT * FROM ${tables}.contract WHERE chain_id = $1 AND address = $2`,
        [address],
      );
      return rows[0];
    },

    /** Generation of the code behind a proxy at a block; undefined when it never changed before. */
    async generationAt(address: string, block: bigint): Promise<Generation | undefined> {
      const rows = await query(
        `SELECT generation FROM ${tables}.contract_implementation
         WHERE chain_id = $1 AND contract = $2 AND from_block <= $3
         ORDER BY from_block DESC, log_index DESC LIMIT 1`,
        [address, block],
      );
      return rows[0]?.generation as Generation | undefined;
    },

    /** Rows of a contract with ids in the inclusive range, by id. */
    async between(
      { table, id }: KeyedTable,
      contract: string,
      from: bigint,
      to: bigint,
    ): Promise<Map<string, Row>> {
      const rows = await query(
        `SELECT * FROM ${tables}.${table}
         WHERE chain_id = $1 AND contract = $2 AND ${id} BETWEEN $3 AND $4`,
        [contract, from, to],
      );
      return byKey(rows, id);
    },

    /** Rows that claim to stem from a block up to `block` although their id is above all of that time. */
    async beyond(
      { table, id }: KeyedTable & { table: "listing" | "escrow" | "offer" },
      contract: string,
      lastId: bigint,
      block: bigint,
    ): Promise<Map<string, Row>> {
      const rows = await query(
        `SELECT * FROM ${tables}.${table}
         WHERE chain_id = $1 AND contract = $2 AND ${id} > $3 AND created_block <= $4
         ORDER BY ${id} LIMIT 100`,
        [contract, lastId, block],
      );
      return byKey(rows, id);
    },

    /** The next sellers of a marketplace in order of their addresses. */
    sellersAfter: (contract: string, account: string, limit: number): Promise<Row[]> =>
      query(
        `SELECT * FROM ${tables}.seller WHERE chain_id = $1 AND contract = $2 AND seller > $3
         ORDER BY seller LIMIT $4`,
        [contract, account, limit],
      ),

    async stakes(contract: string, accounts: readonly string[]): Promise<Map<string, Row>> {
      const rows = await query(
        `SELECT * FROM ${tables}.seller_stake
         WHERE chain_id = $1 AND contract = $2 AND seller = ANY ($3)`,
        [contract, accounts],
      );
      return byKey(rows, "seller");
    },

    /** Base units held at a block, by token: the present balance less what moved after the block. */
    async balances(contract: string, block: bigint): Promise<Map<string, bigint>> {
      const rows = await query(
        `SELECT held.token, held.balance_units - coalesce((
             SELECT sum(CASE WHEN moved."to" = held.contract THEN moved.amount_units ELSE 0 END
               - CASE WHEN moved."from" = held.contract THEN moved.amount_units ELSE 0 END)
             FROM ${tables}.token_movement AS moved
             WHERE moved.chain_id = held.chain_id AND moved.token = held.token
               AND moved.block_number > $3 AND NOT moved.is_internal
               AND held.contract IN (moved."from", moved."to")
           ), 0) AS units
         FROM ${tables}.token_balance AS held WHERE held.chain_id = $1 AND held.contract = $2`,
        [contract, block],
      );
      return new Map(rows.map((row) => [String(row.token), BigInt(String(row.units))]));
    },

    /** The last event that concerns what differs: name, block and log index. */
    async lastEvent({ table, key }: Difference): Promise<string | null> {
      const [contract = "", id = ""] = key.split("-");
      const rows = await query(
        `SELECT event, block_number, log_index FROM ${tables}.activity
         WHERE chain_id = $1 AND ${EVENT_OF[table] ?? "contract = $2 AND $3 = $3"}
         ORDER BY block_number DESC, log_index DESC LIMIT 1`,
        [contract, id],
      );
      const [row] = rows;
      return row === undefined
        ? null
        : `${String(row.event)} in block ${String(row.block_number)}, log ${String(row.log_index)}`;
    },
  };
}

/** Which events concern a row, by its table; $2 is the contract and $3 the id or account. */
const EVENT_OF: Readonly<Record<string, string>> = {
  listing: "marketplace = $2 AND listing_id = $3::numeric",
  escrow: "contract = $2 AND escrow_id = $3::numeric",
  transition_hold: "contract = $2 AND escrow_id = $3::numeric",
  dispute: "contract = $2 AND escrow_id = $3::numeric",
  offer: "contract = $2 AND offer_id = $3::numeric",
  seller: "contract = $2 AND $3::text IN (actor, sender)",
  seller_stake: "contract = $2 AND $3::text IN (actor, sender)",
  contract: "contract = $2 AND $3::text = ''",
  token_balance: "contract = $2 AND $3::text <> ''",
};
