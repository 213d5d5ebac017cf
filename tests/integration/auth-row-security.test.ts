import fc from "fast-check";
import type pg from "pg";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAppWrites } from "../../core/db/app-writes.ts";
import { asCaller } from "../../core/db/as-caller.ts";
import type { SessionCaller } from "../../core/identity/caller.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import "../support/property-seed.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { signIn, type Tokens } from "./support/identity.ts";
import { createPublishedDatabase } from "./support/market.ts";

/** Names an account and is closed to the API all the same: jobs are for workers, by functions. */
const OF_WORKERS = new Set(["job"]);

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;
let first: Tokens;
let second: Tokens;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  api = startApi(urls.api, { auth: {} });
  first = await signIn(api, privateKeyToAccount(generatePrivateKey()));
  second = await signIn(api, privateKeyToAccount(generatePrivateKey()));
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

/** Runs statements as the API would for an account, whatever roles it claims to come with. */
const asApi = <Answer>(
  accountId: string,
  work: (client: pg.Client) => Promise<Answer>,
  roles = "",
): Promise<Answer> =>
  withClient(urls.api, async (client) => {
    await client.query("SELECT set_config('app.account_id', $1, false)", [accountId]);
    await client.query("SELECT set_config('app.roles', $1, false)", [roles]);
    return work(client);
  });

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  );

