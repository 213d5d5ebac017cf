import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseDeals } from "../../../core/valuation/deals/parse-deals.ts";
import { readInputFile, withFile } from "../../../scripts/lib/read-input-file.ts";

const folder = mkdtempSync(join(tmpdir(), "deals-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a file that cannot be read, or is none of deals, is named with what to do", () => {
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const read = (path: string) => {
    const text = readInputFile(path);
    return withFile(path, "it must be CSV of deals", () => parseDeals(text));
  };
  expect(() => read(join(folder, "none.csv"))).toThrow(/none\.csv: there is no such file; check/);
  expect(() => read(folder)).toThrow(/it is a folder; name a file/);
  expect(() => read(file("empty.csv", " \n"))).toThrow(/empty\.csv: the file is empty/);
  expect(() => read(file("other.csv", "a,b\n1,2\n"))).toThrow(/sold_price_usd; it must be CSV/);
  const open = file("open.csv", 'id,sold_price_usd\n"open,1\n');
  expect(() => read(open)).toThrow(/open\.csv: Quote Not Closed/);
  expect(read(file("good.csv", "id,sold_price_usd\na,10\n")).deals).toHaveLength(1);
});
