import { randomUUID } from "node:crypto";
import pg from "pg";
import { type Hex, hexToString, sliceHex } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../core/db/database.ts";
import { createPool } from "../../core/db/pools.ts";
import { CLOSING_KINDS, chainCauses } from "../../core/outbox/chain-causes.ts";
import type { ClosedEscrow } from "../../core/queries/escrow-closures.ts";
import { findSettledDeals, readSeedDeals } from "../../core/valuation/deals/known-deals.ts";
import { summarise } from "../../core/valuation/evaluation/report.ts";
import { createEngineSource } from "../../core/valuation/pipeline/engine-source.ts";
import { verifyInclusion } from "../../core/valuation/record/day-root.ts";
import { freezeEstimate } from "../../core/valuation/record/freeze-estimate.ts";
import { type AnchorNode, noteAnchor } from "../../core/valuation/record/note-anchor.ts";
import { readOutcomes } from "../../core/valuation/record/read-record.ts";
import { recordOutcome } from "../../core/valuation/record/record-outcome.ts";
import { scoreOutcomes } from "../../core/valuation/record/score.ts";
import { sealDays } from "../../core/valuation/record/seal-days.ts";
import {
  findTampering,
  findWrongScores,
  PublicRecord,
} from "../../core/valuation/record/verify-record.ts";
import { findWrongClosures } from "../../scripts/lib/check-closures.ts";
import { fetchRecord } from "../../scripts/lib/fetch-record.ts";
import { ESCROW_EDGES, isTerminal } from "../../src/protocol/transitions.ts";
import { inWrite } from "../../workers/in-write.ts";
import type { ProcessorContext } from "../../workers/processor.ts";
import { scanOutcomes } from "../../workers/processors/scan-outcomes.ts";
import { scoreOutcome } from "../../workers/processors/score-outcome.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { publishEstimate, sell } from "./support/estimates.ts";
import { createPublishedDatabase } from "./support/market.ts";
import {
  BUYER,
  CHAIN_ID,
  ESCROW_CONTRACT,
  insertRows,
  MARKETPLACE,
  SELLER,
} from "./support/rows.ts";
import { serveForTest } from "./support/served.ts";

const server = sharedPostgres();
const NOW = new Date();
const OTHER = `0x${"77".repeat(20)}`;
/** Sales at arm's length that an estimate was made for: price and estimate, in whole dollars. */
const SALES = [
  [1000, 1100],
  [1000, 900],
  [2000, 1500],
  [2000, 2000],
  [3000, 1200],
  [1500, 4000],
  [1200, 1300],
] as const;

let admin: pg.Client;
let pool: pg.Pool;
let database: Database;
let api: TestApi;
let served: Awaited<ReturnType<typeof serveForTest>>;
/** Of the estimates by listing. */
const valuations = new Map<number, Awaited<ReturnType<typeof publishEstimate>>>();

/** What a processor needs; `finish` commits as the runner's does. */
const context = (): ProcessorContext =>
  ({
    deps: { pool, database, valuations: { rates: {} } },
    signal: new AbortController().signal,
    finish: (work: (client: pg.PoolClient) => Promise<void>) => inWrite(pool, work),
  }) as unknown as ProcessorContext;

