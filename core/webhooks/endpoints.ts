import { parsePublicId } from "../../src/protocol/ids.ts";
import type { Statements } from "../jobs/add-job.ts";
import type { EffectTier } from "../outbox/chain-causes.ts";
import { matchSearches } from "../saved-searches/match-searches.ts";
import type { MessageEntry } from "./message.ts";
import type { Signers } from "./signing.ts";

/** An endpoint in the hands of a worker. */
export type ClaimedEndpoint = {
  accountId: string;
  kinds: readonly string[];
  listingKey: string | null;
  wallet: string | null;
  /** Only entries of listings that this search finds; null for all. */
  savedSearchId: string | null;
  tier: EffectTier;
  cursor: bigint;
  failures: number;
  failingSince: Date | null;
  /** Number of this lease; nothing is written under an older one. */
  lease: bigint;
} & Receiver;

/** Where messages go, and who signs them. */
export type Receiver = Signers & { endpointId: string; url: string };

const LIVE_SECRETS = `ARRAY(SELECT secret_id::text FROM app.webhook_secret AS secret
  WHERE secret.endpoint_id = endpoint.endpoint_id
    AND (secret.expires_at IS NULL OR secret.expires_at > now())
  ORDER BY secret.created_at DESC)`;

/** An endpoint, whatever its state; undefined when it is gone. */
export async function findReceiver(
  db: Statements,
  endpointId: string,
): Promise<Receiver | undefined> {
  const { rows } = await db.query<Receiver>(
    `SELECT endpoint.endpoint_id AS "endpointId", endpoint.url,
       endpoint.has_public_signature AS "hasPublicSignature", ${LIVE_SECRETS} AS "secretIds"
     FROM app.webhook_endpoint AS endpoint WHERE endpoint.endpoint_id = $1`,
    [endpointId],
  );
  return rows[0];
}

/** Notes an attempt that belongs to no entry. */
export async function noteAttempt(
  db: Statements,
  endpointId: string,
  { outcome, status, milliseconds }: Attempt,
): Promise<void> {
  await db.query(
    `INSERT INTO app.webhook_attempt (endpoint_id, outcome, status, milliseconds)
     SELECT endpoint_id, $2, $3, $4 FROM app.webhook_endpoint WHERE endpoint_id = $1`,
    [endpointId, outcome, status, milliseconds],
  );
}

/** Takes endpoints for which there may be something to send. */
export async function claimEndpoints(
  db: Statements,
  limit: number,
  leaseMs: number,
): Promise<ClaimedEndpoint[]> {
  const { rows } = await db.query<ClaimedEndpoint>(
    `UPDATE app.webhook_endpoint AS endpoint
     SET lease = endpoint.lease + 1, leased_until = now() + make_interval(secs => $2)
     FROM (
       SELECT endpoint_id FROM app.webhook_endpoint, app.journal_counter
       WHERE state = 'active' AND next_attempt_at <= now() AND cursor_sequence < last_sequence
         AND (leased_until IS NULL OR leased_until < now())
       ORDER BY next_attempt_at LIMIT $1 FOR UPDATE OF webhook_endpoint SKIP LOCKED
     ) AS next
     WHERE endpoint.endpoint_id = next.endpoint_id
     RETURNING endpoint.endpoint_id AS "endpointId", endpoint.account_id AS "accountId", endpoint.url,
       endpoint.kinds, endpoint.listing_key AS "listingKey", endpoint.wallet, endpoint.tier,
       endpoint.saved_search_id AS "savedSearchId",
       endpoint.has_public_signature AS "hasPublicSignature", endpoint.cursor_sequence AS cursor, endpoint.failures,
       endpoint.failing_since AS "failingSince", endpoint.lease,
       ${LIVE_SECRETS} AS "secretIds"`,
    [limit, leaseMs / 1_000],
  );
  return rows;
}

/** A lease of an endpoint by its number. */
export type EndpointLease = Pick<ClaimedEndpoint, "endpointId" | "lease">;

/** Prolongs leases and returns the endpoints whose lease still holds; any other is somebody else's. */
export async function renewEndpoints(
  db: Statements,
  leases: readonly EndpointLease[],
  leaseMs: number,
): Promise<Set<string>> {
  const { rows } = await db.query<{ endpointId: string }>(
    `UPDATE app.webhook_endpoint AS endpoint SET leased_until = now() + make_interval(secs => $3)
     FROM unnest($1::uuid[], $2::bigint[]) AS held (endpoint_id, lease)
     WHERE endpoint.endpoint_id = held.endpoint_id AND endpoint.lease = held.lease
       AND endpoint.leased_until IS NOT NULL
     RETURNING endpoint.endpoint_id AS "endpointId"`,
    [...leaseColumns(leases), leaseMs / 1_000],
  );
  return new Set(rows.map(({ endpointId }) => endpointId));
}

