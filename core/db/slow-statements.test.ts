import { expect, test } from "vitest";
import { normaliseStatement, type SlowStatement, SlowStatements } from "./slow-statements.ts";

test("a statement that took over a second is reported once, however often it is slow [5.28]", () => {
  const reports: SlowStatement[] = [];
  const slow = new SlowStatements((report) => reports.push(report));
  slow.observe("SELECT 1", 999);
  slow.observe("SELECT 'a'", 1_000.4);
  slow.observe("SELECT 'b'", 5_000);
  slow.observe("SELECT 2 FROM listing", 1_200);
  expect(reports).toEqual([
    { statement: "SELECT ?", ms: 1_000 },
    { statement: "SELECT ? FROM listing", ms: 1_200 },
  ]);
});

test.each([
  ["select * from t where a = 'x''y' and b = 12", "select * from t where a = ? and b = ?"],
  ['select $1,\n  "col1", t2.c3 limit 10', 'select $1, "col1", t2.c3 limit ?'],
  ["select E'it\\'s', 1.5", "select ?, ?"],
])("values written into %s are left out [5.29]", (text, normal) => {
  expect(normaliseStatement(text)).toBe(normal);
});
