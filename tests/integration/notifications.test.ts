import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
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
