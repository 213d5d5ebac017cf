import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDeployment } from "../../core/deployments/load.ts";
import { findPublished } from "../../core/release/history.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { scheduleStateAudits } from "../../guard/audit/state/schedule.ts";
import { stateProviders } from "../../guard/guard.ts";
import { createGuardMetrics } from "../../guard/metrics.ts";
import { type ReaderLoop, startReader } from "../indexing/support/reader-loop.ts";
import { headsOf } from "./nodes.ts";
import {
  type Command,
  caughtUp,
  openPublishedMarket,
  type PublishedMarket,
} from "./published-market.ts";

const OLD = "release_old";
const NEW = "release_new";
const CHAIN_ID = 31_337;
const DEADLINE_MS = 90_000;
/** Some 50 reads a second. */
const READ_EVERY_MS = 20;
/** Exit codes of `npm run audit`, besides 0: rows differ, cannot be compared, wrong usage. */
const [DIFFERENT, NOT_POSSIBLE, USAGE] = [1, 2, 64];

let world: PublishedMarket;

beforeAll(async () => {
  world = await openPublishedMarket({ seed: "commands", schema: OLD, history: 30 });
});
afterAll(() => world?.stop());

const published = () => findPublished(world.admin);

/** Runs a command to its end. */
async function run(...args: string[]): Promise<{ code: number | null; text: string }> {
  const command = await world.command(args);
  return { code: await command.code(), text: command.lines.join("\n") };
}

/** What the guard would have written by now. */
async function seeHeads(): Promise<void> {
  const { head, safe, final } = await headsOf(world.market.chain.url);
  await world.admin.query(
    `INSERT INTO app.chain_head (chain_id, head, safe, final, head_hash, safe_hash, final_hash, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now()) ON CONFLICT (chain_id) DO UPDATE SET
       head = excluded.head, final = excluded.final, final_hash = excluded.final_hash`,
    [CHAIN_ID, head.number, safe.number, final.number, head.hash, safe.hash, final.hash],
  );
}

/** Mines empty blocks until all that was played is final: the audit postpones what changed later. */
async function settle(): Promise<void> {
  const { chain } = world.market;
  const played = await chain.blockNumber();
  while ((await headsOf(chain.url)).final.number < played) await chain.mine();
  await world.indexer.reached(await chain.blockNumber());
}

/** Changes rows behind the indexer's back; Ponder's triggers expect to be called by Ponder alone. */
async function change(statement: string): Promise<void> {
  await world.admin.query("SET session_replication_role = replica");
  await world.admin.query(statement);
  await world.admin.query("SET session_replication_role = DEFAULT");
}

