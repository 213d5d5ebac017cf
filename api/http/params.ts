import { z } from "@hono/zod-openapi";
import { foldWords } from "../../core/search/fold-text.ts";

/** How many digits the largest uint256 has. */
const UINT256_DIGITS = 78;

/** Highest page size; larger exports belong to SQL. */
export const MAX_LIMIT = 100;
export const DEFAULT_LIMIT = 20;

const query = (name: string, description: string, example?: string) => ({
  param: { name, in: "query" as const },
  description,
  ...(example === undefined ? {} : { example }),
});

/** An address in any letter case, handed on in lower case. */
export const addressText = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "must be 0x and 40 hexadecimal digits")
  .transform((text) => text.toLowerCase() as `0x${string}`);

export const addressParam = (name: string, description: string) =>
  addressText
    .optional()
    .openapi({ ...query(name, description), type: "string", pattern: "^0x[0-9a-fA-F]{40}$" });

/** An amount in token base units: digits only, so that nothing is rounded on the way. */
export const unitsParam = (name: string, description: string) =>
  z
    .string()
    .regex(new RegExp(`^\\d{1,${UINT256_DIGITS}}$`), "must be a whole number of base units")
    .transform(BigInt)
    .optional()
    .openapi({ ...query(name, description, "1500000000"), type: "string", pattern: "^\\d{1,78}$" });

/** A whole number within bounds; coercion would take "", "1e2" and "0x10". */
export const intParam = (
  name: string,
  description: string,
  { minimum, maximum }: { minimum: number; maximum: number },
) =>
  z
    .string()
    .regex(/^\d{1,15}$/, "must be a whole number")
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, {
      error: `must be between ${minimum} and ${maximum}`,
    })
    .optional()
    .openapi({ ...query(name, description), type: "integer", minimum, maximum });

/** One of a list of words. */
export const wordParam = <const Words extends readonly [string, ...string[]]>(
  name: string,
  description: string,
  words: Words,
) =>
  z
    .enum(words, { error: `must be one of ${words.join(", ")}` })
    .optional()
    .openapi(query(name, description));

/** Some of a list of words, separated by commas; each counts once. */
export const wordsParam = <const Words extends readonly [string, ...string[]]>(
  name: string,
  description: string,
  words: Words,
) =>
  z
    .string()
    .transform((text, context): Words[number][] => {
      const given = [...new Set(text.split(","))].sort();
      if (!given.every((word) => words.includes(word))) {
        context.addIssue({ code: "custom", message: `must be among ${words.join(", ")}` });
      }
      return given;
    })
    .optional()
    .openapi({
      ...query(name, `${description} Several words are separated by commas.`),
      param: { name, in: "query", style: "form", explode: false },
      type: "array",
      items: { type: "string", enum: [...words] },
    });

/** Names in lower case with hyphens, as categories have. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_SLUG_LENGTH = 64;

const isSlug = (text: string) => SLUG.test(text) && text.length <= MAX_SLUG_LENGTH;

/** One name of which there is no list. */
export const slugParam = (name: string, description: string, example: string) =>
  z
    .string()
    .refine(isSlug, "must be words in lower case with hyphens")
    .optional()
    .openapi({
      ...query(name, description, example),
      type: "string",
      pattern: SLUG.source,
      maxLength: MAX_SLUG_LENGTH,
    });

/** Most names in one parameter. */
const MAX_SLUGS = 20;

/** Some names of which there is no list, separated by commas; each counts once. */
export const slugsParam = (name: string, description: string, example: string) =>
  z
    .string()
    .transform((text, context): string[] => {
      const given = [...new Set(text.split(","))].sort();
      if (given.length > MAX_SLUGS || !given.every(isSlug)) {
        const message = `must be 1 to ${MAX_SLUGS} names, each words in lower case with hyphens`;
        context.addIssue({ code: "custom", message });
      }
      return given;
    })
    .optional()
    .openapi({
      ...query(name, `${description} Several names are separated by commas.`),
      param: { name, in: "query", style: "form", explode: false },
      type: "array",
      items: { type: "string", pattern: SLUG.source, maxLength: MAX_SLUG_LENGTH },
      minItems: 1,
      maxItems: MAX_SLUGS,
      example: [example],
    });

/** Longest text to search by, characters, and the words that it may have. */
const MAX_SEARCH_LENGTH = 200;
const MAX_SEARCH_WORDS = 16;

