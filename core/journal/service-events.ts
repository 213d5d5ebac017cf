import type { Json } from "../db/trust.tables.ts";
import type { Statements } from "../jobs/add-job.ts";

/** What can happen in the service and not on the chain, as the journal tells it. */
export const SERVICE_EVENT_KINDS = [
  /** A seller has published a new document about a listing. */
  "metadata.changed",
  /** A flag against a listing was upheld or lifted. */
  "moderation.decided",
  /** A check of ours has found something wrong, as of the rows against the contracts. */
  "check.failed",
  /** A listing has a new valuation. */
  "valuation.finished",
  /** An attestation about a listing was signed. */
  "attestation.signed",
] as const;
export type ServiceEventKind = (typeof SERVICE_EVENT_KINDS)[number];

/** One thing that has happened; everybody can read it. */
export type ServiceEvent = {
  kind: ServiceEventKind;
  /** Row that it is about: a kind is told once for each. */
  cause: string;
  chainId: number;
  /** Public ids of what it concerns. */
  listing?: string | undefined;
  escrow?: string | undefined;
  offer?: string | undefined;
  /** Wallets in lower case. */
  actor?: string | undefined;
  counterparty?: string | undefined;
  args: Readonly<Record<string, Json>>;
};

/**
 * Tells the journal in the transaction of the cause, so that both are committed or neither. From here
 * to the commit nobody else adds entries: call it late, and before `recordChange`.
 *
 * @returns its sequence; undefined when the same cause was told before
 */
export async function tellServiceEvent(
  db: Statements,
  { kind, cause, chainId, listing, escrow, offer, actor, counterparty, args }: ServiceEvent,
): Promise<bigint | undefined> {
  const { rows: made } = await db.query<{ id: bigint }>(
    `INSERT INTO app.service_event (kind, cause, chain_id, listing_key, escrow_key, offer_key, actor,
       counterparty, args)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (kind, cause) DO NOTHING
     RETURNING event_id AS id`,
    [
      ...[kind, cause, chainId, listing ?? null, escrow ?? null, offer ?? null],
      ...[actor ?? null, counterparty ?? null, JSON.stringify(args)],
    ],
  );
  if (made[0] === undefined) return undefined;
  const { rows } = await db.query<{ sequence: bigint }>(
    "SELECT sequence FROM app.journal_entry WHERE service_event_id = $1",
    [made[0].id],
  );
  return rows[0]?.sequence;
}

/**
 * Tells what a journal that was written anew lacks, the oldest first.
 *
 * @returns how many entries were added; fewer than `most` when none is left
 */
export async function tellMissingServiceEvents(db: Statements, most: number): Promise<number> {
  const { rows } = await db.query<{ told: number }>(
    "SELECT app.tell_service_events(0, $1) AS told",
    [most],
  );
  return rows[0]?.told ?? 0;
}
