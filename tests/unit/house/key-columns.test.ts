/**
 * Before a batch of events Ponder fetches the rows that their handlers are likely to look up. It
 * guesses keys from earlier look-ups: where a key's value once equalled an argument of the event,
 * the same argument of the next event is taken for the next key, whatever it means. A listing id
 * that once equalled an amount makes every later amount a guessed id. A guess that no row has does
 * no harm, but one beyond the range of its column fails as a query, and with it the indexer: a
 * transfer of 10^27 base units once was the guessed log index of a movement.
 *
 * So the key columns of every table that rows are looked up in hold any `uint256`. Of tables that
 * rows are only added to nothing is guessed, and the chain id is compared before any argument.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { ponderStatements } from "../../support/ponder-statements.ts";

const ROOT = join(import.meta.dirname, "../../..");
const LOOKUPS = new Set(["find", "update", "delete"]);
const ADDRESSES_HASHES_AND_UINT256 = new Set(["text", "numeric(78)"]);

type Key = { column: string; type: string };

/** Key columns of every table, by its SQL name. */
let keys: Map<string, Key[]>;
/** What `src` looks rows up in, by SQL name, or the expression where it names no table. */
let lookedUp: Set<string>;

beforeAll(async () => {
  const { tables } = await ponderStatements();
  keys = new Map(
    tables.json.flatMap(({ tableName, columns }, index) => {
      // Beside each table Ponder keeps one of what to undo, keyed by an operation of its own.
      if (tableName.startsWith("_reorg__")) return [];
      const [, list = ""] = /PRIMARY KEY\(([^)]+)\)/.exec(tables.sql[index] ?? "") ?? [];
      const names = list.replaceAll('"', "").split(",");
      const key = columns
        .filter(({ name }) => names.includes(name))
        .map(({ name, type }) => ({ column: name, type }));
      return [[tableName, key] as const];
    }),
  );
  lookedUp = new Set(
    readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => lookupsIn(readFileSync(join(ROOT, "src", file), "utf8"))),
  );
});

/** Tables that a source file looks rows up in: to read, change or delete them, or on a conflict. */
function lookupsIn(source: string): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile("src.ts", source, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const table = ts.isCallExpression(node) ? lookedUpBy(node) : undefined;
    if (table) found.push(snake(table.getText(tree)));
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

function lookedUpBy(call: ts.CallExpression): ts.Expression | undefined {
  const method = methodOf(call);
  if (method === undefined) return undefined;
  if (LOOKUPS.has(method.name) && /\bdb$/.test(method.on.getText())) return call.arguments[0];
  return method.name.startsWith("onConflict") ? insertedInto(method.on) : undefined;
}

/** The table of `db.insert(table).values(…)`, whatever was chained to it. */
function insertedInto(chain: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(chain)) return undefined;
  const method = methodOf(chain);
  if (method?.name === "insert") return chain.arguments[0];
  return method && insertedInto(method.on);
}

function methodOf({ expression }: ts.CallExpression) {
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  return { name: expression.name.text, on: expression.expression };
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

test("every look-up names its table, and every table has a key that begins with the chain", () => {
  expect([...lookedUp].filter((name) => !keys.has(name))).toEqual([]);
  for (const [table, columns] of keys) {
    expect(columns[0], table).toEqual({ column: "chain_id", type: "integer" });
  }
});

test("keys that Ponder guesses fit their columns, whatever an event's arguments are", () => {
  const narrow = [...lookedUp].flatMap((table) =>
    (keys.get(table) ?? [])
      .filter(
        ({ column, type }) => column !== "chain_id" && !ADDRESSES_HASHES_AND_UINT256.has(type),
      )
      .map(({ column, type }) => `${table}.${column} is ${type}`),
  );
  expect(narrow).toEqual([]);
});

test("tables with narrow keys are only ever added to", () => {
  const added = [...keys.keys()].filter((table) => !lookedUp.has(table));
  expect(added.sort()).toEqual([
    ...["activity", "contract_implementation", "escrow_transition", "price_change"],
  ]);
});

test("look-ups are found in all their forms", () => {
  expect(
    lookupsIn(`
      await context.db.find(seller, key);
      await context.db.update(sellerStake, key).set({});
      await db.delete(offer, key);
      await context.db.insert(tokenMovement).values({}).onConflictDoUpdate(side);
      await context.db.insert(activity).values({});
      rows.find(isOpen);`).sort(),
  ).toEqual(["offer", "seller", "seller_stake", "token_movement"]);
});