beforeAll(async () => {
  const urls = await createPublishedDatabase(server.url);
  admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  const options = { max: 4, processName: "test_record", onIdleError: () => undefined };
  pool = createPool(urls.worker, "appWrites", options);
  database = openDatabase(urls.worker, options);
  await insertRows(admin, "release_a", "token", [{ symbol: "USDC" }]);
  await insertRows(admin, "release_a", "contract", [
    {},
    { address: ESCROW_CONTRACT, kind: "escrow", generation: "E3", marketplace: MARKETPLACE },
  ]);
  await admin.query(
    `INSERT INTO app.chain_head (chain_id, head, safe, final, head_hash, safe_hash, final_hash)
     VALUES ($1, 100, 100, 100, 'h', 'h', 'h')`,
    [CHAIN_ID],
  );
  const estimate = async (made: Parameters<typeof publishEstimate>[2]) => {
    const published = await publishEstimate(admin, pool, made);
    valuations.set(made.listing, published);
    return published;
  };
  const past = { recordedAt: "2026-01-02T23:59:59.500Z" };
  await estimate({ listing: 100, block: 11, mid: 700, ...past });
  await estimate({ listing: 101, block: 11, mid: 700, ...past });
  await estimate({ listing: 102, block: 11, mid: 700, recordedAt: "2026-01-03T00:00:00.000Z" });
  for (const [at, [dollars, mid]] of SALES.entries()) {
    await estimate({ listing: at, block: 12, mid, profit: dollars / 2 });
    await sell(admin, {
      escrow: at + 1,
      listing: at,
      block: 30 + at,
      dollars,
      buyer: BUYER,
      ask: 5000,
    });
    // What knows the price is no forecast of it.
    await estimate({ listing: at, block: 60, mid: dollars });
  }
  const rest = { dollars: 100, buyer: BUYER, block: 45 } as const;
  await estimate({ listing: 50, block: 20, mid: 10 });
  await estimate({ listing: 50, block: 26, mid: 100 });
  await sell(admin, { ...rest, escrow: 50, listing: 50, offeredAt: 25 });
  await sell(admin, { ...rest, escrow: 51, listing: 51, buyer: SELLER });
  await sell(admin, { ...rest, escrow: 52, listing: 52, isDisputed: true });
  await sell(admin, { ...rest, escrow: 53, listing: 53, state: "refunded" });
  await sell(admin, { ...rest, escrow: 54, listing: 54, buyer: OTHER });
  await sell(admin, { ...rest, escrow: 55, listing: 55, seller: OTHER, buyer: SELLER, block: 46 });
  // Not final yet.
  await sell(admin, { ...rest, escrow: 56, listing: 56, block: 90 });
  api = startApi(urls.api);
  served = await serveForTest(api);
});
afterAll(async () => {
  await served.close();
  await api.close();
  await database.close();
  await pool.end();
  await admin.end();
  await server.stop();
});

const read = async <Data>(path: string): Promise<Data> => {
  const answer = await api.get(path);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { data: Data }).data;
};

test("events that end an escrow score estimates, once they are final", () => {
  const snake = (name: string) => name.replaceAll(/(?<!^)[A-Z]/g, "_$&").toLowerCase();
  const closing = Object.entries(ESCROW_EDGES)
    .filter(([, edges]) => edges.some(([, to]) => isTerminal(to)))
    .map(([name]) => snake(name));
  expect([...CLOSING_KINDS].sort()).toEqual(closing.sort());
  const cause = chainCauses("included").find(({ name }) => name === "valuation.score");
  expect(cause).toEqual({ name: "valuation.score", kinds: CLOSING_KINDS, tier: "final" });
});

test("an escrow that ended at arm's length scores the last blind estimate before its price", async () => {
  await admin.query(
    `INSERT INTO app.journal_entry (sequence, announced_sequence, status, chain_id, block_number,
       block_hash, log_index, tx_hash, contract, event, kind, escrow_key, payload, occurred_at)
     VALUES (1, 1, 'final', $1, 50, 'h', 0, 't', $2, 'TransitionRetainerClaimed',
       'transition_retainer_claimed', $3, '{}', now())`,
    [CHAIN_ID, ESCROW_CONTRACT, `${CHAIN_ID}-${ESCROW_CONTRACT}-1`],
  );
  await scoreOutcome({ sequence: 1 }, context());
  await scoreOutcome({ sequence: 1 }, context());
  await scanOutcomes({}, context());
  await scanOutcomes({}, context());
  const { rows } = await admin.query(
    `SELECT escrow_id::integer AS id, excluded_because AS excluded, agreed_block::integer AS agreed,
       outcome.sequence::integer, (entry.content::jsonb ->> 'mid') AS mid
     FROM app.estimate_outcome AS outcome LEFT JOIN app.estimate_record AS entry USING (sequence)
     ORDER BY escrow_id`,
  );
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]));
  expect(byId.size).toBe(SALES.length + 6);
  for (const [at, [, mid]] of SALES.entries()) {
    expect(byId.get(at + 1)).toMatchObject({ excluded: null, agreed: 30 + at, mid: String(mid) });
  }
  // The offer told the price, long before the escrow.
  expect(byId.get(50)).toMatchObject({ excluded: null, agreed: 25, mid: "10" });
  expect(byId.get(51)?.excluded).toBe("same_party");
  expect(byId.get(52)?.excluded).toBe("disputed");
  expect(byId.get(53)?.excluded).toBe("refunded");
  // Each has bought from the other.
  expect(byId.get(54)?.excluded).toBe("same_party");
  expect(byId.get(55)?.excluded).toBe("same_party");
});

