import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createEngine } from "../../core/valuation/engine.ts";
import { simulateMarket } from "../../core/valuation/evaluation/simulated-market.ts";
import type { GuardrailHit } from "../../core/valuation/guardrails.ts";
import type { LearnedEngine } from "../../core/valuation/pipeline/engine-source.ts";
import { saveIntake } from "../../core/valuation/pipeline/stages.ts";
import { inWrite } from "../../workers/in-write.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { CHAIN_ID, MARKETPLACE } from "./support/rows.ts";
import {
  type Asked,
  createValuationStage,
  document,
  hashOfNumber,
  startProvider,
  VALUED_AT,
  type ValuationStage,
} from "./support/valuation-stage.ts";

const server = sharedPostgres();
const PATIENT_MS = 120_000;
let market: ValuationStage;
let learned: LearnedEngine;

beforeAll(async () => {
  market = await createValuationStage(server.url);
  const deals = simulateMarket({ deals: 150, seed: 7, attestedShare: 1 });
  learned = { engine: createEngine(deals), deals, settled: 0, dealsHash: hashOfNumber(77) };
}, PATIENT_MS);
afterAll(async () => {
  await market.close();
  await server.stop();
});
afterEach(() => market.stage.reset());

const publicIdOf = (listing: number) => `${CHAIN_ID}-${MARKETPLACE}-${listing}`;

const dataOf = <Data>({ body }: { body: Record<string, unknown> }) => body.data as Data;

const valued = (listing: number) => market.valued(listing);

const jobsOf = async (valuationId: string) => {
  const { rows } = await market.admin.query(
    "SELECT job_id AS id, name, state, attempts FROM app.job WHERE cause = $1 ORDER BY created_at, name",
    [valuationId],
  );
  return rows as { id: string; name: string; state: string; attempts: number }[];
};

