import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signingSecret } from "../../core/webhooks/signing.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type OwnPostgresServer, startPostgres } from "../support/postgres.ts";
import { hasRedis } from "../support/redis.ts";
import {
  type Consumer,
  startPolling,
  startReceiving,
  startStreaming,
} from "./support/change-consumers.ts";
import { createFaultStage, type FaultStage } from "./support/fault-stage.ts";
import { SELLER } from "./support/rows.ts";

/** `npm run torture -- jobs` runs ten minutes on each queue. */
const SECONDS = process.env.VALYRA_FAULT_SECONDS;
const SEED = Number(process.env.VALYRA_SEED ?? 7);
/** Whoever was dead for most of a long run has as long to catch up. */
const PATIENCE = { deadlineMs: (Number(SECONDS ?? 30) + 180) * 1_000, everyMs: 200 };
const LIMIT_MS = (Number(SECONDS ?? 30) * 3 + 600) * 1_000;

/** Between two things that happen. */
const PACE_MS = 60;

/** Of each block, the third event is one that mail is sent about. */
const EVENTS = 3;
const KEY = Buffer.alloc(32, 9);

let server: OwnPostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Gives the seller of all events an account with a mail address, and an endpoint for webhooks. */
async function subscribe(stage: FaultStage, url: string): Promise<string> {
  const account = randomUUID();
  await stage.query(
    "INSERT INTO app.account (account_id, email, email_verified_at) VALUES ($1, 'seller@example.org', now())",
    [account],
  );
  await stage.query(
    "INSERT INTO app.account_wallet (address, account_id, proof, chain_id) VALUES ($1, $2, 'key', 1)",
    [SELLER, account],
  );
  const [made] = await stage.query<{ id: string }>(
    `WITH made AS (
       INSERT INTO app.webhook_endpoint (account_id, url, cursor_sequence) VALUES ($1, $2, 0)
       RETURNING endpoint_id
     ) INSERT INTO app.webhook_secret (endpoint_id) SELECT endpoint_id FROM made
     RETURNING secret_id AS id`,
    [account, url],
  );
  return signingSecret(KEY, made?.id ?? "");
}

/** Lets the chain go on while things break, and counts what happened. */
async function cause(stage: FaultStage, seconds: number, roll: () => number) {
  const counts = { blocks: 0, reorganisations: 0, kills: 0, postgres: 0, redis: 0 };
  const until = performance.now() + seconds * 1_000;
  let nextFault = performance.now() + 1_000;
  while (performance.now() < until) {
    const { chain } = stage;
    const luck = roll();
    if (performance.now() > nextFault) {
      nextFault = performance.now() + 1_500 + roll() * 1_500;
      const fault = roll();
      if (counts.postgres === 0 ? fault < 0.4 : fault < 0.12) {
        counts.postgres += 1;
        await stage.crashPostgres();
      } else if (counts.redis === 0 ? fault < 0.6 : fault < 0.24) {
        if (await stage.loseRedis()) counts.redis += 1;
      } else {
        // What is killed before it has come up would never do anything.
        const victims = stage.up();
        const victim = victims[Math.floor(roll() * victims.length)];
        if (victim !== undefined) {
          counts.kills += 1;
          await stage.kill(victim);
        }
      }
    } else if (luck < 0.12 && chain.head > chain.final) {
      const depth = 1 + Math.floor(roll() * 10);
      counts.reorganisations += 1;
      const before = chain.head;
      await chain.revert(depth);
      const lost = before - chain.head;
      for (let block = 0; block <= lost; block += 1) {
        await chain.mine(EVENTS, counts.reorganisations);
      }
      counts.blocks += lost + 1;
    } else if (luck < 0.2) await chain.finalise(chain.head - Math.floor(roll() * 12));
    else {
      await chain.mine(EVENTS, counts.reorganisations);
      counts.blocks += 1;
    }
    await delay(PACE_MS);
  }
  return counts;
}

/** Jobs that events have caused and that have not come to their end. */
const UNFINISHED = `SELECT name, state, count(*)::integer AS count, max(error_detail) AS detail FROM app.job
  WHERE name IN ('notification.fan_out', 'notification.take_back', 'mail.send')
    AND state NOT IN ('done', 'cancelled') GROUP BY name, state`;

