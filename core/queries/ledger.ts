import { sql } from "kysely";

/** Each movement once for every account of ours that it touches, base units with their sign. */
export const LEDGER = sql`(
  SELECT chain_id, "to" AS contract, token, credit_account AS account, amount_units AS units
  FROM indexed.token_movement WHERE credit_account IS NOT NULL
  UNION ALL
  SELECT chain_id, "from", token, debit_account, -amount_units
  FROM indexed.token_movement WHERE debit_account IS NOT NULL)`;