/** Words to search texts by, handed on folded. */
export const searchParam = (name: string, description: string) =>
  z
    .string()
    .transform((text, context): string[] => {
      const { length } = [...text];
      const words = foldWords(text);
      const refuse = (message: string) => context.addIssue({ code: "custom", message });
      if (length < 1 || length > MAX_SEARCH_LENGTH) {
        refuse(`must have 1 to ${MAX_SEARCH_LENGTH} characters`);
      } else if (words.length === 0) refuse("must have a letter or a digit to search by");
      else if (words.length > MAX_SEARCH_WORDS) {
        refuse(`must have ${MAX_SEARCH_WORDS} different words at most`);
      }
      return words;
    })
    .optional()
    .openapi({
      ...query(
        name,
        `${description} ${MAX_SEARCH_WORDS} different words at most, with a letter or a digit.`,
        "coffee",
      ),
      type: "string",
      minLength: 1,
      maxLength: MAX_SEARCH_LENGTH,
    });

/** True or false, in words. */
export const flagParam = (name: string, description: string) =>
  z
    .enum(["true", "false"], { error: "must be true or false" })
    .transform((word) => word === "true")
    .optional()
    .openapi({ ...query(name, description), type: "boolean" });

/**
 * A time as unix seconds. Blocks have whole seconds, so a fraction is rounded up: the bounds `>=` and
 * `<` then pass exactly what they would have passed.
 */
export const timeParam = (name: string, description: string) =>
  z.iso
    .datetime({ offset: true, error: "must be an RFC 3339 time with its offset" })
    .transform((text) => BigInt(Math.ceil(Date.parse(text) / 1_000)))
    .optional()
    .openapi({
      ...query(name, description, "2026-03-01T12:00:00Z"),
      type: "string",
      format: "date-time",
    });

/** A public id, or a bare number where only one contract can be meant. */
export const idText = z.string().max(200, "is too long for an id");

export const idParam = (name: string, description: string) =>
  idText.optional().openapi(query(name, `${description}: public id, or its number alone.`));

const PUBLIC_ID_DESCRIPTION =
  "Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured.";

/** The id in a path. */
export const idPath = (description = PUBLIC_ID_DESCRIPTION) =>
  z.object({ id: idText.openapi({ param: { name: "id", in: "path" }, description }) });

/** Most ids that one request may name. */
export const MAX_IDS = 50;

/** Ids of rows to answer with, in this order, instead of a page; each counts once. */
export const idsParam = z
  .string()
  .transform((text, context) => {
    const ids = [...new Set(text.split(","))];
    if (ids.length > MAX_IDS) {
      context.addIssue({ code: "custom", message: `must name ${MAX_IDS} ids at most` });
    }
    return ids;
  })
  .optional()
  .openapi({
    description: `1 to ${MAX_IDS} ids, separated by commas: answers with these rows in this order, and with \`errors\` for those that cannot be answered. Only \`include\` may stand beside it.`,
    param: { name: "ids", in: "query", style: "form", explode: false },
    type: "array",
    items: { type: "string" },
    minItems: 1,
    maxItems: MAX_IDS,
  });

/** Where a page begins and how long it is. */
export const pageParams = {
  limit: intParam("limit", `Rows on a page, 1 to ${MAX_LIMIT}; ${DEFAULT_LIMIT} unless given.`, {
    minimum: 1,
    maximum: MAX_LIMIT,
  }),
  cursor: z
    .string()
    .max(1_024, "is too long for a cursor")
    .optional()
    .openapi(query("cursor", "`page.nextCursor` or `page.prevCursor` of an earlier answer.")),
};

/** What an answer must at least know, and how old it may be. */
export const freshnessParams = {
  minBlock: intParam(
    "minBlock",
    "Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED.",
    { minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  ),
  afterTx: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/, "must be 0x and 64 hexadecimal digits")
    .transform((text) => text.toLowerCase() as `0x${string}`)
    .optional()
    .openapi({
      ...query(
        "afterTx",
        "Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED.",
      ),
      type: "string",
    }),
  maxLag: intParam(
    "maxLag",
    "Seconds that the index may be behind the head, else 503 INDEX_BEHIND.",
    { minimum: 0, maximum: 86_400 },
  ),
};

export type FreshnessParams = {
  minBlock?: number | undefined;
  afterTx?: `0x${string}` | undefined;
  maxLag?: number | undefined;
};
