import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAuditLog } from "../../core/audit-log/read-audit-log.ts";
import { recordChange } from "../../core/audit-log/record-change.ts";
import { type AppWrites, openAppWrites } from "../../core/db/app-writes.ts";
import { asCaller } from "../../core/db/as-caller.ts";
import type { SessionCaller } from "../../core/identity/caller.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { createPublishedDatabase } from "./support/market.ts";

const ORIGIN = { requestId: "r-1", client: "203.0.113.9", userAgent: "test" };

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let writes: AppWrites;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  writes = openAppWrites(urls.api, { max: 5, processName: "test", onIdleError: () => undefined });
});
afterAll(async () => {
  await writes.close();
  await server.stop();
});

const admin = () => addAccount(urls.admin, { roles: ["admin"] });
const account = () => addAccount(urls.admin, {});

const record = (caller: SessionCaller, entityId: string, after = {}) =>
  asCaller(writes.callers, caller, (transaction) =>
    recordChange(transaction, caller, ORIGIN, {
      action: "thing.change",
      entity: "thing",
      entityId,
      before: { state: "old" },
      after: { state: "new", ...after },
    }),
  );

const verify = async (afterSequence = 0n, maxEntries = 10_000) =>
  asCaller(writes.callers, await admin(), (transaction) =>
    verifyAuditLog(transaction, { afterSequence, maxEntries }),
  );

/** As somebody who owns the server: past triggers and policies. */
const tamper = (statement: string) =>
  withClient(urls.admin, async (client: pg.Client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(statement);
  });

test("a change is logged in its own transaction with actor, request, before and after [4.29, 5.11]", async () => {
  const caller = await account();
  const id = randomUUID();
  const failed = asCaller(writes.callers, caller, async (transaction) => {
    await recordChange(transaction, caller, ORIGIN, {
      action: "thing.change",
      entity: "thing",
      entityId: id,
    });
    throw new Error("the change failed");
  });
  await expect(failed).rejects.toThrow("the change failed");
  await record(caller, id, { apiSecret: "canary", deep: { passwordHash: "canary" } });
  const { rows } = await withClient(urls.admin, (client) =>
    client.query("SELECT * FROM app.audit_entry WHERE entity_id = $1", [id]),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    actor_kind: "account",
    actor_id: caller.accountId,
    request_id: "r-1",
    client: "203.0.113.9",
    user_agent: "test",
    before: { state: "old" },
    after: { state: "new", apiSecret: "[hidden]", deep: { passwordHash: "[hidden]" } },
  });
});

test("nobody changes, removes or forges an entry with the rights of the service (RL-1)", async () => {
  const [caller, other] = [await account(), await account()];
  await record(caller, "x");
  const attempts = [
    "UPDATE app.audit_entry SET action = 'thing.other'",
    "DELETE FROM app.audit_entry",
    "TRUNCATE app.audit_entry",
    "UPDATE app.audit_head SET last_sequence = 0",
    "INSERT INTO app.audit_entry (sequence, actor_kind, action, entity, entity_id) VALUES (1, 'system', 'a.b', 'c', 'd')",
    `INSERT INTO app.audit_entry (actor_kind, actor_id, action, entity, entity_id) VALUES ('account', '${other.accountId}', 'a.b', 'c', 'd')`,
  ];
  for (const url of [urls.api, urls.worker]) {
    for (const attempt of attempts) {
      const refused = withClient(url, async (client) => {
        await client.query("SELECT set_config('app.account_id', $1, false)", [caller.accountId]);
        await client.query(attempt);
      });
      await expect(refused, attempt).rejects.toMatchObject({ code: "42501" });
    }
  }
  // Not even the owner of the tables.
  for (const attempt of attempts.slice(0, 3)) {
    const refused = withClient(urls.admin, (client) => client.query(attempt));
    await expect(refused, attempt).rejects.toThrow("append-only");
  }
});

test("an account reads its own entries alone, an administrator all of them (RL-1)", async () => {
  const [one, two] = [await account(), await account()];
  await record(one, "of-one");
  await record(two, "of-two");
  const seen = async (caller: SessionCaller) => {
    const rows = await asCaller(writes.callers, caller, (transaction) =>
      transaction.selectFrom("auditEntry").select("entityId").execute(),
    );
    return rows.map(({ entityId }) => entityId).filter((id) => id.startsWith("of-"));
  };
  expect(await seen(one)).toEqual(["of-one"]);
  expect(await seen(two)).toEqual(["of-two"]);
  expect(await seen(await admin())).toEqual(["of-one", "of-two"]);
});

test("parallel writers make one chain, and whatever is done to it shows", async () => {
  const callers = await Promise.all(Array.from({ length: 4 }, account));
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      record(callers[index % 4] as SessionCaller, `p-${index}`),
    ),
  );
  const whole = await verify();
  expect(whole).toMatchObject({ brokenAt: null, fault: null });
  expect(whole.checked).toBe(whole.lastSequence);
  expect(whole.lastHash).toMatch(/^[0-9a-f]{64}$/);
  // In parts, as a long log is read.
  expect(await verify(0n, 7)).toMatchObject({ checked: 7n, lastSequence: 7n, brokenAt: null });
  expect(await verify(7n)).toMatchObject({ lastSequence: whole.lastSequence, brokenAt: null });

  const last = whole.lastSequence;
  const copy = "CREATE TABLE IF NOT EXISTS public.kept AS SELECT * FROM app.audit_entry";
  await tamper(copy);
  const restore = () =>
    tamper("DELETE FROM app.audit_entry; INSERT INTO app.audit_entry SELECT * FROM public.kept");
  const deeds: [string, bigint, string][] = [
    ["UPDATE app.audit_entry SET after = '{}' WHERE sequence = 5", 5n, "changed"],
    ["UPDATE app.audit_entry SET actor_id = gen_random_uuid() WHERE sequence = 9", 9n, "changed"],
    ["UPDATE app.audit_entry SET at = at + interval '1 second' WHERE sequence = 3", 3n, "changed"],
    ["DELETE FROM app.audit_entry WHERE sequence = 6", 7n, "missing"],
    ["DELETE FROM app.audit_entry WHERE sequence <= 2", 3n, "missing"],
    [`DELETE FROM app.audit_entry WHERE sequence > ${last - 2n}`, last, "end are missing"],
    ["DELETE FROM app.audit_entry", last, "end are missing"],
    [
      "UPDATE app.audit_entry AS e SET after = '{}' WHERE sequence = 8; UPDATE app.audit_entry AS e SET hash = app.audit_hash(e) WHERE sequence = 8",
      9n,
      "does not follow",
    ],
  ];
  for (const [deed, brokenAt, fault] of deeds) {
    await tamper(deed);
    const verdict = await verify();
    expect(verdict.brokenAt, deed).toBe(brokenAt);
    expect(verdict.fault, deed).toContain(fault);
    await restore();
  }
  expect(await verify()).toMatchObject({ brokenAt: null, fault: null });
});
