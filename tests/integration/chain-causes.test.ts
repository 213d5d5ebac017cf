import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createPool } from "../../core/db/pools.ts";
import { addJob } from "../../core/jobs/add-job.ts";
import { createFollower } from "../../core/journal/follower.ts";
import { chainCauses, type EffectTier, NOTIFIED_KINDS } from "../../core/outbox/chain-causes.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createJournalStage, follow, type JournalStage } from "./support/journal.ts";

const server = sharedPostgres();
let stage: JournalStage;
beforeAll(async () => {
  stage = await createJournalStage(server.url);
});
afterAll(async () => {
  await stage.close();
  await server.stop();
});
beforeEach(async () => {
  await stage.reset();
  await stage.admin.query("TRUNCATE app.job CASCADE; TRUNCATE app.chain_cause_start");
});

/** A journal whose events cause mail at a tier, moved by hand. */
async function journal(tier: EffectTier) {
  const pool = createPool(stage.urls.worker, "appWrites", {
    max: 2,
    processName: "test_causes",
    onIdleError: () => undefined,
  });
  const client = await pool.connect();
  // Other causes come from the same events; one of them shows how each is treated.
  const causes = chainCauses(tier)
    .filter(({ name }) => name === FAN_OUT)
    .map((cause) => ({ ...cause, kinds: NOTIFIED_KINDS }));
  const follower = createFollower(client, { causes });
  return {
    pool,
    follow: () => follow(follower),
    async end() {
      client.release();
      await pool.end();
    },
  };
}

async function jobs(): Promise<{ name: string; state: string }[]> {
  const { rows } = await stage.admin.query(
    "SELECT name, state FROM app.job ORDER BY announced_sequence NULLS LAST, name",
  );
  return rows;
}

const FAN_OUT = "notification.fan_out";
const TAKE_BACK = "notification.take_back";

/** Of the events of a block, the third is one that mail is sent about. */
const ONE_NOTIFIED = 3;

test("history that was there before causes nothing; a new event causes one job, once [SE-5]", async () => {
  await stage.chain.mine(ONE_NOTIFIED);
  const first = await journal("included");
  await first.follow();
  expect(await jobs()).toEqual([]);
  await stage.chain.mine(ONE_NOTIFIED);
  await first.follow();
  await first.follow();
  expect(await jobs()).toEqual([{ name: FAN_OUT, state: "queued" }]);
  await first.end();

  // A journal that is written anew tells of the same events, which have acted already.
  await stage.admin.query("UPDATE app.job SET state = 'done', finished_at = now(), attempts = 1");
  await stage.admin.query(
    "TRUNCATE app.journal_entry, app.journal_cursor; UPDATE app.journal_counter SET last_sequence = 0",
  );
  const second = await journal("included");
  await second.follow();
  expect(await stage.newestSequence()).toBe(6);
  expect(await jobs()).toEqual([{ name: FAN_OUT, state: "done" }]);
  const { rows } = await stage.admin.query("SELECT announced_sequence::text AS at FROM app.job");
  expect(rows).toEqual([{ at: "6" }]);
  await second.end();
});

test.each(["safe", "final"] as const)(
  "at the tier %s an effect waits; that of an orphaned event is never released [SE-3]",
  async (tier) => {
    const { follow: step, end } = await journal(tier);
    await step();
    await stage.chain.mine(ONE_NOTIFIED);
    await step();
    expect(await jobs()).toEqual([{ name: FAN_OUT, state: "held" }]);
    await stage.chain.revert(1);
    await stage.chain.mine(ONE_NOTIFIED, 1);
    await step();
    expect(await jobs()).toEqual([
      { name: FAN_OUT, state: "cancelled" },
      { name: FAN_OUT, state: "held" },
    ]);
    await stage.chain.finalise(1);
    await step();
    await step();
    expect(await jobs()).toEqual([
      { name: FAN_OUT, state: "cancelled" },
      { name: FAN_OUT, state: "queued" },
    ]);
    await end();
  },
);

test("what was done for an event that vanished is undone, and done again when it comes back", async () => {
  const { follow: step, end } = await journal("included");
  await step();
  await stage.chain.mine(ONE_NOTIFIED);
  await step();
  await stage.admin.query("UPDATE app.job SET state = 'done', finished_at = now(), attempts = 1");
  await stage.chain.revert(1);
  await stage.chain.mine(1, 1);
  await step();
  expect(await jobs()).toEqual([
    { name: FAN_OUT, state: "done" },
    { name: TAKE_BACK, state: "queued" },
  ]);
  await stage.chain.revert(1);
  await stage.chain.mine(ONE_NOTIFIED);
  await step();
  expect(await jobs()).toEqual([
    { name: FAN_OUT, state: "queued" },
    { name: TAKE_BACK, state: "queued" },
  ]);
  await end();
});

test("a job that ends while the journal takes its event back is undone all the same", async () => {
  const { pool, follow: step, end } = await journal("included");
  await step();
  await stage.chain.mine(ONE_NOTIFIED);
  await step();
  await stage.admin.query(
    "UPDATE app.job SET state = 'running', attempts = 1, lease = 1, leased_until = now() + interval '1 minute'",
  );
  await stage.chain.revert(1);
  await stage.chain.mine(1, 1);
  // The worker's transaction holds the row until after the journal wants it.
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("UPDATE app.job SET state = 'done', leased_until = NULL, finished_at = now()");
  const stepping = step();
  await client.query("SELECT pg_sleep(0.3)");
  await client.query("COMMIT");
  client.release();
  await stepping;
  expect(await jobs()).toEqual([
    { name: FAN_OUT, state: "done" },
    { name: TAKE_BACK, state: "queued" },
  ]);
  await end();
});

test("a job is in the transaction of its cause or not at all", async () => {
  const { pool, end } = await journal("included");
  const mailId = "00000000-0000-4000-8000-000000000001";
  const client = await pool.connect();
  await client.query("BEGIN");
  expect((await addJob(client, "mail.send", { mailId }, { cause: mailId })).isNew).toBe(true);
  await client.query("ROLLBACK");
  expect(await jobs()).toEqual([]);
  expect((await addJob(client, "mail.send", { mailId }, { cause: mailId })).isNew).toBe(true);
  expect((await addJob(client, "mail.send", { mailId }, { cause: mailId })).isNew).toBe(false);
  await expect(addJob(client, "mail.send", { mailId: "x" }, { cause: "y" })).rejects.toThrow(
    "uuid",
  );
  client.release();
  await end();
});
