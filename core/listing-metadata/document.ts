import { z } from "zod";
import { METRICS, MONEY_METRICS } from "../valuation/metric.ts";

/** Name of this version of the schema; a document says which one it follows. */
export const DOCUMENT_SCHEMA = "valyra-listing/1";

/** Most bytes of a document in canonical form. */
export const MAX_DOCUMENT_BYTES = 49_152;

/** What a listing may state beside what valuation reads (domain.md B.1). */
const METRIC_NAMES = [...METRICS, "expenses", "activeUsers", "pageViews"] as const;

const IN_MONEY: ReadonlySet<string> = new Set([...MONEY_METRICS, "expenses"]);

/** Line breaks and tabs are text; other control characters hide something or break a reader. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Text that is shown to others: whole characters, none that hide or turn what stands beside them. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.isWellFormed() && !CONTROL.test(value), {
      error: "must not hold control characters or halves of characters",
    });

const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be words in lower case joined by hyphens");

/** The address of a page, without credentials. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .max(2_048)
  .refine((value) => isWithoutCredentials(value), { error: "must not hold a password" });

/** Also asked of text that is no address, of which the form has said so already. */
function isWithoutCredentials(value: string): boolean {
  if (!URL.canParse(value)) return true;
  const { username, password } = new URL(value);
  return username === "" && password === "";
}

/** Money and figures are text, so that no reader rounds them. */
const decimal = z
  .string()
  .regex(/^-?(0|[1-9]\d{0,17})(\.\d{1,8})?$/, "must be a decimal number such as 1234.5");

const currency = z.string().regex(/^[A-Z]{3,5}$/, "must be the code of a currency such as USD");

/**
 * One figure. A seller claims; grades above that are given by whoever has checked, beside the
 * document and never in it (req 1.5).
 */
const Metric = z
  .strictObject({
    metric: z.enum(METRIC_NAMES),
    value: decimal,
    currency: currency.optional(),
    period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    grade: z.literal("claimed", { error: "can only be claimed in a seller's own document" }),
    source: text(500),
    definition: text(64).meta({ description: "Id of what exactly was counted, such as mrr/1." }),
  })
  .refine((it) => (it.currency !== undefined) === IN_MONEY.has(it.metric), {
    error: "must have a currency exactly when the metric is money",
    path: ["currency"],
  })
  .refine((it) => it.period.from <= it.period.to, {
    error: "must not end before it begins",
    path: ["period"],
  });

const Series = z.strictObject({
  metric: z.enum(["revenue", "profit", "expenses", "monthlyVisitors", "customers"]),
  currency: currency.optional(),
  source: text(500),
  points: z
    .array(z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), value: decimal }))
    .min(1)
    .max(120)
    .refine((points) => isAscending(points.map(({ month }) => month)), {
      error: "must name each month once, oldest first",
    }),
});

const isAscending = (words: readonly string[]) =>
  words.every((word, at) => at === 0 || (words[at - 1] as string) < word);

/**
 * What a seller says of a listing beside the chain (domain.md B.1, req 1.5, 2.77). Published as JSON
 * Schema; a document of another form is refused with every mistake in it.
 */
export const ListingDocument = z
  .strictObject({
    schema: z.literal(DOCUMENT_SCHEMA),
    name: text(120),
    category: slug.meta({ description: "saas, e-commerce, content-site, community, other, …" }),
    description: text(4_000),
    businessUrl: webAddress,
    techStack: z.array(text(64)).max(50),
    buildId: text(128).optional(),
    revenueTrend: z.enum(["growing", "stable", "declining"]),
    reasonForSale: text(2_000).optional(),
    included: z.strictObject({
      domain: z.boolean(),
      sourceCode: z.boolean(),
      customerData: z.boolean(),
      socialAccounts: z.boolean().optional(),
      brandAssets: z.boolean().optional(),
    }),
    metrics: z.array(Metric).max(50),
    series: z.array(Series).max(10),
    tags: z.array(slug).max(20),
    links: z
      .array(
        z.strictObject({
          kind: z.enum(["website", "repository", "documentation", "social", "other"]),
          url: webAddress,
        }),
      )
      .max(20),
    images: z.array(z.strictObject({ cid: text(128), description: text(200) })).max(20),
  })
  .meta({ title: "Listing metadata", description: "What a seller says of a listing." });

export type ListingDocument = z.output<typeof ListingDocument>;

/** The schema for other programs (JSON Schema, draft 2020-12). */
export function documentJsonSchema(): { $schema: string } {
  const { $schema = "", ...schema } = z.toJSONSchema(ListingDocument, { target: "draft-2020-12" });
  return { $schema, ...schema };
}
