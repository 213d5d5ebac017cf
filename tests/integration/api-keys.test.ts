import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAppWrites } from "../../core/db/app-writes.ts";
import type { SessionCaller } from "../../core/identity/caller.ts";
import { findKeyCaller } from "../../core/keys/key-ring.ts";
import { createKeySecret } from "../../core/keys/key-secret.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { type Ask, asking, createSessions } from "./support/signed-in.ts";
import { fillSmallMarket } from "./support/small-market.ts";

/** `npm run torture -- identity` guesses 10,000. */
const GUESSES = Number(process.env.VALYRA_GUESSES ?? 1_000);

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
  api = startApi(urls.api, { callers: { bySession: sessions.bySession } });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

async function signedIn(account: Parameters<typeof addAccount>[1] = {}) {
  const caller = await addAccount(urls.admin, account);
  const ask = asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` });
  return { caller, ask };
}

const withKey = (secret: string): Ask => asking(api, { "x-api-key": secret });

const rows = <Row extends object>(text: string, values: unknown[] = []) =>
  withClient(urls.admin, async (client) => (await client.query<Row>(text, values)).rows);

describe("API keys (AU-8)", () => {
  test("a key is made, listed by its prefix, used within its scopes and revoked at once [3.85, 4.42]", async () => {
    const { ask, caller } = await signedIn();
    const made = await ask("POST", "/v1/keys", { name: "Watcher", scopes: ["keys:read"] });
    expect(made.status).toBe(201);
    expect(made.headers.get("cache-control")).toBe("private, no-store");
    const { secret, keyId, prefix } = made.body.data as Record<string, string>;
    expect(secret).toMatch(/^vly_[\w-]{43}$/);
    expect(secret?.startsWith(prefix ?? "-")).toBe(true);

    const use = withKey(secret ?? "");
    const listed = await use("GET", "/v1/keys");
    expect(listed.status).toBe(200);
    expect(listed.body.data).toMatchObject([
      { keyId, prefix, name: "Watcher", scopes: ["keys:read"], status: "good", tier: "free" },
    ]);
    expect(listed.text).not.toContain(secret);
    // As a bearer token it is the same.
    const bearer = asking(api, { authorization: `Bearer ${secret}` });
    expect((await bearer("GET", "/v1/keys")).status).toBe(200);
    // Not what its scopes leave out, not what keys cannot do.
    for (const [method, path] of [
      ["GET", "/v1/audit"],
      ["POST", "/v1/keys"],
    ] as const) {
      const body = method === "POST" ? { name: "more" } : undefined;
      expect(await use(method, path, body)).toMatchObject({
        status: 403,
        body: { code: "FORBIDDEN" },
      });
    }

    const [stored] = await rows<{ secret_hash: Buffer }>(
      "SELECT secret_hash FROM app.api_key WHERE key_id = $1",
      [keyId],
    );
    expect(stored?.secret_hash).toEqual(
      createHash("sha256")
        .update(secret ?? "")
        .digest(),
    );

    expect(await ask("DELETE", `/v1/keys/${keyId}`)).toMatchObject({
      status: 200,
      body: { data: { status: "revoked" } },
    });
    expect(await use("GET", "/v1/keys")).toMatchObject({
      status: 401,
      body: { code: "INVALID_TOKEN" },
    });
    expect(await ask("DELETE", `/v1/keys/${keyId}`)).toMatchObject({
      status: 409,
      body: { code: "KEY_ENDED" },
    });
    const logged = await rows(
      "SELECT action, actor_id FROM app.audit_entry WHERE entity_id = $1 ORDER BY sequence",
      [keyId],
    );
    expect(logged).toEqual([
      { action: "api_key.create", actor_id: caller.accountId },
      { action: "api_key.revoke", actor_id: caller.accountId },
    ]);
  });

  test("somebody without an account gets a free key at once, which can end itself [4.42]", async () => {
    const made = await asking(api)("POST", "/v1/keys", { name: "Instant" });
    expect(made).toMatchObject({ status: 201, body: { data: { tier: "free", name: "Instant" } } });
    const { secret, keyId, expiresAt } = made.body.data as Record<string, string>;
    const days = (Date.parse(expiresAt ?? "") - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    const use = withKey(secret ?? "");
    expect((await use("GET", "/v1/keys")).body.data).toHaveLength(1);
    expect((await use("DELETE", `/v1/keys/${keyId}`)).status).toBe(200);
    expect((await use("GET", "/v1/keys")).status).toBe(401);
  });

  test("a key is replaced with an overlap: both are good, then the new one alone (AU-8)", async () => {
    const { ask } = await signedIn();
    const made = (await ask("POST", "/v1/keys", { name: "Old" })).body.data as Record<
      string,
      string
    >;
    const rotated = await ask("POST", `/v1/keys/${made.keyId}/rotate`, { overlapSeconds: 3_600 });
    expect(rotated).toMatchObject({
      status: 201,
      body: { data: { replaces: made.keyId, name: "Old", expiresAt: null } },
    });
    const next = rotated.body.data as Record<string, string>;
    for (const { secret } of [made, next]) {
      expect((await withKey(secret ?? "")("GET", "/v1/keys")).status).toBe(200);
    }
    await rows("UPDATE app.api_key SET expires_at = now() WHERE key_id = $1", [made.keyId]);
    expect((await withKey(made.secret ?? "")("GET", "/v1/keys")).status).toBe(401);
    expect((await withKey(next.secret ?? "")("GET", "/v1/keys")).status).toBe(200);
    expect(await ask("POST", `/v1/keys/${made.keyId}/rotate`, {})).toMatchObject({ status: 409 });
  });

  test("nobody sees or ends a key of somebody else, and cannot tell it from none (AP-1)", async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    const made = (await one.ask("POST", "/v1/keys", { name: "Mine" })).body.data as Record<
      string,
      string
    >;
    const nobodys = "00000000-0000-4000-8000-000000000000";
    const third = (await two.ask("POST", "/v1/keys", { name: "Other" })).body.data as Record<
      string,
      string
    >;
    for (const ask of [two.ask, withKey(third.secret ?? "")]) {
      for (const [method, path, body] of [
        ["GET", "usage", undefined],
        ["POST", "rotate", {}],
        ["DELETE", "", undefined],
      ] as const) {
        const address = (id: string | undefined) => `/v1/keys/${id}/${path}`.replace(/\/$/, "");
        const theirs = await ask(method, address(made.keyId), body);
        const none = await ask(method, address(nobodys), body);
        expect(theirs.status).toBe(none.status);
        expect(theirs.body.code).toBe(none.body.code);
        expect([403, 404]).toContain(theirs.status);
      }
    }
    expect((await two.ask("GET", "/v1/keys")).body.data).toHaveLength(1);
    expect((await withKey(made.secret ?? "")("GET", "/v1/keys")).status).toBe(200);
  });

  test("hand-written SQL of the service's role reads no hash and no key of others (RL-1)", async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    await one.ask("POST", "/v1/keys", { name: "Mine" });
    const as = (caller: SessionCaller, text: string) =>
      withClient(urls.api, async (client) => {
        await client.query("BEGIN");
        await client.query("SELECT set_config('app.account_id', $1, true)", [caller.accountId]);
        return (await client.query(text)).rowCount;
      });
    expect(await as(one.caller, "SELECT key_id FROM app.api_key")).toBe(1);
    expect(await as(two.caller, "SELECT key_id FROM app.api_key")).toBe(0);
    expect(await as(two.caller, "UPDATE app.api_key SET revoked_at = now()")).toBe(0);
    await expect(as(one.caller, "SELECT secret_hash FROM app.api_key")).rejects.toThrow("denied");
    await expect(as(one.caller, "UPDATE app.api_key SET tier = 'paid'")).rejects.toThrow("plan");
    const denied = as(
      one.caller,
      `INSERT INTO app.api_key (account_id, name, prefix, secret_hash, scopes)
       VALUES ('${two.caller.accountId}', 'x', 'vly_aaaaaaaa', sha256('x'), '{}')`,
    );
    await expect(denied).rejects.toThrow("row-level security");
  });

  test("guesses open nothing, whatever they look like and however many there are (AU-8)", async () => {
    const made = (await asking(api)("POST", "/v1/keys", { name: "Target" })).body.data as Record<
      string,
      string
    >;
    const secret = made.secret ?? "";
    const last = secret.slice(-1) === "A" ? "B" : "A";
    const near = [
      secret.slice(0, -1),
      `${secret}A`,
      `${secret.slice(0, -1)}${last}`,
      secret.toUpperCase(),
      made.prefix ?? "",
      ` ${secret}x`,
      `${secret}\u0000`.slice(0, 40),
      createHash("sha256").update(secret).digest("hex"),
      `vly_${createHash("sha256").update(secret).digest("base64url")}`,
    ];
    for (const guess of near) {
      const status = await withKey(guess)("GET", "/v1/keys").then(
        (answer) => answer.status,
        () => 401,
      );
      expect(status, guess).toBe(401);
    }
    const writes = openAppWrites(urls.api, {
      max: 5,
      processName: "t",
      onIdleError: () => undefined,
    });
    let opened = 0;
    const prefix = secret.slice(0, 12);
    for (let guess = 0; guess < GUESSES; guess += 100) {
      await Promise.all(
        Array.from({ length: 100 }, (_, index) => {
          const { secret: other } = createKeySecret();
          // Half of them know the letters of it that are shown.
          return index % 2 === 0 ? other : `${prefix}${other.slice(prefix.length)}`;
        }).map((guessed) =>
          findKeyCaller(writes.identity, guessed).then(
            () => (opened += 1),
            () => undefined,
          ),
        ),
      );
    }
    await writes.close();
    expect(opened).toBe(0);
  });

  test("uses are counted by key, day and route, public reads included [4.42]", async () => {
    const { ask } = await signedIn();
    const made = (await ask("POST", "/v1/keys", { name: "Counted" })).body.data as Record<
      string,
      string
    >;
    const use = withKey(made.secret ?? "");
    for (let read = 0; read < 3; read += 1)
      expect((await use("GET", "/v1/listings")).status).toBe(200);
    await use("GET", "/v1/keys");
    await use("GET", "/v1/audit/verification");
    const usage = async () => {
      await api.flush();
      const { body } = await ask("GET", `/v1/keys/${made.keyId}/usage?days=2`);
      return Object.fromEntries(
        (body.data as { route: string; requests: number; failures: number }[]).map(
          ({ route, requests, failures }) => [route, [requests, failures]],
        ),
      );
    };
    await expect.poll(usage, { timeout: 10_000 }).toEqual({
      "GET /v1/audit/verification": [1, 1],
      "GET /v1/keys": [1, 0],
      "GET /v1/listings": [3, 0],
    });
    const [key] = (await ask("GET", "/v1/keys")).body.data as { lastUsedAt: string | null }[];
    expect(Date.parse(key?.lastUsedAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
  });

  test("a banned account's keys are shut out, and a paid key is no more than its account (AP-1)", async () => {
    const { ask, caller } = await signedIn({ tier: "paid" });
    const made = (await ask("POST", "/v1/keys", { name: "Paid" })).body.data as Record<
      string,
      string
    >;
    expect(made.tier).toBe("paid");
    const writes = openAppWrites(urls.api, {
      max: 1,
      processName: "t",
      onIdleError: () => undefined,
    });
    expect(await findKeyCaller(writes.identity, made.secret ?? "")).toMatchObject({ tier: "paid" });
    await rows("UPDATE app.account SET tier = 'free' WHERE account_id = $1", [caller.accountId]);
    expect(await findKeyCaller(writes.identity, made.secret ?? "")).toMatchObject({ tier: "free" });
    await writes.close();
    await rows("UPDATE app.account SET banned_at = now(), ban_reason = 'x' WHERE account_id = $1", [
      caller.accountId,
    ]);
    expect((await withKey(made.secret ?? "")("GET", "/v1/keys")).status).toBe(401);
  });
});
