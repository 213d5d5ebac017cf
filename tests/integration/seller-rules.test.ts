import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { AgentWallet } from "../../core/agent-wallet/agent-wallet.ts";
import { type Database, openDatabase } from "../../core/db/database.ts";
import { createPool } from "../../core/db/pools.ts";
import { takeMailsBack } from "../../core/mail/mails.ts";
import type { Mail } from "../../core/mail/transport.ts";
import type { WorkerDeps } from "../../workers/deps.ts";
import { inWrite } from "../../workers/in-write.ts";
import type { Processor } from "../../workers/processor.ts";
import { scanDeadlines } from "../../workers/processors/scan-deadlines.ts";
import { sendMail } from "../../workers/processors/send-mail.ts";
import { urgeSilentSeller } from "../../workers/processors/urge-silent-seller.ts";
import { watchSellers } from "../../workers/processors/watch-sellers.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import {
  BUYER,
  CHAIN_ID,
  ESCROW_CONTRACT,
  insertRows,
  MARKETPLACE,
  SELLER,
  START,
  setHeads,
} from "./support/rows.ts";

const DAY = 86_400n;
const HOUR = 3_600n;
const AGENT = `0x${"99".repeat(20)}` as const;
const SELLER_ID = `${CHAIN_ID}-${MARKETPLACE}-${SELLER}`;
const WALLET = { signer: { address: AGENT }, chain: { chainId: CHAIN_ID } } as AgentWallet;

const server = sharedPostgres();
let admin: pg.Client;
let pool: pg.Pool;
let database: Database;
let api: TestApi;

beforeAll(async () => {
  const urls = await createPublishedDatabase(server.url);
  admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  const options = { max: 2, processName: "test_rules", onIdleError: () => undefined };
  pool = createPool(urls.worker, "appWrites", options);
  database = openDatabase(urls.worker, options);
  api = startApi(urls.api);
  for (const [wallet, mail] of [
    [SELLER, "seller@example.org"],
    [BUYER, "buyer@example.org"],
  ]) {
    const account = randomUUID();
    await admin.query(
      "INSERT INTO app.account (account_id, email, email_verified_at) VALUES ($1, $2, now())",
      [account, mail],
    );
    await admin.query(
      "INSERT INTO app.account_wallet (address, account_id, proof, chain_id) VALUES ($1, $2, 'key', 1)",
      [wallet, account],
    );
  }
});
afterAll(async () => {
  await api.close();
  await database.close();
  await pool.end();
  await admin.end();
  await server.stop();
});
beforeEach(async () => {
  await insertRows(admin, "release_a", "contract", [{ agent: AGENT, generation: "M3" }]);
  await setHeads(admin, { head: 100, safe: 100, final: 100 });
});
afterEach(async () => {
  const tables = ["seller", "listing", "offer", "contract", "escrow", "activity"];
  await admin.query(
    `TRUNCATE ${tables.map((name) => `release_a.${name}`).join(", ")}, app.mail, app.job, app.agent_action,
       app.seller_sign_of_life CASCADE`,
  );
});

/** Runs a recurring job once, at a moment of chain time. */
async function runAt(
  now: bigint,
  processor: Processor<"seller.watch"> | Processor<"deadline.scan">,
  agent: AgentWallet | null = WALLET,
): Promise<void> {
  await setIndexedBlock(admin, "release_a", { block: 100n, timestamp: now });
  await processor(
    {},
    {
      deps: { pool, database, agent: agent ?? undefined } as unknown as WorkerDeps,
      jobId: randomUUID(),
      attempts: 1,
      signal: new AbortController().signal,
      finish: (work) => inWrite(pool, work),
      report: async () => undefined,
    },
  );
}