describe("a listing", () => {
  test(
    "goes through four stages, to a reviewer for its claims, and is shown with what to verify next [1.41, 5.45, 5.122]",
    async () => {
      await market.publish(0, document());
      await market.work();
      const { ask, row, valuation } = await valued(0);
      const { valuationId } = valuation;
      expect(row).toMatchObject({ state: "escalated", method: "statistical", grade: "claimed" });
      expect((await jobsOf(valuationId)).map(({ name, state }) => `${name} ${state}`)).toEqual([
        "valuation.intake done",
        "valuation.compare done",
        "valuation.estimate done",
        "valuation.memo done",
      ]);
      const { rows: order } = await market.admin.query(
        `SELECT started_at >= lag(finished_at) OVER (ORDER BY created_at) AS waited
         FROM app.job WHERE cause = $1 ORDER BY created_at`,
        [valuationId],
      );
      expect(order.map(({ waited }) => waited)).toEqual([null, true, true, true]);
      expect(row.confidence).toBeGreaterThan(0);
      // Monthly revenue counts twelve times, and what was asked plays no part.
      expect(row.input).toMatchObject({
        currency: "USDC",
        metrics: { recurringRevenue: { value: 18_000 }, profit: { value: 9_000 } },
      });
      expect(JSON.stringify(row.input)).not.toMatch(/ask|price/i);
      const path = `/v1/valuations/${valuationId}`;
      expect(dataOf(await ask("GET", path))).toMatchObject({ state: "escalated", estimate: null });
      expect((await market.nobody("GET", path)).status).toBe(401);
      const stranger = await market.signedIn();
      expect((await stranger("GET", path)).status).toBe(404);
      const listing = `/v1/listings/${publicIdOf(0)}`;
      expect(dataOf(await market.nobody("GET", listing))).toMatchObject({ valuation: null });

      const reviewer = await market.signedIn({ roles: ["reviewer"] });
      const desk = "/v1/valuation-reviews";
      expect((await ask("GET", desk)).status).toBe(403);
      const open = dataOf<{ valuation: Asked["valuation"] }[]>(await reviewer("GET", desk));
      expect(open.map((review) => review.valuation.valuationId)).toContain(valuationId);
      const decision = { decision: "publish", reason: "Figures seen in the dashboard." };
      const decide = (as: typeof ask) => as("POST", `${desk}/${valuationId}/decision`, decision);
      expect((await decide(reviewer)).body).toMatchObject({ code: "REVIEW_CLAIMED" });
      expect((await reviewer("POST", `${desk}/${valuationId}/claim`)).status).toBe(200);
      const other = await market.signedIn({ roles: ["reviewer"] });
      const taken = await other("POST", `${desk}/${valuationId}/claim`);
      expect(taken.body).toMatchObject({ code: "REVIEW_CLAIMED" });
      const decided = await decide(reviewer);
      expect(decided, decided.text).toMatchObject({ status: 200 });
      expect((await decide(reviewer)).body).toMatchObject({ code: "REVIEW_DECIDED" });

      const shown = dataOf<{ valuation: Record<string, unknown> }>(
        await market.nobody("GET", listing),
      ).valuation;
      expect(shown).toMatchObject({
        valuationId,
        isMarked: true,
        low: { raw: String(row.low_units), currency: "USDC", decimals: 6 },
        mid: { raw: String(row.mid_units) },
        high: { raw: String(row.high_units) },
        confidence: { score: row.confidence, evidence: 0.5 },
        memo: { source: "template" },
        disclaimer: expect.stringContaining("not an appraisal"),
      });
      expect(shown.comparables).not.toHaveLength(0);
      // Each bound that moved a number is recorded, counted, and shown with the digits that it has.
      const { guardrails } = shown as { guardrails: GuardrailHit[] };
      expect(guardrails).not.toHaveLength(0);
      const round = (usd: number) => Number(usd.toPrecision(3));
      expect(guardrails).toEqual(
        market.guardrails.map(({ rule, edge, fromUsd, toUsd }) => ({
          ...{ rule, edge, fromUsd: round(fromUsd), toUsd: round(toUsd) },
        })),
      );
      expect(JSON.stringify(shown)).not.toMatch(/\d\.\d{7}/);
      expect(shown.verifyNext).toContainEqual(expect.objectContaining({ action: "attest" }));
      const list = dataOf<Asked["valuation"][]>(
        await market.nobody("GET", `${listing}/valuations`),
      );
      expect(list.map((one) => one.valuationId)).toEqual([valuationId]);
      const { rows } = await market.admin.query(
        `SELECT (SELECT count(*)::int FROM app.estimate_record WHERE valuation_id = $1) AS frozen,
           (SELECT count(*)::int FROM app.listing_coordinate WHERE valuation_id = $1) AS placed,
           (SELECT count(*)::int FROM app.journal_entry WHERE kind = 'valuation.finished') AS told,
           (SELECT array_agg(action ORDER BY sequence) FROM app.audit_entry WHERE entity_id = $1::text) AS audited`,
        [valuationId],
      );
      expect(rows[0]).toEqual({
        frozen: 1,
        placed: 1,
        told: 1,
        audited: ["valuation.request", "valuation_review.claim", "valuation_review.decide"],
      });
      await expect(
        market.admin.query("UPDATE app.valuation SET mid_units = 1 WHERE valuation_id = $1", [
          valuationId,
        ]),
      ).rejects.toThrow("never changed");
    },
    PATIENT_MS,
  );

  test(
    "that is attested is published, with some of it computed marked, and what the stages before have left is not done again [5.127]",
    async () => {
      await market.work({ engines: { current: async () => learned } });
      const subject = learned.deals.find(({ figures }) => Object.keys(figures).length >= 6);
      const states: string[] = [];
      for (const [at, grade] of (["attested", "computed"] as const).entries()) {
        const listing = 200 + at;
        const { rows } = await market.admin.query(
          `INSERT INTO app.valuation (chain_id, contract, listing_id, cause, cause_key)
           VALUES ($1, $2, $3, 'drift', $4) RETURNING valuation_id`,
          [CHAIN_ID, MARKETPLACE, listing, `attested ${at}`],
        );
        const valuationId: string = rows[0].valuation_id;
        const moment = new Date(Number(VALUED_AT) * 1_000).toISOString();
        const evidence = (value: number) => ({ value, grade, source: "0x1", asOf: moment });
        const metrics = Object.fromEntries(
          Object.entries(subject?.figures ?? {}).map(([name, value]) => [name, evidence(value)]),
        );
        // As if the worker had died after the intake: what it has left is enough to go on.
        await inWrite(market.stage.pool, async (client) => {
          await saveIntake(client, valuationId, {
            blockNumber: 100n,
            blockHash: hashOfNumber(100),
            readingFailure: undefined,
            kept: {
              ...{ reading: null, failure: "not_configured", model: null, promptVersion: null },
              isAskHidden: true,
            },
            input: {
              ...{ category: subject?.category ?? "", currency: "USDC", decimals: 6, at: moment },
              ...{ metrics, leftOut: [], documentHash: null, text: null },
            },
          });
          await client.query(
            "SELECT app.add_job('valuation.compare', 'comparables', $1, $2, 1, 4, '0', NULL, NULL)",
            [valuationId, { valuationId }],
          );
        });
        const row = await market.untilEnded(valuationId);
        states.push(row.state);
        expect(row.confidence).toBeGreaterThanOrEqual(at === 0 ? 80 : 60);
      }
      expect(states).toEqual(["published", "published_marked"]);
    },
    PATIENT_MS,
  );

  test(
    "of which nothing is known is refused with a code and a fix, and so is one without its listing",
    async () => {
      await market.work();
      const { row, ask, valuation } = await valued(1);
      expect(row).toMatchObject({ state: "refused", estimate: null, low_units: null });
      expect(dataOf(await ask("GET", `/v1/valuations/${valuation.valuationId}`))).toMatchObject({
        state: "refused",
        reasons: [{ code: "NO_METRICS", fix: expect.stringContaining("profit") }],
      });
      expect((await ask("POST", "/v1/listings/999999/valuations")).status).toBe(404);
    },
    PATIENT_MS,
  );
});

