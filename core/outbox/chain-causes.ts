import type pg from "pg";
import { JOBS, type JobName } from "../jobs/catalogue.ts";
import { QUEUES } from "../jobs/queues.ts";
import { CAUSE_OF_KIND } from "./valuation-kinds.ts";

/** How settled an event must be before it may act (decisions: finality). */
export const EFFECT_TIERS = ["included", "safe", "final"] as const;
export type EffectTier = (typeof EFFECT_TIERS)[number];

/** A job that events of some kinds cause, with the sequence of the announcement as its payload. */
export type ChainCause = {
  name: JobName;
  kinds: readonly string[];
  tier: EffectTier;
  /** Job that undoes what was done when the event vanishes; none where the tier is final. */
  undo?: JobName;
};

/** Events of which the parties have mail (domain.md B.11). */
export const NOTIFIED_KINDS = [
  "offer_made",
  "offer_accepted",
  "offer_rejected",
  "escrow_created",
  "funds_deposited",
  "credentials_uploaded",
  "receipt_confirmed",
  "transition_issue_reported",
  "dispute_raised",
  "dispute_responded",
  "dispute_resolved",
  "funds_released",
  "build_id_verified",
  "listing_paused",
  "seller_paused",
] as const;

/** Events that end an escrow (`ESCROW_EDGES`); what its price says of estimates is for ever. */
export const CLOSING_KINDS = [
  "transition_retainer_claimed",
  "admin_retainer_released",
  "dispute_resolved",
  "timeout_claimed",
  "emergency_withdrawal",
  "emergency_eject_escrow",
] as const;

/** Events of a listing that its watchers have mail of beside those of its parties. */
export const WATCHED_KINDS = ["listing_updated", "listing_cancelled", "listing_resumed"] as const;

/** Events upon which a listing can begin to match a saved search. */
const SEARCHED_KINDS = [
  "listing_created",
  "listing_updated",
  "listing_resumed",
  "build_id_verified",
] as const;

/** What events cause, with the tier at which mail is sent. */
export function chainCauses(mailTier: EffectTier): readonly ChainCause[] {
  return [
    {
      name: "notification.fan_out",
      kinds: [...NOTIFIED_KINDS, ...WATCHED_KINDS],
      tier: mailTier,
      undo: "notification.take_back",
    },
    {
      name: "saved_search.match",
      kinds: SEARCHED_KINDS,
      tier: mailTier,
      undo: "notification.take_back",
    },
    { name: "valuation.score", kinds: CLOSING_KINDS, tier: "final" },
    // An opinion of a moment: when its event vanishes it is still what was thought then.
    { name: "valuation.open", kinds: Object.keys(CAUSE_OF_KIND), tier: "safe" },
  ];
}

/** What became of jobs in one step of the journal. */
export type CausedJobs = { held: number; queued: number; released: number; retracted: number };

export type CauseStep = {
  chainId: number;
  /** Newest entry before the step; what came after it causes. */
  after: bigint;
  /** Whether anything came after it. */
  hasTold: boolean;
  /** Whether any of that takes an event back. */
  hasRetracted: boolean;
  /** Newest block of the chain. */
  head: bigint;
  safe: bigint;
  /** Last block that was compared, when the step has compared all; undefined when it has not. */
  comparedAll: bigint | undefined;
};

/**
 * Writes, releases and takes back the jobs of what the journal has just told, in the same transaction
 * (check SE-3). The cause of a job is the event itself, so that a journal which is written anew causes
 * nothing twice (check SE-5).
 */
export async function causeJobs(
  client: pg.ClientBase,
  causes: readonly ChainCause[],
  step: CauseStep,
): Promise<CausedJobs> {
  const retracted = step.hasRetracted ? await takeBack(client, causes, step) : 0;
  const written = step.hasTold ? await writeJobs(client, causes, step) : { held: 0, queued: 0 };
  const released = await releaseJobs(client, step);
  return { ...written, released, retracted };
}

/**
 * Marks where events begin to cause jobs, unless that was done before: history that was there then
 * causes none.
 */
export async function startCausing(
  client: pg.ClientBase,
  { chainId, head }: Pick<CauseStep, "chainId" | "head">,
): Promise<void> {
  await client.query(
    `INSERT INTO app.chain_cause_start (chain_id, from_block) VALUES ($1, $2)
     ON CONFLICT (chain_id) DO NOTHING`,
    [chainId, head + 1n],
  );
}

