import { createHash } from "node:crypto";
import pg from "pg";

/**
 * Statements that are prepared at most; further ones are planned each time. Every connection keeps
 * all of their plans, so that strangers who think of ever new filters must not fill its memory.
 */
const MAX_STATEMENTS = 200;

/** feature_not_supported: "cached plan must not change result type". */
const RESULT_TYPE_CHANGED = "0A000";

/**
 * Gives statements names, so that a connection plans each only once. A release with other columns
 * makes plans useless that were made before it: names then begin anew.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  #generation = 0;

  /** The name of a statement, or undefined when too many have one. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MAX_STATEMENTS) return known;
    const digest = createHash("sha256").update(text).digest("base64url").slice(0, 20);
    const name = `v${this.#generation}_${digest}`;
    this.#names.set(text, name);
    return name;
  }

  /** Whether the failure is that of a plan from before a release; the next attempt has new names. */
  isOutdated(error: unknown): boolean {
    if (!(error instanceof pg.DatabaseError) || error.code !== RESULT_TYPE_CHANGED) return false;
    this.#names.clear();
    this.#generation += 1;
    return true;
  }
}
