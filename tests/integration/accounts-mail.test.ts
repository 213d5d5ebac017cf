import { bcrypt } from "hash-wasm";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { IdentityMail } from "../../core/identity/email-accounts.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { bearer, codeOf, dataOf, post, signIn, type Tokens } from "./support/identity.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { insertRows } from "./support/rows.ts";

const PASSWORD = "correct horse battery";
const START = new Date("2026-03-01T12:00:00Z");

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;
let clock: Date;
const mails: IdentityMail[] = [];

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  api = startApi(urls.api, { auth: {}, now: () => clock, sendMail: (mail) => mails.push(mail) });
});
beforeEach(() => {
  clock = START;
  mails.length = 0;
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1_000);
};
const query = (text: string, values: unknown[] = []) =>
  withClient(urls.admin, async (client) => (await client.query(text, values)).rows);

const begin = (email: string, password = PASSWORD) =>
  post(api, "/v1/auth/register", { email, password });
const confirm = (secret: string | undefined, password = PASSWORD) =>
  post(api, "/v1/auth/email/verify", { secret, password });
const login = (email: string, password = PASSWORD) =>
  post(api, "/v1/auth/login", { email, password });
const account = ({ accessToken }: Tokens) => api.get("/v1/account", bearer(accessToken));

/** Secret of the link in the newest mail. */
function lastSecret(): string | undefined {
  const mail = mails.at(-1);
  return mail !== undefined && "secret" in mail ? mail.secret : undefined;
}

async function register(email: string): Promise<Tokens> {
  expect((await begin(email)).status).toBe(202);
  const answer = await confirm(lastSecret());
  expect(answer.status).toBe(201);
  return dataOf(answer);
}

