import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount, type NewAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { CHAIN_ID, MARKETPLACE, SELLER } from "./support/rows.ts";
import { asking, createSessions } from "./support/signed-in.ts";
import { fillSmallMarket } from "./support/small-market.ts";

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
  api = startApi(urls.api, {
    callers: { bySession: sessions.bySession },
    hasLimits: true,
    limitOptions: { databaseUrl: urls.api },
  });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

async function signedIn(account: NewAccount = {}) {
  const caller = await addAccount(urls.admin, account);
  const ask = asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` });
  return { id: caller.accountId, caller, ask };
}
const asAdmin = (text: string, values: unknown[] = []) =>
  withClient(urls.admin, (client) => client.query(text, values));
const auditOf = async (entityId: string) =>
  (
    await asAdmin(
      "SELECT action, actor_id, before, after FROM app.audit_entry WHERE entity_id = $1 ORDER BY sequence",
      [entityId],
    )
  ).rows;

/** Every route of an administrator, with a body that its validator takes. */
const ADMIN_ROUTES: [string, string, unknown?][] = [
  ["GET", "/v1/admin/accounts"],
  ["GET", `/v1/admin/accounts/${randomUUID()}`],
  ["PATCH", `/v1/admin/accounts/${randomUUID()}`, { tier: "paid" }],
  ["GET", `/v1/admin/accounts/${randomUUID()}/keys`],
  ["DELETE", `/v1/admin/keys/${randomUUID()}`],
  ["GET", "/v1/admin/settings/limits"],
  ["PUT", "/v1/admin/settings/limits", { version: 0, value: {} }],
  ["GET", "/v1/audit/verification"],
];

describe("administration", () => {
  test("every route of it is closed to everybody but administrators, and every change is recorded (AP-1) [5.85]", async () => {
    // Those of jobs are tried by access-matrix.test.ts, as are these once more.
    const served = api.routes().filter(({ path }) => /^\/v1\/admin\/(?!jobs|queue)/.test(path));
    const pattern = (path: string) => path.replace(/[0-9a-f-]{36}|:\w+|(?<=settings\/)\w+/g, "*");
    const tried = new Set(ADMIN_ROUTES.map(([method, path]) => `${method} ${pattern(path)}`));
    for (const { method, path } of served) expect(tried).toContain(`${method} ${pattern(path)}`);

    const [user, reviewer] = [
      await signedIn(),
      await signedIn({ roles: ["reviewer", "resolver"] }),
    ];
    const key = (await user.ask("POST", "/v1/keys", { name: "k" })).body.data as Record<
      string,
      string
    >;
    const outsiders: [string, ReturnType<typeof asking>, number][] = [
      ["nobody", asking(api), 401],
      ["a user", user.ask, 403],
      ["a reviewer", reviewer.ask, 403],
      ["a key", asking(api, { "x-api-key": key.secret ?? "" }), 403],
    ];
    for (const [who, ask, status] of outsiders) {
      for (const [method, path, body] of ADMIN_ROUTES) {
        const answer = await ask(method, path, body);
        expect(answer.status, `${who}: ${method} ${path}`).toBe(status);
      }
      await asAdmin("DELETE FROM app.rate_limit");
    }
    const admin = await signedIn({ roles: ["admin"] });
    const count = async () =>
      Number((await asAdmin("SELECT count(*) FROM app.audit_entry")).rows[0]?.count);
    for (const [method, path, body] of ADMIN_ROUTES) {
      const before = await count();
      const own = path
        .replace(/accounts\/[0-9a-f-]{36}/, `accounts/${user.id}`)
        .replace(/keys\/[0-9a-f-]{36}/, `keys/${key.keyId}`);
      expect((await admin.ask(method, own, body)).status, `${method} ${own}`).toBe(200);
      expect((await count()) - before, `${method} ${own}`).toBe(method === "GET" ? 0 : 1);
    }
    await asAdmin("DELETE FROM app.setting");
  });

  test("a role that is claimed and not given opens nothing in the database (RL-1)", async () => {
    const liar = await signedIn();
    // As if the check of the route were missing.
    liar.caller.roles = ["user", "admin"];
    const list = await liar.ask("GET", "/v1/admin/accounts");
    expect((list.body.data as { accountId: string }[]).map(({ accountId }) => accountId)).toEqual([
      liar.id,
    ]);
    const ban = await liar.ask("PATCH", `/v1/admin/accounts/${liar.id}`, { tier: "paid" });
    expect(ban.status).toBe(500);
    const { rows } = await asAdmin("SELECT tier FROM app.account WHERE account_id = $1", [liar.id]);
    expect(rows).toEqual([{ tier: "free" }]);
  });

  test("plan, roles and ban are changed with a record, the last administrator stays [5.83]", async () => {
    await asAdmin("DELETE FROM app.account_role");
    const [admin, other] = [await signedIn({ roles: ["admin"] }), await signedIn({ wallets: 1 })];
    const path = `/v1/admin/accounts/${other.id}`;
    const changed = await admin.ask("PATCH", path, {
      tier: "paid",
      roles: ["reviewer"],
      banReason: "spam",
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { data: { tier: "paid", roles: ["reviewer"], ban: { reason: "spam" } } },
    });
    expect(await admin.ask("PATCH", path, { banReason: null, roles: [] })).toMatchObject({
      body: { data: { ban: null, roles: [], tier: "paid" } },
    });
    expect(await auditOf(other.id)).toMatchObject([
      {
        action: "account.decide",
        actor_id: admin.id,
        before: { tier: "free" },
        after: { tier: "paid" },
      },
      { before: { banReason: "spam" }, after: { banReason: null } },
    ]);
    const wallet = other.caller.wallets[0] ?? "";
    const found = await admin.ask(
      "GET",
      `/v1/admin/accounts?search=${wallet.toUpperCase().replace("0X", "0x")}`,
    );
    expect(found.body.data).toMatchObject([{ accountId: other.id }]);

    const self = `/v1/admin/accounts/${admin.id}`;
    for (const body of [{ roles: [] }, { banReason: "tired" }]) {
      expect(await admin.ask("PATCH", self, body)).toMatchObject({
        status: 409,
        body: { code: "LAST_ADMIN" },
      });
    }
    await admin.ask("PATCH", path, { roles: ["admin"] });
    expect(await admin.ask("PATCH", self, { roles: ["reviewer"] })).toMatchObject({
      status: 200,
      body: { data: { roles: ["reviewer"] } },
    });
    expect(await admin.ask("PATCH", path, { tier: "free", role: "admin" })).toMatchObject({
      status: 400,
    });
  });

  test("an administrator lists and ends a key of anybody, with a record", async () => {
    const [admin, owner] = [await signedIn({ roles: ["admin"] }), await signedIn()];
    const key = (await owner.ask("POST", "/v1/keys", { name: "k" })).body.data as Record<
      string,
      string
    >;
    const listed = await admin.ask("GET", `/v1/admin/accounts/${owner.id}/keys`);
    expect(listed.body.data).toMatchObject([{ keyId: key.keyId }]);
    expect(listed.text).not.toContain(key.secret);
    expect((await admin.ask("DELETE", `/v1/admin/keys/${key.keyId}`)).status).toBe(200);
    expect((await asking(api, { "x-api-key": key.secret ?? "" })("GET", "/v1/keys")).status).toBe(
      401,
    );
    expect(await auditOf(key.keyId ?? "")).toMatchObject([
      { action: "api_key.create", actor_id: owner.id },
      { action: "api_key.revoke", actor_id: admin.id },
    ]);
  });

  test("rules hold at once when they are changed, and are versioned and audited [5.12, 5.80, 5.134]", async () => {
    const admin = await signedIn({ roles: ["admin"] });
    const path = "/v1/admin/settings/limits";
    const before = (await admin.ask("GET", path)).body.data as { version: number };
    const quotaOf = async () => {
      const { body } = await asking(api)("GET", "/v1/limits");
      return (body.data as { name: string; quota: number }[]).find(({ name }) => name === "free")
        ?.quota;
    };
    expect(await quotaOf()).toBe(10);
    const value = { free: 3 };
    const put = await admin.ask("PUT", path, { version: before.version, value });
    expect(put).toMatchObject({
      status: 200,
      body: { data: { version: before.version + 1, value } },
    });
    expect(await quotaOf()).toBe(3);
    const owner = await signedIn();
    const key = (await owner.ask("POST", "/v1/keys", { name: "k" })).body.data as Record<
      string,
      string
    >;
    const use = asking(api, { "x-api-key": key.secret ?? "" });
    const statuses = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await use("GET", "/v1/keys")).status);
    expect(statuses).toEqual([200, 200, 200, 429]);

    expect(await admin.ask("PUT", path, { version: before.version, value: {} })).toMatchObject({
      status: 409,
      body: { code: "SETTING_CHANGED" },
    });
    for (const wrong of [{ free: -1 }, { free: 1.5 }, { nothing: 1 }, { reads: 1 }]) {
      const refused = await admin.ask("PUT", path, { version: before.version + 1, value: wrong });
      expect(refused, JSON.stringify(wrong)).toMatchObject({ status: 400 });
    }
    expect((await auditOf("limits")).slice(-1)).toMatchObject([
      { action: "setting.change", before: { value: {} }, after: { value: { free: 3 } } },
    ]);
    await admin.ask("PUT", path, { version: before.version + 1, value: {} });
    expect(await quotaOf()).toBe(10);
  });

  test("the audit log is read and verified over the API, each account its own part", async () => {
    const [admin, user] = [await signedIn({ roles: ["admin"] }), await signedIn()];
    await user.ask("POST", "/v1/keys", { name: "k" }, { "user-agent": "the agent" });
    const mine = await user.ask("GET", "/v1/audit");
    expect(mine.body.data).toMatchObject([
      {
        action: "api_key.create",
        actor: { kind: "account", accountId: user.id },
        userAgent: "the agent",
      },
    ]);
    const verdict = (await admin.ask("GET", "/v1/audit/verification")).body.data;
    expect(verdict).toMatchObject({ isWhole: true, brokenAt: null, fault: null });
    // Page by page, everything is there once.
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const from: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const { body } = await admin.ask("GET", `/v1/audit?limit=3${from}`);
      seen.push(...(body.data as { sequence: string }[]).map(({ sequence }) => sequence));
      cursor = (body.page as { nextCursor: string | null }).nextCursor;
    }
    const { rows } = await asAdmin(
      "SELECT sequence::text FROM app.audit_entry AS entry ORDER BY entry.sequence DESC",
    );
    expect(seen).toEqual(rows.map(({ sequence }) => sequence));
  });
});

describe("moderation flags", () => {
  test("are raised by reviewers, answered by whom they are about, and judged by another one", async () => {
    const [reviewer, judge] = [
      await signedIn({ roles: ["reviewer"] }),
      await signedIn({ roles: ["reviewer"] }),
    ];
    const [accused, stranger] = [await signedIn({ wallets: 1 }), await signedIn({ wallets: 1 })];
    const flag = {
      subject: { kind: "wallet", id: accused.caller.wallets[0] },
      reason: "misleading",
      explanation: "The figures are of another shop.",
      evidence: ["https://example.com/1"],
    };
    expect((await stranger.ask("POST", "/v1/flags", flag)).status).toBe(403);
    const raised = await reviewer.ask("POST", "/v1/flags", flag);
    expect(raised).toMatchObject({
      status: 201,
      body: { data: { status: "open", author: reviewer.id } },
    });
    const { flagId } = raised.body.data as Record<string, string>;
    const listOf = async ({ ask }: typeof accused) =>
      ((await ask("GET", "/v1/flags")).body.data as { flagId: string }[]).map((one) => one.flagId);
    expect(await listOf(accused)).toEqual([flagId]);
    expect(await listOf(stranger)).toEqual([]);

    const appeal = { appeal: "They are ours; see the attestation." };
    expect((await stranger.ask("POST", `/v1/flags/${flagId}/appeal`, appeal)).status).toBe(404);
    expect(await accused.ask("POST", `/v1/flags/${flagId}/appeal`, appeal)).toMatchObject({
      status: 200,
      body: { data: { status: "appealed", appeal: { by: accused.id, text: appeal.appeal } } },
    });
    expect((await accused.ask("POST", `/v1/flags/${flagId}/appeal`, appeal)).status).toBe(409);
    const decision = { status: "lifted", decision: "The attestation says so." };
    for (const one of [accused, stranger]) {
      expect((await one.ask("POST", `/v1/flags/${flagId}/decision`, decision)).status).toBe(403);
    }
    expect((await reviewer.ask("POST", `/v1/flags/${flagId}/decision`, decision)).status).toBe(409);
    expect(await judge.ask("POST", `/v1/flags/${flagId}/decision`, decision)).toMatchObject({
      status: 200,
      body: { data: { status: "lifted", decision: { by: judge.id } } },
    });
    expect((await judge.ask("POST", `/v1/flags/${flagId}/decision`, decision)).status).toBe(409);
    expect((await auditOf(flagId ?? "")).map(({ action }) => action)).toEqual([
      "flag.raise",
      "flag.appeal",
      "flag.decide",
    ]);
  });

  test("about a listing are answered by its seller on the chain", async () => {
    const reviewer = await signedIn({ roles: ["reviewer"] });
    const seller = await signedIn();
    await asAdmin(
      "INSERT INTO app.account_wallet (address, account_id, proof, chain_id) VALUES ($1, $2, 'key', 31337)",
      [SELLER, seller.id],
    );
    const subject = (number: number) => ({
      kind: "listing",
      id: `${CHAIN_ID}-${MARKETPLACE}-${number}`,
    });
    const flag = { reason: "other", explanation: "Why." };
    const { rows } = await asAdmin(
      "SELECT listing_id::int AS number, seller FROM indexed.listing ORDER BY 1",
    );
    const own = rows.find((row) => row.seller === SELLER);
    const raised = await reviewer.ask("POST", "/v1/flags", {
      ...flag,
      subject: subject(own.number),
    });
    expect(raised.status).toBe(201);
    const { flagId } = raised.body.data as Record<string, string>;
    expect((await seller.ask("POST", `/v1/flags/${flagId}/appeal`, { appeal: "No." })).status).toBe(
      200,
    );
    expect(
      await reviewer.ask("POST", "/v1/flags", { ...flag, subject: subject(999_999) }),
    ).toMatchObject({
      status: 404,
      body: { code: "LISTING_NOT_FOUND" },
    });
    for (const wrong of [
      { kind: "wallet", id: "x" },
      { kind: "account", id: "x" },
    ]) {
      const refused = await reviewer.ask("POST", "/v1/flags", { ...flag, subject: wrong });
      expect(refused).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: "/json/subject/id" }] },
      });
    }
  });
});