describe("a business that is not listed", () => {
  const figures = {
    category: "saas",
    metrics: { recurringRevenue: "18000", profit: "9000", ageYears: "3" },
  };

  test(
    "is valued for who asks alone, at once for who waits [1.41, 5.90]",
    async () => {
      await market.work();
      const ask = await market.signedIn();
      const answer = await ask("POST", "/v1/valuations/analyze", figures, { prefer: "wait=10" });
      const { valuation } = dataOf<Asked>(answer);
      const row = await market.untilEnded(valuation.valuationId);
      expect([200, 202]).toContain(answer.status);
      const path = answer.headers.get("location") ?? "";
      const shown = dataOf<{ estimate: Record<string, { raw: string; currency: string }> }>(
        await ask("GET", path),
      );
      expect(shown).toMatchObject({ state: "published_marked", listing: null });
      expect(shown.estimate.mid).toMatchObject({ raw: String(row.mid_units), currency: "USD" });
      expect(BigInt(shown.estimate.low?.raw ?? 0)).toBeGreaterThanOrEqual(18_000_00n);
      expect(BigInt(shown.estimate.high?.raw ?? 0)).toBeLessThanOrEqual(180_000_00n);
      expect((await (await market.signedIn())("GET", path)).status).toBe(404);
      expect((await market.nobody("GET", path)).status).toBe(401);
      const { rows } = await market.admin.query(
        "SELECT 1 FROM app.estimate_record WHERE valuation_id = $1",
        [valuation.valuationId],
      );
      expect(rows).toEqual([]);
      const wrong = { ...figures, metrics: { profit: "a lot" } };
      expect((await ask("POST", "/v1/valuations/analyze", wrong)).status).toBe(400);
      expect((await market.nobody("POST", "/v1/valuations/analyze", figures)).status).toBe(401);
    },
    PATIENT_MS,
  );
});

