import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadConfig } from "../../core/config/load.ts";
import { redactConfig } from "../../core/config/redact.ts";
import { createPool } from "../../core/db/pools.ts";
import { providerPolicy } from "../../core/jobs/provider-policy.ts";
import { openChat } from "../../core/operators/chat.ts";
import { openOutgoingClient } from "../../core/outgoing/outgoing-client.ts";
import { inWrite } from "../../workers/in-write.ts";
import type { ProcessorContext } from "../../workers/processor.ts";
import { scanNotices, tellOperators } from "../../workers/processors/tell-operators.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { asking, createSessions } from "./support/signed-in.ts";

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  api = startApi(urls.api, { callers: { bySession: sessions.bySession } });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

async function signedIn() {
  const caller = await addAccount(urls.admin, {});
  const ask = asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` });
  return { caller, ask };
}

test("operators are told in their chat of what waits, by a link that is signed and until one takes it on [5.104, 5.153]", async () => {
  const told: string[] = [];
  const answers = [503, 200, 200];
  const chatServer = createServer(async (request, response) => {
    const body = JSON.parse(await text(request)) as { text: string };
    told.push(body.text);
    response.writeHead(answers[told.length - 1] ?? 200).end("ok");
  });
  await new Promise<void>((resolve) => chatServer.listen(0, "127.0.0.1", resolve));
  const place = `127.0.0.1:${(chatServer.address() as AddressInfo).port}`;
  const url = new URL(`http://${place}/bot123:secret-token/send`);
  const outgoing = openOutgoingClient({ exceptions: new Set([place]), schemes: ["http:"] });
  const pool = createPool(urls.worker, "appWrites", {
    ...{ max: 2, processName: "test_notices", onIdleError: () => undefined },
  });
  const context = {
    deps: {
      ...{ pool, chat: openChat(url, outgoing), webhookKey: Buffer.alloc(32, 7) },
      chatPolicy: providerPolicy({ concurrency: 1, waiting: 1 }),
      settings: { publicUrl: "https://api.test" },
    },
    signal: new AbortController().signal,
    finish: (work: (client: PoolClient) => Promise<void>) => inWrite(pool, work),
  } as unknown as ProcessorContext;
  const scan = () => scanNotices({}, context);
  const tell = async () => {
    const { rows } = await pool.query<{ payload: { noticeId: string } }>(
      "SELECT DISTINCT payload FROM app.job WHERE name = 'operator.tell'",
    );
    for (const { payload } of rows) await tellOperators(payload, context);
  };
  try {
    await pool.query(
      `WITH made AS (
         INSERT INTO app.valuation (chain_id, contract, listing_id, cause, cause_key, state, finished_at, reasons)
         VALUES (1, '0x${"a1".repeat(20)}', 7, 'listing', 'chat', 'escalated', now(), '[{"code": "CONFIDENCE_LOW"}]')
         RETURNING valuation_id
       ) INSERT INTO app.valuation_review (valuation_id) SELECT valuation_id FROM made`,
    );
    await scan();
    await scan();
    // A chat that is away for now is asked again by the job.
    const failed = await tell().catch((error: unknown) => error);
    expect(failed).toMatchObject({ failure: "provider" });
    expect(String(failed)).not.toContain("secret-token");
    await tell();
    expect(told).toHaveLength(2);
    expect(told[1]).toContain("A valuation waits for a reviewer: CONFIDENCE_LOW.");
    const link = /https:\/\/api\.test(\/v1\/operator-notices\/\S+)/.exec(told[1] ?? "")?.[1] ?? "";
    // Told again after a day, unless somebody has taken it on.
    const later = () => pool.query("UPDATE app.operator_notice SET next_at = now()");
    await later();
    await scan();
    await tell();
    expect(told[2]).toContain("again: nobody has taken it on");
    expect((await api.get(link)).headers.get("content-type")).toMatch(/^text\/html/);
    const damaged = link.replace(/\/([^/])([^/]*)$/, "/X$2");
    for (const [path, status] of [
      [damaged, 404],
      [`${link}x.y`, 400],
    ] as const) {
      expect((await api.request(path, { method: "POST" })).status).toBe(status);
    }
    expect((await api.request(link, { method: "POST" })).status).toBe(200);
    await later();
    await scan();
    await tell();
    expect(told).toHaveLength(3);
    const config = loadConfig("workers", {
      ...{ WORKERS_DATABASE_URL: "postgresql://a@b/c", CHAT_WEBHOOK_URL: url.href },
    });
    expect(JSON.stringify(redactConfig(config))).not.toContain("secret-token");
  } finally {
    await outgoing.close();
    await pool.end();
    chatServer.closeAllConnections();
    chatServer.close();
  }
});

const PATH = "/v1/account/notifications";

test("everybody says for himself which mails he wants", async () => {
  const [first, second] = [await signedIn(), await signedIn()];
  expect((await first.ask("GET", PATH)).body.data).toEqual({
    wantsEvents: true,
    wantsDeadlines: true,
    wantsSearches: true,
    digest: "none",
  });
  await first.ask("PATCH", PATH, { wantsEvents: false });
  expect((await first.ask("PATCH", PATH, {})).body.data).toEqual({
    wantsEvents: false,
    wantsDeadlines: true,
    wantsSearches: true,
    digest: "none",
  });
  expect((await second.ask("GET", PATH)).body.data).toMatchObject({ wantsEvents: true });
  expect((await asking(api)("GET", PATH)).status).toBe(401);
});

test("the link of a mail ends mails when its button is pressed, and not when it is opened", async () => {
  const { ask, caller } = await signedIn();
  await ask("PATCH", PATH, { wantsEvents: true });
  const { rows } = await withClient(urls.admin, (client) =>
    client.query("SELECT unsubscribe_token FROM app.mail_preference WHERE account_id = $1", [
      caller.accountId,
    ]),
  );
  const link = `/v1/unsubscribe/${rows[0].unsubscribe_token}`;
  const page = await api.get(link);
  expect(page.headers.get("content-type")).toMatch(/^text\/html/);
  expect(await page.text()).toContain('<form method="post">');
  expect((await ask("GET", PATH)).body.data).toMatchObject({ wantsEvents: true });
  // As mail programs send it (RFC 8058).
  const pressed = await api.request(link, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(pressed.status, await pressed.clone().text()).toBe(200);
  expect((await ask("GET", PATH)).body.data).toEqual({
    wantsEvents: false,
    wantsDeadlines: false,
    wantsSearches: false,
    digest: "none",
  });
  expect(await asking(api)("POST", `/v1/unsubscribe/${randomUUID()}`)).toMatchObject({
    status: 404,
    body: { code: "LINK_NOT_FOUND" },
  });
});
