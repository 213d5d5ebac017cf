import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, startPostgres, withClient } from "../../support/postgres.ts";
import { type IndexPlace, indexDifferences } from "../../support/recovery/tables.ts";

let postgres: PostgresServer;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

async function indexOf(schema: string, change = ""): Promise<IndexPlace> {
  await withClient(postgres.url, (client) =>
    client.query(`
      create schema ${schema};
      set search_path = ${schema};
      create table offer (id numeric(78, 0) primary key, note text);
      insert into offer values (1, null), (2, 'two'), (${2n ** 256n - 1n}, 'most');
      create view offer_count as select count(*) as offers from offer;
      create table _ponder_meta (value jsonb);
      create table _reorg__offer (id numeric(78, 0));
      ${change}`),
  );
  return { databaseUrl: postgres.url, schema };
}

test("two indexes of the same rows are equal, whatever Ponder notes for itself", async () => {
  const noted = "insert into _reorg__offer values (1); insert into _ponder_meta values ('{}');";
  const { differences, rowsOf } = await indexDifferences(
    await indexOf("left_equal", noted),
    await indexOf("right_equal"),
  );
  expect(differences).toEqual([]);
  expect(Object.fromEntries(rowsOf)).toEqual({ offer: 3, offer_count: 1 });
});

test.each([
  ["a row less", "delete from offer where id = 2;", /^offer: only in the (running|clean) index/],
  ["one unit", `update offer set id = id - 1 where note = 'most';`, /1157920\d+(4|5)/],
  ["a column that is null", "update offer set note = '' where id = 1;", /"note": (null|"")/],
  ["a table", "create table more (id int);", /^more: only the (running|clean) index has/],
])("%s is a difference on either side", async (what, change, shown) => {
  const name = what.replaceAll(" ", "_");
  const whole = await indexOf(`whole_${name}`);
  const changed = await indexOf(`changed_${name}`, change);
  for (const [running, clean] of [
    [whole, changed],
    [changed, whole],
  ] as const) {
    const { differences } = await indexDifferences(running, clean);
    expect(differences).toContainEqual(expect.stringMatching(shown));
  }
});
