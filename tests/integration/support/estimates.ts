import { randomUUID } from "node:crypto";
import type pg from "pg";
import { freezeEstimate, toFrozen } from "../../../core/valuation/record/freeze-estimate.ts";
import { canonicalText, hashOf } from "../../../core/valuation/record/frozen-estimate.ts";
import { inWrite } from "../../../workers/in-write.ts";
import { CHAIN_ID, ESCROW_CONTRACT, insertRows, MARKETPLACE, SELLER, START } from "./rows.ts";

/** What explains an estimate, as the pipeline writes it beside the numbers. */
const EXPLANATION = JSON.stringify({
  basis: { level: "category", deals: 12 },
  coverage: 0.8,
  confidence: { score: 61, completeness: 0.8, evidence: 0.8, freshness: 1, density: 0.95 },
  decision: "marked",
  guardrails: [{ rule: "recurring revenue", edge: "low", fromUsd: 10, toUsd: 20 }],
  comparables: [
    {
      ...{ id: "a", source: "https://deals.example/a", category: "saas", year: 2020, soldUsd: 900 },
      ...{ carriedUsd: 1_000, weight: 1, distance: 0.4, alike: ["category"], unlike: [] },
    },
  ],
  contributions: [{ feature: "age", factor: 1.1 }],
  advice: [{ metrics: ["profit"], action: "attest", confidenceGain: 12, rangeFactor: 0.7 }],
  warnings: [],
  disclaimer: "An estimate.",
  isAskHidden: true,
});

/** Blocks of the test market are twelve seconds apart. */
export const timeOf = (block: number) => START + BigInt(block * 12);

export type MadeEstimate = {
  listing: number;
  /** Last block that it knew. */
  block: number;
  /** Whole dollars. */
  mid: number;
  profit?: number;
  isAskHidden?: boolean;
  /** Another money than dollars, with its rate of that moment. */
  money?: { currency: string; usdPerUnit: number };
  /** A past moment at which it came into the record; now unless given. */
  recordedAt?: string;
};

