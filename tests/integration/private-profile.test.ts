import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAppWrites } from "../../core/db/app-writes.ts";
import type { KeyRing, NamedKey } from "../../core/encryption/envelope.ts";
import { rotateKeys } from "../../core/encryption/rotate-keys.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { asking, createSessions } from "./support/signed-in.ts";

const OLD: NamedKey = { id: "old", key: randomBytes(32) };
const NEW: NamedKey = { id: "new", key: randomBytes(32) };
const PATH = "/v1/account/profile";
const contact = { phone: "+41 44 668 18 00", fullName: "Ada Canary-of-the-profile" };
const payout = { wallet: `0x${"Ab".repeat(20)}`, creditTo: "fees" };

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
const apis: TestApi[] = [];
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
});
afterAll(async () => {
  await Promise.all(apis.map((api) => api.close()));
  await server.stop();
});

/** The API with these keys of the operator. */
function withKeys(...ring: NamedKey[]): TestApi {
  const [first, ...older] = ring;
  const encryptionKeys: KeyRing | undefined = first && [first, ...older];
  const api = startApi(urls.api, { callers: { bySession: sessions.bySession }, encryptionKeys });
  apis.push(api);
  return api;
}

async function somebody() {
  const caller = await addAccount(urls.admin, { wallets: 1 });
  const credentials = { authorization: `Bearer ${sessions.tokenOf(caller)}` };
  return { caller, on: (api: TestApi) => asking(api, credentials) };
}

const rows = async (text: string, values: unknown[] = []) =>
  (await withClient(urls.admin, (client) => client.query(text, values))).rows;

test("contact and payout are read as they were written, and stand in the table as ciphertext [3.3, 5.73, 5.143]", async () => {
  const api = withKeys(OLD);
  const { caller, on } = await somebody();
  const ask = on(api);
  expect((await ask("GET", PATH)).body.data).toMatchObject({
    account: { accountId: caller.accountId, roles: ["user"] },
    notifications: { wantsEvents: true },
    ...{ contact: null, payout: null, updatedAt: null },
  });
  expect((await ask("PATCH", PATH, { contact, payout })).status).toBe(200);
  const shown = (await ask("GET", PATH)).body.data;
  expect(shown).toMatchObject({ contact, payout: { creditTo: "fees", reference: null } });
  expect(String((shown as { payout: { wallet: string } }).payout.wallet).toLowerCase()).toBe(
    payout.wallet.toLowerCase(),
  );

  const [row] = await rows("SELECT t::text AS row, * FROM app.account_profile AS t");
  const bytes = Buffer.concat([row?.contact, row?.payout, row?.data_key, Buffer.from(row?.row)]);
  for (const secret of [contact.phone, contact.fullName, "fees", payout.wallet.toLowerCase()]) {
    const buffer = Buffer.from(secret);
    for (const form of [secret, buffer.toString("hex"), buffer.toString("base64").slice(0, -4)]) {
      expect(bytes.includes(form), form).toBe(false);
    }
  }
  // The same words again are another ciphertext.
  await ask("PATCH", PATH, { contact });
  const [again] = await rows("SELECT contact, updated_at FROM app.account_profile");
  expect(again?.contact.equals(row?.contact)).toBe(false);
  expect(again?.updated_at.getTime()).toBeGreaterThan(row?.updated_at.getTime());
  const audit = await rows("SELECT after FROM app.audit_entry WHERE entity = 'account_profile'");
  expect(audit).toEqual([
    { after: { contact: "set", payout: "set" } },
    { after: { contact: "set" } },
  ]);
  expect(JSON.stringify(api.lines)).not.toContain("Canary-of-the-profile");
  for (const wrong of [{ contact: { phone: "" } }, { payout: { wallet: "0x12" } }, { iban: "x" }]) {
    expect((await ask("PATCH", PATH, wrong)).status).toBe(400);
  }
  await ask("PATCH", PATH, { contact: null });
  expect((await ask("GET", PATH)).body.data).toMatchObject({ contact: null, payout: {} });
});

test("a ciphertext that is changed, or put into another row or column, opens nothing [5.143]", async () => {
  const api = withKeys(OLD);
  const [one, two] = [await somebody(), await somebody()];
  for (const { on } of [one, two]) await on(api)("PATCH", PATH, { contact, payout });
  const reads = async () => (await two.on(api)("GET", PATH)).status;
  expect(await reads()).toBe(200);
  const own = (
    await rows("SELECT * FROM app.account_profile WHERE account_id = $1", [two.caller.accountId])
  )[0];
  for (const change of [
    "contact = payout",
    "contact = (SELECT contact FROM app.account_profile WHERE account_id = $2)",
    "(data_key, contact) = (SELECT data_key, contact FROM app.account_profile WHERE account_id = $2)",
    "contact = set_byte(contact, 20, get_byte(contact, 20) # 1)",
    "contact = set_byte(contact, octet_length(contact) - 1, get_byte(contact, octet_length(contact) - 1) # 1)",
    "data_key = set_byte(data_key, 30, get_byte(data_key, 30) # 1)",
  ]) {
    await rows(
      `UPDATE app.account_profile SET ${change} WHERE account_id = $1 AND $2::uuid IS NOT NULL`,
      [two.caller.accountId, one.caller.accountId],
    );
    expect(await reads(), change).toBe(500);
    await rows("UPDATE app.account_profile SET contact = $2, data_key = $3 WHERE account_id = $1", [
      two.caller.accountId,
      own?.contact,
      own?.data_key,
    ]);
  }
  expect(await reads()).toBe(200);
});

