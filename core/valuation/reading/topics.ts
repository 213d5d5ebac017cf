/** A quality that no figure shows: what it means for a price, and how a seller's words tell it. */
type Topic = {
  side: "risk" | "strength";
  /** What it would move the middle by if a reviewer takes it as proved, percent. */
  percent: number;
  /** Words of ours for the memo. */
  says: string;
  /** What a buyer asks to see. */
  verify: string;
  /** Words of which the quote holds one. */
  told: RegExp;
};

/**
 * The qualities that a model may point to; there are no others. What they weigh is set here and nowhere
 * learned: which of them move prices is told by brokers and buyers (docs/valuation.md, "A model of
 * language"), by how much is not, so that each is small and all together move 15 % at most.
 */
export const TOPICS = {
  platform_dependence: {
    ...{ side: "risk", percent: -5, says: "It depends on one platform or channel." },
    verify: "how much of the revenue comes through that platform",
    told: /platform|marketplace|amazon|app store|play store|google|facebook|tiktok|\bapi\b|channel|algorithm|search/,
  },
  owner_dependence: {
    ...{ side: "risk", percent: -5, says: "It depends on its owner." },
    verify: "what the owner does in a week, and who else can do it",
    told: /owner|founder|myself|personally|\bi (?:do|write|run|handle|answer|make)\b|by hand|freelanc/,
  },
  few_customers: {
    ...{ side: "risk", percent: -5, says: "Few customers make up much of the revenue." },
    verify: "the share of the largest customers",
    told: /customer|client|sponsor|buyer/,
  },
  declining: {
    ...{ side: "risk", percent: -5, says: "Something that its income rests on declines." },
    verify: "revenue of the last twelve months, month by month",
    told: /declin|\bfell\b|fallen|drop|shr[aiu]nk|decreas|lost|losing|\bdown\b|slow/,
  },
  legal_risk: {
    ...{ side: "risk", percent: -5, says: "A legal matter is open." },
    verify: "the papers of that matter",
    told: /lawsuit|sued|dispute|trademark|copyright|legal|licen[cs]e|complian|gdpr/,
  },
  technical_debt: {
    ...{ side: "risk", percent: -3, says: "Its software needs work." },
    verify: "the source code and what runs on which version",
    told: /legacy|outdated|rewrit|unmaintained|deprecated|\bbugs?\b|no tests|old version/,
  },
  seasonal: {
    ...{ side: "risk", percent: -3, says: "Its income follows the season." },
    verify: "revenue by month over two years",
    told: /season|christmas|holiday|summer|winter|autumn|spring/,
  },
  runs_without_owner: {
    ...{ side: "strength", percent: 5, says: "It runs without much of its owner." },
    verify: "who does the daily work, and what they are paid",
    told: /automat|without|runs? by (?:it)?self|delegat|hours? (?:a|per|each) (?:week|month)|employee|staff/,
  },
  recurring_customers: {
    ...{ side: "strength", percent: 5, says: "Customers come back or stay subscribed." },
    verify: "renewals and churn from the payment provider",
    told: /recurring|subscri|renew|contract|retention|repeat customer|return/,
  },
  growing: {
    ...{ side: "strength", percent: 5, says: "Its revenue or audience grows." },
    verify: "revenue of the last twelve months, month by month",
    told: /grow|grew|increas|\brose\b|doubled|tripled/,
  },
  several_channels: {
    ...{ side: "strength", percent: 3, says: "Its visitors or orders come by several ways." },
    verify: "visitors by source",
    told: /channels?|direct|organic|newsletter|referr|word of mouth|email|social/,
  },
  documented: {
    ...{ side: "strength", percent: 3, says: "How it is run is written down." },
    verify: "the documents that are handed over",
    told: /document|procedure|\bsops?\b|handbook|manual|written down/,
  },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof TOPICS;

/** Names of all topics, for forms. */
export const TOPIC_NAMES = Object.keys(TOPICS) as [TopicName, ...TopicName[]];

/** Words that turn a statement round; a point that rests on such a sentence would be its opposite. */
export const NEGATED = /\b(?:not|no|never|none|nothing|neither|nor|isn't|doesn't|don't|hardly)\b/;
