/** What can be kept: JSON, and the two kinds of value that JSON would change. */
export type Cacheable =
  | string
  | number
  | boolean
  | null
  | bigint
  | Date
  | readonly Cacheable[]
  | { readonly [name: string]: Cacheable };

/** Writes a value so that integers of any size and times come back as they were. */
export function serialise(value: Cacheable): string {
  return JSON.stringify(encode(value));
}

/** @throws SyntaxError when the text is not one that `serialise` has written */
export function parse(text: string): Cacheable {
  return decode(JSON.parse(text));
}

/** Members of the value itself that begin with the mark get another one, so that none is mistaken. */
const MARK = "$";

function encode(value: Cacheable): unknown {
  if (typeof value === "bigint") return { $bigint: String(value) };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(encode);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.startsWith(MARK) ? MARK + name : name,
      encode(member),
    ]),
  );
}

function decode(value: unknown): Cacheable {
  if (Array.isArray(value)) return value.map(decode);
  // What JSON.parse gives beside objects and lists is cacheable as it is.
  if (value === null || typeof value !== "object") return value as Cacheable;
  if ("$bigint" in value) return BigInt(String(value.$bigint));
  if ("$date" in value) return new Date(String(value.$date));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.startsWith(MARK) ? name.slice(MARK.length) : name,
      decode(member),
    ]),
  );
}
