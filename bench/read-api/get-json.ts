import { setTimeout as pause } from "node:timers/promises";

const TRIES = 10;
const PAUSE_MS = 1_000;

/**
 * Asks once more when a server refuses: one that has just begun to listen, or shares its machine with
 * others, may not be able to answer yet.
 *
 * @throws Error with the last answer after ten tries
 */
export async function getJson<Answer>(url: string, init?: RequestInit): Promise<Answer> {
  for (let left = TRIES - 1; ; left -= 1) {
    const response = await fetch(url, init);
    if (response.ok) return (await response.json()) as Answer;
    const text = await response.text();
    if (left === 0) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
    await pause(PAUSE_MS);
  }
}
