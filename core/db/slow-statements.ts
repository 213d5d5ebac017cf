/** A statement that took too long, without any value that it was run with. */
export type SlowStatement = { statement: string; ms: number };

/** From here on a statement is slow, milliseconds (req 5.28). */
const SLOW_MS = 1_000;

/** Texts that are remembered as reported; statements are written by us, so there are few. */
const MAX_REPORTED = 1_000;

const MAX_LENGTH = 4_000;

/** Reports slow statements, each text once: the first line says it all, more would drown the log. */
export class SlowStatements {
  readonly #report: (slow: SlowStatement) => void;
  readonly #reported = new Set<string>();

  constructor(report: (slow: SlowStatement) => void) {
    this.#report = report;
  }

  observe(text: string, ms: number): void {
    if (ms < SLOW_MS) return;
    const statement = normaliseStatement(text);
    if (this.#reported.has(statement) || this.#reported.size >= MAX_REPORTED) return;
    this.#reported.add(statement);
    this.#report({ statement, ms: Math.round(ms) });
  }
}

/**
 * A statement as one line in which a question mark stands for each value that was written into it
 * (req 5.29). Parameters are placeholders already, and keep their numbers.
 */
export function normaliseStatement(text: string): string {
  return text
    .replaceAll(/\bE'(?:[^'\\]|''|\\[\s\S])*'/gi, "?")
    .replaceAll(/'(?:[^']|'')*'/g, "?")
    .replaceAll(/\$([a-z_]\w*)?\$[\s\S]*?\$\1\$/gi, "?")
    .replaceAll(/(?<![\w$".])\d+(?:\.\d+)?(?![\w"])/g, "?")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, MAX_LENGTH);
}
