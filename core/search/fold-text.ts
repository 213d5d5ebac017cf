/** Counts the versions of the rules below: documents of another version are made anew. */
export const FOLDING = 1;

/** A longer word is searched and found by its beginning, characters. */
const MAX_WORD_LENGTH = 64;

const MARKS = /\p{M}+/gu;
const WORDS = /[\p{L}\p{N}]+/gu;
/** Inside a word an apostrophe parts nothing: "Joe's" is found as "joes" and as "joe". */
const APOSTROPHES = /(?<=\p{L})['’ʼ](?=\p{L})/gu;

/** Letters that Unicode does not take apart, by those that people type instead. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" },
  ς: "σ",
};
const SPELT = new RegExp(`[${Object.keys(SPELLINGS).join("")}]`, "gu");

/**
 * The words of a text as search compares them: in lower case, without accents and other marks, with
 * one space between two. Whatever is neither letter nor digit parts words, emoji and quotes too.
 * Titles and questions pass through here alike.
 */
export function foldText(text: string): string {
  const plain = withoutMarks(withoutMarks(text).toLowerCase())
    .replace(SPELT, (letter) => SPELLINGS[letter] ?? letter)
    .replace(APOSTROPHES, "");
  const words = plain.match(WORDS) ?? [];
  return words.map((word) => [...word].slice(0, MAX_WORD_LENGTH).join("")).join(" ");
}

/** The words of a text, each once. */
export function foldWords(text: string): string[] {
  return [...new Set(foldText(text).split(" "))].filter((word) => word !== "");
}

/** Compatibility forms count as plain ones: full width, ligatures, superscripts. */
function withoutMarks(text: string): string {
  return text.normalize("NFKD").replace(MARKS, "");
}
