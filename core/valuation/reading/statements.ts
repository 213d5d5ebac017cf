/** Text as quotes are looked for in it: case, width and spaces do not count. */
export const fold = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** Where a sentence ends; a full stop inside a number or a name ends none. */
const SENTENCE_END = /(?<=[.!?;])\s+/;

/**
 * Words of wishes, requests, praise, prices and of what an appraiser writes. A sentence with one of them
 * may be true, but it does not plainly state a fact of the business, so that nothing may rest on it.
 */
const NOT_PLAIN =
  /\b(?:please|kindly|should|must|ought|shall|would|could|might|may(?!\s+\d)|wish\w*|want\w*|hop(?:e|es|ing)|expect\w*|deserv\w*|worth\w*|valu(?:e|es|ed|er|ing|ation|ations|able)|undervalu\w*|apprais\w*|estimat\w*|assess\w*|adjust\w*|analys(?:t|ts|is)|rate|rated|score\w*|report\w*|memo\w*|mention\w*|repeat after|note (?:for|to|that)|remember|consider\w*|count (?:it|this|that|as)|treat\w*|assum\w*|imagin\w*|pretend\w*|experts?|everybody|everyone|potential\w*|above|higher|uplift|premium|bargain|discount\w*|pric(?:e|es|ed|ing)|asking|fair|best|greatest|amazing|incredible|unique|unmatched|world[- ]class|guarantee\w*|prompt\w*|instruct\w*|ignor\w*|bitte|sollte|por favor|tolong|mohon|harap)\b/;

/**
 * Whether a text states the quoted words in plain sentences: verbatim, and without a wish, a request, a
 * superlative or a valuation in any sentence that the quote touches.
 *
 * @param text as the model was shown it
 */
export function isPlainlyStated(quote: string, text: string): boolean {
  const wanted = fold(quote);
  if (wanted === "") return false;
  const whole = fold(text);
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    if (!NOT_PLAIN.test(sentencesAround(whole, at, at + wanted.length))) return true;
  }
  return false;
}

/** The whole sentences from which the characters `from` to `to` are. */
function sentencesAround(text: string, from: number, to: number): string {
  let start = 0;
  const touched: string[] = [];
  for (const sentence of text.split(SENTENCE_END)) {
    const end = start + sentence.length;
    if (start < to && end > from) touched.push(sentence);
    // Folded text has single spaces alone.
    start = end + 1;
  }
  return touched.join(" ");
}