describe("private rows", () => {
  test("have policies that bind their owner too, in every table of callers (RL-1) [1.32]", async () => {
    const tables = await withClient(urls.admin, async (client) => {
      const { rows } = await client.query<{ name: string; isForced: boolean; policies: number }>(
        `SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS "isForced",
           (SELECT count(*)::int FROM pg_policy WHERE polrelid = pg_class.oid) AS policies
         FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p')`,
      );
      return rows;
    });
    const named = tables.filter(({ name }) =>
      /^(account|session|refresh_token|sign_in_nonce|used_request|mail_token|login_guard)/.test(
        name,
      ),
    );
    expect(named.length).toBeGreaterThanOrEqual(10);
    expect(named.filter(({ isForced, policies }) => !isForced || policies === 0)).toEqual([]);
    const withAccounts = await withClient(urls.admin, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT DISTINCT table_name AS name FROM information_schema.columns
         WHERE table_schema = 'app' AND column_name IN ('account_id', 'org_id', 'organisation_id')`,
      );
      return new Set(rows.map(({ name }) => name));
    });
    const open = tables.filter(({ name, isForced }) => withAccounts.has(name) && !isForced);
    expect(open.map(({ name }) => name).filter((name) => !OF_WORKERS.has(name))).toEqual([]);
    const { rows } = await withClient(urls.admin, (client) =>
      client.query(
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'valyra_%' AND (rolbypassrls OR rolsuper)",
      ),
    );
    expect(rows).toEqual([]);
  });

  test("have times with their zone, and the indexes that a sign-in looks up [3.47, 5.15]", async () => {
    const found = (text: string) =>
      withClient(urls.admin, async (client) => (await client.query(text)).rows);
    const columns = await found(
      `SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns
       WHERE table_schema IN ('app', 'indexed', 'analytics', 'release_a')`,
    );
    expect(columns.length).toBeGreaterThan(300);
    const zoneless = columns.filter(({ data_type }) => /^(time|timestamp) without/.test(data_type));
    expect(zoneless).toEqual([]);
    expect(
      columns.filter(({ data_type }) => /^timestamp with/.test(data_type)).length,
    ).toBeGreaterThan(40);
    const indexes = await found(
      `SELECT pg_get_indexdef(indexrelid) AS index FROM pg_index
       WHERE indrelid IN ('app.account'::regclass, 'app.oidc_identity'::regclass) AND indisunique`,
    );
    for (const shape of [
      /account USING btree \(email\)/,
      /oidc_identity USING btree \(issuer, subject\)/,
    ]) {
      expect(indexes.filter(({ index }) => shape.test(index))).toHaveLength(1);
    }
  });

  test("say when they last changed, whoever changes them [5.19]", async () => {
    const missing = await withClient(urls.admin, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT attrelid::regclass::text AS name FROM pg_attribute
         WHERE attname = 'updated_at' AND attnum > 0
           AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r')
           AND (has_any_column_privilege('valyra_api', attrelid, 'UPDATE')
             OR has_any_column_privilege('valyra_identity', attrelid, 'UPDATE'))
           AND NOT EXISTS (SELECT FROM pg_trigger
             WHERE tgrelid = attrelid AND tgfoid = 'app.touch_updated_at'::regproc)`,
      );
      return rows.map(({ name }) => name);
    });
    // The service moves its place in the journal without its owner's doing.
    expect(missing.filter((name) => name !== "app.webhook_endpoint")).toEqual([]);
    const { accountId } = first;
    const { rows } = await withClient(urls.admin, (client) =>
      client.query(
        `UPDATE app.account SET display_name = 'x', updated_at = '2020-01-01' WHERE account_id = $1
         RETURNING updated_at > now() - interval '1 minute' AS is_true`,
        [accountId],
      ),
    );
    expect(rows).toEqual([{ is_true: true }]);
  });

  test("of others are out of reach of SQL that is written by hand (RL-2) [1.32]", async () => {
    const seen = (table: string) =>
      asApi(first.accountId, async (client) => {
        const { rows } = await client.query(`SELECT DISTINCT account_id FROM app.${table}`);
        return rows.map(({ account_id }) => account_id);
      });
    for (const table of ["account", "account_wallet", "session"]) {
      expect(await seen(table), table).toEqual([first.accountId]);
    }
    const nobody = await asApi(
      "",
      async (client) => (await client.query("SELECT * FROM app.account")).rows,
    );
    expect(nobody).toEqual([]);
    const changed = await asApi(first.accountId, (client) =>
      client.query("UPDATE app.account SET display_name = 'mine' WHERE account_id = $1", [
        second.accountId,
      ]),
    );
    expect(changed.rowCount).toBe(0);
  });

  test("of proofs are out of reach altogether, and nobody raises himself (RL-1)", async () => {
    const refused = (statement: string) =>
      asApi(first.accountId, (client) => codeOf(client.query(statement)), "user,admin");
    for (const table of [
      "account_password",
      "refresh_token",
      "session_proof",
      "mail_token",
      "sign_in_nonce",
      "used_request",
      "login_guard",
    ]) {
      expect(await refused(`SELECT * FROM app.${table}`), table).toBe("42501");
    }
    expect(await refused("DELETE FROM app.account")).toBe("42501");
    expect(await refused("UPDATE app.account SET tier = 'paid'")).toBe("42501");
    expect(await refused("UPDATE app.account SET trust_score = 100")).toBe("42501");
    expect(await refused("UPDATE app.session SET ended_at = NULL")).toBe("42501");
    expect(
      await refused(
        `INSERT INTO app.account_role (account_id, role) VALUES ('${first.accountId}', 'admin')`,
      ),
    ).toBe("42501");
  });

  test("stay with their caller on few connections, whatever ends a transaction (RL-3)", async () => {
    const writes = openAppWrites(urls.api, {
      ...{ max: 2, processName: "test_row_security" },
      onIdleError: () => undefined,
    });
    const callerOf = ({ accountId, sessionId }: Tokens): SessionCaller => ({
      ...{ kind: "session", accountId, sessionId, wallets: [], roles: ["user"], tier: "free" },
      ...{ wallet: undefined, signedInAt: new Date() },
    });
    const read = (caller: SessionCaller | { kind: "anonymous" }, ending: string) =>
      asCaller(writes.callers, caller, async (transaction) => {
        const rows = await transaction.selectFrom("account").select("accountId").execute();
        if (ending === "throw") throw new Error(rows.map(({ accountId }) => accountId).join());
        return rows.map(({ accountId }) => accountId).join();
      }).catch((error: Error) => error.message);
    const step = fc.record({
      who: fc.constantFrom("first", "second", "nobody"),
      ending: fc.constantFrom("commit", "throw"),
    });
    const expected = { first: first.accountId, second: second.accountId, nobody: "" };
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 20 }), async (steps) => {
          const answers = await Promise.all(
            steps.map(({ who, ending }) => {
              if (who === "nobody") return read({ kind: "anonymous" }, ending);
              return read(callerOf(who === "first" ? first : second), ending);
            }),
          );
          expect(answers).toEqual(steps.map(({ who }) => expected[who as keyof typeof expected]));
        }),
        { numRuns: 25 },
      );
    } finally {
      await writes.close();
    }
  });
});