async function expectWhole(stage: FaultStage, consumers: readonly Consumer[]) {
  const { chain } = stage;
  await chain.mine(EVENTS);
  await chain.finalise(chain.head);
  const all = new Map((await chain.events()).map((identity) => [identity, true]));
  await waitUntil(
    async () => {
      const [told] = await stage.query<{ last: string; final: string }>(
        `SELECT last_sequence::text AS last, (SELECT count(*) FROM app.journal_entry
           WHERE status = 'final')::text AS final FROM app.journal_counter`,
      );
      const hasTold = Number(told?.final) >= all.size;
      return hasTold && consumers.every((consumer) => consumer.last() === Number(told?.last));
    },
    {
      what: `everybody hears of all, ${consumers.map((one) => `${one.name} ${one.last()}`)}`,
      ...PATIENCE,
    },
  );
  const sorted = (events: Map<string, boolean>) => [...events].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const consumer of consumers) {
    expect(consumer.mistakes, consumer.name).toEqual([]);
    expect(sorted(consumer.events()), consumer.name).toEqual(sorted(all));
  }
  await waitUntil(async () => (await stage.query(UNFINISHED)).length === 0, {
    what: "nothing is left to do",
    ...PATIENCE,
  }).catch(async (error) => {
    throw new Error(`${error} ${JSON.stringify(await stage.query(UNFINISHED))}`);
  });
  return all.size;
}

/** Mails of events that count and of those that vanished, as the tables have them. */
const MAILS = `
  WITH told AS (
    SELECT entry.sequence, EXISTS (
      SELECT FROM app.journal_entry AS later
      WHERE later.announced_sequence = entry.sequence AND later.status = 'retracted'
    ) AS is_gone
    FROM app.journal_entry AS entry
    WHERE entry.sequence = entry.announced_sequence AND entry.kind = 'escrow_created'
  )
  SELECT told.sequence::integer AS sequence, told.is_gone AS "isGone",
    (SELECT count(*)::integer FROM app.mail WHERE template = 'event' AND state = 'sent'
       AND announced_sequence = told.sequence) AS sent,
    (SELECT count(*)::integer FROM app.mail WHERE template = 'event' AND state = 'unconfirmed'
       AND announced_sequence = told.sequence) AS unconfirmed,
    (SELECT count(*)::integer FROM app.mail WHERE template = 'taken_back' AND state = 'sent'
       AND cause = 'taken back ' || told.sequence) AS "takenBack"
  FROM told`;

type Told = {
  sequence: number;
  isGone: boolean;
  sent: number;
  unconfirmed: number;
  takenBack: number;
};

/** Exactly what is recorded as sent lies in the folder; of what nobody could confirm some may. */
async function expectFolder(stage: FaultStage): Promise<void> {
  const rows = await stage.query<{ mailId: string; state: string }>(
    `SELECT mail_id AS "mailId", state FROM app.mail WHERE state IN ('sent', 'unconfirmed')`,
  );
  const folder = new Set((await stage.mails()).map((name) => name.replace(/\.eml$/, "")));
  for (const { mailId, state } of rows) {
    const isThere = folder.delete(mailId);
    if (state === "sent") expect(isThere, mailId).toBe(true);
  }
  expect([...folder]).toEqual([]);
}

test.each([
  ["postgres", "included", 30] as const,
  ...(hasRedis() ? [["redis", "final", 15] as const] : []),
])(
  "with %s as the queue, random faults lose nothing, repeat nothing and leave nothing undone [SE-1, WK-1]",
  async (queue, tier, seconds) => {
    let secret = "";
    const receiver = await startReceiving(() => secret);
    const stage = await createFaultStage({
      server,
      tier,
      hasRedis: queue === "redis",
      webhookKey: KEY,
      receiver: receiver.place,
    });
    const consumers = [startPolling(stage.apiUrl), startStreaming(stage.apiUrl), receiver];
    try {
      secret = await subscribe(stage, receiver.url);
      // What is there before the journal first looks causes nothing.
      await waitUntil(
        async () => (await stage.query("SELECT FROM app.chain_cause_start")).length === 1,
        { what: "the journal has begun", ...PATIENCE },
      );
      const asked = Number(SECONDS ?? seconds);
      const counts = await cause(stage, asked, dice(SEED));
      const events = await expectWhole(stage, consumers);
      const mails = await stage.query<Told>(MAILS);
      const wrong = mails.filter(({ isGone, sent, unconfirmed, takenBack }) =>
        isGone
          ? sent + unconfirmed > 1 || takenBack !== sent + unconfirmed
          : sent !== 1 || unconfirmed + takenBack !== 0,
      );
      expect(wrong).toEqual([]);
      // What is permanent never acts on an event that can vanish.
      if (tier === "final")
        expect(mails.filter(({ isGone, sent }) => isGone && sent > 0)).toEqual([]);
      const sent = mails.reduce((sum, told) => sum + told.sent + told.takenBack, 0);
      await expectFolder(stage);
      expect(stage.deaths()).toEqual([]);
      const heard = Object.fromEntries(consumers.map(({ name, counts: told }) => [name, told]));
      console.log(
        JSON.stringify({
          queue,
          seed: SEED,
          seconds: asked,
          ...counts,
          events,
          mails: sent,
          unconfirmed: mails.reduce((sum, told) => sum + told.unconfirmed, 0),
          heard,
        }),
      );
      expect(counts.reorganisations).toBeGreaterThan(0);
      expect(counts.kills + counts.postgres).toBeGreaterThan(0);
    } finally {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await stage.close();
    }
  },
  LIMIT_MS,
);
