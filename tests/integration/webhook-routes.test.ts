import { createPublicKey, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type pg from "pg";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { watchJournal } from "../../core/db/journal-watcher.ts";
import { createPool } from "../../core/db/pools.ts";
import { createLogger } from "../../core/log.ts";
import { type OutgoingClient, openOutgoingClient } from "../../core/outgoing/outgoing-client.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { createWorkerMetrics } from "../../workers/metrics.ts";
import { pingWebhook } from "../../workers/processors/ping-webhook.ts";
import { startPump } from "../../workers/webhooks/pump.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createJournalStage, type JournalStage } from "./support/journal.ts";
import { type Ask, asking, createSessions } from "./support/signed-in.ts";

const server = sharedPostgres();
const KEY = Buffer.alloc(32, 9);
const PATH = "/v1/webhooks";
const PATIENCE = { deadlineMs: 60_000 };
const sessions = createSessions();

type Received = { headers: Record<string, string>; body: string; type: string; sequence?: number };

let stage: JournalStage;
let api: TestApi;
let pool: pg.Pool;
let outgoing: OutgoingClient;
let pump: { stop(): Promise<void> };
let watcher: ReturnType<typeof watchJournal>;
let url = "";
let received: Received[] = [];
let status = 204;

const receiver = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => {
    body += part;
  });
  request.on("end", () => {
    response.statusCode = status;
    const { type, data } = JSON.parse(body);
    const headers = request.headers as IncomingHttpHeaders & Record<string, string>;
    if (status < 300) received.push({ headers, body, type, sequence: data.sequence });
    response.end();
  });
});

beforeAll(async () => {
  stage = await createJournalStage(server.url);
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const place = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  url = `http://${place}/hook`;
  outgoing = openOutgoingClient({ exceptions: new Set([place]), schemes: ["http:", "https:"] });
  api = startApi(stage.urls.api, {
    callers: { bySession: sessions.bySession },
    webhooks: { key: KEY, exceptions: [place] },
  });
  const onError = () => undefined;
  pool = createPool(stage.urls.worker, "appWrites", {
    max: 6,
    processName: "test_webhook_routes",
    onIdleError: onError,
  });
  watcher = watchJournal(stage.urls.worker, { processName: "test", onError, pollMs: 50 });
  pump = startPump({
    pool,
    leaseMs: 30_000,
    sender: { outgoing, key: KEY, now: () => new Date() },
    watcher,
    metrics: createWorkerMetrics(async () => []),
    log: createLogger("workers", "silent"),
    waitMs: (failures) => (failures < 2 ? 10 : undefined),
  });
});
afterAll(async () => {
  await pump.stop();
  await watcher.close();
  await api.close();
  await outgoing.close();
  await pool.end();
  await new Promise((resolve) => receiver.close(resolve));
  await stage.close();
  await server.stop();
});
beforeEach(async () => {
  await stage.admin.query("TRUNCATE app.webhook_endpoint CASCADE");
  await stage.reset();
  [received, status] = [[], 204];
});

