/** Text beyond this teaches nothing more and costs tokens. */
const MOST_CHARACTERS = 8_000;
/** Looking at more than this for secrets would itself be an attack. */
const MOST_SCANNED = 40_000;

/** What is taken out before text leaves the house, and the word that stays in its place. */
const PRIVATE: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]+-----[\s\S]{0,5000}?(?:-----END [A-Z ]+-----|$)/g, "[key]"],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]+)?/g, "[token]"],
  [/\b(?:sk|pk|rk|ghp|gho|ghs|github_pat|xox[abp]|AKIA|AIza)[-_]?[\w-]{12,}/g, "[key]"],
  [/\b0x[0-9a-f]{40,}\b/gi, "[address]"],
  [/\b[a-z][a-z0-9+.-]{1,12}:\/\/[^\s<>"']{1,500}/gi, "[link]"],
  [/[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/g, "[mail]"],
  [/(?:password|passwd|secret|token|api[ _-]?key)\s{0,3}[:=]\s{0,3}\S{1,200}/gi, "[secret]"],
  [/\+\d[\d ().-]{7,18}\d/g, "[phone]"],
  [/\b[\w-]{40,}\b/g, "[key]"],
];

/**
 * Text of a seller as a model may see it: capped, without invisible characters, markup, secrets and
 * ways to reach anybody (check AI-5). It stays what a stranger wrote: data, never an instruction.
 */
export function prepareListingText(text: string): string {
  let plain = text
    .slice(0, MOST_SCANNED)
    .normalize("NFKC")
    // Controls, formats (zero width, direction, tags), private use and halves of pairs say nothing.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, " ")
    .replace(/<[^<>]{0,2000}>/g, " ");
  for (const [pattern, word] of PRIVATE) plain = plain.replace(pattern, word);
  return plain.replace(/\s+/g, " ").trim().slice(0, MOST_CHARACTERS);
}

const SUSPICIOUS =
  /\b(?:ignore|disregard|forget|override)\b.{0,60}\b(?:instructions?|prompts?|rules?|above|previous)\b|\b(?:system|assistant|developer)\s*:|you are now|set (?:the )?(?:adjustment|price|value)|"(?:adjustment|memo|facts)[A-Za-z]*"\s*:|ignoriere|ignora las|\u5FFD\u7565/i;

/** Whether text speaks to a model rather than to buyers; then a reviewer should look at it. */
export function speaksToModels(text: string): boolean {
  const hasHidden = /[\u{E0000}-\u{E007F}\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u.test(
    text.slice(0, MOST_SCANNED),
  );
  return hasHidden || SUSPICIOUS.test(text.slice(0, MOST_SCANNED).normalize("NFKC"));
}
