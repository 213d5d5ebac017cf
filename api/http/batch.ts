import type { z } from "@hono/zod-openapi";
import type { AddressBook } from "../../core/config/address-book.ts";
import { type Key, keyText } from "../../core/db/keys.ts";
import { DomainError, type ErrorCode } from "../../core/errors.ts";
import { PROBLEMS } from "./catalogue.ts";
import type { IdError } from "./page.ts";

/** What one entry of `ids` turned out to be. */
export type AskedId = { id: string; key: Key } | { id: string; error: z.output<typeof IdError> };

/** Reads every id for itself: one that cannot be read spoils none of the others. */
export function readIds(
  ids: readonly string[],
  parseId: (text: string, pointer: string, addressBook: AddressBook) => Key,
  addressBook: AddressBook,
): AskedId[] {
  return ids.map((id) => {
    try {
      return { id, key: parseId(id, "/query/ids", addressBook) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const [mistake] = error.mistakes;
      const message = mistake === undefined ? error.message : `${error.message} ${mistake.message}`;
      return { id, error: { id, code: error.code, message, fix: PROBLEMS[error.code].fix } };
    }
  });
}

/** Sorts what was found into rows in the order of the ids, and errors for the other ids. */
export function matchIds<Row>(
  asked: readonly AskedId[],
  found: ReadonlyMap<string, Row>,
  notFound: ErrorCode,
): { rows: Row[]; errors: z.output<typeof IdError>[] } {
  const rows = new Map<string, Row>();
  const errors: z.output<typeof IdError>[] = [];
  for (const entry of asked) {
    if ("error" in entry) {
      errors.push(entry.error);
      continue;
    }
    const text = keyText(entry.key);
    const row = found.get(text);
    const { title, fix } = PROBLEMS[notFound];
    if (row === undefined) errors.push({ id: entry.id, code: notFound, message: title, fix });
    // Two spellings of one id are one row.
    else if (!rows.has(text)) rows.set(text, row);
  }
  return { rows: [...rows.values()], errors };
}