test("the track record says how far estimates, asks and rules of thumb were off [3.15]", async () => {
  type Way = {
    way: string;
    deals: number;
    medianError: { value: number; interval: { low: number; high: number } };
    within20: { value: number };
    range: { inside: number; share: number } | null;
  };
  type Group = { dimension: string; value: string | null; ways: Way[] };
  const record = await read<{
    outcomes: { closed: number; scored: number; excluded: { reason: string; count: number }[] };
    groups: Group[];
  }>("/v1/valuations/track-record");
  expect(record.outcomes).toMatchObject({
    closed: SALES.length + 6,
    scored: SALES.length + 1,
    excluded: [
      { reason: "same_party", count: 3 },
      { reason: "disputed", count: 1 },
      { reason: "refunded", count: 1 },
    ],
  });
  const [all] = record.groups as [Group, ...Group[]];
  const [estimate] = all.ways as [Way, ...Way[]];
  expect(estimate).toMatchObject({ way: "estimate", deals: SALES.length + 1 });
  // Errors by hand: 0.1, 0.1, 0.25, 0, 0.6, 1.67, 0.083 and, of the offer, 0.9.
  expect(estimate.within20.value).toBe(0.5);
  expect(estimate.medianError.value).toBe(0.1);
  expect(estimate.medianError.interval.low).toBeLessThan(0.1);
  expect(estimate.medianError.interval.high).toBeGreaterThan(0.25);
  expect(estimate.range).toMatchObject({ inside: 5, share: 0.625 });
  expect(all.ways.map(({ way }) => way)).toContain("asking price");
  expect(all.ways.map(({ way }) => way)).toContain("category median × profit");
  expect(record.groups.map(({ dimension, value }) => `${dimension} ${value}`)).toEqual([
    "all null",
    "category micro-saas",
    "grade claimed",
    "horizon under_7_days",
  ]);
  // Analysts see the same.
  const { rows } = await admin.query(
    "SELECT deals::integer, within_20::float8 AS within FROM analytics.valuation_track_record WHERE dimension = 'all' AND way = 'estimate'",
  );
  expect(rows).toEqual([{ deals: SALES.length + 1, within: 0.5 }]);
});

test("settled sales are deals that the engine learns from; others are none", async () => {
  const deals = await database.read((snapshot) => findSettledDeals(snapshot, {}));
  expect(deals).toHaveLength(SALES.length + 1);
  expect(deals.find(({ id }) => id.endsWith("-3"))).toMatchObject({
    kind: "sold",
    category: "micro-saas",
    usd: 2000,
    figures: { profit: 1000 },
    askedUsd: 5000,
    venue: "valyra",
  });
});

test("anybody can check the whole record from the API, and sees what is changed in it", async () => {
  expect(await inWrite(pool, sealDays)).toEqual(["2026-01-02", "2026-01-03"]);
  expect(await inWrite(pool, sealDays)).toEqual([]);
  const record = PublicRecord.parse(await fetchRecord(served.url));
  expect(record.roots.map(({ day, entries }) => [day, entries])).toEqual([
    ["2026-01-02", 2],
    ["2026-01-03", 1],
  ]);
  expect(findTampering(record, NOW)).toEqual([]);
  expect(findWrongScores(record, readSeedDeals())).toEqual([]);
  expect(await findWrongClosures(served.url, record.outcomes)).toEqual([]);
  const report = summarise(scoreOutcomes(record.entries, record.outcomes));
  expect(report.engine.within20.value).toBe(0.5);
  expect(report.calibration.inside).toBe(5);

  const [first] = record.outcomes;
  if (first === undefined) throw new Error("no outcome");
  const better = { ...first, soldFor: "1100", agreedBlock: 31 };
  expect((await findWrongClosures(served.url, [better])).join()).toMatch(
    /price.*block of the price/,
  );
});