describe("the audit of the state", () => {
  const one = `ctid = (SELECT ctid FROM ${OLD}.listing ORDER BY created_block, listing_id LIMIT 1)`;
  let pool: pg.Pool;
  beforeAll(async () => {
    await settle();
    await seeHeads();
    pool = new pg.Pool({ connectionString: world.urlOf("valyra_worker"), max: 3 });
  });
  afterAll(() => pool?.end());

  type Audit = { release: string; differences: number; compared_fields: number; id: string };
  const audits = async () =>
    (await world.admin.query<Audit>("SELECT * FROM app.state_audit ORDER BY id")).rows;

  test("is made on schedule: at once for a new release, again when it is time, sooner after a difference (IX-8)", async () => {
    const metrics = createGuardMetrics();
    const deployment = loadDeployment(world.market.deploymentsFile, {});
    const providers = stateProviders({ RPC_TIMEOUT_MS: 10_000 }, deployment);
    const tools = { metrics, log: pino({ level: "silent" }) };
    await scheduleStateAudits({ pool, deployment, providers }, 0, tools).step();
    expect(await audits()).toEqual([]);
    const schedule = scheduleStateAudits({ pool, deployment, providers }, 900, tools);
    const age = (seconds: number) =>
      world.admin.query(
        "UPDATE app.state_audit SET finished_at = now() - make_interval(secs => $1)",
        [seconds],
      );
    await schedule.step();
    expect(await audits()).toMatchObject([{ release: OLD, differences: 0 }]);
    expect(Number((await audits())[0]?.compared_fields)).toBeGreaterThan(100);
    await schedule.step();
    await age(899);
    await schedule.step();
    expect(await audits()).toHaveLength(1);
    await age(900);
    await change(
      `UPDATE ${OLD}.listing SET asking_price_units = asking_price_units + 1 WHERE ${one}`,
    );
    await schedule.step();
    expect(await audits()).toMatchObject([{ differences: 0 }, { differences: 1 }]);
    expect((await metrics.stateDifferences.get()).values[0]?.value).toBe(1);
    const { rows } = await world.admin.query("SELECT * FROM app.state_difference");
    expect(rows).toMatchObject([{ table_name: "listing", field: "asking_price_units" }]);
    expect(BigInt(rows[0].row_value) - BigInt(rows[0].chain_value)).toBe(1n);
    expect(rows[0].last_event).toMatch(/ in block \d+, log \d+$/);
    await change(
      `UPDATE ${OLD}.listing SET asking_price_units = asking_price_units - 1 WHERE ${one}`,
    );
    await age(60);
    await schedule.step();
    expect(await audits()).toMatchObject([{}, {}, { differences: 0 }]);
    await age(900);
    const repair = `INSERT INTO app.repair (chain_id, kind, reason, from_block, to_block)
      VALUES (${CHAIN_ID}, 'wrong_rows', 'a row too few', 5, 5)`;
    await world.admin.query(repair);
    await schedule.step();
    expect(await audits()).toHaveLength(3);
    await world.admin.query("DELETE FROM app.repair");
  });

  test("answers at any block from the command line, with an exit code that tells the outcome (IX-8)", async () => {
    const head = await world.market.chain.blockNumber();
    const stored = (await audits()).length;
    const green = await run("guard/audit-main.ts", "--json", "--block", String(head));
    expect(green.code).toBe(0);
    const found = JSON.parse(green.text.slice(green.text.indexOf("{\n"))) as {
      comparedRows: number;
      postponedRows: number;
      block: { number: number };
    };
    expect(found).toMatchObject({
      differences: [],
      postponedRows: 0,
      block: { number: Number(head) },
    });

    await change(`UPDATE ${OLD}.listing SET title = title || '!' WHERE ${one}`);
    const red = await run("guard/audit-main.ts", "--block", String(head));
    expect(red).toMatchObject({
      code: DIFFERENT,
      text: expect.stringMatching(/^listing .* title: here /m),
    });
    await change(`UPDATE ${OLD}.listing SET title = left(title, -1) WHERE ${one}`);

    // Of an old block only what has not changed since can be told.
    const old = await run("guard/audit-main.ts", "--json", "--block", "15");
    expect(old.code).toBe(0);
    const before = JSON.parse(old.text.slice(old.text.indexOf("{\n"))) as typeof found;
    expect(before.postponedRows).toBeGreaterThan(0);
    expect(before.comparedRows).toBeLessThan(found.comparedRows);

    const ahead = await run("guard/audit-main.ts", "--block", String(head + 1_000n));
    expect(ahead).toMatchObject({
      code: NOT_POSSIBLE,
      text: expect.stringContaining("before block"),
    });
    expect((await run("guard/audit-main.ts", "--block", "latest")).code).toBe(USAGE);
    expect(await audits()).toHaveLength(stored);
    expect((await run("guard/audit-main.ts")).code).toBe(0);
    expect(await audits()).toHaveLength(stored + 1);
  });
});

