import type { Prng } from "./prng.ts";

const FIRST = [
  ...["Ledger", "Invoice", "Clip", "Form", "Ship", "Mail", "Pod", "Recipe", "Tutor", "Clinic"],
  ...["Rent", "Court", "Garden", "Payroll", "Survey", "Uptime", "Menu", "Atlas", "Quiet", "Tide"],
];
const SECOND = [
  ...["ly", "Kit", "Base", "Deck", "Nest", "Flow", "Pilot", "Works", "Loop", "Desk"],
  ...["Hub", "Sheet", "Port", "Craft", "Bell", "Yard", "Lane", "Forge", "Cart", "Note"],
];
const KIND = [
  ...["newsletter with 12k readers", "Shopify store", "B2B SaaS, 3 years old", "mobile game"],
  ...["job board", "paid community", "content site", "WordPress plugin", "API business"],
  ...["directory", "course platform", "browser extension", "Telegram bot", "marketplace"],
];

/** What a seller may write and a careless reader may choke on (domain A.9 trap 45). */
export const AWKWARD_TITLES: readonly string[] = [
  "🦊 Foxglove — gifts & 🎁 more 👩‍👩‍👧‍👦",
  `She said "it's 50% off"; DROP TABLE listing; --`,
  "<script>alert('title')</script><img src=x onerror=alert(1)>",
  "NUL\u0000inside and \u0001\u0002\u001b[31m control characters",
  "\\u0000 \\x00 %00 written out",
  "\u202eمتجر إلكتروني للعطور\u202c",
  "חנות ספרים ✦ 書店 ✦ หนังสือ",
  "e\u0301 or é, ﬁ or fi, \u200bzero\u200dwidth\ufeff",
  "Line one\nline two\r\n\ttabbed",
  `{"json":true,"price":1e400}`,
  "$" + "{jndi:ldap://example.invalid/a} {{7*7}} ../../etc/passwd",
  `Long story: ${"a perfectly ordinary shop that talks a lot about itself. ".repeat(80)}`,
  `Z${"̷̢̛̗".repeat(60)}algo`,
  "'",
  "0",
];

const AWKWARD_SHARE = 0.04;

/**
 * A title for listing number `position` of a venue: mostly sober, now and then awkward. Each awkward
 * one is used once among the first sixty listings, so that a short history holds them all.
 */
export function titleFor(prng: Prng, position: number): string {
  const early = position % 4 === 3 ? AWKWARD_TITLES[(position - 3) / 4] : undefined;
  if (early !== undefined) return early;
  if (prng.chance(AWKWARD_SHARE)) return prng.pick(AWKWARD_TITLES);
  return `${prng.pick(FIRST)}${prng.pick(SECOND)}, ${prng.pick(KIND)}`;
}

const ISSUES = [
  "The newsletter account was not handed over.",
  "Two of the three API keys are revoked 😠",
  "Domain transfer is stuck; registrar wants <b>identity papers</b>\u0000",
  "Revenue in the dashboard is half of what was promised.",
];

/** What a buyer complains of during the transition. */
export function issueText(prng: Prng): string {
  return prng.pick(ISSUES);
}

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
const CID_LENGTH = 55;

/** Something shaped like an IPFS address. */
export function ipfsUri(prng: Prng): string {
  let text = "";
  for (let at = 0; at < CID_LENGTH; at += 1) text += BASE32[prng.between(0, BASE32.length - 1)];
  return `ipfs://bafy${text}`;
}
