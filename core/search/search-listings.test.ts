import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import { describe, expect, test } from "vitest";
import { appDb } from "../db/app.ts";
import { allowedTypos, matchListings } from "./search-listings.ts";

const app = appDb(
  new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin()],
  }),
);

describe("the statement of a search", () => {
  test.each([
    ["a", 0],
    ["abc", 0],
    ["cafe", 1],
    ["coffee", 2],
    ["𝒳𝒴𝒵", 0],
  ])("%s may have %i typos", (word, typos) => {
    expect(allowedTypos(word)).toBe(typos);
  });

  test("the same words in another order are the same statement", () => {
    const one = matchListings(app, ["coffee", "a", "shop"]).compile();
    const other = matchListings(app, ["shop", "coffee", "a"]).compile();
    expect(other.sql).toBe(one.sql);
    expect(other.parameters).toEqual(one.parameters);
  });

  test("words are values, never a part of the text", () => {
    const { sql, parameters } = matchListings(app, ["coffee"]).compile();
    expect(sql).not.toContain("coffee");
    expect(parameters).toContain("'coffee':*");
  });
});
