/** Anything that the JSON encoding of event arguments may hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };

/**
 * Text that a stranger put on chain, made storable: Postgres refuses NUL, and a lone surrogate has
 * no UTF-8 form. Both become U+FFFD; nothing else is touched, escaping is the reader's duty
 * (trap 45). The untouched bytes stay in `activity.raw_data`.
 */
export function sanitizeText(text: string): string {
  return text.replaceAll("\u0000", "\uFFFD").toWellFormed();
}

/** Event arguments as JSON: integers as decimal strings, text sanitised, byte strings as hex. */
export function toJson(value: unknown): JsonValue {
  switch (typeof value) {
    case "bigint":
      return value.toString();
    case "string":
      return sanitizeText(value);
    case "number":
    case "boolean":
      return value;
    case "object":
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(toJson);
      return toJsonObject(value);
    default:
      return null;
  }
}

function toJsonObject(value: object): { [key: string]: JsonValue } {
  const json: { [key: string]: JsonValue } = {};
  for (const [key, member] of Object.entries(value)) json[key] = toJson(member);
  return json;
}
