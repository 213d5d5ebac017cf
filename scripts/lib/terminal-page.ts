/** CSS of the styles that the demo uses, by the number that turns each of them on (ECMA-48). */
const STYLES: Readonly<Record<string, string>> = {
  1: "font-weight: bold; color: #e6edf3",
  2: "color: #8b949e",
  31: "color: #ff7b72",
  32: "color: #7ee787",
  36: "color: #79c0ff",
};

/** Height of a line and room above and below all lines, pixels. */
const [LINE_HEIGHT, MARGIN] = [22, 18];

/** A page that shows lines as a terminal does, and how high it is in pixels. */
export function terminalPage(lines: readonly string[]): { html: string; height: number } {
  const html = `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; background: #0d1117; color: #e6edf3; }
    pre { margin: ${MARGIN}px; font: 15px/${LINE_HEIGHT}px "DejaVu Sans Mono", monospace; }
  </style><pre>${lines.map(styled).join("\n")}</pre>`;
  return { html, height: lines.length * LINE_HEIGHT + 2 * MARGIN };
}

/** A line with an element for each style that begins in it. */
function styled(line: string): string {
  const [first = "", ...rest] = line.split("\u001b[");
  let open = 0;
  let html = escaped(first);
  for (const part of rest) {
    const [, code = "", text = ""] = /^([\d;]*)m(.*)$/s.exec(part) ?? [];
    const style = STYLES[code];
    if (style !== undefined) {
      open += 1;
      html += `<span style="${style}">`;
    } else if (open > 0) {
      open -= 1;
      html += "</span>";
    }
    html += escaped(text);
  }
  return html + "</span>".repeat(open);
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
