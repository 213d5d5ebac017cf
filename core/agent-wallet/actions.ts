import type { Address, Hex } from "viem";
import { addJob, type Statements } from "../jobs/add-job.ts";

/** A call that the agent may make on a marketplace, with what it is about. */
export type AgentCall =
  | { function: "verifyBuildId"; listingId: bigint; verified: boolean }
  | { function: "pauseListing"; listingId: bigint }
  | { function: "pauseInactiveSeller"; seller: Address };

/** A call on one marketplace; addresses in lower case. */
export type MarketCall = AgentCall & { chainId: number; contract: Address };

/** Something that the agent is to do, once for its cause. */
export type WantedAction = MarketCall & { cause: string };

export type ActionState = "wanted" | "sent" | "seen" | "done" | "unneeded";

/** An action with what has become of it. */
export type AgentAction = {
  actionId: string;
  call: MarketCall;
  state: ActionState;
  detail: string | null;
  wallet: Address | null;
  nonce: bigint | null;
  /** Times that a number was allotted. */
  tries: number;
  /** Block of its event in the index. */
  blockNumber: bigint | null;
};

/**
 * Writes what the agent is to do, and the job that does it, in the transaction of the cause. Nothing is
 * sent before that has committed. The same cause makes one action for ever.
 */
export async function requestAction(db: Statements, wanted: WantedAction): Promise<string> {
  const { cause, chainId, contract } = wanted;
  const { rows } = await db.query<{ actionId: string }>(
    `WITH made AS (
       INSERT INTO app.agent_action (cause, chain_id, contract, function, listing_id, seller, verified)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (cause) DO NOTHING RETURNING action_id
     )
     SELECT action_id AS "actionId" FROM made
     UNION ALL SELECT action_id FROM app.agent_action WHERE cause = $1`,
    [
      ...[cause, chainId, contract.toLowerCase(), wanted.function],
      "listingId" in wanted ? wanted.listingId : null,
      "seller" in wanted ? wanted.seller.toLowerCase() : null,
      "verified" in wanted ? wanted.verified : null,
    ],
  );
  const [action] = rows;
  if (action === undefined) throw new Error("the same action is being written by somebody else");
  await addJob(db, "agent.act", action, { cause: action.actionId });
  return action.actionId;
}

type ActionRow = Omit<AgentAction, "call"> & {
  chainId: number;
  contract: Address;
  function: AgentCall["function"];
  listingId: bigint | null;
  seller: Address | null;
  verified: boolean | null;
};

const COLUMNS = `action_id AS "actionId", chain_id AS "chainId", contract, function,
  listing_id AS "listingId", seller, verified, state, detail, wallet, nonce, tries,
  block_number AS "blockNumber"`;

/** Reads an action and keeps it locked until the end of the transaction. */
export async function lockAction(
  db: Statements,
  actionId: string,
): Promise<AgentAction | undefined> {
  const { rows } = await db.query<ActionRow>(
    `SELECT ${COLUMNS} FROM app.agent_action WHERE action_id = $1 FOR UPDATE`,
    [actionId],
  );
  return rows[0] && toAction(rows[0]);
}

/** The same without a lock. */
export async function findAction(
  db: Statements,
  actionId: string,
): Promise<AgentAction | undefined> {
  const { rows } = await db.query<ActionRow>(
    `SELECT ${COLUMNS} FROM app.agent_action WHERE action_id = $1`,
    [actionId],
  );
  return rows[0] && toAction(rows[0]);
}

function toAction(row: ActionRow): AgentAction {
  const { chainId, contract, function: name, listingId, seller, verified, ...rest } = row;
  return { ...rest, call: { chainId, contract, ...toCall(name, listingId, seller, verified) } };
}

function toCall(
  name: AgentCall["function"],
  listingId: bigint | null,
  seller: Address | null,
  verified: boolean | null,
): AgentCall {
  if (name === "pauseInactiveSeller" && seller !== null) return { function: name, seller };
  if (name === "pauseListing" && listingId !== null) return { function: name, listingId };
  if (name === "verifyBuildId" && listingId !== null && verified !== null) {
    return { function: name, listingId, verified };
  }
  // A constraint of the table refuses every other row.
  throw new Error(`an action ${name} without its arguments`);
}

/** What changes of an action with its state; what is left out stays. */
export type ActionChange = {
  state: ActionState;
  detail: string | null;
  /** Block of its event; for the states seen and done. */
  blockNumber?: bigint;
  /** Whether the number of its transaction no longer belongs to it. */
  losesNonce?: boolean;
};

