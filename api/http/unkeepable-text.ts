/** What Postgres has no text for: NUL, and halves of characters (as JSON they cannot be stored either). */
const isKeepable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

/**
 * Finds a text that no column can keep, at any depth of what was sent, names of members included.
 *
 * @returns the way to it, or undefined when everything can be kept
 */
export function findUnkeepable(sent: unknown): readonly string[] | undefined {
  // Not by recursion: a body is small and may still be thousands of levels deep.
  const left: { value: unknown; path: readonly string[] }[] = [{ value: sent, path: [] }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && !isKeepable(value)) return path;
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) continue;
    for (const [name, part] of Object.entries(value)) {
      if (!isKeepable(name)) return path;
      left.push({ value: part, path: [...path, name] });
    }
  }
  return undefined;
}
