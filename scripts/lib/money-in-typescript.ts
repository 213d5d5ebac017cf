import ts from "typescript";
import type { Finding } from "./findings.ts";
import { moneyMistakesInSql } from "./money-in-sql.ts";

const MONEY_WORDS = new Set(
  ["amount", "balance", "deposit", "fee", "payout", "price", "refund", "retainer", "stake"]
    .flatMap((word) => [word, `${word}s`])
    .concat("units", "wei"),
);

/**
 * Whether a name holds an amount of a token: its last word says so. Shares in basis points
 * (`feeBps`) and counts are plain numbers.
 */
function isMoneyName(name: string): boolean {
  const lastWord = /(?:^|_|(?<=[a-z0-9])(?=[A-Z]))([A-Z]?[a-z0-9]*|[A-Z0-9]+)$/.exec(name)?.[1];
  return lastWord !== undefined && MONEY_WORDS.has(lastWord.toLowerCase());
}

const FLOAT_COLUMNS = new Set(["real", "doublePrecision", "float", "double"]);
const CREATES_TABLE = /\b(?:create|alter)\s+table\b/i;

/** Finds where TypeScript would let money pass through a floating-point number. */
export function moneyMistakesInTypeScript(file: string, source: string): Finding[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const findings: Finding[] = [];
  const lineOf = (node: ts.Node) =>
    tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
  const add = (node: ts.Node, message: string) =>
    findings.push({ file, line: lineOf(node), message });

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) visitCall(node);
    else if (isUnaryPlus(node)) {
      const money = moneyIn(node.operand);
      if (money) add(node, `unary plus makes a float of ${money}; keep it a bigint`);
    } else if (ts.isPropertySignature(node) || ts.isParameter(node) || isTypedBinding(node)) {
      const name = nameOf(node.name);
      if (name && isMoneyName(name) && node.type?.kind === ts.SyntaxKind.NumberKeyword) {
        add(node, `${name} is money and must not be a number; use bigint, or a decimal string`);
      }
    } else if (ts.isPropertyAssignment(node)) {
      const name = nameOf(node.name);
      if (
        name &&
        isMoneyName(name) &&
        /^z\.(?:coerce\.)?number\(/.test(node.initializer.getText(tree))
      ) {
        add(node, `${name} is money and must not be parsed as a number`);
      }
    } else if (isSqlText(node)) {
      findings.push(...moneyMistakesInSql(file, node.getText(tree), lineOf(node)));
      return;
    }
    ts.forEachChild(node, visit);
  }

  function visitCall(call: ts.CallExpression): void {
    const callee = call.expression;
    const name = calledName(callee);
    if (name === "parseFloat") add(call, "parseFloat rounds; parse amounts as bigint");
    if (ts.isPropertyAccessExpression(callee)) {
      if (name === "toNumber") {
        const money = moneyIn(callee.expression);
        if (money) add(call, `toNumber() makes a float of ${money}; keep it a bigint`);
      }
      if (FLOAT_COLUMNS.has(name) && ts.isIdentifier(callee.expression)) {
        add(call, `${name} columns round; use bigint or numeric(78,0)`);
      }
    }
    if (name === "Number" || name === "parseInt") {
      const money = call.arguments.map(moneyIn).find((found) => found !== undefined);
      if (money) add(call, `${name}() makes a float of ${money}; keep it a bigint`);
    }
  }

  visit(tree);
  return findings;
}

/** The first money name that the value of the expression derives from. */
function moneyIn(expression: ts.Node): string | undefined {
  if (ts.isIdentifier(expression)) {
    return isMoneyName(expression.text) ? expression.text : undefined;
  }
  if (ts.isPropertyAccessExpression(expression)) {
    // `fees.length` is a count: the last name says what the value is.
    return isMoneyName(expression.name.text) ? expression.name.text : undefined;
  }
  if (ts.isElementAccessExpression(expression)) {
    return moneyIn(expression.expression) ?? moneyIn(expression.argumentExpression);
  }
  if (ts.isStringLiteral(expression)) {
    return isMoneyName(expression.text) ? expression.text : undefined;
  }
  return ts.forEachChild(expression, moneyIn);
}

function isUnaryPlus(node: ts.Node): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken;
}

function isTypedBinding(node: ts.Node): node is ts.VariableDeclaration | ts.PropertyDeclaration {
  return ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node);
}

function isSqlText(node: ts.Node): boolean {
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
  return isText && CREATES_TABLE.test(node.getText());
}

function calledName(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : "";
}

function nameOf(name: ts.Node): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;
}
