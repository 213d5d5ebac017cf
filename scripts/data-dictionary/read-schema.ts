import ts from "typescript";
import type { ColumnEntry, RelationEntry } from "../../core/release/dictionary.ts";

/** SQL types of the column builders that the schema may use. */
const SQL_TYPES: Record<string, string> = {
  bigint: "numeric(78,0)",
  boolean: "boolean",
  hex: "text",
  int8: "bigint",
  integer: "integer",
  json: "json",
  text: "text",
};

/** Shortest comment that can say anything. */
export const MIN_COMMENT_LENGTH = 15;

/**
 * Reads tables, views and their comments from the text of `ponder.schema.ts`, without running it.
 *
 * @throws with every relation and column that lacks a comment worth the name
 */
export function readSchema(text: string): RelationEntry[] {
  const source = ts.createSourceFile("ponder.schema.ts", text, ts.ScriptTarget.Latest, true);
  const enums = new Map<string, string>();
  const relations: RelationEntry[] = [];
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const declaration = statement.declarationList.declarations[0];
    if (declaration?.initializer === undefined || !ts.isIdentifier(declaration.name)) continue;
    const call = callOf(declaration.initializer, ["onchainEnum", "onchainTable", "onchainView"]);
    if (call === undefined) continue;
    const name = stringArgument(call.node);
    if (call.name === "onchainEnum") {
      enums.set(declaration.name.text, name);
      continue;
    }
    const isTable = call.name === "onchainTable";
    const body = isTable ? columnsOfTable(call.node) : columnsOfView(declaration.initializer);
    relations.push({
      name,
      kind: isTable ? "table" : "view",
      comment: commentOf(statement),
      columns: body.properties.filter(ts.isPropertyAssignment).map((property) => ({
        name: toSnakeCase(property.name.getText(source)),
        ...(isTable ? typeOf(property.initializer, enums) : { type: null, isNullable: false }),
        comment: commentOf(property),
      })),
    });
  }
  refuseUncommented(relations);
  return relations;
}

function refuseUncommented(relations: readonly RelationEntry[]): void {
  const missing = relations.flatMap((relation) => {
    const short = relation.columns.filter(({ comment }) => comment.length < MIN_COMMENT_LENGTH);
    const names = short.map((column) => `${relation.name}.${column.name}`);
    return relation.comment.length < MIN_COMMENT_LENGTH ? [relation.name, ...names] : names;
  });
  if (missing.length > 0) {
    throw new Error(
      `ponder.schema.ts: without a comment of ${MIN_COMMENT_LENGTH} characters: ${missing.join(", ")}`,
    );
  }
}

/** The call of one of `names` that an expression is made of, e.g. the start of a method chain. */
function callOf(
  expression: ts.Expression,
  names: readonly string[],
): { name: string; node: ts.CallExpression } | undefined {
  if (!ts.isCallExpression(expression)) return undefined;
  const callee = expression.expression;
  if (ts.isIdentifier(callee) && names.includes(callee.text)) {
    return { name: callee.text, node: expression };
  }
  return ts.isPropertyAccessExpression(callee) ? callOf(callee.expression, names) : undefined;
}

function stringArgument(call: ts.CallExpression): string {
  const argument = call.arguments[0];
  if (argument === undefined || !ts.isStringLiteral(argument)) {
    throw new Error(`ponder.schema.ts: ${call.getText()} needs a literal name`);
  }
  return argument.text;
}

function columnsOfTable(call: ts.CallExpression): ts.ObjectLiteralExpression {
  const builder = call.arguments[1];
  const body = builder !== undefined && ts.isArrowFunction(builder) ? builder.body : undefined;
  const inner = body !== undefined && ts.isParenthesizedExpression(body) ? body.expression : body;
  if (inner === undefined || !ts.isObjectLiteralExpression(inner)) {
    throw new Error(`ponder.schema.ts: table ${stringArgument(call)} needs (t) => ({ … })`);
  }
  return inner;
}

/** The object passed to the first `.select({ … })` of the view. */
function columnsOfView(expression: ts.Node): ts.ObjectLiteralExpression {
  const pending: ts.Node[] = [expression];
  for (let node = pending.shift(); node !== undefined; node = pending.shift()) {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === "select"
    ) {
      const argument = node.arguments[0];
      if (argument !== undefined && ts.isObjectLiteralExpression(argument)) return argument;
    }
    pending.push(...node.getChildren());
  }
  throw new Error("ponder.schema.ts: a view needs .select({ … })");
}

function typeOf(
  expression: ts.Expression,
  enums: ReadonlyMap<string, string>,
): Pick<ColumnEntry, "type" | "isNullable"> {
  const chain: string[] = [];
  let node = expression;
  while (ts.isCallExpression(node)) {
    const callee: ts.Expression = node.expression;
    if (ts.isIdentifier(callee)) {
      chain.push(callee.text);
      break;
    }
    if (!ts.isPropertyAccessExpression(callee)) break;
    chain.push(callee.name.text);
    node = callee.expression;
  }
  const builder = chain.at(-1) ?? "";
  const type = enums.get(builder) ?? SQL_TYPES[builder];
  if (type === undefined) throw new Error(`ponder.schema.ts: unknown column type ${builder}`);
  return { type, isNullable: !chain.includes("notNull") && !chain.includes("primaryKey") };
}

function commentOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? "")
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The casing that Ponder uses for column names. */
function toSnakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