/** Changes the state of an action that the caller has locked. */
export async function changeAction(
  db: Statements,
  actionId: string,
  { state, detail, blockNumber, losesNonce = false }: ActionChange,
): Promise<void> {
  await db.query(
    `UPDATE app.agent_action SET state = $2, detail = $3, updated_at = now(),
       block_number = $4, nonce = CASE WHEN $5 THEN NULL ELSE nonce END,
       wallet = CASE WHEN $5 THEN NULL ELSE wallet END,
       ended_at = CASE WHEN $2 IN ('done', 'unneeded') THEN now() END
     WHERE action_id = $1`,
    [actionId, state, detail, blockNumber ?? null, losesNonce],
  );
}

/** A transaction that was signed for an action. */
export type SignedTransaction = {
  nonce: bigint;
  attempt: number;
  hash: Hex;
  raw: Hex;
  maxFeeWei: bigint;
  priorityFeeWei: bigint;
  /** Seconds since it was signed, by the clock of the database. */
  ageSeconds: number;
};

/** Transactions of an action, those of its number last, each number in order of attempts. */
export async function findTransactions(
  db: Statements,
  actionId: string,
): Promise<SignedTransaction[]> {
  const { rows } = await db.query<SignedTransaction>(
    `SELECT nonce, attempt, tx_hash AS hash, raw, max_fee_wei AS "maxFeeWei",
       priority_fee_wei AS "priorityFeeWei",
       extract(epoch FROM now() - signed_at)::float8 AS "ageSeconds"
     FROM app.agent_transaction WHERE action_id = $1 ORDER BY signed_at, attempt`,
    [actionId],
  );
  return rows;
}

/** Stores a signed transaction; before that commits, it is sent to nobody. */
export async function storeTransaction(
  db: Statements,
  actionId: string,
  { nonce, attempt, hash, raw, maxFeeWei, priorityFeeWei }: Omit<SignedTransaction, "ageSeconds">,
): Promise<void> {
  await db.query(
    `INSERT INTO app.agent_transaction
       (action_id, nonce, attempt, tx_hash, raw, max_fee_wei, priority_fee_wei)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [actionId, nonce, attempt, hash, raw, maxFeeWei, priorityFeeWei],
  );
}

/** Notes that a node has taken a transaction. */
export async function noteSent(db: Statements, hash: Hex): Promise<void> {
  await db.query("UPDATE app.agent_transaction SET sent_at = now() WHERE tx_hash = $1", [hash]);
}

/**
 * Allots the next number of a wallet to an action that the caller has locked. The wallet's row stays
 * locked until the end of the transaction, in which the number's transaction is signed and stored.
 *
 * @param counted transactions of the wallet that the node knows, those in its pool included
 */
export async function allotNonce(
  db: Statements,
  { actionId, call: { chainId } }: AgentAction,
  wallet: Address,
  counted: () => Promise<bigint>,
): Promise<bigint> {
  await db.query(
    `INSERT INTO app.agent_wallet (chain_id, address, next_nonce) VALUES ($1, $2, 0)
     ON CONFLICT DO NOTHING`,
    [chainId, wallet],
  );
  const { rows } = await db.query<{ next: bigint }>(
    `SELECT next_nonce AS next FROM app.agent_wallet
     WHERE chain_id = $1 AND address = $2 FOR UPDATE`,
    [chainId, wallet],
  );
  const next = rows[0]?.next ?? 0n;
  // Asked under the lock: what others have sent meanwhile is in the count or in the rows.
  const known = await counted();
  // A number that the chain waits for and no action has would hold up all that come after it.
  const { rows: free } = await db.query<{ nonce: bigint }>(
    `SELECT free.nonce FROM generate_series($3::bigint, $4::bigint) AS free (nonce)
     WHERE NOT EXISTS (SELECT FROM app.agent_action AS holder
       WHERE holder.chain_id = $1 AND holder.wallet = $2 AND holder.nonce = free.nonce)
     ORDER BY free.nonce LIMIT 1`,
    [chainId, wallet, known, next],
  );
  const nonce = free[0]?.nonce ?? known;
  await db.query(
    `UPDATE app.agent_wallet SET next_nonce = greatest(next_nonce, $3), updated_at = now()
     WHERE chain_id = $1 AND address = $2`,
    [chainId, wallet, nonce + 1n],
  );
  await db.query(
    `UPDATE app.agent_action SET wallet = $2, nonce = $3, tries = tries + 1 WHERE action_id = $1`,
    [actionId, wallet, nonce],
  );
  return nonce;
}
