import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { watchJournal } from "../../core/db/journal-watcher.ts";
import { createPool } from "../../core/db/pools.ts";
import { createLogger } from "../../core/log.ts";
import { type OutgoingClient, openOutgoingClient } from "../../core/outgoing/outgoing-client.ts";
import { signingSecret } from "../../core/webhooks/signing.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { createWorkerMetrics } from "../../workers/metrics.ts";
import { startPump } from "../../workers/webhooks/pump.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createJournalStage, type JournalStage } from "./support/journal.ts";

const server = sharedPostgres();
const KEY = Buffer.alloc(32, 7);
const ACCOUNT = "00000000-0000-4000-8000-00000000000a";

type Received = { headers: IncomingHttpHeaders; body: string; sequence: number; status: string };

let stage: JournalStage;
let pool: pg.Pool;
let outgoing: OutgoingClient;
let received: Received[] = [];
/** What the receiver answers, by the number of the request. */
let answer: (request: number) => number = () => 204;
let requests = 0;
/** What a request waits for before it is answered. */
let hold: (request: number) => Promise<void> | undefined = () => undefined;
let pump: { stop(): Promise<void> } | undefined;

const receiver = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => {
    body += part;
  });
  request.on("end", async () => {
    requests += 1;
    const number = requests;
    await hold(number);
    response.statusCode = answer(number);
    if (response.statusCode < 300) {
      const { data } = JSON.parse(body);
      received.push({
        headers: request.headers,
        body,
        sequence: data.sequence,
        status: data.status,
      });
    }
    response.end();
  });
});

let url = "";

beforeAll(async () => {
  stage = await createJournalStage(server.url);
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const place = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  url = `http://${place}/hook`;
  outgoing = openOutgoingClient({ exceptions: new Set([place]), schemes: ["http:", "https:"] });
  pool = createPool(stage.urls.worker, "appWrites", {
    max: 8,
    processName: "test_webhooks",
    onIdleError: () => undefined,
  });
});
afterAll(async () => {
  await outgoing.close();
  await pool.end();
  await new Promise((resolve) => receiver.close(resolve));
  await stage.close();
  await server.stop();
});
beforeEach(async () => {
  [received, requests, answer, hold] = [[], 0, () => 204, () => undefined];
  await stage.reset();
  await stage.admin.query(`TRUNCATE app.webhook_endpoint, app.mail, app.job CASCADE;
    INSERT INTO app.account (account_id, email, email_verified_at) VALUES ('${ACCOUNT}', 'a@example.org', now())
    ON CONFLICT DO NOTHING`);
});
afterEach(async () => {
  await pump?.stop();
  pump = undefined;
});

async function endpoint(columns: { tier?: string; kinds?: string[]; url?: string } = {}) {
  const { rows } = await stage.admin.query<{ id: string; secret: string }>(
    `WITH made AS (
       INSERT INTO app.webhook_endpoint (account_id, url, tier, kinds, cursor_sequence)
       VALUES ($1, $2, $3, $4, 0) RETURNING endpoint_id
     ) INSERT INTO app.webhook_secret (endpoint_id) SELECT endpoint_id FROM made
     RETURNING endpoint_id AS id, secret_id AS secret`,
    [ACCOUNT, columns.url ?? url, columns.tier ?? "included", columns.kinds ?? []],
  );
  return rows[0] as { id: string; secret: string };
}

function start(
  waitMs?: (failures: number) => number | undefined,
  { leaseMs = 30_000, from = pool }: { leaseMs?: number; from?: pg.Pool } = {},
): void {
  const watcher = watchJournal(stage.urls.worker, {
    processName: "test_webhooks_journal",
    onError: () => undefined,
    pollMs: 50,
  });
  const started = startPump({
    pool: from,
    leaseMs,
    sender: { outgoing, key: KEY, now: () => new Date() },
    watcher,
    metrics: createWorkerMetrics(async () => []),
    log: createLogger("workers", "silent"),
    ...(waitMs === undefined ? {} : { waitMs }),
  });
  pump = {
    async stop() {
      await started.stop();
      await watcher.close();
    },
  };
}

