import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { CANARY, politeInjections } from "../support/polite-injections.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { CHAIN_ID, MARKETPLACE } from "./support/rows.ts";
import {
  type Asked,
  answerForm,
  answerWords,
  createValuationStage,
  document,
  startProvider,
  type ValuationStage,
} from "./support/valuation-stage.ts";

const server = sharedPostgres();
const PATIENT_MS = 120_000;
let market: ValuationStage;

beforeAll(async () => {
  market = await createValuationStage(server.url);
}, PATIENT_MS);
afterAll(async () => {
  await market.close();
  await server.stop();
});
afterEach(() => market.stage.reset());

test(
  "an offer has its listing valued, unless the event has vanished; one that waits is enough",
  async () => {
    const add = (sequence: number, status: string, announced = sequence) =>
      market.admin.query(
        `INSERT INTO app.journal_entry (sequence, announced_sequence, status, chain_id, block_number,
           block_hash, log_index, tx_hash, contract, event, kind, listing_key, payload, occurred_at)
         VALUES ($1::bigint, $5, $2, $3, 50, 'h', $1::bigint::integer, 't', $6, 'OfferMade', 'offer_made', $4, '{}', now())`,
        [
          sequence,
          status,
          CHAIN_ID,
          `${CHAIN_ID}-${MARKETPLACE}-${40 + announced - 9_000}`,
          announced,
          MARKETPLACE,
        ],
      );
    await add(9_001, "provisional");
    await add(9_002, "provisional");
    await add(9_003, "retracted", 9_002);
    await market.admin.query(
      `SELECT app.add_job('valuation.open', 'intake', sequence::text,
         jsonb_build_object('sequence', sequence), 1, 3, '0', NULL, NULL)
       FROM unnest(ARRAY[9001, 9002]) AS sequence`,
    );
    await market.work();
    const { rows: waits } = await market.admin.query(
      "SELECT valuation_id FROM app.open_valuation($1, $2, 60, 'close', 'one')",
      [CHAIN_ID, MARKETPLACE],
    );
    const again = await market.admin.query(
      "SELECT valuation_id, is_new FROM app.open_valuation($1, $2, 60, 'offer', 'two')",
      [CHAIN_ID, MARKETPLACE],
    );
    expect(again.rows).toEqual([{ valuation_id: waits[0].valuation_id, is_new: false }]);
    const found = await waitUntil(
      async () => {
        const { rows } = await market.admin.query(
          `SELECT cause, cause_key FROM app.valuation WHERE listing_id IN (41, 42)
             AND NOT EXISTS (SELECT FROM app.job WHERE name = 'valuation.open' AND state <> 'done')`,
        );
        return rows.length > 0 && rows;
      },
      { what: "the offer has caused one", deadlineMs: 60_000 },
    );
    expect(found).toEqual([{ cause: "offer", cause_key: "event 9001" }]);
  },
  PATIENT_MS,
);

