/** What stands for a secret that was taken out. */
const HIDDEN = "[hidden]";

/** Shapes of what must not leave, with what of them may. */
const SECRETS: readonly [RegExp, string][] = [
  // API keys of ours, tokens in three parts, and whatever a header carries.
  [/\bvly_[\w-]{16,}/g, HIDDEN],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, HIDDEN],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  // Credentials and keys within addresses.
  [/\/\/[^/\s:@]*:[^/\s@]+@/g, `//${HIDDEN}@`],
  [/([?&][\w-]*(?:key|token|secret|signature)=)[^&\s"']+/gi, `$1${HIDDEN}`],
  // Values behind a name that says what they are.
  [
    /((?:secret|password|passwd|token|api[-_ ]?key|private[-_ ]?key|authorization|signature|mnemonic)["']?\s*[:=]\s*["']?)[^\s"',;}&]+/gi,
    `$1${HIDDEN}`,
  ],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, HIDDEN],
];

/**
 * Takes secrets and addresses of mail out of a text that leaves for somebody else's service. What an
 * error says may quote what it failed with; what is hidden too much costs a word of an explanation.
 */
export const scrub = (text: string): string =>
  SECRETS.reduce((clean, [shape, rest]) => clean.replaceAll(shape, rest), text);