/** Cancels what has not begun, tells what runs to stop, and lets done effects be undone. */
async function takeBack(
  client: pg.ClientBase,
  causes: readonly ChainCause[],
  { after }: CauseStep,
): Promise<number> {
  const undone = causes.flatMap(({ name, undo }) => (undo === undefined ? [] : [{ name, undo }]));
  const { rows } = await client.query<{ name: string; sequence: bigint; hasBegun: boolean }>(
    `UPDATE app.job SET retracted_at = now(),
       is_cancel_wanted = is_cancel_wanted OR state IN ('held', 'waiting', 'queued', 'running'),
       state = CASE WHEN state IN ('held', 'waiting', 'queued') THEN 'cancelled' ELSE state END,
       finished_at = CASE WHEN state IN ('held', 'waiting', 'queued') THEN now() ELSE finished_at END
     FROM app.journal_entry AS gone
     WHERE gone.sequence > $1 AND gone.status = 'retracted'
       AND job.announced_sequence = gone.announced_sequence AND job.retracted_at IS NULL
     RETURNING job.name, job.announced_sequence AS sequence, job.attempts > 0 AS "hasBegun"`,
    [after],
  );
  for (const { name, sequence, hasBegun } of rows) {
    const undo = undone.find((cause) => cause.name === name)?.undo;
    if (undo === undefined || !hasBegun) continue;
    const { queue, attempts } = JOBS[undo];
    await client.query("SELECT app.add_job($1, $2, $3, $4, $5, $6, '0', NULL, NULL)", [
      ...[undo, queue, `retraction of ${sequence}`, { sequence: Number(sequence) }],
      ...[QUEUES[queue].priority, attempts],
    ]);
  }
  return rows.length;
}

/** One row for each announced event and job. An event that came back after a retraction acts again. */
async function writeJobs(
  client: pg.ClientBase,
  causes: readonly ChainCause[],
  { after, safe }: CauseStep,
): Promise<{ held: number; queued: number }> {
  const rules = causes.flatMap(({ name, kinds, tier }) => {
    const { queue, attempts } = JOBS[name];
    const { priority } = QUEUES[queue];
    return kinds.map((kind) => ({ name, queue, attempts, priority, tier, kind }));
  });
  const { rows } = await client.query<{ state: string }>(
    `INSERT INTO app.job AS job (name, queue, cause, payload, priority, max_attempts, state, chain_id,
       block_number, tier, announced_sequence)
     SELECT rule.name, rule.queue,
       entry.chain_id || '-' || entry.block_hash || '-' || entry.log_index,
       jsonb_build_object('sequence', entry.sequence), rule.priority, rule.attempts,
       CASE WHEN rule.tier = 'included' OR entry.status = 'final'
           OR (rule.tier = 'safe' AND entry.block_number <= $3)
         THEN 'queued' ELSE 'held' END,
       entry.chain_id, entry.block_number, rule.tier, entry.sequence
     FROM app.journal_entry AS entry
     JOIN jsonb_to_recordset($1::jsonb) AS rule (name text, queue text, attempts integer,
       priority smallint, tier text, kind text) ON rule.kind = entry.kind
     JOIN app.chain_cause_start AS start
       ON start.chain_id = entry.chain_id AND start.from_block <= entry.block_number
     WHERE entry.sequence > $2 AND entry.sequence = entry.announced_sequence
     ON CONFLICT (name, cause) DO UPDATE SET
       announced_sequence = excluded.announced_sequence, payload = excluded.payload,
       state = CASE WHEN ${COMES_BACK} AND job.state <> 'running' THEN excluded.state
         ELSE job.state END,
       attempts = CASE WHEN ${COMES_BACK} THEN 0 ELSE job.attempts END,
       finished_at = CASE WHEN ${COMES_BACK} THEN NULL ELSE job.finished_at END,
       available_at = CASE WHEN ${COMES_BACK} THEN now() ELSE job.available_at END,
       nudged_at = CASE WHEN ${COMES_BACK} THEN NULL ELSE job.nudged_at END,
       is_cancel_wanted = job.is_cancel_wanted AND NOT ${COMES_BACK},
       retracted_at = CASE WHEN ${COMES_BACK} THEN NULL ELSE job.retracted_at END
     RETURNING job.state`,
    [JSON.stringify(rules), after, safe],
  );
  return {
    held: rows.filter(({ state }) => state === "held").length,
    queued: rows.filter(({ state }) => state === "queued").length,
  };
}

/** What is permanent is never done again; everything else was undone when its event vanished. */
const COMES_BACK = `(job.retracted_at IS NOT NULL AND (job.tier <> 'final' OR job.state = 'cancelled'))`;

/** Lets jobs begin whose events are settled now. */
async function releaseJobs(
  client: pg.ClientBase,
  { chainId, safe, comparedAll }: CauseStep,
): Promise<number> {
  if (comparedAll === undefined) return 0;
  // What was not compared with the index in this walk may be gone already.
  const { rowCount } = await client.query(
    `UPDATE app.job SET state = 'queued', available_at = now()
     WHERE state = 'held' AND chain_id = $1 AND block_number <= $3
       AND ((tier = 'safe' AND block_number <= $2) OR EXISTS (
         SELECT FROM app.journal_entry AS later
         WHERE later.announced_sequence = job.announced_sequence AND later.status = 'final'
       ))`,
    [chainId, safe, comparedAll],
  );
  return rowCount ?? 0;
}