/** Hands the newest mail to a transport of the test, and returns it with the path that ends a silence. */
async function sendNewest(): Promise<Mail & { path: string }> {
  const { rows } = await admin.query<{ id: string }>(
    "SELECT mail_id AS id FROM app.mail ORDER BY created_at DESC LIMIT 1",
  );
  const sent: Mail[] = [];
  await sendMail(
    { mailId: rows[0]?.id ?? "" },
    {
      deps: {
        ...{ pool, webhookKey: Buffer.alloc(32, 7), settings: { publicUrl: "https://api.test" } },
        mail: { send: async (mail: Mail) => void sent.push(mail) },
        mailPolicy: { execute: (work: () => Promise<void>) => work() },
      } as unknown as WorkerDeps,
      jobId: randomUUID(),
      attempts: 1,
      signal: new AbortController().signal,
      finish: (work) => inWrite(pool, work),
      report: async () => undefined,
    },
  );
  const [mail] = sent;
  if (mail === undefined) throw new Error("nothing was sent");
  const path = /https:\/\/api\.test(\/v1\/signs-of-life\/\S+)/.exec(mail.text)?.[1] ?? "";
  return { ...mail, path };
}

const moment = (seconds: bigint) => new Date(Number(seconds) * 1_000).toISOString();

type MailRow = { to: string; state: string; facts: Record<string, unknown> };

async function mails(): Promise<MailRow[]> {
  const { rows } = await admin.query<MailRow>(
    `SELECT account.email AS "to", mail.state, mail.facts FROM app.mail JOIN app.account USING (account_id)
     ORDER BY mail.created_at, account.email`,
  );
  return rows;
}

async function actions() {
  const { rows } = await admin.query(
    "SELECT function, listing_id::text AS listing, seller, state FROM app.agent_action ORDER BY created_at",
  );
  return rows;
}

const silenceInApi = async () => {
  const { data } = (await (await api.get(`/v1/sellers/${SELLER_ID}`)).json()) as {
    data: { silence: string };
  };
  return data.silence;
};

test("a silent seller is reminded, shown as unresponsive and paused, once each [1.50]", async () => {
  await insertRows(admin, "release_a", "seller", [{ last_heartbeat_at: START }]);
  // Strictly more than so many days, as the contract compares.
  await runAt(START + 30n * DAY, watchSellers);
  expect(await mails()).toEqual([]);
  expect(await silenceInApi()).toBe("none");
  for (const [days, step] of [
    [30n, "reminded"],
    [37n, "unresponsive"],
    [44n, "pausable"],
  ] as const) {
    await runAt(START + days * DAY + 1n, watchSellers);
    await runAt(START + days * DAY + HOUR, watchSellers);
    const told = await mails();
    expect(told.at(-1)).toMatchObject({ to: "seller@example.org", facts: { step, id: SELLER_ID } });
    expect(await silenceInApi()).toBe(step);
  }
  expect(await mails()).toHaveLength(3);
  expect(await actions()).toEqual([
    { function: "pauseInactiveSeller", listing: null, seller: SELLER, state: "wanted" },
  ]);
});

test("a seller answers by the link of the mail: the silence is over, and nobody pauses him [1.50]", async () => {
  await insertRows(admin, "release_a", "seller", [{ last_heartbeat_at: START }]);
  const now = START + 38n * DAY;
  await runAt(now, watchSellers);
  const { path } = await sendNewest();
  const press = async () => {
    const answer = await api.request(path, { method: "POST" });
    return { status: answer.status, ...((await answer.json()) as { data: unknown }) };
  };
  // Mail programs open links before people do.
  expect((await api.get(path)).headers.get("content-type")).toMatch(/^text\/html/);
  expect(await silenceInApi()).toBe("unresponsive");
  expect(await press()).toMatchObject({
    status: 200,
    data: { seller: SELLER_ID, isRecorded: true, lastHeardAt: moment(now) },
  });
  expect(await silenceInApi()).toBe("none");
  // The contract knows nothing of it, and would let the agent pause him from here on.
  await runAt(START + 45n * DAY, watchSellers);
  expect(await actions()).toEqual([]);
  expect(await mails()).toHaveLength(1);
  // The link was for that silence; the next one begins with the answer and has its own.
  await runAt(now + 30n * DAY + 1n, watchSellers);
  expect((await mails()).at(-1)).toMatchObject({
    facts: { step: "reminded", since: moment(now), pausedFrom: moment(now + 44n * DAY) },
  });
  expect(await press()).toMatchObject({
    status: 200,
    data: { isRecorded: false, lastHeardAt: moment(now) },
  });
  const damaged = await api.request(
    path.replace(/.$/, (end) => (end === "A" ? "E" : "A")),
    {
      method: "POST",
    },
  );
  expect(damaged.status).toBe(404);
});

