import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ADVISORY_LOCK_CLASSES } from "../../core/db/advisory-locks.ts";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { comparePast, comparePresent } from "../../core/release/compare.ts";
import { findPrevious, findPublished, pruneReleases } from "../../core/release/history.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { switchRelease } from "../../core/release/switch-release.ts";
import { createDatabase, type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createFakeRelease, setIndexedBlock } from "./support/release.ts";
import { ESCROW_CONTRACT, insertRows } from "./support/rows.ts";

let server: PostgresServer;
let template: string;
let url: string;
let client: pg.Client;

/** Release A is published, release B stands at the same block; cloned for each test. */
beforeAll(async () => {
  server = sharedPostgres();
  const prepared = await createDatabase(server.url);
  await migrateToLatest(prepared);
  for (const schema of ["release_a", "release_b"]) {
    await createFakeRelease(prepared, { schema });
    await withClient(prepared, (session) => insertEscrow(session, schema, 1));
  }
  await publishRelease(prepared, "release_a");
  template = new URL(prepared).pathname.slice(1);
});
beforeEach(async () => {
  url = await createDatabase(server.url, template);
  await migrateToLatest(url);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterEach(() => client.end());
afterAll(() => server.stop());

/** A funded escrow of 100 units. */
async function insertEscrow(session: pg.Client, schema: string, id: number): Promise<void> {
  // Ponder's triggers expect to be called by Ponder alone.
  await session.query("SET session_replication_role = replica");
  await insertRows(session, schema, "escrow", [
    { escrow_id: id, state: "funded", amount_units: 100 },
  ]);
}

const moveTo = (schema: string, block: bigint) =>
  setIndexedBlock(client, schema, { block, timestamp: 1_700_000_000n });

const switchTo = (schema: string, acceptsDifferences = false) =>
  switchRelease(url, schema, {
    acceptsDifferences,
    onWait: () => undefined,
    signal: AbortSignal.timeout(20_000),
  });

describe("comparing two releases", () => {
  test("equal ones have no difference", async () => {
    expect(await comparePresent(client, "release_a", "release_b")).toEqual([]);
    expect(await comparePast(client, "release_a", "release_b", 1_000n)).toEqual([]);
  });

  test("a state that one of them has otherwise is named with its money", async () => {
    await insertEscrow(client, "release_b", 2);
    const differences = await comparePresent(client, "release_a", "release_b");
    expect(differences).toHaveLength(1);
    expect(differences?.[0]).toMatchObject({
      table: "escrow",
      rows: `contract ${ESCROW_CONTRACT}, state funded`,
    });
    expect(differences?.[0]?.before).toMatch(/^1 rows, amount_units 100,/);
    expect(differences?.[0]?.after).toMatch(/^2 rows, amount_units 200,/);
  });

  test("releases at different blocks are not compared", async () => {
    await moveTo("release_b", 101n);
    expect(await comparePresent(client, "release_a", "release_b")).toBeUndefined();
  });

  test("a column that only the new release has is left out", async () => {
    await client.query("ALTER TABLE release_a.escrow DROP COLUMN total_funded_units CASCADE");
    expect(await comparePresent(client, "release_a", "release_b")).toEqual([]);
  });
});

describe("switching to another release", () => {
  test("publishes one with the same totals", async () => {
    await switchTo("release_b");
    expect(await findPublished(client)).toBe("release_b");
  });

  test("waits until both stand at the same block", async () => {
    await moveTo("release_b", 90n);
    const waits: string[] = [];
    const switching = switchRelease(url, "release_b", {
      acceptsDifferences: false,
      onWait(what) {
        waits.push(what);
        void moveTo("release_b", 100n);
      },
      signal: AbortSignal.timeout(20_000),
    });
    await switching;
    expect(waits).toEqual(["release_b and release_a to stand at the same block"]);
  });

  test("refuses one with other totals, unless they are accepted", async () => {
    await insertEscrow(client, "release_b", 2);
    await expect(switchTo("release_b")).rejects.toThrow(
      `escrow (contract ${ESCROW_CONTRACT}, state funded)`,
    );
    expect(await findPublished(client)).toBe("release_a");
    await switchTo("release_b", true);
    expect(await findPublished(client)).toBe("release_b");
  });

  test("refuses while the index is being repaired", async () => {
    await client.query(
      `INSERT INTO app.repair (chain_id, kind, reason, from_block, to_block)
       VALUES (31337, 'wrong_rows', 'a row too few', 5, 5)`,
    );
    await expect(switchTo("release_b")).rejects.toThrow(/being repaired \(a row too few\)/);
  });
});

describe("releases that were", () => {
  test("the one before is found as long as it is there, back and forth", async () => {
    expect(await findPrevious(client)).toBeUndefined();
    await publishRelease(url, "release_b");
    expect(await findPrevious(client)).toBe("release_a");
    await publishRelease(url, "release_a");
    expect(await findPrevious(client)).toBe("release_b");
    await client.query("DROP SCHEMA release_a CASCADE");
    await publishRelease(url, "release_b", { isForced: true });
    expect(await findPrevious(client)).toBeUndefined();
  });

  test("one that a repair has replaced is never gone back to (IX-14)", async () => {
    await publishRelease(url, "release_b");
    await client.query(
      `INSERT INTO app.repair (chain_id, kind, reason, from_block, to_block, started_at,
         release_before, release_after, finished_at, outcome)
       VALUES (31337, 'wrong_rows', 'a row too few', 5, 5, now(), 'release_a', 'release_b', now(), '')`,
    );
    expect(await findPrevious(client)).toBeUndefined();
  });

  test("pruning keeps what is published and what an indexer writes", async () => {
    await createFakeRelease(url, { schema: "release_c" });
    await withClient(url, async (writer) => {
      await writer.query("SELECT pg_advisory_lock($1, hashtext('release_b'))", [
        ADVISORY_LOCK_CLASSES.writer,
      ]);
      expect(await pruneReleases(client)).toEqual({
        dropped: ["release_c"],
        kept: [
          { schema: "release_a", why: "it is published" },
          { schema: "release_b", why: "an indexer writes it" },
        ],
      });
    });
    const { dropped } = await pruneReleases(client);
    expect(dropped).toEqual(["release_b"]);
    expect((await client.query("SELECT count(*) FROM indexed.escrow")).rowCount).toBe(1);
  });
});