test("an estimate is proved to be under the root of its day once that is over", async () => {
  const of = (listing: number) => valuations.get(listing)?.valuation.valuationId ?? "";
  type Proof = {
    hash: string;
    day: string;
    sealed: { root: string; proof: string[]; anchor: null } | null;
  };
  const proved = await read<Proof>(`/v1/valuations/${of(100)}/proof`);
  expect(proved.sealed).toMatchObject({ anchor: null });
  const { root = "", proof = [] } = proved.sealed ?? {};
  expect(proof).toHaveLength(1);
  expect(verifyInclusion({ day: proved.day, root, proof, leaf: proved.hash })).toBe(true);
  const today = await read<Proof>(`/v1/valuations/${of(0)}/proof`);
  expect(today.sealed).toBeNull();
  const none = await api.get("/v1/valuations/00000000-0000-4000-8000-000000000000/proof");
  expect(none.status).toBe(404);
  expect(await none.json()).toMatchObject({ code: "ESTIMATE_NOT_RECORDED" });
});

test("a root is anchored by a final transaction that carries it, once", async () => {
  const days = await read<{ day: string; anchorData: Hex }[]>("/v1/valuations/record/days");
  const [{ day, anchorData }, other] = days as [(typeof days)[0], (typeof days)[0]];
  expect(hexToString(sliceHex(anchorData, 0, -32))).toBe(`valyra-estimates/1:${day}:`);
  const hash = `0x${"5a".repeat(32)}` as const;
  const node = (input: Hex, status: string, final: bigint) =>
    ({
      getTransaction: async () => ({ input }),
      getTransactionReceipt: async () => ({ status, blockNumber: 7n }),
      getBlock: async () => ({ number: final }),
    }) as unknown as AnchorNode;
  const note = (on: AnchorNode) => noteAnchor(pool, on, { day, hash });
  await expect(note(node(other.anchorData, "success", 9n))).rejects.toThrow(/does not carry/);
  await expect(note(node(anchorData, "reverted", 9n))).rejects.toThrow(/has failed/);
  await expect(note(node(anchorData, "success", 6n))).rejects.toThrow(/not final yet/);
  expect(await note(node(anchorData, "success", 7n))).toBe(7n);
  await expect(note(node(anchorData, "success", 9n))).rejects.toThrow(/was anchored by/);
  for (const after of ["0000-01-01", "2026-02-30", "yesterday"]) {
    expect((await api.get(`/v1/valuations/record/days?after=${after}`)).status).toBe(400);
  }
  expect(await read(`/v1/valuations/record/days?after=${day}`)).toHaveLength(1);
  const [shown] = await read<{ anchor: unknown }[]>("/v1/valuations/record/days?limit=1");
  expect(shown?.anchor).toEqual({ txHash: hash, blockNumber: 7 });
});