const untilReceived = (count: number) =>
  waitUntil(() => received.length >= count, { what: `${count} messages`, deadlineMs: 60_000 });

const state = async (id: string) => {
  const { rows } = await stage.admin.query(
    "SELECT state, failures, cursor_sequence::integer AS cursor FROM app.webhook_endpoint WHERE endpoint_id = $1",
    [id],
  );
  return rows[0];
};

describe("webhooks", () => {
  test("a receiver built with the public package takes every message, and none that was changed", async () => {
    const { id, secret } = await endpoint();
    const { rows } = await stage.admin.query<{ secret: string }>(
      "INSERT INTO app.webhook_secret (endpoint_id) VALUES ($1) RETURNING secret_id AS secret",
      [id],
    );
    start();
    await stage.chain.mine(3);
    await stage.follow();
    await untilReceived(3);
    // While a secret is replaced, both open the same message.
    const secrets = [secret, rows[0]?.secret ?? ""].map((name) => signingSecret(KEY, name));
    const [message] = received;
    if (message === undefined) throw new Error("nothing came");
    const headers = message.headers as Record<string, string>;
    expect(headers["webhook-id"]).toBe(`msg_${id}_1`);
    for (const each of secrets) {
      expect(new Webhook(each).verify(message.body, headers)).toMatchObject({
        type: "listing_updated",
        data: { sequence: 1, status: "provisional" },
      });
    }
    const [first = ""] = secrets;
    const verifier = new Webhook(first);
    expect(() => verifier.verify(`${message.body} `, headers)).toThrow();
    const old = { ...headers, "webhook-timestamp": String(Math.floor(Date.now() / 1_000) - 3_600) };
    expect(() => verifier.verify(message.body, old)).toThrow();
    const another = new Webhook(signingSecret(KEY, "another"));
    expect(() => another.verify(message.body, headers)).toThrow();
  });

  test("what was told is taken back by name, in the order of the journal", async () => {
    await endpoint();
    await stage.chain.mine(2);
    await stage.follow();
    start();
    await untilReceived(2);
    await stage.chain.revert(1);
    await stage.chain.mine(1, 1);
    await stage.follow();
    await untilReceived(5);
    expect(received.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    const bodies = received.map(({ body }) => JSON.parse(body).data);
    expect(bodies.map(({ retractsSequence }) => retractsSequence)).toEqual([
      null,
      null,
      2,
      1,
      null,
    ]);
  });

  test("a receiver that fails is tried again later, in order, and nothing is lost", async () => {
    const { id } = await endpoint();
    answer = (request) => (request < 4 ? 500 : 200);
    start(() => 20);
    await stage.chain.mine(6);
    await stage.follow();
    await untilReceived(6);
    expect(received.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    await waitUntil(async () => (await state(id)).cursor === 6, {
      what: "the place is kept",
      deadlineMs: 30_000,
    });
    const { rows } = await stage.admin.query(
      "SELECT outcome, count(*)::integer AS count FROM app.webhook_attempt GROUP BY 1 ORDER BY 1",
    );
    expect(rows).toEqual([
      { outcome: "delivered", count: 6 },
      { outcome: "refused", count: 3 },
    ]);
  });

  test("an endpoint stays with its worker while a message takes its time, and is free when the worker is lost", async () => {
    const { id } = await endpoint();
    await stage.chain.mine(2);
    await stage.follow();
    const held = Promise.withResolvers<void>();
    hold = (request) => (request === 1 ? held.promise : undefined);
    start(undefined, { leaseMs: 300 });
    await waitUntil(() => requests === 1, { what: "the first message", deadlineMs: 30_000 });
    const leased = async () => {
      const { rows } = await stage.admin.query(
        `SELECT lease::integer, leased_until > now() AS "isLeased" FROM app.webhook_endpoint
         WHERE endpoint_id = $1`,
        [id],
      );
      return rows[0];
    };
    // Three times as long as the lease, which is prolonged.
    await delay(900);
    expect(await leased()).toEqual({ lease: 1, isLeased: true });
    held.resolve();
    await untilReceived(2);
    await waitUntil(async () => (await state(id))?.cursor === 2, {
      what: "the progress",
      deadlineMs: 30_000,
    });
    // A process that was killed has left its lease behind; nobody waits longer than it lasts.
    await stage.admin.query(
      "UPDATE app.webhook_endpoint SET lease = lease + 1, leased_until = now() + interval '0.3 seconds'",
    );
    await stage.chain.mine(1);
    await stage.follow();
    await untilReceived(3);
    expect(received.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  test("a database that fails in the middle loses nothing, and its endpoint is not left waiting", async () => {
    await endpoint();
    await stage.chain.mine(30);
    await stage.follow();
    let failures = 0;
    const broken = Object.assign(Object.create(pool) as pg.Pool, {
      query: (sql: string, values: unknown[]) => {
        if (!sql.includes("webhook_attempt") || failures > 0) return pool.query(sql, values);
        failures += 1;
        return Promise.reject(new Error("the database is away"));
      },
    });
    start(undefined, { from: broken });
    await waitUntil(async () => new Set(received.map(({ sequence }) => sequence)).size === 30, {
      what: "all messages",
      deadlineMs: 20_000,
    });
    expect(failures).toBe(1);
  });

  test("an endpoint that never answers is switched off, and its owner has one mail", async () => {
    const { id } = await endpoint();
    answer = () => 503;
    start((failures) => (failures < 3 ? 10 : undefined));
    await stage.chain.mine(1);
    await stage.follow();
    await waitUntil(async () => (await state(id)).state === "disabled", {
      what: "it is switched off",
      deadlineMs: 30_000,
    });
    expect(requests).toBe(3);
    await waitUntil(
      async () =>
        (await stage.admin.query("SELECT FROM app.mail WHERE template = 'endpoint_disabled'"))
          .rowCount === 1,
      { what: "the mail", deadlineMs: 30_000 },
    );
  });

  test("the tiers safe and final tell of nothing that vanished before it was settled [SE-3]", async () => {
    const safe = await endpoint({ tier: "safe", url: `${url}?safe` });
    const final = await endpoint({ tier: "final", url: `${url}?final` });
    start();
    await stage.chain.mine(1);
    await stage.follow();
    await stage.chain.revert(1);
    await stage.chain.mine(2, 1);
    await stage.follow();
    await stage.chain.finalise(1);
    await stage.follow();
    await untilReceived(4);
    const of = (endpointId: string) =>
      received
        .filter(({ headers }) => String(headers["webhook-id"]).includes(endpointId))
        .map(({ sequence, status }) => [sequence, status]);
    await waitUntil(() => of(safe.id).length === 4, { what: "the safe ones", deadlineMs: 30_000 });
    // 1 vanished (2); 3 and 4 came in its place and became final as 5 and 6.
    expect(of(safe.id)).toEqual([
      [3, "provisional"],
      [4, "provisional"],
      [5, "final"],
      [6, "final"],
    ]);
    expect(of(final.id)).toEqual([
      [5, "final"],
      [6, "final"],
    ]);
  });

  test("an address that is not public is never asked", async () => {
    const { id } = await endpoint({ url: "http://169.254.169.254/latest/meta-data" });
    start((failures) => (failures < 2 ? 10 : undefined));
    await stage.chain.mine(1);
    await stage.follow();
    await waitUntil(async () => (await state(id)).state === "disabled", {
      what: "it is switched off",
      deadlineMs: 30_000,
    });
    const { rows } = await stage.admin.query("SELECT DISTINCT outcome FROM app.webhook_attempt");
    expect(rows).toEqual([{ outcome: "blocked" }]);
  });
});