describe("an account by e-mail", () => {
  test("is there when the mail was read, and logs in without a wallet [3.1, 4.31, 3.79]", async () => {
    expect((await begin("Ana@Example.org")).status).toBe(202);
    expect(await codeOf(await login("ana@example.org"))).toBe("INVALID_CREDENTIALS");
    const secret = lastSecret();
    // The link alone opens nothing: somebody else may have registered the address.
    expect((await confirm(secret, "another password")).status).toBe(401);
    const tokens = await dataOf(await confirm(secret));
    expect(await dataOf(await account(tokens))).toMatchObject({
      ...{ email: "ana@example.org", wallets: [], roles: ["user"], kycStatus: "none" },
      trustScore: 50,
    });
    expect(await codeOf(await confirm(secret))).toBe("INVALID_CREDENTIALS");
    expect((await login("ANA@example.org")).status).toBe(201);

    await begin("late@example.org");
    later(86_401);
    expect(await codeOf(await confirm(lastSecret()))).toBe("INVALID_CREDENTIALS");
  });

  test("is never given away by an answer; its owner learns of a second one [3.22, 4.30, 5.59]", async () => {
    await begin("twice@example.org");
    const first = lastSecret();
    await begin("twice@example.org");
    const second = lastSecret();
    expect((await confirm(first)).status).toBe(201);
    expect((await confirm(second)).status).toBe(409);

    const [known, unknown] = [await begin("twice@example.org"), await begin("none@example.org")];
    expect(known.status).toBe(unknown.status);
    expect(mails.slice(-2).map(({ kind }) => kind)).toEqual(["already_registered", "register"]);
    const forget = (email: string) => post(api, "/v1/auth/password/forgot", { email });
    const answers = [await forget("twice@example.org"), await forget("nobody@example.org")];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const wrong = [
      await (await login("twice@example.org", "wrong password")).json(),
      await (await login("nobody@example.org", "wrong password")).json(),
    ].map((problem) => ({ ...(problem as object), requestId: "" }));
    expect(wrong[0]).toEqual(wrong[1]);
    expect((await begin("weak@example.org", "short")).status).toBe(400);
    for (const none of ["ana", "ana@", "@example.org", "ana@example", "a b@example.org", ""]) {
      expect((await begin(none)).status, none).toBe(400);
    }
    expect((await begin("samesame12@example.org", "samesame12")).status).toBe(400);
  });

  test("locks for a while after failures, as does one that is not there [3.23, 5.60]", async () => {
    await register("lock@example.org");
    for (const email of ["lock@example.org", "ghost@example.org"]) {
      clock = START;
      for (let failure = 0; failure < 5; failure += 1) {
        expect((await login(email, "wrong password")).status).toBe(401);
      }
      const locked = await login(email);
      expect(locked.status).toBe(429);
      expect(Number(locked.headers.get("retry-after"))).toBe(2);
      later(3);
      expect((await login(email, "wrong password")).status).toBe(401);
      expect(Number((await login(email)).headers.get("retry-after"))).toBe(4);
    }
    later(60);
    expect((await login("lock@example.org")).status).toBe(201);
  });

  test("gets another password by a link that is good once and for an hour [5.94]", async () => {
    const tokens = await register("reset@example.org");
    const forget = () => post(api, "/v1/auth/password/forgot", { email: "reset@example.org" });
    const reset = (secret: string | undefined, password: string) =>
      post(api, "/v1/auth/password/reset", { secret, password });
    await forget();
    const stale = lastSecret();
    later(3_601);
    expect((await reset(stale, "a newer password")).status).toBe(401);
    await forget();
    const secret = lastSecret();
    const both = await Promise.all([
      reset(secret, "a newer password"),
      reset(secret, "a newer password"),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 401]);
    expect((await account(tokens)).status).toBe(401);
    expect((await login("reset@example.org")).status).toBe(401);
    expect((await login("reset@example.org", "a newer password")).status).toBe(201);
  });

  test("keeps argon2id, and imported bcrypt until its owner logs in [3.62, 5.138]", async () => {
    const { accountId } = await register("old@example.org");
    const hashOf = async () =>
      (await query("SELECT hash FROM app.account_password WHERE account_id = $1", [accountId]))[0]
        .hash as string;
    expect(await hashOf()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const salt = new Uint8Array(16).fill(7);
    const imported = await bcrypt({ password: PASSWORD, salt, costFactor: 10 });
    await query("UPDATE app.account_password SET hash = $2 WHERE account_id = $1", [
      accountId,
      imported,
    ]);
    expect((await login("old@example.org", "wrong password")).status).toBe(401);
    expect(await hashOf()).toBe(imported);
    expect((await login("old@example.org")).status).toBe(201);
    expect(await hashOf()).toMatch(/^\$argon2id\$/);
    expect((await login("old@example.org")).status).toBe(201);
  });
});

describe("wallets of an account", () => {
  async function link(tokens: Tokens, wallet: ReturnType<typeof privateKeyToAccount>) {
    const headers = bearer(tokens.accessToken);
    const { address } = wallet;
    const asked = await post(api, "/v1/account/wallet-nonce", { address }, headers);
    const { message } = await dataOf(asked);
    const signature = await wallet.signMessage({ message });
    return post(api, "/v1/account/wallets", { message, signature }, headers);
  }

  test("are linked by their signature, each to one account, and open it then [3.4, 3.25, 1.30]", async () => {
    const tokens = await register("wallets@example.org");
    const wallet = privateKeyToAccount(generatePrivateKey());
    expect((await link(tokens, wallet)).status).toBe(201);
    const { wallets } = await dataOf(await account(tokens));
    // Checksummed as it is shown, in lower case as it is kept, and there once.
    expect(wallets).toMatchObject([{ address: wallet.address, proof: "key" }]);
    const kept = await query("SELECT address FROM app.account_wallet WHERE account_id = $1", [
      tokens.accountId,
    ]);
    expect(kept).toEqual([{ address: wallet.address.toLowerCase() }]);
    const insert = (address: string) =>
      query(
        "INSERT INTO app.account_wallet (address, account_id, proof, chain_id) VALUES ($1, $2, 'key', 1)",
        [address, tokens.accountId],
      );
    await expect(insert(wallet.address.toLowerCase())).rejects.toThrow("duplicate key");
    await expect(insert(wallet.address)).rejects.toThrow("account_wallet_address");
    expect((await signIn(api, wallet)).accountId).toBe(tokens.accountId);

    const other = await register("others@example.org");
    expect(await codeOf(await link(other, wallet))).toBe("WALLET_TAKEN");
    // A nonce to link is none to sign in with, and belongs to one account.
    const asked = await post(
      api,
      "/v1/account/wallet-nonce",
      { address: wallet.address },
      bearer(tokens.accessToken),
    );
    const { message } = await dataOf(asked);
    const signed = { message, signature: await wallet.signMessage({ message }) };
    expect((await post(api, "/v1/auth/verify", signed)).status).toBe(401);
    expect((await post(api, "/v1/account/wallets", signed, bearer(other.accessToken))).status).toBe(
      401,
    );
  });

  test("can be unlinked while something else opens the account, and their sessions end", async () => {
    const wallet = privateKeyToAccount(generatePrivateKey());
    const tokens = await signIn(api, wallet);
    const unlink = (by: Tokens) =>
      api.request(`/v1/account/wallets/${wallet.address}`, {
        method: "DELETE",
        headers: bearer(by.accessToken),
      });
    expect(await codeOf(await unlink(tokens))).toBe("LAST_CREDENTIAL");
    const body = { email: "added@example.org", password: PASSWORD };
    await post(api, "/v1/account/email", body, bearer(tokens.accessToken));
    const byMail = await dataOf(await confirm(lastSecret()));
    expect(byMail.accountId).toBe(tokens.accountId);
    expect((await unlink(byMail)).status).toBe(204);
    expect((await account(tokens)).status).toBe(401);
    expect((await account(byMail)).status).toBe(200);
    expect(await codeOf(await unlink(byMail))).toBe("WALLET_NOT_FOUND");
  });
});

test("its owner sees his wallets and how far he is known, and names himself; nobody else does [2.29, 2.30, 5.71]", async () => {
  const wallet = privateKeyToAccount(generatePrivateKey());
  const tokens = await signIn(api, wallet);
  const headers = bearer(tokens.accessToken);
  expect(await dataOf(await account(tokens))).toMatchObject({
    ...{ accountId: tokens.accountId, wallets: [{ address: wallet.address, proof: "key" }] },
    ...{ kycStatus: "none", trustScore: 50, tier: "free", roles: ["user"] },
    ...{ email: null, emailVerifiedAt: null },
  });
  expect(await codeOf(await api.get("/v1/account"))).toBe("AUTH_REQUIRED");
  const change = (body: unknown) => post(api, "/v1/account", body, headers, "PATCH");
  for (const unknown of [{ tier: "paid" }, { kycStatus: "verified" }, { email: "a@b.example" }]) {
    const answer = await change({ displayName: "Ana", ...unknown });
    expect([answer.status, await codeOf(answer)]).toEqual([400, "INVALID_REQUEST"]);
  }
  const add = (email: string) =>
    post(api, "/v1/account/email", { email, password: PASSWORD }, headers);
  for (const none of ["ana", "ana@", "@b.example", "a b@c.example"]) {
    expect((await add(none)).status, none).toBe(400);
  }
  expect((await add("named@example.org")).status).toBe(202);
});

test("its owner names his account, and deletes it with all that is private; the chain stays [3.45]", async () => {
  const wallet = privateKeyToAccount(generatePrivateKey());
  const tokens = await signIn(api, wallet);
  const headers = bearer(tokens.accessToken);
  const change = (body: unknown) => post(api, "/v1/account", body, headers, "PATCH");
  await withClient(urls.admin, (client) =>
    insertRows(client, "release_a", "listing", [{ seller: wallet.address.toLowerCase() }]),
  );
  expect((await dataOf(await change({ displayName: "Ana", username: "ana-1" }))).username).toBe(
    "ana-1",
  );
  const other = await signIn(api, privateKeyToAccount(generatePrivateKey()));
  const taken = { username: "ana-1" };
  expect(
    await codeOf(await post(api, "/v1/account", taken, bearer(other.accessToken), "PATCH")),
  ).toBe("NAME_TAKEN");
  const owned = { title: "A shop", document: {} };
  expect((await post(api, "/v1/drafts", owned, headers)).status).toBe(201);
  expect((await post(api, "/v1/keys", { name: "k" }, headers)).status).toBe(201);
  const tables = (
    await query(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'app' AND column_name = 'account_id'
         AND table_name IN (SELECT relname FROM pg_class WHERE relkind IN ('r', 'p'))`,
    )
  ).map(({ name }) => name as string);
  const rowsOf = async () => {
    const counts = tables.map(
      (name) => `SELECT '${name}' AS name FROM app.${name} WHERE account_id = $1`,
    );
    const found = await query(
      `SELECT DISTINCT name FROM (${counts.join(" UNION ALL ")}) AS every`,
      [tokens.accountId],
    );
    return found.map(({ name }) => name as string);
  };
  expect(await rowsOf()).toEqual(
    expect.arrayContaining(["account", "account_wallet", "api_key", "listing_draft", "session"]),
  );
  expect((await api.request("/v1/account", { method: "DELETE", headers })).status).toBe(204);
  expect((await account(tokens)).status).toBe(401);
  expect(await rowsOf()).toEqual([]);
  const onChain = await query("SELECT FROM indexed.listing WHERE seller = $1", [
    wallet.address.toLowerCase(),
  ]);
  expect(onChain).toHaveLength(1);
});

test("the database keeps accounts to what an account can be [2.81, 4.27, 5.4]", async () => {
  const { accountId } = await register("columns@example.org");
  const set = (column: string, value: unknown) =>
    query(`UPDATE app.account SET ${column} = $2 WHERE account_id = $1`, [accountId, value]);
  const [fresh] = await query("SELECT trust_score FROM app.account WHERE account_id = $1", [
    accountId,
  ]);
  expect(fresh).toEqual({ trust_score: 50 });
  for (const [column, good] of [
    ["kyc_status", ["pending", "verified", "rejected", "none"]],
    ["trust_score", [0, 100]],
    ["tier", ["paid", "free"]],
    ["username", ["ana-2", null]],
  ] as const) {
    for (const value of good) await set(column, value);
  }
  for (const [column, bad] of [
    ["kyc_status", ["", "approved", null]],
    ["trust_score", [-1, 101, null]],
    ["tier", ["gold", null]],
    ["username", ["ab", "Ana", "-ana", "a b c", "a".repeat(31)]],
    ["email", ["Ana@example.org", "", "x".repeat(260)]],
    ["display_name", ["", "x".repeat(81)]],
  ] as const) {
    for (const value of bad) {
      await expect(set(column, value), `${column} ${value}`).rejects.toThrow(
        /check constraint|not-null/,
      );
    }
  }
  const insertKey = (prefix: string, hash: string, scopes = "{}") =>
    query(
      `INSERT INTO app.api_key (account_id, name, prefix, secret_hash, scopes) VALUES ($1, 'k', $2, $3::bytea, $4)`,
      [accountId, prefix, hash, scopes],
    );
  const hash = `\\x${"ab".repeat(32)}`;
  await insertKey("vly_aaaaaaaa", hash);
  await expect(insertKey("vly_bbbbbbbb", hash)).rejects.toThrow("duplicate key");
  await expect(insertKey("vly_cccccccc", "\\xab")).rejects.toThrow("check constraint");
  await expect(insertKey("other", `\\x${"cd".repeat(32)}`)).rejects.toThrow("check constraint");
});

test("an address of mail belongs to one account, and a wallet to one or none [3.39]", async () => {
  const [first, second] = [
    await register("unique-1@example.org"),
    await register("unique-2@example.org"),
  ];
  const taken = query(
    "UPDATE app.account SET email = 'unique-1@example.org' WHERE account_id = $1",
    [second.accountId],
  );
  await expect(taken).rejects.toThrow("account_by_email");
  expect((await dataOf(await account(first))).wallets).toEqual([]);
  const link = (accountId: string) =>
    query(
      "INSERT INTO app.account_wallet (address, account_id, proof, chain_id) VALUES ($1, $2, 'key', 1)",
      [`0x${"12".repeat(20)}`, accountId],
    );
  await link(first.accountId);
  await expect(link(second.accountId)).rejects.toThrow("account_wallet_pkey");
});

test("somebody registers, logs in, goes on by refreshing and logs out, by the answers alone [3.24, 4.6, 4.7]", async () => {
  await register("whole-way@example.org");
  expect(await codeOf(await api.get("/v1/account"))).toBe("AUTH_REQUIRED");
  const { accessToken, refreshToken } = await dataOf(await login("whole-way@example.org"));
  later(16 * 60);
  expect(await codeOf(await api.get("/v1/account", bearer(accessToken)))).toBe("EXPIRED_TOKEN");
  const refreshed = await dataOf(await post(api, "/v1/auth/refresh", { refreshToken }));
  const headers = bearer(refreshed.accessToken);
  expect((await api.get("/v1/account", headers)).status).toBe(200);
  expect((await post(api, "/v1/auth/logout", undefined, headers)).status).toBe(204);
  expect(await codeOf(await api.get("/v1/account", headers))).toBe("INVALID_TOKEN");
  const dead = await post(api, "/v1/auth/refresh", { refreshToken: refreshed.refreshToken });
  expect(await codeOf(dead)).toBe("INVALID_CREDENTIALS");
});
