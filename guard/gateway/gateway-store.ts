import type pg from "pg";
import type { Hex } from "viem";
import type { Standing } from "../providers/provider-set.ts";
import type { ProofDepth } from "./proved-block.ts";
import type { Stretch } from "./stretches.ts";

/** What a row of `app.audit_block` says. */
export type AuditedBlock = {
  number: number;
  hash: Hex;
  parentHash: Hex;
  proof: ProofDepth;
  /** Logs of ours in it. */
  logs: number;
  providers: readonly string[];
};

/** What `app.gateway_state` says. */
export type GatewayState = {
  isReady: boolean;
  reason: string | undefined;
  head: { number: number; hash: Hex } | undefined;
};

/** The part of schema `app` that the gateway reads and writes. */
export class GatewayStore {
  readonly #pool: pg.Pool;
  readonly #chainId: number;
  readonly #interest: string;
  readonly #startedAt = new Date();

  /** @param interest digest of what is proved: ranges of another one do not count */
  constructor(pool: pg.Pool, chainId: number, interest: string) {
    this.#pool = pool;
    this.#chainId = chainId;
    this.#interest = interest;
  }

  /** Records blocks; one that was replaced gives way to its successor. */
  async saveAudited(blocks: readonly AuditedBlock[]): Promise<void> {
    if (blocks.length === 0) return;
    await this.#pool.query(
      `INSERT INTO app.audit_block
         (chain_id, number, hash, parent_hash, proof, logs, providers)
       SELECT $1, number, hash, parent_hash, proof, logs, string_to_array(providers, ' ')
       FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::text[])
         AS block (number, hash, parent_hash, proof, logs, providers)
       ON CONFLICT (chain_id, number) DO UPDATE SET
         hash = excluded.hash, parent_hash = excluded.parent_hash, proof = excluded.proof,
         logs = excluded.logs, providers = excluded.providers, proved_at = now()
       WHERE audit_block.hash <> excluded.hash OR audit_block.proof <> 'live'`,
      [
        this.#chainId,
        blocks.map((block) => block.number),
        blocks.map((block) => block.hash),
        blocks.map((block) => block.parentHash),
        blocks.map((block) => block.proof),
        blocks.map((block) => block.logs),
        blocks.map((block) => block.providers.join(" ")),
      ],
    );
  }

  /** Forgets blocks from a height on, because they were replaced. */
  async forgetFrom(number: number): Promise<void> {
    await this.#pool.query("DELETE FROM app.audit_block WHERE chain_id = $1 AND number >= $2", [
      this.#chainId,
      number,
    ]);
  }

  /** Forgets ranges that were proved for other contracts. */
  async dropForeignRanges(): Promise<void> {
    await this.#pool.query("DELETE FROM app.proved_range WHERE chain_id = $1 AND interest <> $2", [
      this.#chainId,
      this.#interest,
    ]);
  }

  /** Ranges that an earlier process has proved, by depth. */
  async findRanges(): Promise<Map<ProofDepth, Stretch[]>> {
    const { rows } = await this.#pool.query<{ from: string; to: string; proof: ProofDepth }>(
      `SELECT from_block AS "from", to_block AS "to", proof FROM app.proved_range
       WHERE chain_id = $1 AND interest = $2 ORDER BY from_block`,
      [this.#chainId, this.#interest],
    );
    const byProof = new Map<ProofDepth, Stretch[]>();
    for (const { from, to, proof } of rows) {
      const known = byProof.get(proof) ?? [];
      byProof.set(proof, [...known, { from: Number(from), to: Number(to) }]);
    }
    return byProof;
  }

  /** Replaces the ranges of a depth by what they have grown into. */
  async saveRanges(proof: ProofDepth, ranges: readonly Stretch[]): Promise<void> {
    await this.#pool.query(
      `WITH wanted AS (
         SELECT * FROM unnest($3::bigint[], $4::bigint[]) AS range (from_block, to_block)
       ), gone AS (
         DELETE FROM app.proved_range
         WHERE chain_id = $1 AND proof = $2
           AND from_block NOT IN (SELECT from_block FROM wanted)
       )
       INSERT INTO app.proved_range (chain_id, proof, from_block, to_block, interest)
       SELECT $1, $2, from_block, to_block, $5 FROM wanted
       ON CONFLICT (chain_id, from_block, proof) DO UPDATE SET
         to_block = excluded.to_block, interest = excluded.interest, proved_at = now()
       WHERE (proved_range.to_block, proved_range.interest)
         IS DISTINCT FROM (excluded.to_block, excluded.interest)`,
      [
        ...[this.#chainId, proof, ranges.map((range) => range.from)],
        ...[ranges.map((range) => range.to), this.#interest],
      ],
    );
  }

  async saveState({ isReady, reason, head }: GatewayState): Promise<void> {
    await this.#pool.query(
      `INSERT INTO app.gateway_state
         (chain_id, is_ready, reason, head, head_hash, started_at, at)
       VALUES ($1, $2, $3, $4, $5, $6, now())
       ON CONFLICT (chain_id) DO UPDATE SET
         is_ready = excluded.is_ready, reason = excluded.reason, head = excluded.head,
         head_hash = excluded.head_hash, started_at = excluded.started_at, at = excluded.at`,
      [
        ...[this.#chainId, isReady, reason ?? null],
        ...[head?.number ?? null, head?.hash ?? null, this.#startedAt],
      ],
    );
  }

  /** Writes what is thought of the providers, and forgets those that are no longer asked. */
  async saveProviders(standings: readonly Readonly<Standing>[]): Promise<void> {
    const now = performance.now();
    for (const { provider, reason, benches, refused, head, benchedUntil } of standings) {
      const benchedForMs = Math.max(0, benchedUntil - now);
      await this.#pool.query(
        `INSERT INTO app.provider_state
           (chain_id, host, is_benched, reason, benched_until, benches, refused, requests, calls,
            head, at)
         VALUES ($1, $2, $3, $4,
           CASE WHEN $3 THEN now() + $5 * interval '1 millisecond' END, $6, $7, $8, $9, $10, now())
         ON CONFLICT (chain_id, host) DO UPDATE SET
           is_benched = excluded.is_benched, reason = excluded.reason,
           benched_until = excluded.benched_until, benches = excluded.benches,
           refused = excluded.refused, requests = excluded.requests, calls = excluded.calls,
           head = excluded.head, at = excluded.at`,
        [
          ...[this.#chainId, provider.host, benchedForMs > 0, reason ?? null, benchedForMs],
          ...[benches, refused, provider.meter.requests, provider.meter.calls, head ?? null],
        ],
      );
    }
    await this.#pool.query(
      `DELETE FROM app.provider_state WHERE chain_id = $1 AND NOT (host = ANY ($2))`,
      [this.#chainId, standings.map((standing) => standing.provider.host)],
    );
  }
}
