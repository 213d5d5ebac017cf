/** What a release's name may be long; Postgres and Ponder put suffixes behind it. */
const MAX_LENGTH = 45;

/** Name of the release that a repair builds: of the one it replaces and the repair's number. */
export function repairedSchema(schema: string, repairId: number): string {
  const suffix = `_r${repairId}`;
  return schema.replace(/_r\d+$/, "").slice(0, MAX_LENGTH - suffix.length) + suffix;
}
