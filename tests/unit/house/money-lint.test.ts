import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyAllowances } from "../../../scripts/lib/money-allowances.ts";
import { isMoneyLinted, moneyMistakesIn } from "../../../scripts/lib/money-in-files.ts";
import { moneyMistakesInSql } from "../../../scripts/lib/money-in-sql.ts";
import { moneyMistakesInTypeScript } from "../../../scripts/lib/money-in-typescript.ts";
import { projectFiles } from "../../../scripts/lib/project-files.ts";

const inTypeScript = (code: string) => moneyMistakesInTypeScript("file.ts", code);
const inSql = (code: string) => moneyMistakesInSql("file.sql", code);

describe("money lint", () => {
  test("amounts are numeric(78,0) columns and no float touches them anywhere [5.119]", () => {
    const findings = projectFiles()
      .filter(isMoneyLinted)
      .flatMap((file) => moneyMistakesIn(file, readFileSync(file, "utf8")));
    expect(findings).toEqual([]);

    const amountColumns = readFileSync("ponder.schema.ts", "utf8").match(/\w*Units: t\.\w+/g) ?? [];
    expect(amountColumns.length).toBeGreaterThan(10);
    // Ponder's bigint is numeric(78,0) in Postgres; its hex, text and integer are not.
    for (const column of amountColumns) expect(column).toMatch(/: t\.bigint$/);

    expect(inTypeScript("const price = parseFloat(text);")).toHaveLength(1);
  });

  test.each([
    ["parseFloat", `const x = parseFloat("1.5");`],
    ["Number.parseFloat", `const x = Number.parseFloat(text);`],
    ["Number() of an amount", `const x = Number(row.askingPriceUnits);`],
    ["Number() around a conversion", `const x = Number(BigInt(row.feeAmount) / 10n);`],
    ["Number() of a column by name", `const x = Number(row["earnest_amount"]);`],
    ["parseInt of an amount", `const x = Number.parseInt(price, 10);`],
    ["unary plus", `const x = +offer.amount;`],
    ["toNumber()", `const x = stake.toNumber();`],
    ["a float column", `const t2 = onchainTable("x", (t) => ({ price: t.real() }));`],
    ["a double column", `const t2 = onchainTable("x", (t) => ({ p: t.doublePrecision() }));`],
    ["a field typed number", `type Row = { refundUnits: number };`],
    ["a parameter typed number", `function pay(fee: number) {}`],
    ["a schema that parses a number", `const S = z.object({ price: z.number() });`],
    ["a float in embedded SQL", "const q = `CREATE TABLE x (price double precision)`;"],
  ])("%s is caught", (_name, code) => {
    expect(inTypeScript(code)).toHaveLength(1);
  });

  test.each([
    ["bigint fields", `type Row = { askingPriceUnits: bigint };`],
    ["basis points", `const x = Number(row.feeBps);`],
    ["counts of lists", `const x = Number(fees.length);`],
    ["words that end alike", `const mistake = Number(reprice) + Number(mistake);`],
    ["block numbers", `const x = Number(event.block.number);`],
    ["bigint conversions", `const x = BigInt(row.amount);`],
  ])("%s pass", (_name, code) => {
    expect(inTypeScript(code)).toEqual([]);
  });

  test.each([
    ["real", "CREATE TABLE x (price real);"],
    ["double precision", "CREATE TABLE x (price double  precision);"],
    ["float8", "ALTER TABLE x ADD COLUMN price float8;"],
    ["money", "CREATE TABLE x (price money);"],
    ["numeric without scale", "CREATE TABLE x (price numeric);"],
    ["numeric with decimals", "CREATE TABLE x (price numeric(20, 2));"],
  ])("an SQL column of type %s is caught", (_name, sql) => {
    expect(inSql(sql)).toHaveLength(1);
  });

  test("integers, comments and quoted text pass", () => {
    const sql = `-- real money
      CREATE TABLE x (a numeric(78,0), b numeric(20), c bigint, d text DEFAULT 'real');
      COMMENT ON COLUMN x.a IS 'never double precision';`;
    expect(inSql(sql)).toEqual([]);
  });

  test("a finding carries the line it stands on", () => {
    expect(inSql("CREATE TABLE x (\n  a bigint,\n  price real\n);")[0]?.line).toBe(3);
    expect(inTypeScript("\n\nparseFloat(x);")[0]?.line).toBe(3);
  });

  test("an allowance with a reason excuses its line and the next", () => {
    const code = "// money: allow, a ratio for a chart only\nconst x = Number(price);";
    expect(applyAllowances("file.ts", code, inTypeScript(code))).toEqual([]);
  });

  test("an allowance needs a reason and something to excuse", () => {
    const bare = "// money: allow\nconst x = Number(price);";
    expect(applyAllowances("file.ts", bare, inTypeScript(bare))).toMatchObject([
      { line: 1, message: expect.stringContaining("reason") },
    ]);
    const idle = "// money: allow, because of an old habit\nconst x = 1;";
    expect(applyAllowances("file.ts", idle, inTypeScript(idle))).toMatchObject([
      { line: 1, message: expect.stringContaining("excuses nothing") },
    ]);
  });
});
