import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { AppDb } from "../db/app.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import { DomainError } from "../errors.ts";
import { FOLDING } from "./fold-text.ts";
import { LEAST_SIMILARITY } from "./similarity.ts";

/** Scores of one word, of a million: as a whole, as a beginning, and at most where mistyped. */
const WHOLE_SCORE = 1_000_000;
const BEGINNING_SCORE = 700_000;
const MISTYPED_SCORE = 400_000;

/** The same of one word that only category, tags or description have. */
const WHOLE_CONTEXT_SCORE = 300_000;
const BEGINNING_CONTEXT_SCORE = 200_000;

/** What a title gains that has the words of the question and no others. */
const COVERAGE_SCORE = 100_000;

/** Letters from which a word may have one typo, and two: letters that changed places are two. */
const [ONE_TYPO_FROM, TWO_TYPOS_FROM] = [4, 6];

/** Changes of one letter that turn a word of a title into the one that was meant. */
export function allowedTypos(word: string): 0 | 1 | 2 {
  const { length } = [...word];
  if (length < ONE_TYPO_FROM) return 0;
  return length < TWO_TYPOS_FROM ? 1 : 2;
}

/**
 * The rule of `matchListings` as a condition on a document (`document`) and a column of folded words
 * (`asked.word`): for searches that are kept in a table.
 */
export const KEPT_WORD_IS_FOUND = `(document.all_words @@ ('''' || asked.word || ''':*')::tsquery
  OR (length(asked.word) >= ${ONE_TYPO_FROM}
    AND word_similarity(asked.word, document.folded) >= ${LEAST_SIMILARITY}
    AND EXISTS (
      SELECT FROM unnest(string_to_array(document.folded, ' ')) AS own (word)
      WHERE levenshtein(own.word, asked.word)
        <= CASE WHEN length(asked.word) < ${TWO_TYPOS_FROM} THEN 1 ELSE 2 END)))`;

/** @throws DomainError SEARCH_NOT_READY until every listing has its document */
export async function requireDocuments({ app, position }: Snapshot): Promise<void> {
  const cursor = await app
    .selectFrom("listingDocumentCursor")
    .select("settledBlock")
    .where("chainId", "=", position.chainId)
    .where("folding", "=", FOLDING)
    .executeTakeFirst();
  if (cursor === undefined) {
    throw new DomainError("SEARCH_NOT_READY", "The listings are being made searchable.");
  }
}

/**
 * Documents in which every word is found: as a whole, as the beginning of a word, or mistyped in the
 * title. The rank is a whole number that follows from words and document alone, so that a cursor can carry it.
 *
 * @param words folded; at least one
 */
export function matchListings(app: AppDb, words: readonly string[]) {
  // In one order, so that as few statements as possible differ in their text.
  const asked = words
    .map((word) => ({ word, typos: allowedTypos(word) }))
    .sort((a, b) => b.typos - a.typos || (a.word < b.word ? -1 : 1));
  let matches = app
    .selectFrom("listingDocument as document")
    .select([
      "document.chainId",
      "document.contract",
      "document.listingId",
      rankOf(asked).as("rank"),
    ]);
  for (const word of asked) matches = matches.where(isFound(word));
  return matches;
}

type AskedWord = { word: string; typos: 0 | 1 | 2 };

const WORDS = sql.ref("document.words");
const FOLDED = sql.ref("document.folded");
const ALL_WORDS = sql.ref("document.allWords");

/** Letters and digits only, so nothing in a word can end the quotes. */
const whole = (word: string) => sql`${`'${word}'`}::tsquery`;
const beginning = (word: string) => sql`${`'${word}':*`}::tsquery`;

/** Either index serves its half; trigrams propose titles, and the typos are then counted. */
function isFound({ word, typos }: AskedWord): RawBuilder<SqlBool> {
  const begins = sql<SqlBool>`${ALL_WORDS} @@ ${beginning(word)}`;
  if (typos === 0) return begins;
  return sql<SqlBool>`(${begins} OR (${word}::text <% ${FOLDED} AND EXISTS (
    SELECT FROM unnest(string_to_array(${FOLDED}, ' ')) AS own (word)
    WHERE levenshtein_less_equal(own.word, ${word}, ${sql.lit(typos)}) <= ${sql.lit(typos)})))`;
}

function rankOf(asked: readonly AskedWord[]): RawBuilder<number> {
  const scores = asked.map(({ word, typos }) => {
    const mistyped =
      typos === 0
        ? sql`0`
        : sql`round(${sql.lit(MISTYPED_SCORE)} * word_similarity(${word}, ${FOLDED}))::integer`;
    return sql`CASE WHEN ${WORDS} @@ ${whole(word)} THEN ${sql.lit(WHOLE_SCORE)}
      WHEN ${WORDS} @@ ${beginning(word)} THEN ${sql.lit(BEGINNING_SCORE)}
      WHEN ${ALL_WORDS} @@ ${whole(word)} THEN greatest(${sql.lit(WHOLE_CONTEXT_SCORE)}, ${mistyped})
      WHEN ${ALL_WORDS} @@ ${beginning(word)} THEN greatest(${sql.lit(BEGINNING_CONTEXT_SCORE)}, ${mistyped})
      ELSE ${mistyped} END`;
  });
  const count = sql.lit(asked.length);
  return sql<number>`((${sql.join(scores, sql` + `)}) / ${count}
    + ${sql.lit(COVERAGE_SCORE)} * least(${count}, length(${WORDS})) / greatest(length(${WORDS}), 1))`;
}
