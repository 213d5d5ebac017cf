import { appendFile } from "node:fs/promises";
import { resolve } from "node:path";

const MEASURED = resolve(import.meta.dirname, "../docs/measured.md");

/** Adds a report to `docs/measured.md`. */
export async function appendMeasured(report: string): Promise<void> {
  await appendFile(MEASURED, `\n${report}`);
}