async function signedIn(): Promise<Ask> {
  const caller = await addAccount(stage.urls.admin, {});
  return asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` });
}

type Made = { webhookId: string; secret: string } & Record<string, unknown>;

async function create(ask: Ask, wishes: Record<string, unknown> = {}): Promise<Made> {
  const answer = await ask("POST", PATH, { url, ...wishes });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.data as Made;
}

const untilReceived = (count: number) =>
  waitUntil(() => received.length >= count, { what: `${count} messages`, ...PATIENCE });

const opens = (secret: string, { body, headers }: Received) => {
  try {
    return new Webhook(secret).verify(body, headers) !== undefined;
  } catch {
    return false;
  }
};

describe("webhooks of an account", () => {
  test("one is made, changed, paused, and its secret is shown once", async () => {
    const ask = await signedIn();
    const made = await create(ask, { kinds: ["listing_updated"], description: "mine" });
    expect(made).toMatchObject({ state: "active", tier: "included", kinds: ["listing_updated"] });
    expect(made.secret).toMatch(/^whsec_/);
    const one = `${PATH}/${made.webhookId}`;
    const read = await ask("GET", one);
    expect(read.body.data).toMatchObject({ webhookId: made.webhookId, description: "mine" });
    expect(read.text).not.toContain("whsec_");
    expect((await ask("GET", PATH)).text).not.toContain("whsec_");
    const paused = await ask("PATCH", one, { state: "paused", tier: "final", kinds: [] });
    expect(paused.body.data).toMatchObject({ state: "paused", tier: "final", kinds: [] });
    expect((await ask("DELETE", one)).status).toBe(200);
    expect((await ask("GET", one)).body).toMatchObject({ code: "WEBHOOK_NOT_FOUND" });
    const { rows } = await stage.admin.query(
      "SELECT action FROM app.audit_entry WHERE entity_id = $1 ORDER BY sequence",
      [made.webhookId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "webhook.create",
      "webhook.change",
      "webhook.delete",
    ]);
  });

  test("nobody sees or moves those of others (AP-1)", async () => {
    const [owner, other] = [await signedIn(), await signedIn()];
    const { webhookId } = await create(owner);
    const one = `${PATH}/${webhookId}`;
    for (const [method, path, body] of [
      ["GET", one],
      ["PATCH", one, { state: "paused" }],
      ["DELETE", one],
      ["POST", `${one}/rotate-secret`, {}],
      ["POST", `${one}/ping`],
      ["POST", `${one}/replay`, { fromSequence: 1 }],
      ["GET", `${one}/deliveries`],
    ] as const) {
      const answer = await other(method, path, body);
      expect(answer.body, `${method} ${path}`).toMatchObject({ code: "WEBHOOK_NOT_FOUND" });
      expect((await asking(api)(method, path, body)).status).toBe(401);
    }
    expect((await other("GET", PATH)).body.data).toEqual([]);
  });

  test("an address that is never asked is refused when it is named (SS-1)", async () => {
    const ask = await signedIn();
    const { webhookId } = await create(ask);
    for (const bad of [
      "http://169.254.169.254/latest",
      "https://127.0.0.1/hook",
      "https://localhost/hook",
      "https://user:word@app.example/hook",
      "ftp://app.example/hook",
    ]) {
      for (const answer of [
        await ask("POST", PATH, { url: bad }),
        await ask("PATCH", `${PATH}/${webhookId}`, { url: bad }),
      ]) {
        expect(answer.body, bad).toMatchObject({
          code: "INVALID_REQUEST",
          errors: [{ pointer: "/json/url" }],
        });
      }
    }
    expect((await ask("POST", PATH, { url: "https://app.example/hook" })).status).toBe(201);
  });

  test("while a secret is replaced both open a message, afterwards the new one alone", async () => {
    const ask = await signedIn();
    const first = await create(ask);
    const rotate = (overlapSeconds: number) =>
      ask("POST", `${PATH}/${first.webhookId}/rotate-secret`, { overlapSeconds });
    const second = (await rotate(600)).body.data as Made;
    await stage.chain.mine(1);
    await stage.follow();
    await untilReceived(1);
    const third = (await rotate(0)).body.data as Made;
    await stage.chain.mine(1);
    await stage.follow();
    await untilReceived(2);
    const secrets = [first, second, third].map(({ secret }) => secret);
    expect(received.map((message) => secrets.map((secret) => opens(secret, message)))).toEqual([
      [true, true, false],
      [false, false, true],
    ]);
    const [message] = received as [Received];
    expect(opens(second.secret, { ...message, body: `${message.body} ` })).toBe(false);
    const hourAgo = String(Number(message.headers["webhook-timestamp"]) - 3_600);
    const old = { ...message, headers: { ...message.headers, "webhook-timestamp": hourAgo } };
    expect(opens(second.secret, old)).toBe(false);
  });

  test("the published key verifies who asked for it", async () => {
    const ask = await signedIn();
    const { secret } = await create(ask, { hasPublicSignature: true });
    await stage.chain.mine(1);
    await stage.follow();
    await untilReceived(1);
    const response = await api.get("/.well-known/webhook-keys.json");
    const { keys } = (await response.json()) as { keys: { kty: string; crv: string; x: string }[] };
    const [key] = keys as [(typeof keys)[number]];
    const [message] = received as [Received];
    const { headers, body } = message;
    const signature = /v1a,(\S+)/.exec(headers["webhook-signature"] ?? "")?.[1] ?? "";
    const isGood = (text: string) =>
      verify(
        null,
        Buffer.from(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${text}`),
        createPublicKey({ key: { ...key }, format: "jwk" }),
        Buffer.from(signature, "base64"),
      );
    expect(isGood(body)).toBe(true);
    expect(isGood(`${body} `)).toBe(false);
    expect(opens(secret, message)).toBe(true);
  });

  test("a ping arrives, deliveries are listed, and everything is sent again on demand", async () => {
    const ask = await signedIn();
    const made = await create(ask);
    const one = `${PATH}/${made.webhookId}`;
    await stage.chain.mine(3);
    await stage.follow();
    await untilReceived(3);
    const ping = await ask("POST", `${one}/ping`);
    expect(ping.status).toBe(202);
    const { jobId } = ping.body.data as { jobId: string };
    expect((await ask("GET", `/v1/jobs/${jobId}`)).body.data).toMatchObject({
      name: "webhook.ping",
      state: "queued",
    });
    await pingWebhook({ endpointId: made.webhookId }, {
      deps: { pool, outgoing, webhookKey: KEY },
      jobId,
      signal: new AbortController().signal,
      report: async () => undefined,
      finish: async (work: (client: pg.Pool) => Promise<void>) => work(pool),
    } as never);
    expect(received.at(-1)?.type).toBe("webhook.ping");
    expect(opens(made.secret, received.at(-1) as Received)).toBe(true);
    await ask("POST", `${one}/replay`, { fromSequence: 2 });
    await untilReceived(6);
    expect(received.map(({ sequence }) => sequence)).toEqual([1, 2, 3, undefined, 2, 3]);
    const ids = received.map(({ headers }) => headers["webhook-id"]);
    expect(ids.slice(4)).toEqual(ids.slice(1, 3));
    expect((await ask("POST", `${one}/replay`, { fromSequence: 99 })).body).toMatchObject({
      code: "UNKNOWN_SEQUENCE",
    });
    const deliveries = await waitUntil(
      async () => {
        const { body } = await ask("GET", `${one}/deliveries?limit=100`);
        const rows = body.data as { sequence: number | null; outcome: string }[];
        return rows.length === 6 && rows;
      },
      { what: "six deliveries", ...PATIENCE },
    );
    expect(new Set(deliveries.map(({ outcome }) => outcome))).toEqual(new Set(["delivered"]));
    const page = await ask("GET", `${one}/deliveries?limit=4`);
    expect(page.body).toMatchObject({ page: { hasMore: true } });
  });

  test("what was switched off goes on where it stopped when its owner says so", async () => {
    const ask = await signedIn();
    const { webhookId } = await create(ask);
    const one = `${PATH}/${webhookId}`;
    status = 500;
    await stage.chain.mine(2);
    await stage.follow();
    await waitUntil(
      async () => ((await ask("GET", one)).body.data as { state: string }).state === "disabled",
      { what: "it is switched off", ...PATIENCE },
    );
    status = 204;
    const on = await ask("PATCH", one, { state: "active" });
    expect(on.body.data).toMatchObject({ state: "active", failures: 0, stateReason: null });
    await stage.chain.mine(1);
    await stage.follow();
    await untilReceived(3);
    expect(received.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  test("an account has twenty at most, and a repeated request makes one [AP-5]", async () => {
    const ask = await signedIn();
    const key = { "idempotency-key": "0b6e62d2-3f0e-4bd5-9a6e-5c6f3f3b8f2e" };
    const twice = [await ask("POST", PATH, { url }, key), await ask("POST", PATH, { url }, key)];
    expect(twice[1]?.body).toEqual(twice[0]?.body);
    for (let round = 0; round < 8; round += 1) {
      await Promise.all([1, 2, 3].map(() => ask("POST", PATH, { url })));
    }
    expect((await ask("GET", PATH)).body.data).toHaveLength(20);
    expect((await ask("POST", PATH, { url })).body).toMatchObject({ code: "TOO_MANY_WEBHOOKS" });
  });
});