/** Publishes an estimate from half to twice its middle, and freezes it as the pipeline does. */
export async function publishEstimate(
  admin: pg.Client,
  worker: pg.Pool,
  { listing, block, mid, profit = 500, isAskHidden = true, money, recordedAt }: MadeEstimate,
) {
  const madeAt = new Date(Number(timeOf(block)) * 1_000);
  const input = {
    category: "micro-saas",
    currency: "USDC",
    decimals: 6,
    ...money,
    at: madeAt.toISOString(),
    metrics: {
      profit: { value: profit, grade: "claimed", source: "seller", asOf: madeAt.toISOString() },
    },
    leftOut: [],
    documentHash: null,
    text: null,
  };
  const valuation = {
    valuationId: randomUUID(),
    chainId: CHAIN_ID,
    contract: MARKETPLACE,
    listingId: BigInt(listing),
    category: input.category,
    grade: "claimed",
    method: "statistical",
    currency: input.currency,
    decimals: input.decimals,
    lowUnits: BigInt(mid) * 500_000n,
    midUnits: BigInt(mid) * 1_000_000n,
    highUnits: BigInt(mid) * 2_000_000n,
    confidence: 61,
    madeAt,
    blockNumber: BigInt(block),
    blockHash: hashOf({ block }),
    engineVersion: "1",
    model: null,
    promptVersion: null,
    inputHash: hashOf(input),
    dealsHash: hashOf([]),
    isAskHidden,
  } as const;
  await admin.query(
    `INSERT INTO app.valuation (valuation_id, chain_id, contract, listing_id, cause, cause_key, state,
       input, input_hash, deals_hash, category, grade, method, currency, decimals, low_units, mid_units,
       high_units, confidence, estimate, engine_version, block_number, block_hash, made_at,
       published_at, finished_at)
     VALUES ($1::uuid, $2, $3, $4, 'listing', $1::text, 'published', $5, $6, $7, $8, $9, $10, $11, $12, $13,
       $14, $15, $16, '${EXPLANATION}', $17, $18, $19, $20, now(), now())`,
    [
      ...[valuation.valuationId, CHAIN_ID, MARKETPLACE, listing, canonicalText(input)],
      ...[valuation.inputHash, valuation.dealsHash, valuation.category, valuation.grade],
      ...[valuation.method, valuation.currency, valuation.decimals, valuation.lowUnits],
      ...[valuation.midUnits, valuation.highUnits, valuation.confidence, valuation.engineVersion],
      ...[valuation.blockNumber, valuation.blockHash, madeAt],
    ],
  );
  if (recordedAt === undefined) {
    const place = await inWrite(worker, (client) => freezeEstimate(client, valuation));
    return { ...place, valuation };
  }
  // The clock of the database cannot be set; its administrator writes what its function would have.
  await admin.query(
    `INSERT INTO app.estimate_record (sequence, valuation_id, content, recorded_at, previous_hash, hash,
       chain_id, contract, listing_id, block_number, is_ask_hidden)
     SELECT last_sequence + 1, $1::uuid, $2::text, $3::timestamptz, last_hash,
       app.estimate_hash($2::text, last_hash, $3::timestamptz, last_sequence + 1),
       $4::integer, $5::text, $6::numeric, $7::bigint, true
     FROM app.estimate_record_head`,
    [
      ...[valuation.valuationId, canonicalText(toFrozen(valuation)), recordedAt],
      ...[CHAIN_ID, MARKETPLACE, listing, block],
    ],
  );
  const { rows } = await admin.query(
    `UPDATE app.estimate_record_head SET (last_sequence, last_hash, last_recorded_at) =
       (SELECT sequence, hash, recorded_at FROM app.estimate_record ORDER BY sequence DESC LIMIT 1)
     RETURNING last_sequence::integer AS sequence, last_hash AS hash`,
  );
  return { ...(rows[0] as { sequence: number; hash: string }), valuation };
}

export type Sale = {
  escrow: number;
  listing: number;
  /** Block of the escrow; it ends twenty blocks later. */
  block: number;
  /** Whole dollars. */
  dollars: number;
  ask?: number;
  buyer: string;
  seller?: string;
  state?: string;
  isDisputed?: boolean;
  /** Block of the accepted offer. */
  offeredAt?: number;
};

/** A listing with its ask, and an escrow of it that has ended. */
export async function sell(client: pg.Client, sale: Sale): Promise<void> {
  const { escrow, listing, block, dollars, ask = dollars, buyer, offeredAt } = sale;
  const { seller = SELLER, state = "completed", isDisputed = false } = sale;
  const insert = (table: Parameters<typeof insertRows>[2], row: Record<string, unknown>) =>
    insertRows(client, "release_a", table, [row]);
  const hash = (kind: number, at: number) => `0x${String(kind * 10_000 + at).padStart(64, "0")}`;
  await insert("listing", {
    listing_id: listing,
    seller,
    asking_price_units: ask * 1_000_000,
    created_log_index: listing,
  });
  await insert("price_change", {
    listing_id: listing,
    log_index: listing,
    price_units: ask * 1_000_000,
  });
  if (offeredAt !== undefined) {
    await insert("offer", {
      offer_id: escrow,
      listing_id: listing,
      buyer,
      state: "accepted",
      escrow_id: escrow,
      created_at: timeOf(offeredAt),
      created_block: offeredAt,
      created_tx_hash: hash(1, offeredAt),
    });
  }
  await insert("escrow", {
    escrow_id: escrow,
    listing_id: listing,
    buyer,
    seller,
    state,
    amount_units: dollars * 1_000_000,
    origin: offeredAt === undefined ? "direct" : "offer",
    offer_id: offeredAt === undefined ? null : escrow,
    transition_count: 1,
    disputed_at: isDisputed ? timeOf(block + 10) : null,
    closed_at: timeOf(block + 20),
    created_at: timeOf(block),
    created_block: block,
    created_tx_hash: hash(2, block),
    updated_block: block + 20,
  });
  await insert("escrow_transition", {
    contract: ESCROW_CONTRACT,
    escrow_id: escrow,
    to_state: state,
    cause: "TransitionRetainerClaimed",
    block_number: block + 20,
    log_index: escrow,
    changed_at: timeOf(block + 20),
  });
}

