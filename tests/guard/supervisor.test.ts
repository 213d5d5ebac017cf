import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { copyProject, type ProjectCopy } from "../indexing/support/project-copy.ts";
import { startPonder } from "../support/ponder.ts";
import {
  createDatabase,
  type OwnPostgresServer,
  startPostgres,
  withClient,
} from "../support/postgres.ts";
import { hasEnded } from "../support/process-files.ts";
import { activityDifferences } from "../support/recovery/canonical-logs.ts";
import { type LiveMarket, openLiveMarket } from "../support/recovery/live-market.ts";
import { indexDifferences } from "../support/recovery/tables.ts";
import { type Supervised, startSupervised } from "../support/supervised.ts";

/** Another number lets Postgres die more often: `npm run torture -- guard`. */
const CRASHES = Number(process.env.VALYRA_CRASHES ?? 2);
const SEED = process.env.VALYRA_SEED ?? "20260";
const SCHEMA = "release_supervised";
const DEADLINE_MS = 60_000;

let postgres: OwnPostgresServer;
let project: ProjectCopy;
let market: LiveMarket;
let databaseUrl: string;
let first: Supervised;
let second: Supervised | undefined;

beforeAll(async () => {
  [postgres, project, market] = await Promise.all([
    startPostgres(),
    copyProject(["scripts", "guard"]),
    openLiveMarket(`supervisor/${SEED}`),
  ]);
  await market.play(5);
  databaseUrl = await createDatabase(postgres.url);
  first = await start();
});
afterAll(async () => {
  await Promise.all([first?.stop(), second?.stop()]);
  await Promise.all([market?.stop(), postgres?.stop()]);
  await project?.remove();
});

const start = (env: Record<string, string> = {}) =>
  startSupervised({
    databaseUrl,
    schema: SCHEMA,
    deploymentsFile: market.deploymentsFile,
    root: project.root,
    env: { INDEXER_STALL_SECONDS: "5", ...env },
  });

/** Process id of the writer, once the supervisor runs one. */
const writerOf = async (supervisor: Supervised, but?: number) =>
  (await supervisor.until("a writer", ({ writer }) => writer !== undefined && writer !== but))
    .writer as number;

/** Plays a block and waits until the running writer has it. */
async function follow(supervisor: Supervised): Promise<void> {
  await market.play(1);
  await supervisor.reached(await market.chain.blockNumber(), DEADLINE_MS);
}

/** Whether writers that start from now on wait for the disk, as Ponder itself would not have them. */
const commitSynchronously = (isOn: boolean) =>
  project.edit("core/db/indexer-client.ts", (text) =>
    text.replace(
      `SET synchronous_commit = ${isOn ? "off" : "on"};`,
      `SET synchronous_commit = ${isOn ? "on" : "off"};`,
    ),
  );

const differences = () =>
  activityDifferences(market.chain, market.contracts, { databaseUrl, schema: SCHEMA });