/**
 * Gives back endpoints that this process has stopped to serve, unless somebody else has them. They are
 * left alone for a moment: what went wrong may go wrong again.
 */
export async function releaseEndpoints(
  db: Statements,
  leases: readonly EndpointLease[],
  pauseMs: number,
): Promise<void> {
  await db.query(
    `UPDATE app.webhook_endpoint AS endpoint SET leased_until = NULL,
       next_attempt_at = greatest(next_attempt_at, now() + make_interval(secs => $3))
     FROM unnest($1::uuid[], $2::bigint[]) AS held (endpoint_id, lease)
     WHERE endpoint.endpoint_id = held.endpoint_id AND endpoint.lease = held.lease`,
    [...leaseColumns(leases), pauseMs / 1_000],
  );
}

const leaseColumns = (leases: readonly EndpointLease[]) => [
  leases.map(({ endpointId }) => endpointId),
  leases.map(({ lease }) => lease),
];

/** An entry that an endpoint may be sent, and what decides whether it is. */
export type CandidateEntry = MessageEntry & {
  isGone: boolean;
  wasTold: boolean;
  /** Whether the chain has another block in its place, which the index does not know yet. */
  isLeft: boolean;
};

export type CandidatePage = {
  entries: CandidateEntry[];
  /** Nothing that passes the filter lies between the last entry and this sequence. */
  through: bigint;
  /** Last safe block. */
  safe: bigint;
};

/** Entries after an endpoint's place that pass its filter, in the order of the journal. */
export async function findCandidates(
  db: Statements,
  { endpointId, kinds, listingKey, wallet, cursor }: ClaimedEndpoint,
  limit: number,
): Promise<CandidatePage> {
  // Read first: what comes later is left to the next page.
  const { rows: places } = await db.query<{ newest: bigint; safe: bigint }>(
    `SELECT last_sequence AS newest, coalesce((SELECT max(safe) FROM app.chain_head), -1) AS safe
     FROM app.journal_counter`,
  );
  const { newest, safe } = places[0] ?? { newest: cursor, safe: -1n };
  const { rows } = await db.query<CandidateEntry>(
    `SELECT entry.sequence, entry.announced_sequence AS "announcedSequence", entry.status, entry.kind,
       entry.chain_id AS "chainId", entry.block_number AS "blockNumber",
       entry.block_hash AS "blockHash", entry.log_index AS "logIndex", entry.tx_hash AS "txHash",
       entry.listing_key AS "listingKey", entry.escrow_key AS "escrowKey",
       entry.offer_key AS "offerKey", entry.actor, entry.counterparty, entry.payload,
       entry.occurred_at AS "occurredAt",
       EXISTS (SELECT FROM app.journal_entry AS later WHERE later.status = 'retracted'
         AND later.announced_sequence = entry.announced_sequence) AS "isGone",
       EXISTS (SELECT FROM app.webhook_message AS told WHERE told.endpoint_id = $1
         AND told.sequence = entry.announced_sequence) AS "wasTold",
       EXISTS (SELECT FROM app.chain_block AS block WHERE block.chain_id = entry.chain_id
         AND block.number = entry.block_number AND block.hash <> entry.block_hash) AS "isLeft"
     FROM app.journal_entry AS entry
     WHERE entry.sequence > $2 AND entry.sequence <= $3
       AND (cardinality($4::text[]) = 0 OR entry.kind = ANY ($4))
       AND ($5::text IS NULL OR entry.listing_key = $5)
       AND ($6::text IS NULL OR entry.actor = $6 OR entry.counterparty = $6)
     ORDER BY entry.sequence LIMIT $7`,
    [endpointId, cursor, newest, kinds, listingKey, wallet, limit],
  );
  const last = rows.at(-1);
  const through = rows.length === limit && last !== undefined ? last.sequence : newest;
  return { entries: rows, through, safe };
}

/**
 * Whether entries are of listings that the endpoint's saved search finds, as they are now. What the
 * endpoint was told of it is also told the rest of.
 */
