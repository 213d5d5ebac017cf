import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AppWrites, openAppWrites } from "../../core/db/app-writes.ts";
import { asCaller } from "../../core/db/as-caller.ts";
import { type ClaimOutcome, claimWrite } from "../../core/idempotency/claim-write.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { asking, createSessions } from "./support/signed-in.ts";

/** 200 of them by `npm run torture -- identity`. */
const ROUNDS = Number(process.env.VALYRA_ROUNDS ?? 20);

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
let writes: AppWrites;
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  writes = openAppWrites(urls.api, { max: 5, processName: "t", onIdleError: () => undefined });
  api = startApi(urls.api, { callers: { bySession: sessions.bySession } });
});
afterAll(async () => {
  await api.close();
  await writes.close();
  await server.stop();
});

async function signedIn() {
  const caller = await addAccount(urls.admin, {});
  const ask = asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` });
  const make = (key: string, name = "A key") =>
    ask("POST", "/v1/keys", { name }, { "idempotency-key": key });
  const effects = () =>
    withClient(urls.admin, async (client) => {
      const { rows } = await client.query(
        "SELECT count(*)::int AS count FROM app.api_key WHERE account_id = $1",
        [caller.accountId],
      );
      return rows[0]?.count as number;
    });
  return { caller, ask, make, effects };
}

const asAdmin = (text: string, values: unknown[] = []) =>
  withClient(urls.admin, (client) => client.query(text, values));

describe("writes with an Idempotency-Key", () => {
  test("of 50 at once one takes effect, and the others repeat its answer or wait (AP-5)", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { make, effects } = await signedIn();
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 50 }, () => make(key)));
      const made = answers.filter(({ status }) => status === 201);
      const waiting = answers.filter(({ status }) => status === 409);
      // On a busy machine some may find no connection in time, which has no effect either.
      const unserved = answers.filter(({ status }) => status === 503);
      expect(made.length + waiting.length + unserved.length).toBe(50);
      expect(new Set(made.map(({ text }) => text)).size).toBeLessThanOrEqual(1);
      for (const { body, headers } of waiting) {
        expect(body.code).toBe("IDEMPOTENCY_IN_PROGRESS");
        expect(headers.get("retry-after")).toBe("1");
      }
      expect(await effects()).toBe(made.length === 0 ? 0 : 1);
      let later = await make(key);
      if (unserved.length > 0 && later.status === 409) {
        // Who was to carry it out found no connection to give the key back with either: its lease ends.
        await asAdmin("UPDATE app.idempotent_write SET leased_until = now() - interval '1 second'");
        later = await make(key);
      }
      expect(later.status).toBe(201);
      if (made.length > 0) {
        expect(later.text).toBe(made[0]?.text);
        expect(later.headers.get("idempotency-replayed")).toBe("true");
      }
      expect(await effects()).toBe(1);
    }
  });

  test("another body is a mistake, another account is another write, and a day ends it (AP-6)", async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    const key = randomUUID();
    const first = await one.make(key);
    expect(first.status).toBe(201);
    expect(await one.make(key, "Another name")).toMatchObject({
      status: 422,
      body: { code: "IDEMPOTENCY_KEY_REUSED" },
    });
    expect((await two.make(key)).text).not.toBe(first.text);
    // The same key at another address is another write, too.
    const { keyId } = first.body.data as Record<string, string>;
    const rotated = await one.ask(
      "POST",
      `/v1/keys/${keyId}/rotate`,
      {},
      { "idempotency-key": key },
    );
    expect(rotated.status).toBe(201);
    expect([await one.effects(), await two.effects()]).toEqual([2, 1]);
    await asAdmin("UPDATE app.idempotent_write SET expires_at = now() WHERE account_id = $1", [
      one.caller.accountId,
    ]);
    expect((await one.make(key, "Another name")).status).toBe(201);
    expect(await one.effects()).toBe(3);
  });

  test("what was refused for now takes the key up again, and what was wrong stays wrong (AP-6)", async () => {
    const { ask, make, effects } = await signedIn();
    const key = randomUUID();
    const wrong = () => ask("POST", "/v1/keys", { name: "" }, { "idempotency-key": key });
    const answers = [await wrong(), await wrong()];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect(answers[1]?.headers.get("idempotency-replayed")).toBe("true");
    const other = randomUUID();
    const anonymous = await asking(api)("GET", "/v1/keys");
    expect(anonymous.status).toBe(401);
    for (const bad of ["short", "with space in the middle of it", "ü".repeat(20)]) {
      const refused = await ask(
        "POST",
        "/v1/keys",
        { name: "x" },
        { "idempotency-key": bad },
      ).catch(() => ({ status: 400 }));
      expect(refused.status, bad).toBe(400);
    }
    expect((await make(other)).status).toBe(201);
    expect(await effects()).toBe(1);
  });

  test("the stored answer is sealed: with the whole row nobody gets the secret out (AU-8)", async () => {
    const { make, caller } = await signedIn();
    const key = randomUUID();
    const { secret } = (await make(key)).body.data as Record<string, string>;
    const { rows } = await asAdmin("SELECT * FROM app.idempotent_write WHERE account_id = $1", [
      caller.accountId,
    ]);
    expect(rows).toHaveLength(1);
    for (const value of Object.values(rows[0] ?? {})) {
      const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value));
      for (const canary of [secret ?? "", key]) {
        expect(bytes.includes(canary)).toBe(false);
        expect(bytes.includes(Buffer.from(canary).toString("base64"))).toBe(false);
      }
    }
  });
});

describe("a process that dies in the middle", () => {
  const nameOf = (key: string) => ({
    method: "POST",
    path: "/v1/keys",
    content: Buffer.from("body"),
    key,
  });
  const claimOf = (outcome: ClaimOutcome) => {
    if (outcome.kind !== "ours") throw new Error(`the write is ${outcome.kind}`);
    return outcome.claim;
  };
  const answer = { status: 201, headers: {}, body: "done" };
  const expireLeases = (accountId: string) =>
    asAdmin(
      "UPDATE app.idempotent_write SET leased_until = now() - interval '1 s' WHERE account_id = $1",
      [accountId],
    );

  test("leaves the effect and its answer, or neither, wherever it dies (AP-6)", async () => {
    const { caller, effects } = await signedIn();
    const claim = async (key: string) => claimWrite(writes.callers, caller, nameOf(key));

    // 1: before the claim. Nothing is there.
    const [a, b, c, d] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    // 2: after the claim, before anything was done. It counts as under way until its lease is over.
    claimOf(await claim(a));
    expect((await claim(a)).kind).toBe("under_way");
    await expireLeases(caller.accountId);
    const second = claimOf(await claim(a));
    // 3: in the middle of the transaction, which goes with the connection.
    const died = asCaller(writes.callers, caller, async (transaction) => {
      await transaction
        .insertInto("apiKey")
        .values({
          accountId: caller.accountId,
          name: "half",
          prefix: "vly_aaaaaaaa",
          secretHash: Buffer.alloc(32, 1),
          scopes: [],
        } as never)
        .execute();
      await second.keep(transaction, answer);
      throw new Error("killed");
    });
    await expect(died).rejects.toThrow("killed");
    expect(await effects()).toBe(0);
    await expireLeases(caller.accountId);
    // 4: after the commit, before the answer was sent. The next request gets the answer.
    const third = claimOf(await claim(a));
    await asCaller(writes.callers, caller, (transaction) => third.keep(transaction, answer));
    expect(await claim(a)).toEqual({ kind: "answered", answer });
    await expireLeases(caller.accountId);
    expect(await claim(a)).toEqual({ kind: "answered", answer });
    // 5: after a refusal, before the key was given back. The lease does it.
    claimOf(await claim(b));
    await expireLeases(caller.accountId);
    await claimOf(await claim(b)).release();
    expect((await claim(b)).kind).toBe("ours");
    // 6: one that was only slow has lost its claim, and its effect with it.
    const slow = claimOf(await claim(c));
    await expireLeases(caller.accountId);
    const quick = claimOf(await claim(c));
    const late = asCaller(writes.callers, caller, (transaction) => slow.keep(transaction, answer));
    await expect(late).rejects.toThrow("taken over");
    await slow.release();
    await asCaller(writes.callers, caller, (transaction) => quick.keep(transaction, answer));
    expect((await claim(c)).kind).toBe("answered");
    // An effect without a transaction of ours keeps its answer afterwards.
    const outside = claimOf(await claim(d));
    await outside.keepAfterwards(answer);
    await outside.release();
    expect((await claim(d)).kind).toBe("answered");
  });

  test("rows whose day is over are purged (AP-6)", async () => {
    const { caller } = await signedIn();
    await claimWrite(writes.callers, caller, nameOf(randomUUID()));
    await asAdmin("UPDATE app.idempotent_write SET expires_at = now() - interval '1 s'");
    await withClient(urls.api, (client) => client.query("SELECT app.purge_idempotent_writes()"));
    const { rows } = await asAdmin("SELECT count(*)::int AS count FROM app.idempotent_write");
    expect(rows).toEqual([{ count: 0 }]);
  });
});
