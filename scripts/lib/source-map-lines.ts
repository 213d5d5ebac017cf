/** One mapped place: generated line and column to the line of the original, all counted from 0. */
export type MappedPlace = { line: number; column: number; originalLine: number };

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const DIGIT = new Map([...BASE64].map((character, value) => [character, value]));

/** Reads the base64 VLQ numbers of one segment (source map revision 3). */
function readNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = DIGIT.get(character) ?? 0;
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** Every place that a source map of one original file maps. */
export function mappedPlaces(mappings: string): MappedPlace[] {
  const places: MappedPlace[] = [];
  let originalLine = 0;
  mappings.split(";").forEach((segments, line) => {
    let column = 0;
    for (const segment of segments.split(",")) {
      if (segment === "") continue;
      // Column, source, line, column and name: each relative to the one before.
      const [columnDelta = 0, , lineDelta] = readNumbers(segment);
      column += columnDelta;
      if (lineDelta === undefined) continue;
      originalLine += lineDelta;
      places.push({ line, column, originalLine });
    }
  });
  return places;
}

/** The source map that compiled code carries in its last lines, or undefined. */
export function inlineSourceMap(code: string): { mappings: string } | undefined {
  const data =
    /\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([\w+/=]+)\s*\S*\s*$/.exec(
      code,
    )?.[1];
  if (data === undefined) return undefined;
  return JSON.parse(Buffer.from(data, "base64").toString("utf8"));
}
