import type pg from "pg";
import { expect } from "vitest";
import type { JournalFollower } from "../../../core/journal/follower.ts";

export type Entry = {
  sequence: string;
  announced: string;
  status: "provisional" | "final" | "retracted";
  identity: string;
  block: number;
};

export async function readEntries(client: pg.ClientBase): Promise<Entry[]> {
  const { rows } = await client.query<Entry>(
    `SELECT sequence::text, announced_sequence::text AS announced, status,
       block_hash || '-' || log_index AS identity, block_number::integer AS block
     FROM app.journal_entry ORDER BY app.journal_entry.sequence`,
  );
  return rows;
}

/** Steps until there is nothing left to do. */
export async function follow(follower: JournalFollower): Promise<void> {
  for (;;) {
    const step = await follower.step();
    if (step.is === "waiting" || step.isDone) return;
  }
}

/**
 * What somebody believes who has heard every entry from the first on: identities, and whether each
 * is final. Fails on entries that make no sense after those before them.
 */
export function replayEntries(entries: readonly Entry[]): Map<string, boolean> {
  const believed = new Map<string, { identity: string; isFinal: boolean }>();
  const identities = new Set<string>();
  entries.forEach(({ sequence, announced, status, identity }, index) => {
    expect(sequence).toBe(`${index + 1}`);
    const known = believed.get(announced);
    if (sequence === announced) {
      expect(identities.has(identity)).toBe(false);
      identities.add(identity);
      believed.set(sequence, { identity, isFinal: status === "final" });
      return;
    }
    expect(known?.identity).toBe(identity);
    if (status === "retracted") {
      believed.delete(announced);
      identities.delete(identity);
    } else {
      expect(known?.isFinal).toBe(false);
      believed.set(announced, { identity, isFinal: true });
    }
  });
  return new Map([...believed.values()].map(({ identity, isFinal }) => [identity, isFinal]));
}
