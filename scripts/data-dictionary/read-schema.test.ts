import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";
import { renderDictionary } from "./render.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

const SCHEMA = `
  export const petKind = onchainEnum("pet_kind", KINDS);
  /** Animals that live with people. */
  export const pet = onchainTable("pet", (t) => ({
    /** What sort of animal it is. */
    petKind: petKind("pet_kind").notNull(),
    /** Name given by the owner, maybe none. */
    givenName: t.text(),
    /** Weight in grams,
     * rounded down. */
    weightGrams: t.bigint().notNull(),
  }), (t) => ({ pk: primaryKey({ columns: [t.givenName] }) }));
  /** Pets counted by kind of animal. */
  export const petCount = onchainView("pet_count").as((qb) => qb.select({
    /** Number of pets of the kind. */
    petCount: sql\`count(*)\`.as("pet_count"),
  }).from(pet).groupBy(pet.petKind));`;

describe("the schema as a dictionary", () => {
  test("tables, views, types and comments are read from the text", () => {
    expect(readSchema(SCHEMA)).toEqual([
      {
        name: "pet",
        kind: "table",
        comment: "Animals that live with people.",
        columns: [
          {
            name: "pet_kind",
            type: "pet_kind",
            isNullable: false,
            comment: "What sort of animal it is.",
          },
          {
            name: "given_name",
            type: "text",
            isNullable: true,
            comment: "Name given by the owner, maybe none.",
          },
          {
            name: "weight_grams",
            type: "numeric(78,0)",
            isNullable: false,
            comment: "Weight in grams, rounded down.",
          },
        ],
      },
      {
        name: "pet_count",
        kind: "view",
        comment: "Pets counted by kind of animal.",
        columns: [
          {
            name: "pet_count",
            type: null,
            isNullable: false,
            comment: "Number of pets of the kind.",
          },
        ],
      },
    ]);
  });

  test("a column without a comment worth the name is refused, all of them at once", () => {
    const poor = SCHEMA.replace("What sort of animal it is.", "Kind.").replace(
      "/** Number of pets of the kind. */",
      "",
    );
    expect(() => readSchema(poor)).toThrow(/pet\.pet_kind, pet_count\.pet_count$/);
  });

  test("the committed dictionary is what the schema says", () => {
    const relations = readSchema(read("ponder.schema.ts"));
    expect(JSON.parse(read("core/release/dictionary.json"))).toEqual({ relations });
    expect(read("docs/data-dictionary.md")).toBe(renderDictionary(relations));
  });
});