test("keys are replaced while people read and write, and the old one opens nothing afterwards [5.143]", async () => {
  await rows("DELETE FROM app.account_profile");
  const before = withKeys(OLD);
  const people = await Promise.all(Array.from({ length: 7 }, somebody));
  for (const { on } of people) await on(before)("PATCH", PATH, { contact, payout });
  const both = withKeys(NEW, OLD);
  const statuses = async (api: TestApi) =>
    new Set(await Promise.all(people.map(async ({ on }) => (await on(api)("GET", PATH)).status)));
  expect(await statuses(both)).toEqual(new Set([200]));
  const ciphertexts = () =>
    rows("SELECT account_id, contact, payout FROM app.account_profile ORDER BY account_id");
  const [was, keys] = [await ciphertexts(), await rows("SELECT data_key FROM app.account_profile")];
  const writes = openAppWrites(urls.api, {
    ...{ max: 2, processName: "test_rotation", onIdleError: () => undefined },
  });
  try {
    const [changed] = await Promise.all([
      rotateKeys(writes.identity, [NEW, OLD], 3),
      statuses(both),
    ]);
    expect(changed).toBe(7);
    expect(await rotateKeys(writes.identity, [NEW, OLD], 3)).toBe(0);
    // Nothing that the keys open was read or written.
    await expect(
      writes.identity.selectFrom("accountProfile").select("contact").execute(),
    ).rejects.toThrow("permission denied");
  } finally {
    await writes.close();
  }
  expect(await ciphertexts()).toEqual(was);
  const now = await rows("SELECT key_id, data_key FROM app.account_profile");
  expect(new Set(now.map(({ key_id }) => key_id))).toEqual(new Set(["new"]));
  const isKept = keys.some((old) => now.some((row) => row.data_key.equals(old.data_key)));
  expect(isKept).toBe(false);
  expect(await statuses(withKeys(NEW))).toEqual(new Set([200]));
  const late = await people[0]?.on(before)("GET", PATH);
  expect(late).toMatchObject({ status: 503, body: { code: "ENCRYPTION_NOT_CONFIGURED" } });
  expect(await statuses(withKeys())).toEqual(new Set([503]));
});

test("a profile is the account as everywhere, with what was wished besides [3.26]", async () => {
  const ask = (await somebody()).on(withKeys(OLD));
  await ask("PATCH", "/v1/account/notifications", { wantsEvents: false, digest: "daily" });
  const { account, notifications } = (await ask("GET", PATH)).body.data as Record<string, unknown>;
  expect(account).toEqual((await ask("GET", "/v1/account")).body.data);
  expect(notifications).toEqual((await ask("GET", "/v1/account/notifications")).body.data);
  expect(notifications).toMatchObject({ wantsEvents: false, digest: "daily" });
  expect((await asking(withKeys(OLD))("GET", PATH)).status).toBe(401);
});

test("nobody else reads it, by routes of administrators or with SQL of the service's role (RL-1)", async () => {
  const api = withKeys(OLD);
  const [one, two] = [await somebody(), await somebody()];
  await one.on(api)("PATCH", PATH, { contact });
  const admin = await addAccount(urls.admin, { roles: ["admin"] });
  const asAdmin = asking(api, { authorization: `Bearer ${sessions.tokenOf(admin)}` });
  const account = await asAdmin("GET", `/v1/admin/accounts/${one.caller.accountId}`);
  expect(account.text).not.toContain(contact.phone);
  for (const accountId of [two.caller.accountId, admin.accountId]) {
    const seen = await withClient(urls.api, async (client) => {
      await client.query("SELECT set_config('app.account_id', $1, false)", [accountId]);
      await client.query("SELECT set_config('app.roles', 'user,admin', false)");
      return (await client.query("SELECT FROM app.account_profile")).rowCount;
    });
    expect(seen).toBe(0);
  }
  await rows("DELETE FROM app.account WHERE account_id = $1", [one.caller.accountId]);
  const left = await rows("SELECT FROM app.account_profile WHERE account_id = $1", [
    one.caller.accountId,
  ]);
  expect(left).toEqual([]);
});
