import { describe, expect, test } from "vitest";
import { analyticsColumns, type SourceColumn } from "./analytics.ts";
import { quoteIdentifier, quoteLiteral } from "./quote.ts";

const column = (name: string, type: string): SourceColumn => ({ name, type, comment: name });
const expressions = (columns: SourceColumn[]) =>
  Object.fromEntries(analyticsColumns(columns).map(({ name, expression }) => [name, expression]));

describe("columns of an analysts' view", () => {
  test("an escrow's listing lives on the marketplace, the escrow on its own contract", () => {
    const keys = expressions(
      ["chain_id", "contract", "escrow_id", "marketplace", "listing_id"].map((name) =>
        column(name, "text"),
      ),
    );
    expect(keys).toMatchObject({
      listing_key: "chain_id || '-' || marketplace || '-' || listing_id",
      escrow_key: "chain_id || '-' || contract || '-' || escrow_id",
    });
    expect(keys).not.toHaveProperty("offer_key");
  });

  test("times also come as timestamps, text that only looks like one does not", () => {
    const all = expressions([
      column("created_at", "bigint"),
      column("verify_deadline", "numeric"),
      column("release_time", "numeric"),
      column("stated_at", "text"),
      column("amount_units", "numeric"),
    ]);
    expect(Object.keys(all).filter((name) => name.endsWith("_utc"))).toEqual([
      "created_at_utc",
      "verify_deadline_utc",
      "release_time_utc",
    ]);
    expect(all.amount_units).toBe('"amount_units"');
  });

  test("enums become text", () => {
    expect(expressions([column("state", "enum")])).toEqual({ state: '"state"::text' });
  });
});

test("names and texts are quoted whatever they contain", () => {
  expect(quoteIdentifier('a"b')).toBe('"a""b"');
  expect(quoteLiteral("it's")).toBe("'it''s'");
  expect(quoteLiteral("a\\'b")).toBe("E'a\\\\''b'");
});
