import type { Statements } from "../../jobs/add-job.ts";

/** How much models of language may take in a day. */
export type BudgetCaps = {
  /** Tokens for one listing, or for one account where a business is not listed. */
  scopeTokens: number;
  /** Tokens for everything together. */
  allTokens: number;
  /** The same as money, millionths of a US dollar. */
  allMicrodollars: number;
  /** Price of a thousand tokens, of those asked and those answered alike, millionths of a US dollar. */
  microdollarsPer1000Tokens: number;
};

/** What a question may cost is booked before it is asked and settled after (check AI-3). */
export type ReadingBudget = {
  /** Books so many tokens; undefined when that is more than is left of the day. */
  book(scope: string, valuationId: string | null, tokens: number): Promise<string | undefined>;
  /** Writes down what it has cost. Nothing happens the second time. */
  settle(bookingId: string, tokens: number): Promise<void>;
};

/** A budget of the day in UTC, shared by all processes through the database. */
export function createReadingBudget(db: Statements, caps: BudgetCaps): ReadingBudget {
  const priceOf = (tokens: number): bigint =>
    (BigInt(tokens) * BigInt(caps.microdollarsPer1000Tokens) + 999n) / 1_000n;
  return {
    async book(scope, valuationId, tokens) {
      const { rows } = await db.query<{ id: string | null }>(
        "SELECT app.book_reading($1, $2, $3, $4, $5, $6, $7) AS id",
        [
          ...[scope, valuationId, tokens, priceOf(tokens)],
          ...[caps.scopeTokens, caps.allTokens, caps.allMicrodollars],
        ],
      );
      return rows[0]?.id ?? undefined;
    },
    async settle(bookingId, tokens) {
      await db.query("SELECT app.settle_reading($1, $2, $3)", [bookingId, tokens, priceOf(tokens)]);
    },
  };
}
