import ts from "typescript";

/** The text of the call (`test(…)`, `test.each(…)(…)`) that holds the given line and starts latest. */
export function testSourceAt(source: string, line: number): string {
  const tree = ts.createSourceFile("test.ts", source, ts.ScriptTarget.Latest, true);
  let found: ts.Node | undefined;
  function visit(node: ts.Node): void {
    const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    const last = tree.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
    if (line < first || line > last) return;
    if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
      if (/^(?:test|it)\b/.test(node.getText(tree))) found = node;
    }
    ts.forEachChild(node, visit);
  }
  visit(tree);
  return found?.getText(tree) ?? source.split("\n")[line - 1] ?? "";
}
