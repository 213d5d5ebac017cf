import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPool } from "../../core/db/pools.ts";
import { createFollower } from "../../core/journal/follower.ts";
import { appendChanges, findIndexedEvents } from "../../core/journal/store.ts";
import { publishRelease } from "../../core/release/publish.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { FakeChain } from "./support/fake-chain.ts";
import { follow, readEntries, replayEntries } from "./support/journal.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { createFakeRelease } from "./support/release.ts";
import { CHAIN_ID } from "./support/rows.ts";

const SERIALIZATION_FAILURE = "40001";

let server: PostgresServer;
let urls: { admin: string; worker: string };
let admin: pg.Client;
let workers: pg.Pool;
let writer: pg.PoolClient;
let chain: FakeChain;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  workers = createPool(urls.worker, "appWrites", {
    max: 4,
    processName: "test_journal",
    onIdleError: () => undefined,
  });
  writer = await workers.connect();
  chain = new FakeChain(admin, "release_a");
});
afterAll(async () => {
  writer.release();
  await workers.end();
  await admin.end();
  await server.stop();
});
beforeEach(() => chain.reset());

describe("the journal", () => {
  test("an event is announced, made final, and never told again", async () => {
    const follower = createFollower(writer);
    await chain.mine(1);
    await follow(follower);
    await follow(follower);
    await chain.mine(0);
    await chain.finalise(1);
    await follow(follower);
    await follow(follower);
    expect(await readEntries(admin)).toMatchObject([
      { sequence: "1", announced: "1", status: "provisional" },
      { sequence: "2", announced: "1", status: "final" },
    ]);
  });

  test("an entry carries what readers search by, and the exact amount", async () => {
    await chain.mine(3);
    await follow(createFollower(writer));
    const { rows } = await admin.query("SELECT * FROM app.journal_entry WHERE sequence = 3");
    expect(rows[0]).toMatchObject({
      kind: "escrow_created",
      listing_key: expect.stringMatching(/^31337-0x(a1){20}-2$/),
      escrow_key: expect.stringMatching(/^31337-0x(b2){20}-2$/),
      offer_key: null,
      actor: expect.stringMatching(/^0x(d4){20}$/),
      counterparty: expect.stringMatching(/^0x(d4){20}$/),
      payload: { contractKind: "escrow", amountUnits: "1500000", args: { note: "x" } },
    });
  });

  test("what was final and vanishes all the same is taken back", async () => {
    const follower = createFollower(writer);
    await chain.mine(1);
    await chain.mine(1);
    // The node calls the block final sooner than the indexer does.
    await admin.query("UPDATE app.chain_head SET final = 2, safe = 2");
    await follow(follower);
    await admin.query("DELETE FROM release_a.activity WHERE block_number = 2");
    await chain.mine(0);
    await admin.query("UPDATE app.chain_head SET final = 2, safe = 2");
    await follow(follower);
    await chain.mine(0);
    await follow(follower);
    expect((await readEntries(admin)).map(({ status }) => status)).toEqual([
      ...["final", "final", "retracted"],
    ]);
  });

  test("another release with the same events tells nothing again, and what it adds once (SE-5)", async () => {
    await chain.mineHistory(10, 2);
    await chain.mine(2);
    const follower = createFollower(writer, { batchSize: 3 });
    await follow(follower);
    const before = await readEntries(admin);
    expect(before).toHaveLength(22);

    await createFakeRelease(urls.admin, { schema: "release_b", block: 11n });
    await admin.query(`
      INSERT INTO release_b.activity SELECT chain_id, block_number, log_index, block_hash, tx_hash,
        occurred_at, contract, contract_kind::text::release_b.contract_kind, event, kind, sender,
        actor, counterparty, marketplace, listing_id, escrow_id, offer_id, amount_units, args,
        topic, raw_data
      FROM release_a.activity`);
    await publishRelease(urls.admin, "release_b");
    try {
      await follow(follower);
      await follow(createFollower(writer));
      expect(await readEntries(admin)).toEqual(before);

      await admin.query(
        `UPDATE release_b.activity SET log_index = 7 WHERE block_number = 4 AND log_index = 1`,
      );
      await publishRelease(urls.admin, "release_b", { isForced: true });
      const next = createFollower(writer, { batchSize: 3 });
      await follow(next);
      expect((await readEntries(admin)).slice(before.length)).toMatchObject([
        { status: "retracted", block: 4 },
        { status: "final", block: 4 },
      ]);
      await admin.query("DELETE FROM release_b.activity WHERE block_number = 9");
      await publishRelease(urls.admin, "release_b", { isForced: true });
      await follow(next);
      expect(await readEntries(admin), "nothing before another block").toHaveLength(24);
      await admin.query(`UPDATE release_b._ponder_checkpoint
        SET latest_checkpoint = overlay(latest_checkpoint placing '12' from 41)`);
      await follow(next);
      const entries = await readEntries(admin);
      expect(entries).toHaveLength(26);
      const events = await new FakeChain(admin, "release_b").events();
      expect([...replayEntries(entries).keys()].sort()).toEqual(events);
    } finally {
      await publishRelease(urls.admin, "release_a", { isForced: true });
    }
  });

  test("a finished repair of the index is told once, before what it took back", async () => {
    await chain.mine(1);
    await chain.mine(2);
    const follower = createFollower(writer);
    await follow(follower);
    const id = await chain.openRepair();
    await chain.revert(1);
    await chain.mine(1, 1);
    await follow(follower);
    expect(await readEntries(admin), "nothing while it is open").toHaveLength(3);

    await chain.closeRepair(id);
    await follow(follower);
    await follow(follower);
    await follow(createFollower(writer));
    expect((await readEntries(admin)).slice(3)).toMatchObject([
      { sequence: "4", announced: "4", status: "final", repair: id },
      { sequence: "5", announced: "3", status: "retracted", block: 2 },
      { sequence: "6", announced: "2", status: "retracted", block: 2 },
      { sequence: "7", announced: "7", status: "provisional", block: 2 },
    ]);
    const { rows } = await admin.query("SELECT * FROM app.journal_entry WHERE sequence = 4");
    expect(rows[0]).toMatchObject({
      ...{ kind: "index.repaired", chain_id: CHAIN_ID, event: null, contract: null },
      ...{ block_number: null, block_hash: null, log_index: null, tx_hash: null },
      payload: { repairKind: "deep_reorganisation", fromBlock: 2, toBlock: 3 },
    });
  });

  test("an entry is whole: of an event, or of one repair", async () => {
    await chain.mine(1);
    const id = await chain.openRepair();
    await chain.closeRepair(id);
    await follow(createFollower(writer));
    /** SQLSTATE and constraint of an entry that repeats another one but for some columns. */
    const refusal = async (sequence: number, changes: Record<string, string>) => {
      const { rows } = await admin.query<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute
         WHERE attrelid = 'app.journal_entry'::regclass AND attnum > 0 AND NOT attisdropped`,
      );
      const names = rows.map(({ name }) => name);
      const next = { sequence: "3", announced_sequence: "3", ...changes } as typeof changes;
      const error: pg.DatabaseError | undefined = await admin
        .query(
          `INSERT INTO app.journal_entry (${names.join(", ")})
           SELECT ${names.map((name) => next[name] ?? name).join(", ")}
           FROM app.journal_entry WHERE sequence = ${sequence}`,
        )
        .then(
          () => undefined,
          (reason) => reason,
        );
      return `${error?.code} ${error?.constraint}`;
    };
    for (const column of [
      "block_number",
      "block_hash",
      "log_index",
      "tx_hash",
      "contract",
      "event",
    ]) {
      expect(await refusal(2, { [column]: "NULL" }), column).toBe("23514 journal_entry_of_event");
    }
    const other = { repair_id: `${await chain.openRepair()}` };
    const mixed: Record<string, string>[] = [
      ...[{ block_number: "1" }, { listing_key: "'x'" }, { actor: "'0x'" }],
      ...[{ status: "'provisional'" }, { announced_sequence: "1" }],
    ];
    for (const change of mixed) {
      expect(await refusal(1, { ...other, ...change }), JSON.stringify(change)).toBe(
        "23514 journal_entry_of_repair",
      );
    }
    expect(await refusal(1, { repair_id: "NULL" })).toBe("23514 journal_entry_of_event");
    expect(await refusal(2, { kind: "'index.repaired'" })).toBe("23514 journal_entry_repair_kind");
    expect(await refusal(1, {}), "told again").toBe("23505 journal_entry_repair");
    expect(await refusal(1, other), "another repair").toBe("undefined undefined");
  });

  test("whatever chain and indexer do, replaying the entries gives the events of the index (SE-5)", async () => {
    const act = fc.oneof(
      fc.record({
        does: fc.constant("mine" as const),
        events: fc.integer({ min: 0, max: 4 }),
        fork: fc.integer({ min: 0, max: 1 }),
      }),
      fc.record({ does: fc.constant("revert" as const), depth: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ does: fc.constant("finalise" as const), behind: fc.integer({ min: 0, max: 6 }) }),
      fc.record({ does: fc.constant("crash" as const) }),
      fc.record({ does: fc.constant("follow" as const), steps: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ does: fc.constant("restart" as const) }),
      fc.record({ does: fc.constant("repair" as const), isClosed: fc.boolean() }),
    );
    let retracted = 0;
    let repairs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
        await chain.reset();
        let follower = createFollower(writer, { batchSize: 3 });
        const orphaned = new Set<string>();
        const repaired = new Set<number>();
        for (const step of acts) {
          if (step.does === "mine") await chain.mine(step.events, step.fork);
          if (step.does === "revert") {
            const before = await chain.events();
            await chain.revert(step.depth);
            const kept = new Set(await chain.events());
            for (const identity of before) if (!kept.has(identity)) orphaned.add(identity);
          }
          if (step.does === "finalise") await chain.finalise(chain.head - step.behind);
          if (step.does === "crash") await chain.crash(() => follow(follower));
          if (step.does === "repair") {
            // One that is open already is meant again.
            repaired.add(await chain.openRepair());
            if (step.isClosed) for (const id of repaired) await chain.closeRepair(id);
          }
          if (step.does === "restart") follower = createFollower(writer, { batchSize: 3 });
          if (step.does === "follow") {
            for (let count = 0; count < step.steps; count += 1) await follower.step();
          }
        }
        for (const id of repaired) await chain.closeRepair(id);
        // Blocks that the new chain has not come to are not judged, and a retraction waits for
        // one block more.
        const highest = Math.max(0, ...(await readEntries(admin)).map(({ block }) => block));
        const end = Math.max(chain.head, highest) + 2;
        while (chain.head < end) {
          await chain.mine(1);
          await follow(follower);
        }
        const entries = await readEntries(admin);
        const believed = replayEntries(entries);
        expect([...believed.keys()].sort()).toEqual(await chain.events());
        for (const { identity, status } of entries) {
          // A crash of the indexer takes back nothing that the chain has kept.
          if (status === "retracted") expect(orphaned).toContain(identity);
        }
        for (const { identity, block } of entries) {
          if (believed.has(identity)) expect(believed.get(identity)).toBe(block <= chain.final);
        }
        const told = entries.flatMap(({ repair }) => repair ?? []);
        expect(told).toEqual([...repaired]);
        repairs += told.length;
        retracted += entries.filter(({ status }) => status === "retracted").length;
      }),
      { numRuns: 40 },
    );
    expect(retracted, "runs with retractions").toBeGreaterThan(10);
    expect(repairs, "runs with repairs").toBeGreaterThan(10);
  });

  test("nobody sees a sequence before the one below it, whoever writes and gives up (SE-2)", async () => {
    await chain.mine(3);
    const events = (await findIndexedEvents(writer, CHAIN_ID, 0n, 1n)).map((event) => ({
      ...event,
      isFinal: false,
    }));
    let isOver = false;
    let committed = 0;
    const write = async (plans: readonly { events: number; pauseMs: number; gives: boolean }[]) => {
      const client = await workers.connect();
      try {
        for (const { events: count, pauseMs, gives } of plans) {
          await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
          try {
            const announced = events.slice(0, count);
            await appendChanges(client, CHAIN_ID, { retracted: [], finalised: [], announced });
            await client.query("SELECT pg_sleep($1)", [pauseMs / 1_000]);
            await client.query(gives ? "ROLLBACK" : "COMMIT");
            if (!gives) committed += count;
          } catch (error) {
            await client.query("ROLLBACK");
            if ((error as pg.DatabaseError).code !== SERIALIZATION_FAILURE) throw error;
          }
        }
      } finally {
        client.release();
      }
    };
    const read = async () => {
      let last = 0n;
      while (!isOver) {
        const { rows } = await workers.query<{ sequence: bigint }>(
          "SELECT sequence FROM app.journal_entry WHERE sequence > $1 ORDER BY sequence",
          [last],
        );
        for (const { sequence } of rows) {
          expect(sequence).toBe(last + 1n);
          last = sequence;
        }
      }
    };
    const plan = fc.record({
      events: fc.integer({ min: 1, max: 3 }),
      pauseMs: fc.integer({ min: 0, max: 3 }),
      gives: fc.boolean(),
    });
    const reading = read();
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(plan, { minLength: 5, maxLength: 5 }),
          fc.array(plan, { minLength: 5, maxLength: 5 }),
          async (ours, theirs) => {
            await Promise.all([write(ours), write(theirs)]);
          },
        ),
        { numRuns: 100 },
      );
    } finally {
      isOver = true;
      await reading;
    }
    expect((await readEntries(admin)).length).toBe(committed);
    expect(committed).toBeGreaterThan(100);
  });
});