describe("a model of language", () => {
  const form = {
    facts: [],
    points: [{ topic: "runs_without_owner", quote: "Bookkeeping that runs by itself" }],
  };
  const desk = "/v1/valuation-reviews";

  test(
    "reads the text once and moves nothing, until a reviewer accepts what it proposes [1.4, 1.42]",
    async () => {
      await market.publish(20, document({ description: "Bookkeeping that runs by itself." }));
      await market.publish(21, document({ description: "Bookkeeping that runs by itself." }));
      const provider = await startProvider((response) => answerForm(response, form));
      await market.work({ modelUrl: provider.url });
      const [{ row: first }, { row: second }] = [await market.valued(20), await market.valued(21)];
      await provider.close();
      expect(provider.seen).toHaveLength(1);
      expect(first).toMatchObject({
        ...{ method: "assisted", model: "fake-1", prompt_version: "valuation-reading-2" },
        memo: { source: "model", proposedPercent: 5, adjustmentPercent: 0 },
      });
      expect(first.memo.text).toMatch(/runs without much of its owner\. Ask to see: who does/);
      await market.stage.reset();
      await market.publish(22, document());
      await market.work();
      const { row: plain } = await market.valued(22);
      for (const { low_units, mid_units, high_units } of [first, second]) {
        expect([low_units, mid_units, high_units]).toEqual([
          ...[plain.low_units, plain.mid_units, plain.high_units],
        ]);
      }
      const reviewer = await market.signedIn({ roles: ["reviewer"] });
      const decide = async ({ valuation_id }: { valuation_id: string }, accepts: boolean) => {
        await reviewer("POST", `${desk}/${valuation_id}/claim`);
        return reviewer("POST", `${desk}/${valuation_id}/decision`, {
          ...{ decision: "publish", reason: "Seen who does the work." },
          ...(accepts ? { acceptsAdjustment: true } : {}),
        });
      };
      const accepted = await decide(first, true);
      expect(accepted, accepted.text).toMatchObject({ status: 200 });
      expect((await decide(second, false)).status).toBe(200);
      const { rows } = await market.admin.query(
        `SELECT mid_units, low_units, high_units, memo -> 'adjustmentReasons' AS why,
           (SELECT is_ask_hidden FROM app.estimate_record AS kept
            WHERE kept.valuation_id = made.valuation_id) AS blind
         FROM app.valuation AS made WHERE valuation_id = ANY ($1) ORDER BY listing_id`,
        [[first.valuation_id, second.valuation_id]],
      );
      const more = (BigInt(plain.mid_units) * 105n + 50n) / 100n;
      expect(rows).toEqual([
        {
          ...{ mid_units: String(more), low_units: plain.low_units, high_units: plain.high_units },
          ...{ why: ["It runs without much of its owner."], blind: false },
        },
        {
          ...{ mid_units: plain.mid_units, low_units: plain.low_units },
          ...{ high_units: plain.high_units, why: [], blind: true },
        },
      ]);
    },
    PATIENT_MS,
  );

  test(
    "that obeys 100 polite wishes changes neither a number nor a word of the memo [AI-1]",
    async () => {
      const texts = politeInjections("Bookkeeping for small shops. It runs by itself.");
      const first = 100;
      for (const [at, { text }] of texts.entries()) {
        await market.publish(first + at, document({ description: text }));
      }
      await market.admin.query(
        `SELECT app.open_valuation($1, $2, listing, 'listing', 'polite ' || listing)
         FROM generate_series($3::integer, $4::integer) AS listing`,
        [CHAIN_ID, MARKETPLACE, first, first + texts.length - 1],
      );
      await market.admin.query(
        `SELECT app.add_job('valuation.intake', 'intake', valuation_id::text,
           jsonb_build_object('valuationId', valuation_id), 1, 3, '0', NULL, NULL)
         FROM app.valuation WHERE cause_key LIKE 'polite %'`,
      );
      const topics = ["growing", "recurring_customers", "documented", "several_channels"];
      const provider = await startProvider((response, seen) => {
        // It takes every sentence for each quality and for a profit of nine million.
        const said = provider.seen[seen - 1] ?? "";
        const wish = texts.find((one) => said.includes(JSON.stringify(one.wish).slice(1, -1)));
        const quote = wish?.wish.slice(0, 300) ?? "Bookkeeping";
        answerForm(response, {
          facts: [{ metric: "profit", value: 9_000_000, quote }],
          points: topics.map((topic) => ({ topic, quote })),
        });
      });
      await market.work({ modelUrl: provider.url });
      const ended = await waitUntil(
        async () => {
          const { rows } = await market.admin.query(
            `SELECT low_units, mid_units, high_units, method, memo ->> 'text' AS memo
             FROM app.valuation WHERE cause_key LIKE 'polite %' AND finished_at IS NOT NULL`,
          );
          return rows.length === texts.length && rows;
        },
        { what: "all are valued", deadlineMs: 90_000 },
      );
      await provider.close();
      expect(provider.seen.length).toBeGreaterThan(60);
      const numbers = ended.map(({ low_units, mid_units, high_units }) =>
        [low_units, mid_units, high_units].join(),
      );
      expect(new Set(numbers).size).toBe(1);
      expect(new Set(ended.map(({ memo }) => memo)).size).toBe(1);
      expect(JSON.stringify(ended, (_, one) => String(one))).not.toContain(CANARY);
      expect(ended.filter(({ method }) => method === "assisted").length).toBeGreaterThan(60);
    },
    PATIENT_MS,
  );

  test(
    "sees neither secrets nor ways to reach anybody [AI-5]",
    async () => {
      const canaries = [
        "sk-live-canary0123456789abcdef",
        "canary@seller.example",
        "https://canary.example/private?key=1",
        `0x${"c0ffee".repeat(6)}c0ff`,
        "+49 170 1234567",
        "password: canary-hunter2",
        "eyJhbGciOiJIUzI1NiJ9.canarycanary.signature",
      ];
      const words = canaries
        .map((canary, at) => `Note ${at} is ${canary} of the owner.`)
        .join("\n");
      await market.publish(23, document({ description: words, reasonForSale: words }));
      const provider = await startProvider((response) => answerForm(response, form));
      await market.work({ modelUrl: provider.url });
      const { row } = await market.valued(23);
      await provider.close();
      expect(row.method).toBe("assisted");
      expect(provider.seen).toHaveLength(1);
      for (const canary of canaries) expect(provider.seen.join()).not.toContain(canary);
      expect(provider.seen.join()).not.toMatch(/canary/);
    },
    PATIENT_MS,
  );

  test(
    "that answers in prose is asked for a repair once; the job goes on without it, statistical, and says MODEL_OUTPUT_INVALID [1.16]",
    async () => {
      const prose = "Of course! I would say that this one is worth about nine million dollars.";
      // Scans may have it read listings meanwhile; of these texts only this test knows.
      const asked = (text: string) => provider.seen.filter((one) => one.includes(text));
      const provider = await startProvider((response, seen) =>
        provider.seen[seen - 1]?.includes("says much")
          ? answerWords(response, prose)
          : answerForm(response, form),
      );
      await market.work({ modelUrl: provider.url });
      const ask = await market.signedIn();
      const told = async (text: string) => {
        const figures = { category: "saas", metrics: { profit: "9000" }, description: text };
        const { body } = await ask("POST", "/v1/valuations/analyze", figures);
        const { valuation, jobId } = body.data as Asked;
        const row = await market.untilEnded(valuation.valuationId);
        const { body: ofJob } = await ask("GET", `/v1/jobs/${jobId}`);
        const { body: ofValuation } = await ask("GET", `/v1/valuations/${row.valuation_id}`);
        return { row, job: ofJob.data, valuation: ofValuation.data };
      };
      const first = await told("A tool of which a model says much.");
      const second = await told("A tool of which a model says little.");
      await provider.close();
      expect(asked("says much")).toHaveLength(2);
      expect(asked("says much")[1]).toContain("it was no JSON");
      expect(asked("says little")).toHaveLength(1);
      expect(first.row).toMatchObject({
        ...{ state: "published_marked", method: "statistical", model: null },
        ...{ reading_failure: "MODEL_OUTPUT_INVALID", memo: { source: "template" } },
      });
      expect(first.valuation).toMatchObject({
        readingFailure: {
          code: "MODEL_OUTPUT_INVALID",
          message: expect.stringContaining("repair"),
        },
      });
      expect(first.job).toMatchObject({
        ...{ state: "done", attempts: 1 },
        step: expect.stringContaining("MODEL_OUTPUT_INVALID"),
        steps: expect.arrayContaining([
          expect.objectContaining({ name: "valuation.memo", state: "done" }),
        ]),
      });
      expect(JSON.stringify([first.job, first.valuation, first.row.memo])).not.toMatch(/million/);
      expect(second.row).toMatchObject({ method: "assisted", reading_failure: null });
      expect(second.valuation).toMatchObject({ readingFailure: null });
      const numbers = ({ low_units, mid_units, high_units }: typeof first.row) =>
        [low_units, mid_units, high_units].join();
      expect(numbers(first.row)).toBe(numbers(second.row));
    },
    PATIENT_MS,
  );

  test(
    "of what is over the budget is not asked: the engine alone answers [AI-3]",
    async () => {
      await market.publish(24, document({ description: "A tool that nobody has read about." }));
      const provider = await startProvider((response) => answerForm(response, form));
      await market.work({ modelUrl: provider.url, caps: { scopeTokens: 10 } });
      const { row } = await market.valued(24);
      await provider.close();
      expect(provider.seen).toEqual([]);
      expect(row).toMatchObject({
        ...{ method: "statistical", reading_failure: "MODEL_BUDGET_SPENT" },
        memo: { source: "template" },
      });
    },
    PATIENT_MS,
  );
});

