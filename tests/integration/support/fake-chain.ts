import { createHash } from "node:crypto";
import type pg from "pg";
import {
  findOpenRepair,
  finishRepair,
  openRepair,
  startRepair,
} from "../../../guard/repair/repair-store.ts";
import { checkpointText } from "./release.ts";
import {
  BUYER,
  CHAIN_ID,
  ESCROW_CONTRACT,
  MARKETPLACE,
  SELLER,
  START,
  setHeads,
  TOKEN,
} from "./rows.ts";

type Block = { number: number; hash: string; events: number };

/** Every third event belongs to an escrow; the others to a listing. */
const EVENT = `
  INSERT INTO SCHEMA.activity (chain_id, block_number, log_index, block_hash, tx_hash, occurred_at,
    contract, contract_kind, event, kind, sender, actor, counterparty, marketplace, listing_id,
    escrow_id, amount_units, args, topic, raw_data)
  SELECT ${CHAIN_ID}, $1, log, $2, $2 || '-' || log, $3,
    CASE WHEN log % 3 = 2 THEN '${ESCROW_CONTRACT}' ELSE '${MARKETPLACE}' END,
    (CASE WHEN log % 3 = 2 THEN 'escrow' ELSE 'marketplace' END)::SCHEMA.contract_kind,
    CASE WHEN log % 3 = 2 THEN 'EscrowCreated' ELSE 'ListingUpdated' END,
    CASE WHEN log % 3 = 2 THEN 'escrow_created' ELSE 'listing_updated' END,
    '${SELLER}', CASE WHEN log % 2 = 0 THEN '${SELLER}' ELSE '${BUYER}' END,
    CASE WHEN log % 3 = 2 THEN '${SELLER}' END, '${MARKETPLACE}', log % 4,
    CASE WHEN log % 3 = 2 THEN log % 5 END, 1500000, '{"note": "x"}', '0x07', '0x'
  FROM generate_series(0, $4::integer - 1) AS log`;

/**
 * A chain, and an indexer that writes it into a release in the transactions that Ponder uses: rows
 * and position together for a block, but rows alone when it takes blocks back.
 */
export class FakeChain {
  readonly #client: pg.Client;
  readonly #schema: string;
  #blocks: Block[] = [];
  #final = 0;
  #committedAt = 0;

  constructor(client: pg.Client, schema: string) {
    this.#client = client;
    this.#schema = schema;
  }

  get head(): number {
    return this.#blocks.at(-1)?.number ?? 0;
  }

  /** When the newest block began to be committed, by `performance.now()`: nobody sees it before. */
  get committedAt(): number {
    return this.#committedAt;
  }

  get final(): number {
    return this.#final;
  }

  /** Empties release and journal, so that one database serves many runs. */
  async reset(): Promise<void> {
    this.#blocks = [];
    this.#final = 0;
    await this.#client.query(`TRUNCATE ${this.#schema}.activity, ${this.#schema}.contract, ${this.#schema}.token;
      TRUNCATE app.journal_entry, app.journal_cursor, app.repair RESTART IDENTITY;
      UPDATE app.journal_counter SET last_sequence = 0;
      INSERT INTO ${this.#schema}.token VALUES (${CHAIN_ID}, '${TOKEN}', 'Test Dollar', 'TUSD', 6, 1)`);
    await this.#savePosition(0);
    await this.#saveHeads();
  }

  /** One block on top of the chain; the same content on the same parent has the same hash. */
  async mine(events: number, fork = 0): Promise<void> {
    const number = this.head + 1;
    const parent = this.#blocks.at(-1)?.hash ?? "0x";
    const digest = createHash("sha256").update(`${parent} ${fork} ${events}`).digest("hex");
    const block = { number, hash: `0x${digest}`, events };
    this.#blocks.push(block);
    await this.#index(block);
    await this.#saveHeads();
  }

  /** Blocks without a reorganisation, all final, as a long history has them. */
  async mineHistory(blocks: number, eventsPerBlock: number): Promise<void> {
    for (let block = 0; block < blocks; block += 1) await this.mine(eventsPerBlock);
    await this.finalise(this.head);
  }

  /** Takes the newest blocks back; their successors come by `mine`. */
  async revert(depth: number): Promise<void> {
    const kept = Math.max(this.#final, this.head - depth);
    this.#blocks = this.#blocks.filter(({ number }) => number <= kept);
    await this.#client.query(`DELETE FROM ${this.#schema}.activity WHERE block_number > $1`, [
      kept,
    ]);
  }

  /**
   * A crash and a restart: rows that are not final are taken back, the indexer becomes ready while
   * its position is still the old one, and writes the same blocks again.
   */
  async crash(atEachPoint: () => Promise<void>): Promise<void> {
    const lost = this.#blocks.filter(({ number }) => number > this.#final);
    await this.#client.query(`BEGIN;
      DELETE FROM ${this.#schema}.activity WHERE block_number > ${this.#final};
      UPDATE ${this.#schema}._ponder_meta SET value = jsonb_set(value, '{is_ready}', '0'); COMMIT`);
    await atEachPoint();
    await this.#client.query(
      `UPDATE ${this.#schema}._ponder_meta SET value = jsonb_set(value, '{is_ready}', '1')`,
    );
    await atEachPoint();
    for (const block of lost) {
      await this.#index(block);
      await atEachPoint();
    }
  }

  async finalise(block: number): Promise<void> {
    this.#final = Math.max(this.#final, Math.min(block, this.head));
    await this.#savePosition(this.head);
    await this.#saveHeads();
  }

  /** Opens a repair of the index and returns its id; the journal stands still until it is closed. */
  async openRepair(): Promise<number> {
    const { id } = await openRepair(this.#client, {
      chainId: CHAIN_ID,
      kind: "deep_reorganisation",
      reason: "block 2 was replaced",
      fromBlock: 2n,
      toBlock: 3n,
    });
    return id;
  }

  /** Closes a repair unless it is closed. */
  async closeRepair(id: number): Promise<void> {
    if ((await findOpenRepair(this.#client, CHAIN_ID))?.id !== id) return;
    await startRepair(this.#client, id, { before: "release_a", after: "release_a_r1" });
    await finishRepair(this.#client, { id, fromBlock: 2n }, "Indexed anew from block 2.");
  }

  /** Identities of every event in the index, sorted. */
  async events(): Promise<string[]> {
    const { rows } = await this.#client.query<{ identity: string }>(
      `SELECT block_hash || '-' || log_index AS identity FROM ${this.#schema}.activity`,
    );
    return rows.map(({ identity }) => identity).sort();
  }

  async #index({ number, hash, events }: Block): Promise<void> {
    await this.#client.query("BEGIN");
    await this.#client.query(EVENT.replaceAll("SCHEMA", this.#schema), [
      ...[number, hash, START + BigInt(2 * number), events],
    ]);
    await this.#savePosition(number);
    await this.#client.query(`NOTIFY ${this.#schema}_live_query`);
    this.#committedAt = performance.now();
    await this.#client.query("COMMIT");
  }

  async #savePosition(block: number): Promise<void> {
    const at = (number: number) =>
      checkpointText(CHAIN_ID, BigInt(number), START + BigInt(2 * number));
    await this.#client.query(
      `UPDATE ${this.#schema}._ponder_checkpoint SET latest_checkpoint = $1, finalized_checkpoint = $2`,
      [at(block), at(this.#final)],
    );
  }

  async #saveHeads(): Promise<void> {
    const { head, final } = this;
    await setHeads(this.#client, { head: Math.max(head, final), safe: final, final });
  }
}
