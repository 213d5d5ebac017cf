import pg from "pg";
import { expect } from "vitest";
import { createPool } from "../../../core/db/pools.ts";
import { createFollower, type JournalFollower } from "../../../core/journal/follower.ts";
import type { ChainCause } from "../../../core/outbox/chain-causes.ts";
import { FakeChain } from "./fake-chain.ts";
import { createPublishedDatabase } from "./market.ts";

export type Entry = {
  sequence: string;
  announced: string;
  status: "provisional" | "final" | "retracted";
  identity: string;
  /** 0 for a repair. */
  block: number;
  /** Repair of the index that it tells of; null for an event. */
  repair: number | null;
};

export async function readEntries(client: pg.ClientBase): Promise<Entry[]> {
  const { rows } = await client.query<Entry>(
    `SELECT sequence::text, announced_sequence::text AS announced, status,
       coalesce(block_hash || '-' || log_index, 'repair ' || repair_id) AS identity,
       coalesce(block_number, 0)::integer AS block, repair_id AS repair
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
 * What somebody believes who has heard every entry from the first on: identities of events, and
 * whether each is final. Fails on entries that make no sense after those before them.
 */
export function replayEntries(entries: readonly Entry[]): Map<string, boolean> {
  const believed = new Map<string, { identity: string; isFinal: boolean }>();
  const identities = new Set<string>();
  entries.forEach(({ sequence, announced, status, identity, repair }, index) => {
    expect(sequence).toBe(`${index + 1}`);
    if (repair !== null) return;
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

/** A chain, its index and its journal, each moved by hand. */
export type JournalStage = {
  readonly urls: { admin: string; api: string; worker: string };
  readonly admin: pg.Client;
  readonly chain: FakeChain;
  /** Brings the journal in step with the index. */
  follow(): Promise<void>;
  /** Begins anew with an empty chain and an empty journal. */
  reset(): Promise<void>;
  newestSequence(): Promise<number>;
  close(): Promise<void>;
};

export async function createJournalStage(
  serverUrl: string,
  causes: readonly ChainCause[] = [],
): Promise<JournalStage> {
  const urls = await createPublishedDatabase(serverUrl);
  const admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  const workers = createPool(urls.worker, "appWrites", {
    max: 1,
    processName: "test_journal",
    onIdleError: () => undefined,
  });
  const writer = await workers.connect();
  const chain = new FakeChain(admin, "release_a");
  let follower = createFollower(writer, { causes });
  return {
    urls,
    admin,
    chain,
    follow: () => follow(follower),
    async reset() {
      await chain.reset();
      follower = createFollower(writer, { causes });
    },
    async newestSequence() {
      const { rows } = await admin.query<{ last: string }>(
        "SELECT last_sequence AS last FROM app.journal_counter",
      );
      return Number(rows[0]?.last);
    },
    async close() {
      writer.release();
      await workers.end();
      await admin.end();
    },
  };
}