test("a deposit with an unresponsive seller is told urgently, and gives him a day [1.50]", async () => {
  await insertRows(admin, "release_a", "listing", [{}]);
  await insertRows(admin, "release_a", "seller", [{ last_heartbeat_at: START }]);
  const deposited = (sequence: number, days: bigint) =>
    inWrite(pool, (client) =>
      urgeSilentSeller(client, {
        ...{ kind: "funds_deposited", sequence, listing: `${CHAIN_ID}-${MARKETPLACE}-0` },
        ...{ escrow: `${CHAIN_ID}-${ESCROW_CONTRACT}-0`, offer: null, amount: "900 TUSD" },
        ...{ occurredAt: moment(START + days * DAY + 1n), isProvisional: true },
      }),
    );
  // Who was only reminded is not unresponsive yet.
  await deposited(1, 36n);
  expect(await mails()).toEqual([]);
  // Whatever mails he wants: money waits.
  await admin.query(
    `INSERT INTO app.mail_preference (account_id, wants_events, wants_deadlines, digest)
     SELECT account_id, false, false, 'daily' FROM app.account WHERE email = 'seller@example.org'
     ON CONFLICT (account_id) DO UPDATE SET wants_events = false, wants_deadlines = false, digest = 'daily'`,
  );
  await deposited(2, 37n);
  await deposited(2, 37n);
  expect(await mails()).toMatchObject([
    {
      to: "seller@example.org",
      state: "queued",
      facts: { silentSince: moment(START), answerBy: moment(START + 38n * DAY + 1n) },
    },
  ]);
  const { subject, text } = await sendNewest();
  expect(subject).toContain("Urgent: a deposit waits for you until");
  expect(text).toContain("900 TUSD");
  await admin.query("DELETE FROM app.mail_preference");
  // The event vanishes: what was sent is taken back.
  const gone = { kind: "funds_deposited", sequence: 2, escrow: null, listing: null };
  await inWrite(pool, (client) => takeMailsBack(client, 2, gone));
  expect((await mails()).map(({ state }) => state).sort()).toEqual(["queued", "sent"]);
});

test("a heartbeat takes back the reminder that was not sent, and another silence has its own", async () => {
  await insertRows(admin, "release_a", "seller", [{ last_heartbeat_at: START }]);
  await runAt(START + 31n * DAY, watchSellers);
  expect(await mails()).toMatchObject([{ state: "queued" }]);
  await admin.query("UPDATE release_a.seller SET last_heartbeat_at = $1", [
    String(START + 31n * DAY),
  ]);
  await runAt(START + 31n * DAY + 60n, watchSellers);
  expect(await mails()).toMatchObject([{ state: "cancelled" }]);
  await runAt(START + 62n * DAY, watchSellers);
  expect(await mails()).toMatchObject([{ state: "cancelled" }, { state: "queued" }]);
});

test("nobody is paused without the wallet, before it is final, or where somebody else is the agent", async () => {
  await insertRows(admin, "release_a", "seller", [{ last_heartbeat_at: START, updated_block: 90 }]);
  const now = START + 45n * DAY;
  await runAt(now, watchSellers, null);
  await setHeads(admin, { head: 100, safe: 95, final: 89 });
  await runAt(now, watchSellers);
  await setHeads(admin, { head: 100, safe: 100, final: 90 });
  await admin.query("UPDATE release_a.contract SET agent = $1", [BUYER]);
  await runAt(now, watchSellers);
  expect(await actions()).toEqual([]);
  await admin.query("UPDATE release_a.contract SET agent = $1", [AGENT]);
  await runAt(now, watchSellers);
  expect(await actions()).toHaveLength(1);
});

