import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { IdentityMail } from "../../core/identity/email-accounts.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { bearer, dataOf, post, signIn } from "./support/identity.ts";
import { createPublishedDatabase } from "./support/market.ts";

const EMAIL = "reader@example.org";
const PASSWORD = "correct horse battery";

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
const mails: IdentityMail[] = [];

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  api = startApi(urls.api, { auth: {}, sendMail: (mail) => mails.push(mail) });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

type Entry = {
  actor_kind: string;
  actor_id: string | null;
  credential: string | null;
  action: string;
  entity_id: string;
  after: { subject?: string } | null;
  user_agent: string | null;
  request_id: string | null;
};

/** Entries since the last look. */
let looked = 0;
async function entries(): Promise<Entry[]> {
  await api.flush();
  const { rows } = await withClient(urls.admin, (client) =>
    client.query<Entry & { sequence: string }>(
      "SELECT * FROM app.audit_entry WHERE sequence > $1 ORDER BY sequence",
      [looked],
    ),
  );
  looked = Number(rows.at(-1)?.sequence ?? looked);
  return rows;
}

test("every sign-in is in the audit log, with its session and the way of it", async () => {
  const wallet = privateKeyToAccount(generatePrivateKey());
  const tokens = await signIn(api, wallet);
  const [entry, ...others] = await entries();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    ...{ action: "session.open", actor_kind: "account", actor_id: tokens.accountId },
    ...{ credential: `session ${tokens.sessionId}`, entity_id: tokens.sessionId },
    after: { method: "wallet", wallet: wallet.address.toLowerCase() },
  });
  expect(entry?.request_id).not.toBeNull();

  await post(api, "/v1/auth/register", { email: EMAIL, password: PASSWORD });
  const [mail] = mails as { secret: string }[];
  const confirmed = { secret: mail?.secret, password: PASSWORD };
  const account = await dataOf(await post(api, "/v1/auth/email/verify", confirmed));
  const login = await dataOf(
    await post(api, "/v1/auth/login", { email: EMAIL, password: PASSWORD }),
  );
  const signIns = await entries();
  expect(signIns.map(({ action, actor_id }) => [action, actor_id])).toEqual([
    ["session.open", account.accountId],
    ["session.open", login.accountId],
  ]);
  expect(JSON.stringify(signIns)).not.toMatch(/reader@|correct horse/);
  const removed = await api.request("/v1/account", {
    method: "DELETE",
    headers: bearer(login.accessToken),
  });
  expect(removed.status).toBe(204);
  expect(await entries()).toMatchObject([
    { action: "account.delete", actor_id: login.accountId, entity_id: login.accountId },
  ]);
});

test("refused tries are there as well, all in the same words, and none says which part was wrong", async () => {
  const email = "owner@example.org";
  await post(api, "/v1/auth/register", { email, password: PASSWORD });
  const secret = (mails.at(-1) as { secret: string }).secret;
  await post(api, "/v1/auth/email/verify", { secret, password: PASSWORD });
  await entries();
  // A wrong password of one who is there, and anything of one who is not.
  for (const tried of [email, "nobody@example.org"]) {
    const answer = await post(api, "/v1/auth/login", { email: tried, password: "wrong password" });
    expect(answer.status).toBe(401);
  }
  const [known, unknown, ...others] = await entries();
  expect(others).toEqual([]);
  const said = (entry: Entry) => [entry.action, entry.entity_id, entry.actor_kind];
  expect(said(known as Entry)).toEqual(["sign_in.refuse", "password", "anonymous"]);
  expect(said(unknown as Entry)).toEqual(said(known as Entry));
  const subjects = [known, unknown].map((entry) => (entry as Entry).after?.subject);
  expect(subjects).toEqual([
    expect.stringMatching(/^[0-9a-f]{16}$/),
    expect.stringMatching(/^[0-9a-f]{16}$/),
  ]);
  expect(subjects[0]).not.toBe(subjects[1]);
  expect(JSON.stringify([known, unknown])).not.toMatch(/@example|wrong password|actor_id":"/);

  const wallet = privateKeyToAccount(generatePrivateKey());
  const { message } = await dataOf(await post(api, "/v1/auth/nonce", { address: wallet.address }));
  const signature = await privateKeyToAccount(generatePrivateKey()).signMessage({ message });
  await post(api, "/v1/auth/verify", { message, signature });
  await post(api, "/v1/auth/refresh", { refreshToken: "A".repeat(43) });
  // What was no try at all leaves nothing behind.
  await post(api, "/v1/auth/login", { email: "no address", password: "x" });
  expect((await entries()).map(({ action, entity_id }) => [action, entity_id])).toEqual([
    ["sign_in.refuse", "wallet"],
    ["sign_in.refuse", "refresh"],
  ]);
});
