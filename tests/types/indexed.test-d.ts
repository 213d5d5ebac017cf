import { expectTypeOf, test } from "vitest";
import type { IndexedDb, IndexedTables } from "../../core/db/indexed.ts";

type ColumnsOf<Name extends keyof IndexedTables> = IndexedTables[Name];
type MoneyColumn<Row> = Extract<keyof Row, `${string}Units`>;

/** Every column of a row that holds money. */
type Money<Name extends keyof IndexedTables> = ColumnsOf<Name>[MoneyColumn<ColumnsOf<Name>>];

test("money is bigint in every indexed table", () => {
  expectTypeOf<Money<"listing">>().toEqualTypeOf<bigint | null>();
  expectTypeOf<Money<"escrow">>().toExtend<bigint | null>();
  expectTypeOf<Money<"tokenMovement">>().toEqualTypeOf<bigint>();
  expectTypeOf<Money<"tokenBalance">>().toEqualTypeOf<bigint>();
});

test("states are words, never numbers", () => {
  expectTypeOf<"sold">().toExtend<ColumnsOf<"listing">["availability"]>();
  expectTypeOf<ColumnsOf<"escrow">["state"]>().not.toExtend<number>();
});

test("the index can be read and not written, with typed rows [5.27]", () => {
  type Result<Method extends "insertInto" | "updateTable" | "deleteFrom"> = ReturnType<
    IndexedDb[Method]
  >;
  const readListing = (db: IndexedDb) =>
    db.selectFrom("listing").selectAll().executeTakeFirstOrThrow();
  expectTypeOf(readListing).returns.resolves.toEqualTypeOf<ColumnsOf<"listing">>();
  expectTypeOf<Result<"insertInto">>().not.toExtend<{ execute: unknown }>();
  expectTypeOf<Result<"updateTable">>().not.toExtend<{ execute: unknown }>();
  expectTypeOf<Result<"deleteFrom">>().not.toExtend<{ execute: unknown }>();
});