test("three offers that expire without an answer pause the listing; answers begin the count anew [1.50]", async () => {
  const now = START + 10n * DAY;
  const expired = (offer_id: number, days: bigint, columns = {}) => ({
    offer_id,
    expires_at: START + days * DAY,
    ...columns,
  });
  await insertRows(admin, "release_a", "listing", [{}, { listing_id: 1 }, { listing_id: 2 }]);
  await insertRows(admin, "release_a", "offer", [
    // Listing 0: one was cancelled by its buyer after it had expired, which is as ignored.
    expired(1, 1n),
    expired(2, 2n, { state: "cancelled", ended_at: START + 3n * DAY }),
    expired(3, 4n),
    // Listing 1: answered after the first, so that two are left; one more was withdrawn in time.
    expired(4, 1n, { listing_id: 1 }),
    expired(5, 3n, { listing_id: 1, state: "rejected", ended_at: START + 2n * DAY }),
    expired(6, 4n, { listing_id: 1 }),
    expired(7, 5n, { listing_id: 1 }),
    expired(8, 6n, { listing_id: 1, state: "cancelled", ended_at: START + 5n * DAY }),
    // Listing 2: the third is still open.
    expired(9, 1n, { listing_id: 2 }),
    expired(10, 2n, { listing_id: 2 }),
    expired(11, 11n, { listing_id: 2 }),
  ]);
  await runAt(now, watchSellers);
  await runAt(now, watchSellers);
  expect(await actions()).toEqual([
    { function: "pauseListing", listing: "0", seller: null, state: "wanted" },
  ]);
  expect(await mails()).toMatchObject([
    { to: "seller@example.org", facts: { step: "ignored_offers", ignored: 3 } },
  ]);
  // Whoever resumes the listing has three more.
  await insertRows(admin, "release_a", "activity", [
    { kind: "listing_resumed", listing_id: 0, occurred_at: START + 9n * DAY },
  ]);
  await admin.query("TRUNCATE app.agent_action CASCADE");
  await runAt(now, watchSellers);
  expect(await actions()).toEqual([]);
});

test("a deadline is warned of 24, 6 and 1 hour before, once each, and not when the state moved on", async () => {
  const deadline = START + 3n * DAY;
  await insertRows(admin, "release_a", "escrow", [
    { contract: ESCROW_CONTRACT, state: "funded", handover_deadline: deadline },
  ]);
  const hoursLeft = async () => (await mails()).map(({ facts }) => facts.hours);
  await runAt(deadline - 25n * HOUR, scanDeadlines);
  expect(await hoursLeft()).toEqual([]);
  for (const [left, expected] of [
    [24n, [24]],
    [7n, [24]],
    [6n, [24, 6]],
    [2n, [24, 6]],
    [1n, [24, 6, 1]],
  ] as const) {
    await runAt(deadline - left * HOUR, scanDeadlines);
    await runAt(deadline - left * HOUR + 60n, scanDeadlines);
    expect(await hoursLeft()).toEqual(expected);
  }
  // What is handed over falls to the seller; the buyer is told of his own deadlines alone.
  expect((await mails()).map(({ to }) => to)).toEqual(Array(3).fill("seller@example.org"));
  // Each warning takes the place of the one before; the last waits, and the seller delivers.
  await admin.query("UPDATE release_a.escrow SET state = 'delivered', verify_deadline = $1", [
    String(deadline + 3n * DAY),
  ]);
  await runAt(deadline - 30n * 60n, scanDeadlines);
  expect((await mails()).map(({ state }) => state)).toEqual(Array(3).fill("cancelled"));
});

test("a deadline that begins with an hour left has one warning, and a sent one is not taken back", async () => {
  const deadline = START + 3n * DAY;
  await insertRows(admin, "release_a", "escrow", [
    { contract: ESCROW_CONTRACT, state: "funded", handover_deadline: deadline },
  ]);
  await runAt(deadline - 50n * 60n, scanDeadlines);
  expect(await mails()).toMatchObject([{ state: "queued", facts: { hours: 1 } }]);
  await admin.query("UPDATE app.mail SET state = 'sent', sent_at = now()");
  await admin.query("UPDATE release_a.escrow SET state = 'refunded'");
  await runAt(deadline - 40n * 60n, scanDeadlines);
  expect(await mails()).toMatchObject([{ state: "sent" }]);
});