describe("releases from the command line", () => {
  let reader: ReaderLoop;
  let next: Command;
  const said = (command: Command, pattern: RegExp) =>
    waitUntil(() => command.lines.find((line) => pattern.test(line)), {
      what: `${pattern}`,
      deadlineMs: DEADLINE_MS,
      givenUp: () => command.child.exit() && command.child.lastLines(),
    });
  beforeAll(() => {
    reader = startReader(world.urlOf("valyra_api"), READ_EVERY_MS);
  });
  afterAll(() => reader?.stop());

  test("--start builds a release beside the published one, compares, and publishes it past open analysts (IX-13)", async () => {
    const analyst = new pg.Client({ connectionString: world.urlOf("valyra_analyst") });
    await analyst.connect();
    try {
      await analyst.query("BEGIN; SELECT count(*) FROM analytics.activity");
      next = await world.command(["scripts/release.ts", "--start", "--schema", NEW]);
      await said(next, /"msg":"the indexer was started"/);
      await world.market.play(1);
      // The analyst holds the views and reads on; the switch waits for the end of that.
      await said(next, /readers hold the views, trying again/);
      expect(await published()).toBe(OLD);
      await analyst.query("SELECT count(*) FROM analytics.activity");
      await analyst.query("COMMIT");
      await said(next, /this process now runs the published release/);
      await analyst.query("SELECT count(*) FROM analytics.activity, analytics.escrow");
    } finally {
      await analyst.end();
    }
    expect(await published()).toBe(NEW);
    await world.market.play(1);
    await reader.reached(await world.market.chain.blockNumber());
  });

  test("--back returns to the one before, and again, while readers read on (IX-14)", async () => {
    await caughtUp(world.market, world.indexer);
    await reader.reached(await world.market.chain.blockNumber());
    for (const schema of [OLD, NEW]) {
      const startedAt = performance.now();
      expect((await run("scripts/release.ts", "--back")).code).toBe(0);
      console.log(`back to ${schema} in ${Math.round(performance.now() - startedAt)} ms`);
      expect(await published()).toBe(schema);
    }
    // One that a repair has replaced is known to be wrong: there is no way back to it.
    await world.admin.query(
      `INSERT INTO app.repair (chain_id, kind, reason, from_block, to_block, started_at,
         release_before, release_after, finished_at, outcome)
       VALUES ($1, 'wrong_rows', 'a row too few', 5, 5, now(), $2, $3, now(), 'built anew')`,
      [CHAIN_ID, OLD, NEW],
    );
    expect(await run("scripts/release.ts", "--back")).toMatchObject({
      code: 1,
      text: expect.stringContaining("there is no earlier release that is still there"),
    });
    await world.admin.query("DELETE FROM app.repair");
    expect(await published()).toBe(NEW);
  });

  test("--prune keeps what is published and what is written, and drops the rest (IX-14)", async () => {
    const kept = await run("scripts/release.ts", "--prune");
    expect(kept).toMatchObject({ code: 0, text: expect.stringContaining('"dropped":[]') });
    await world.indexer.stop();
    const pruned = await run("scripts/release.ts", "--prune");
    expect(pruned.text).toContain(`"dropped":["${OLD}"]`);
    expect(pruned.text).toContain(`"schema":"${NEW}","why":"it is published"`);
    await world.market.play(1);
    await reader.reached(await world.market.chain.blockNumber());
    expect((await run("scripts/release.ts", "--back")).code).toBe(1);
  });

  test("no reader saw an error or a step back, and the indexer ends with its command (IX-13)", async () => {
    await reader.stop();
    expect(reader.errors).toEqual([]);
    expect(reader.seen.length).toBeGreaterThan(50);
    for (const [index, { block, events }] of reader.seen.entries()) {
      const before = reader.seen[index - 1] ?? { block, events };
      expect(block).toBeGreaterThanOrEqual(before.block);
      expect(events).toBeGreaterThanOrEqual(before.events);
    }
    console.log(
      `failed reads 0 of ${reader.seen.length}, longest stall ${Math.round(reader.longestMs)} ms`,
    );
    expect(await next.child.stop()).toEqual({ code: 0, signal: null });
    const { rowCount } = await world.admin.query(
      "SELECT FROM pg_stat_activity WHERE application_name = $1",
      [`valyra_writer_${NEW}`],
    );
    expect(rowCount).toBe(0);
  });
});