export async function createSearchFilter(
  db: Statements,
  { savedSearchId }: Pick<ClaimedEndpoint, "savedSearchId">,
  entries: readonly Pick<CandidateEntry, "listingKey">[],
): Promise<(entry: Pick<CandidateEntry, "listingKey">) => boolean> {
  if (savedSearchId === null) return () => true;
  const keys = [...new Set(entries.map(({ listingKey }) => listingKey))].flatMap((key) =>
    key === null ? [] : (parsePublicId(key) ?? []),
  );
  const matches = await matchSearches(db, keys, { searchId: savedSearchId });
  const found = new Set(matches.map(({ listingKey }) => listingKey));
  return ({ listingKey }) => listingKey !== null && found.has(listingKey);
}

/** What to do with an entry: send it, pass it by, or wait until its block is settled. */
export type Decision = "send" | "skip" | "wait";

/**
 * Decides by the tier of an endpoint. At `included` everything is told, retractions too; at `final`
 * only what cannot vanish; at `safe` an event is told when its block is safe, and its retraction, should
 * there be one all the same, to whoever heard of it.
 *
 * @param wasTold whether the endpoint heard of the event that the entry is about
 */
export function decide(
  tier: EffectTier,
  entry: Pick<
    CandidateEntry,
    "status" | "sequence" | "announcedSequence" | "blockNumber" | "isGone" | "isLeft"
  >,
  safe: bigint,
  wasTold: boolean,
): Decision {
  if (tier === "included") return "send";
  if (tier === "final") return entry.status === "final" ? "send" : "skip";
  if (entry.sequence !== entry.announcedSequence) return wasTold ? "send" : "skip";
  if (entry.status === "final" || entry.blockNumber === null) return "send";
  if (entry.isGone) return "skip";
  return entry.blockNumber <= safe && !entry.isLeft ? "send" : "wait";
}

/** One message that was sent, for the log of its endpoint. */
export type Attempt = {
  sequence: bigint | null;
  outcome: "delivered" | "refused" | "unreachable" | "blocked";
  status: number | null;
  milliseconds: number;
};

export type Progress = {
  cursor: bigint;
  attempts: readonly Attempt[];
  /** How it goes on; undefined while the worker goes on itself. */
  after?: { failures: number; waitMs: number; disabled?: string };
};

/**
 * Writes how far an endpoint is, in one statement; false when another worker has it by now, or its
 * owner has moved it, and nothing was written.
 */
export async function saveProgress(
  db: Statements,
  { endpointId, lease, cursor: before }: Pick<ClaimedEndpoint, "endpointId" | "lease" | "cursor">,
  { cursor, attempts, after }: Progress,
  leaseMs: number,
): Promise<boolean> {
  const { rows } = await db.query<{ saved: number }>(
    `WITH saved AS (
       UPDATE app.webhook_endpoint SET cursor_sequence = $4,
         leased_until = CASE WHEN $5::boolean THEN NULL ELSE now() + make_interval(secs => $10) END,
         failures = coalesce($6::integer, 0),
         failing_since = CASE WHEN coalesce($6::integer, 0) = 0 THEN NULL ELSE coalesce(failing_since, now()) END,
         next_attempt_at = now() + make_interval(secs => coalesce($7::float8, 0)),
         state = CASE WHEN $8::text IS NULL THEN state ELSE 'disabled' END,
         state_reason = coalesce($8, state_reason)
       WHERE endpoint_id = $1 AND lease = $2 AND cursor_sequence = $3
       RETURNING endpoint_id
     ), logged AS (
       INSERT INTO app.webhook_attempt (endpoint_id, sequence, outcome, status, milliseconds)
       SELECT saved.endpoint_id, sent.sequence, sent.outcome, sent.status, sent.milliseconds
       FROM saved, jsonb_to_recordset($9::jsonb)
         AS sent (sequence bigint, outcome text, status integer, milliseconds integer)
     ), told AS (
       INSERT INTO app.webhook_message (endpoint_id, sequence)
       SELECT saved.endpoint_id, sent.sequence
       FROM saved, jsonb_to_recordset($9::jsonb) AS sent (sequence bigint, outcome text)
       WHERE sent.outcome = 'delivered' AND sent.sequence IS NOT NULL
       ON CONFLICT DO NOTHING
     )
     SELECT count(*)::integer AS saved FROM saved`,
    [
      ...[endpointId, lease, before, cursor, after !== undefined, after?.failures ?? null],
      ...[after === undefined ? null : after.waitMs / 1_000, after?.disabled ?? null],
      JSON.stringify(
        attempts.map(({ sequence, ...rest }) => ({
          ...rest,
          sequence: sequence === null ? null : Number(sequence),
        })),
      ),
      leaseMs / 1_000,
    ],
  );
  return rows[0]?.saved === 1;
}