const indexedEvents = () =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int FROM ${SCHEMA}.activity`,
    );
    return rows[0]?.count ?? 0;
  });

const sessionsOf = (name: string) =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::int FROM pg_stat_activity WHERE application_name = $1",
      [name],
    );
    return rows[0]?.count;
  });

describe("a supervised indexer", () => {
  test("writes under a lock and says so", async () => {
    await follow(first);
    expect(await first.state()).toMatchObject({ is: "writing", schema: SCHEMA, restarts: 0 });
    expect(await sessionsOf("valyra_supervisor")).toBe(1);
    expect(await sessionsOf(`valyra_writer_${SCHEMA}`)).toBeGreaterThan(0);
  });

  test(`loses nothing when Postgres dies ${CRASHES} times under it, every other time without synchronous commits (IX-11)`, {
    timeout: CRASHES * DEADLINE_MS,
  }, async () => {
    const crashed = [];
    for (let crash = 1; crash <= CRASHES; crash += 1) {
      const before = await writerOf(first);
      const acknowledged = await indexedEvents();
      // The market goes on while the database is away, and before it is back.
      const playing = market.play(4);
      await postgres.crash();
      await playing;
      // The next writer has what this one had not: synchronous commits, or none.
      await commitSynchronously(crash % 2 === 0);
      await postgres.restart();
      await writerOf(first, before);
      await follow(first);
      expect(await differences()).toEqual([]);
      expect(hasEnded(before)).toBe(true);
      crashed.push({ crash, acknowledged, after: await indexedEvents() });
    }
    if (CRASHES % 2 === 1) await commitSynchronously(true);
    expect(await first.metrics()).toMatch(/restarts_total{reason="(database|exit)"} [1-9]/);
    for (const { acknowledged, after } of crashed) expect(after).toBeGreaterThan(acknowledged);
    console.log(
      `events lost: 0 of ${crashed.at(-1)?.after} in ${CRASHES} crashes (before: 1 in each)`,
    );
  });

  test("a writer that stands still is replaced (IX-12)", async () => {
    await follow(first);
    const stopped = await writerOf(first);
    process.kill(stopped, "SIGSTOP");
    await market.play(2);
    const { why } = await first.until("a restart", ({ why = "" }) => /stands at block/.test(why));
    expect(why).toMatch(/the index stands at block \d+ for \d+ s while the chain is at \d+/);
    await writerOf(first, stopped);
    await follow(first);
    expect(hasEnded(stopped)).toBe(true);
    expect(await differences()).toEqual([]);
  });

  test("two supervisors never write both, also when one of them was asleep (IX-12)", async () => {
    second = await start({ INDEXER_STALL_SECONDS: "60" });
    await second.until("it stands by", ({ is }) => is === "standing by");
    const asleep = await writerOf(first);
    const { pid } = first.child;
    // Both sleep, as on a machine that hangs; then the database gives their lock away.
    process.kill(pid, "SIGSTOP");
    process.kill(asleep, "SIGSTOP");
    try {
      await withClient(databaseUrl, (client) =>
        client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_locks
           WHERE locktype = 'advisory' AND granted AND objsubid = 2`,
        ),
      );
      await writerOf(second);
      await follow(second);
      // The writer wakes first: nobody but the database keeps it from writing.
      const printed = first.lines.length;
      process.kill(asleep, "SIGCONT");
      await market.play(2);
      await waitUntil(() => hasEnded(asleep), { what: "the old writer ends", deadlineMs: 30_000 });
      const lastWords = first.lines.slice(printed).join("\n");
      expect(lastWords).toContain("another supervisor runs this release");
      expect(lastWords).not.toContain('"Indexed block"');
      process.kill(pid, "SIGCONT");
      await first.until("it stands by", ({ is }) => is === "standing by");
      await follow(second);
      expect(await differences()).toEqual([]);
    } finally {
      // Where this fails the tests that follow shall fail on their own, and not wait for sleepers.
      for (const one of [asleep, pid]) if (!hasEnded(one)) process.kill(one, "SIGCONT");
    }
  });

  test("a writer dies with a supervisor that is killed, and another takes over", async () => {
    if (second === undefined) throw new Error("there is no second supervisor");
    const orphan = await writerOf(second);
    process.kill(second.child.pid, "SIGKILL");
    await waitUntil(() => hasEnded(orphan), { what: "the orphan ends", deadlineMs: 10_000 });
    await writerOf(first);
    await follow(first);
    expect(await differences()).toEqual([]);
  });

  test("after all of it the tables are those of an index that had peace (IX-11)", async () => {
    const clean = await startPonder({
      isMeasured: false,
      databaseUrl: await createDatabase(postgres.url),
      schema: "release_clean",
      deploymentsFile: market.deploymentsFile,
      root: project.root,
    });
    try {
      await clean.ready();
      await market.play(1);
      const head = await market.chain.blockNumber();
      await Promise.all([clean.reached(head), first.reached(head)]);
      const compared = await indexDifferences({ databaseUrl, schema: SCHEMA }, clean.options);
      expect(compared.differences).toEqual([]);
      expect(compared.rowsOf.get("activity")).toBeGreaterThan(0);
    } finally {
      await clean.stop();
    }
  });

  test("ends in order when it is asked to", async () => {
    const writer = await writerOf(first);
    expect(await first.child.stop()).toEqual({ code: 0, signal: null });
    expect(hasEnded(writer)).toBe(true);
    expect(await sessionsOf(`valyra_writer_${SCHEMA}`)).toBe(0);
    expect(await sessionsOf("valyra_supervisor")).toBe(0);
  });
});