test("nobody edits the record: not the worker, not the owner; what is removed by force shows", async () => {
  const edits = [
    "UPDATE app.estimate_record SET content = content",
    "DELETE FROM app.estimate_record WHERE sequence = 1",
    "INSERT INTO app.estimate_record SELECT * FROM app.estimate_record",
    "UPDATE app.estimate_record_head SET last_sequence = 0",
    "UPDATE app.estimate_day SET root = '0x' || repeat('0', 64)",
    "DELETE FROM app.estimate_outcome",
    "UPDATE app.estimate_outcome SET sequence = NULL",
    "TRUNCATE app.estimate_outcome",
  ];
  for (const edit of edits) await expect(pool.query(edit)).rejects.toThrow(/permission denied/);
  await admin.query("SET ROLE valyra_owner");
  for (const edit of [...edits.slice(0, 2), ...edits.slice(4)]) {
    await expect(admin.query(edit)).rejects.toThrow(/append-only|never changed/);
  }
  await admin.query("RESET ROLE");
  // The same valuation has one place, and a wrong estimate none.
  const { valuation, sequence } = valuations.get(50) ?? {};
  if (valuation === undefined) throw new Error("no valuation");
  expect(await inWrite(pool, (client) => freezeEstimate(client, valuation))).toMatchObject({
    sequence,
  });
  const wrong = { ...valuation, blockHash: "0x1" };
  await expect(inWrite(pool, (client) => freezeEstimate(client, wrong))).rejects.toThrow();
  const before = PublicRecord.parse(await fetchRecord(served.url));
  await admin.query("ALTER TABLE app.estimate_record DISABLE TRIGGER ALL");
  const last = before.entries.length;
  await admin.query("DELETE FROM app.estimate_record WHERE sequence = $1", [last]);
  expect(findTampering(PublicRecord.parse(await fetchRecord(served.url)), NOW)).toEqual([
    `the record ends at entry ${last}, and ${last - 1} are here`,
  ]);
  await admin.query(
    "UPDATE app.estimate_record SET content = replace(content, '700', '701') WHERE sequence = 1",
  );
  const found = findTampering(PublicRecord.parse(await fetchRecord(served.url)), NOW);
  expect(found).toContain("entry 1 was changed");
});

test("estimates that are frozen at once get places without gaps", async () => {
  const { valuation } = valuations.get(50) ?? {};
  if (valuation === undefined) throw new Error("no valuation");
  const { rows: before } = await pool.query("SELECT last_sequence FROM app.estimate_record_head");
  const last = Number(before[0]?.last_sequence);
  const places = await Promise.all(
    Array.from({ length: 20 }, () =>
      inWrite(pool, (client) =>
        freezeEstimate(client, { ...valuation, valuationId: randomUUID() }),
      ),
    ),
  );
  const sequences = places.map(({ sequence }) => sequence).sort((a, b) => a - b);
  expect(sequences).toEqual(places.map((_, at) => last + 1 + at));
  expect(new Set(places.map(({ hash }) => hash)).size).toBe(places.length);
});

test("a sale in a token that is no dollar is kept with the rate that its estimate used", async () => {
  const money = { currency: "IDRX", usdPerUnit: 0.00006 };
  const { valuation } = await publishEstimate(admin, pool, {
    ...{ listing: 120, block: 12, mid: 20_000_000, profit: 9_000_000, money },
  });
  const closed: ClosedEscrow = {
    ...{ chainId: CHAIN_ID, contract: ESCROW_CONTRACT, escrowId: 120n },
    ...{ marketplace: MARKETPLACE, listingId: valuation.listingId },
    ...{ currency: "IDRX", decimals: 2, amountUnits: 2_500_000_000n, askedUnits: null },
    ...{ state: "completed", buyer: BUYER, seller: SELLER, isInListingToken: true },
    ...{ isDisputed: false, isEmergencyExit: false, isRoundTrip: false },
    ...{ agreedBlock: 40n, agreedAt: 1n, settledBlock: 44n, settledAt: 1_790_000_000n },
  };
  let now = 0;
  const engines = createEngineSource({ read: database.read, rates: {}, now: () => now });
  const before = await engines.current();
  const later = { IDRX: { usd: 0.9, asOf: "2030-01-01" } };
  await inWrite(pool, (client) => recordOutcome(client, closed, readSeedDeals(), later));
  const kept = (await readOutcomes(pool, {})).find(({ escrowId }) => escrowId.endsWith("-120"));
  expect(kept?.deal).toMatchObject({ usdPerUnit: 0.00006, figures: { profit: 540 } });
  // Neither no rate of today nor another one changes what it was worth.
  for (const rates of [{}, later]) {
    const deals = await database.read((snapshot) => findSettledDeals(snapshot, rates));
    const sold = deals.find(({ id }) => id === kept?.escrowId);
    expect(deals).toHaveLength(before.settled + 1);
    expect(sold?.usd).toBeCloseTo(1500, 6);
  }
  expect(Number(kept?.naive["category median × profit"])).toBeGreaterThan(1_000_000);
  now = 59_999;
  expect(await engines.current()).toBe(before);
  now = 60_000;
  expect((await engines.current()).settled).toBe(before.settled + 1);
});