/** The estimate that `fillRecord` puts into the record. */
export const RECORDED = "00000000-0000-4000-8000-0000000000e5";

/** A record of one estimate, of a day that is over, and the outcome that it is scored by. */
export async function fillRecord(admin: pg.ClientBase): Promise<void> {
  const hash = `0x${"5a".repeat(32)}`;
  const content = canonicalText({
    ...{ valuationId: RECORDED, listingId: `${CHAIN_ID}-${MARKETPLACE}-0`, category: "saas" },
    ...{ grade: "claimed", currency: "USDC", low: "1", mid: "2", high: "3", confidence: 61 },
    ...{ method: "statistical", madeAt: "2026-01-02T03:04:05.678Z", blockNumber: "12" },
    ...{ blockHash: hash, engineVersion: "1", modelVersion: null, promptVersion: null },
    ...{ inputHash: hash, dealsHash: hash, isAskHidden: true },
  });
  await admin.query(
    `INSERT INTO app.estimate_record (sequence, valuation_id, content, recorded_at, previous_hash, hash,
       chain_id, contract, listing_id, block_number, is_ask_hidden)
     VALUES (1, $1, $2, '2026-01-02T03:04:06Z', $3, $3, $4, $5, 0, 12, true)`,
    [RECORDED, content, hash, CHAIN_ID, MARKETPLACE],
  );
  await admin.query(
    `INSERT INTO app.estimate_day (day, root, entries, last_sequence, anchor_state, anchor_tx_hash,
       anchor_block) VALUES ('2026-01-02', $1, 1, 1, 'anchored', $1, 20)`,
    [hash],
  );
  await admin.query(
    `INSERT INTO app.estimate_outcome (chain_id, contract, escrow_id, marketplace, listing_id, state,
       currency, decimals, sold_units, asked_units, agreed_block, agreed_at, settled_block, settled_at,
       record_end, sequence, deal, naive)
     VALUES ($1, $2, 1, $3, 0, 'completed', 'USDC', 6, 2500000, 3000000, 30, 1770000000, 40, 1770000100,
       1, 1, '{"category":"saas","grade":"claimed","figures":{"profit":1}}',
       '{"global median × profit":"2.20"}')`,
    [CHAIN_ID, ESCROW_CONTRACT, MARKETPLACE],
  );
}

/** A published estimate of listing 0, as the pipeline would have left it. */
export async function fillValuation(admin: pg.ClientBase): Promise<void> {
  const hash = `0x${"5a".repeat(32)}`;
  const memo = { source: "template", text: "Estimated from deals.", facts: [] };
  await admin.query(
    `INSERT INTO app.valuation (chain_id, contract, listing_id, cause, cause_key, state, input,
       input_hash, deals_hash, category, grade, method, currency, decimals, low_units, mid_units,
       high_units, confidence, estimate, memo, engine_version, block_number, block_hash, made_at,
       published_at, finished_at)
     VALUES ($1, $2, 0, 'listing', 'filled', 'published_marked', '{}', $3, $3, 'saas', 'claimed',
       'statistical', 'USDC', 6, 1000000, 2000000, 3000000, 61, $4, $5, '1', 12, $3, now(), now(), now())`,
    [
      ...[CHAIN_ID, MARKETPLACE, hash, EXPLANATION],
      JSON.stringify({ ...memo, adjustmentPercent: 0, adjustmentReasons: [] }),
    ],
  );
}