describe("what fails", () => {
  const failing = () => {
    throw new Error("it is broken");
  };

  test(
    "intake goes to a reviewer, and its job is dead for all to see [5.128, 5.43]",
    async () => {
      await market.work({ beforeRead: failing });
      const { row, valuation } = await valued(2);
      expect(row).toMatchObject({ state: "escalated", reasons: [{ code: "INTAKE_FAILED" }] });
      await market.stage.until((await firstJob(valuation.valuationId)) ?? "", "dead");
      const reviewer = await market.signedIn({ roles: ["reviewer"] });
      const desk = `/v1/valuation-reviews/${valuation.valuationId}`;
      await reviewer("POST", `${desk}/claim`);
      const publish = { decision: "publish", reason: "Why not." };
      expect((await reviewer("POST", `${desk}/decision`, publish)).body).toMatchObject({
        code: "VALUATION_INCOMPLETE",
      });
      const repeat = { decision: "repeat", reason: "The index was away." };
      expect((await reviewer("POST", `${desk}/decision`, repeat)).status).toBe(200);
      const { rows } = await market.admin.query(
        "SELECT state FROM app.valuation WHERE cause = 'review' AND listing_id = 2",
      );
      expect(rows).toHaveLength(1);
    },
    PATIENT_MS,
  );

  const firstJob = async (valuationId: string) => {
    const { rows } = await market.admin.query(
      "SELECT job_id FROM app.job WHERE name = 'valuation.intake' AND cause = $1",
      [valuationId],
    );
    return rows[0]?.job_id as string | undefined;
  };

  test(
    "comparables are tried three times more, then the published deals count and confidence is lower [5.129, 5.46]",
    async () => {
      await market.publish(3, document());
      await market.publish(4, document());
      let tries = 0;
      await market.work({
        engines: {
          current: async () => {
            tries += 1;
            return failing();
          },
        },
      });
      const { row, valuation } = await valued(3);
      expect(tries).toBe(4);
      expect(row.comparables).toMatchObject({ isDefault: true, settled: 0 });
      expect(row.estimate.warnings).toContainEqual(expect.stringContaining("could not be read"));
      const jobs = await jobsOf(valuation.valuationId);
      expect(jobs.find(({ name }) => name === "valuation.compare")).toMatchObject({ attempts: 4 });
      await market.stage.reset();
      await market.work();
      const { row: whole } = await valued(4);
      expect(row.confidence).toBeLessThan(whole.confidence);
      expect(whole.comparables.deals).toBeGreaterThan(100);
    },
    PATIENT_MS,
  );

  test(
    "an estimate goes to a reviewer [5.130]",
    async () => {
      await market.publish(5, document());
      const engine = { ...learned.engine, estimate: failing };
      await market.work({ engines: { current: async () => ({ ...learned, engine }) } });
      const { row } = await valued(5);
      expect(row).toMatchObject({ state: "escalated", reasons: [{ code: "ESTIMATE_FAILED" }] });
    },
    PATIENT_MS,
  );

  test(
    "a memo is tried twice more, then written by the template, and the number does not wait [5.131, 5.48, 5.93]",
    async () => {
      await market.publish(6, document());
      const provider = await startProvider((response) => response.writeHead(401).end("{}"));
      await market.work({ modelUrl: provider.url });
      const { row, valuation } = await valued(6);
      await provider.close();
      expect(row.memo).toMatchObject({ source: "template" });
      expect(row.memo.text).toMatch(/^Estimated from \d+ closed deals, .* Verify next: /);
      expect(row).toMatchObject({ method: "statistical", model: null });
      const memo = (await jobsOf(valuation.valuationId)).find(({ name }) => /memo/.test(name));
      expect(memo).toMatchObject({ state: "dead", attempts: 3 });
      // Once at the intake, and three times for the memo.
      expect(provider.seen).toHaveLength(4);
    },
    PATIENT_MS,
  );

  test(
    "a provider that hangs is left, and the whole takes less than 30 seconds [5.132]",
    async () => {
      await market.publish(7, document());
      const provider = await startProvider(() => undefined);
      await market.work({ modelUrl: provider.url, readingMs: 500 });
      const { row } = await valued(7);
      await provider.close();
      expect(row.memo).toMatchObject({ source: "template" });
      const took = row.finished_at.getTime() - row.created_at.getTime();
      expect(took).toBeLessThan(30_000);
    },
    PATIENT_MS,
  );

  test(
    "a stage whose worker died is found and ended by its rule",
    async () => {
      const ask = await market.signedIn();
      const { valuation, jobId } = dataOf<Asked>(await ask("POST", "/v1/listings/8/valuations"));
      await market.admin.query(
        "UPDATE app.job SET state = 'dead', finished_at = now() WHERE job_id = $1",
        [jobId],
      );
      await market.work();
      await market.admin.query(
        "SELECT app.add_job('valuation.scan', 'upkeep', 'now', '{}', 5, 3, '0', NULL, NULL)",
      );
      const row = await market.untilEnded(valuation.valuationId);
      expect(row).toMatchObject({ state: "escalated", reasons: [{ code: "INTAKE_FAILED" }] });
    },
    PATIENT_MS,
  );
});

test(
  "a valuation names its jobs, first to last, where it is read [5.124]",
  async () => {
    await market.publish(0, document());
    await market.work();
    const { ask, valuation } = await valued(0);
    const jobs = await jobsOf(valuation.valuationId);
    const read = await ask("GET", `/v1/valuations/${valuation.valuationId}`);
    expect(jobs).toHaveLength(4);
    expect(dataOf<{ jobIds: string[] }>(read).jobIds).toEqual(jobs.map(({ id }) => id));
  },
  PATIENT_MS,
);
