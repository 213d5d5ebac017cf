import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./project-files.ts";

/** What the API has promised so far: lines of `surfaceOf`. */
export const BASELINE_FILE = join(ROOT, "api/openapi.baseline.json");

export async function readBaseline(): Promise<string[]> {
  const text = await readFile(BASELINE_FILE, "utf8").catch(() => "[]");
  return JSON.parse(text) as string[];
}

export function renderBaseline(lines: readonly string[]): string {
  return `${JSON.stringify(lines, null, 1)}\n`;
}
