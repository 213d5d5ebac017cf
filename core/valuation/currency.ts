/** US dollars for one unit of a currency, by its upper-case code, and of what day the rate is. */
export type Rates = Readonly<Record<string, { usd: number; asOf: string }>>;

/** Tokens that are redeemed one to one for dollars count as dollars. */
const DOLLARS = new Set(["USD", "USDC", "USDT", "DAI"]);

/** US dollars for one unit of the currency, or undefined when no rate is known. */
export function usdPerUnit(currency: string, rates: Rates): number | undefined {
  const code = currency.trim().toUpperCase();
  if (DOLLARS.has(code)) return 1;
  const rate = Object.hasOwn(rates, code) ? rates[code]?.usd : undefined;
  return rate !== undefined && Number.isFinite(rate) && rate > 0 ? rate : undefined;
}

/** A value in US dollars; undefined when no rate of its currency is known. */
export function toUsd(value: number, currency: string, rates: Rates): number | undefined {
  const rate = usdPerUnit(currency, rates);
  return rate === undefined ? undefined : value * rate;
}

/** Whether amounts of both currencies can be compared as they are: the same one, or both are dollars. */
export function isSameMoney(one: string, other: string): boolean {
  const [first, second] = [one.trim().toUpperCase(), other.trim().toUpperCase()];
  return first === second || (DOLLARS.has(first) && DOLLARS.has(second));
}