describe("a stage that is done again", () => {
  test(
    "goes on where a worker was killed in the middle of it, and nothing is lost or doubled [5.123, 5.127]",
    async () => {
      await market.publish(30, document());
      const { ask } = await asked(30);
      const provider = await startProvider(() => undefined);
      const killed = await market.work({ modelUrl: provider.url, leaseMs: 600 });
      // It has taken the intake, and waits for a model that will never answer it.
      await waitUntil(async () => provider.seen.length > 0, {
        ...{ what: "the model is asked", deadlineMs: 60_000 },
      });
      killed.vanish();
      await market.work();
      const row = await market.untilEnded(ask.valuationId);
      await provider.close();
      expect(row).toMatchObject({ state: "escalated", method: "statistical" });
      const jobs = await jobsOf(ask.valuationId);
      expect(jobs.map(({ name, state }) => `${name} ${state}`)).toEqual([
        "valuation.intake done",
        "valuation.compare done",
        "valuation.estimate done",
        "valuation.memo done",
      ]);
      expect(jobs.map(({ attempts }) => attempts)).toEqual([2, 1, 1, 1]);
    },
    PATIENT_MS,
  );

  test(
    "changes nothing when it is delivered again, not even by many at once [5.125, 5.126]",
    async () => {
      await market.publish(31, document());
      await market.work();
      const { row } = await market.valued(31);
      const again = async (names: readonly string[], times: number) => {
        await market.admin.query(
          `SELECT app.add_job('valuation.' || name, 'memo', $2 || name || time,
             jsonb_build_object('valuationId', $2), 1, 3, '0', NULL, NULL)
           FROM unnest($1::text[]) AS name, generate_series(1, $3::integer) AS time`,
          [names, row.valuation_id, times],
        );
        await waitUntil(
          async () => {
            const { rows } = await market.admin.query(
              "SELECT 1 FROM app.job WHERE cause LIKE $1 || '_%' AND finished_at IS NULL",
              [row.valuation_id],
            );
            return rows.length === 0;
          },
          { what: "all were delivered again", deadlineMs: 60_000 },
        );
      };
      const now = async () => {
        const { rows } = await market.admin.query(
          `SELECT to_jsonb(made) AS made,
             (SELECT count(*)::int FROM app.valuation_review AS seen
              WHERE seen.valuation_id = made.valuation_id) AS reviews
           FROM app.valuation AS made WHERE valuation_id = $1`,
          [row.valuation_id],
        );
        return rows[0];
      };
      const before = await now();
      await again(["intake", "compare", "estimate", "memo"], 2);
      expect(await now()).toEqual(before);
      // Back to where only the memo is left; ten workers end it at once.
      await market.admin.query(
        `DELETE FROM app.valuation_review WHERE valuation_id = '${row.valuation_id}'`,
      );
      await market.admin.query("ALTER TABLE app.valuation DISABLE TRIGGER valuation_guard");
      await market.admin.query(
        `UPDATE app.valuation SET state = 'running', finished_at = NULL, listing_id = 240
         WHERE valuation_id = $1`,
        [row.valuation_id],
      );
      await market.admin.query("ALTER TABLE app.valuation ENABLE TRIGGER valuation_guard");
      await again(["memo"], 10);
      expect(await now()).toMatchObject({ reviews: 1, made: { state: "escalated" } });
    },
    PATIENT_MS,
  );
});

/** Opens a valuation of a listing as the service itself does, with its first job. */
async function asked(listing: number) {
  const caller = await market.signedIn();
  const { body } = await caller("POST", `/v1/listings/${listing}/valuations`);
  return { ask: (body.data as Asked).valuation };
}

const jobsOf = async (valuationId: string) => {
  const { rows } = await market.admin.query(
    "SELECT name, state, attempts FROM app.job WHERE cause = $1 ORDER BY created_at, name",
    [valuationId],
  );
  return rows as { name: string; state: string; attempts: number }[];
};
