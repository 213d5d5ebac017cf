import { normaliseCategory } from "../category.ts";
import { METRICS, type MetricName } from "../metric.ts";
import type { Evidence } from "../subject.ts";
import { CURRENCY_DECIMALS, type ValuationInput } from "./input.ts";

/** A business that somebody describes, with yearly figures as decimal strings. */
export type DescribedBusiness = {
  category: string;
  currency: string;
  /** Day that the figures are of, `YYYY-MM-DD`; today unless given. */
  asOf?: string | undefined;
  description: string;
  techStack: readonly string[];
  metrics: Partial<Record<MetricName, string | undefined>>;
};

/** What such a business is estimated from: claims of who asks, at the moment of asking. */
export function analyzeInput(asked: DescribedBusiness, now: Date): ValuationInput {
  const at = now.toISOString();
  const asOf = asked.asOf === undefined ? at : `${asked.asOf}T00:00:00.000Z`;
  const metrics: Partial<Record<MetricName, Evidence>> = {};
  for (const metric of METRICS) {
    const stated = asked.metrics[metric];
    if (stated === undefined) continue;
    metrics[metric] = { value: Number(stated), grade: "claimed", source: "request", asOf };
  }
  const text = [asked.description, asked.techStack.join(", ")].filter(Boolean).join("\n");
  return {
    category: normaliseCategory(asked.category),
    currency: asked.currency,
    decimals: CURRENCY_DECIMALS,
    at,
    metrics,
    leftOut: [],
    documentHash: null,
    text: text.slice(0, 8_000),
  };
}
