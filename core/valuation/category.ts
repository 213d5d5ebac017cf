/**
 * Kinds of business and the families that they borrow strength from. A category with few deals is
 * priced mostly by its family, a family with few deals mostly by the whole market
 * (docs/valuation.md).
 */
export const FAMILIES = [
  "software",
  "app",
  "content",
  "commerce",
  "starter",
  "service",
  "other",
] as const;

export type Family = (typeof FAMILIES)[number];

/** Words of a category that name its family; the first match decides. */
const FAMILY_WORDS: readonly (readonly [Family, readonly string[]])[] = [
  ["starter", ["starter"]],
  ["app", ["mobile", "ios", "android", "game"]],
  ["software", ["saas", "software", "shopify", "plugin", "extension", "ai", "api", "tool"]],
  [
    "content",
    ["content", "blog", "affiliate", "newsletter", "media", "website", "forum", "subscription"],
  ],
  ["commerce", ["commerce", "ecommerce", "shop", "store", "storefront", "fba", "dropshipping"]],
  ["service", ["service", "services", "agency", "marketplace"]],
];

/** Lower-case words joined by hyphens, 64 characters at most; empty text becomes `other`. */
export function normaliseCategory(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words === null ? "other" : words.join("-").slice(0, 64);
}

/** The family of a normalised category. */
export function familyOf(category: string): Family {
  const words = category.split("-");
  const found = FAMILY_WORDS.find(([, names]) => names.some((name) => words.includes(name)));
  if (found !== undefined) return found[0];
  return words.includes("app") ? "app" : "other";
}
