import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReadingBudget } from "../../core/valuation/reading/budget.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createJobStage, type JobStage } from "./support/job-stage.ts";
import { CAPS } from "./support/valuation-stage.ts";

const server = sharedPostgres();
let stage: JobStage;

beforeAll(async () => {
  stage = await createJobStage(server.url);
});
afterAll(async () => {
  await stage.close();
  await server.stop();
});

const forget = () =>
  stage.admin.query("TRUNCATE app.valuation_budget; TRUNCATE app.valuation_booking");

/** The budgets of the day by scope. */
async function spent(): Promise<Record<string, { tokens: bigint; cost: bigint }>> {
  const { rows } = await stage.admin.query(
    "SELECT scope, tokens, cost_microdollars AS cost FROM app.valuation_budget",
  );
  return Object.fromEntries(
    rows.map(({ scope, tokens, cost }) => [scope, { tokens: BigInt(tokens), cost: BigInt(cost) }]),
  );
}

test("of 100 questions at the edge of a budget as many are booked as it has room for [AI-3]", async () => {
  await forget();
  const budget = createReadingBudget(stage.pool, { ...CAPS, scopeTokens: 1_050 });
  const bookings = await Promise.all(
    Array.from({ length: 100 }, () => budget.book("listing", null, 100)),
  );
  expect(bookings.filter((id) => id !== undefined)).toHaveLength(10);
  expect((await spent()).listing?.tokens).toBe(1_000n);
  // A crash after the question leaves its booking: it counts in full until somebody knows better.
  expect(await budget.book("listing", null, 100)).toBeUndefined();
  const [first = ""] = bookings.filter((id) => id !== undefined);
  await Promise.all([budget.settle(first, 30), budget.settle(first, 30)]);
  expect((await spent()).listing?.tokens).toBe(930n);
  expect(await budget.book("listing", null, 100)).toBeDefined();
  // Other listings have budgets of their own; the whole and its price bind them all.
  const whole = createReadingBudget(stage.pool, { ...CAPS, allTokens: 1_100 });
  expect(await whole.book("other", null, 71)).toBeUndefined();
  const poor = createReadingBudget(stage.pool, { ...CAPS, allMicrodollars: 1_030 });
  expect(await poor.book("other", null, 1)).toBeUndefined();
  expect(await whole.book("other", null, 70)).toBeDefined();
});

const step = fc.oneof(
  fc.record({ scope: fc.constantFrom("a", "b"), book: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ settle: fc.nat(20), percent: fc.integer({ min: 0, max: 100 }) }),
);

test("whatever is booked and settled in whatever order, no budget is overspent and the sums agree [AI-3]", async () => {
  const caps = { ...CAPS, scopeTokens: 100, allTokens: 150, allMicrodollars: 140 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      await forget();
      const budget = createReadingBudget(stage.pool, caps);
      const open: { id: string; tokens: number }[] = [];
      for (const one of steps) {
        if ("book" in one) {
          const id = await budget.book(one.scope, null, one.book);
          if (id !== undefined) open.push({ id, tokens: one.book });
        } else {
          const found = open[one.settle];
          if (found === undefined) continue;
          await budget.settle(found.id, Math.floor((found.tokens * one.percent) / 100));
        }
      }
      const { all, ...scopes } = await spent();
      const { rows } = await stage.admin.query(
        `SELECT coalesce(sum(coalesce(used_tokens, booked_tokens)), 0)::int AS tokens,
           coalesce(sum(coalesce(used_microdollars, booked_microdollars)), 0)::int AS cost
         FROM app.valuation_booking`,
      );
      const sum = Object.values(scopes).reduce((total, { tokens }) => total + tokens, 0n);
      expect(all?.tokens ?? 0n).toBe(sum);
      expect(sum).toBe(BigInt(rows[0].tokens));
      expect(all?.cost ?? 0n).toBe(BigInt(rows[0].cost));
      expect(all?.tokens ?? 0n).toBeLessThanOrEqual(150n);
      expect(all?.cost ?? 0n).toBeLessThanOrEqual(140n);
      for (const { tokens } of Object.values(scopes)) expect(tokens).toBeLessThanOrEqual(100n);
    }),
    { numRuns: 30 },
  );
}, 60_000);
