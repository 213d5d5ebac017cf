import { bcrypt } from "hash-wasm";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { IdentityMail } from "../../core/identity/email-accounts.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { bearer, codeOf, dataOf, post, signIn, type Tokens } from "./support/identity.ts";
import { createPublishedDatabase } from "./support/market.ts";

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

  test("is never given away by an answer; its owner learns of a second one [3.22, 4.30]", async () => {
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
    expect((await begin("samesame12@example.org", "samesame12")).status).toBe(400);
  });

  test("locks for a while after failures, as does one that is not there [3.23]", async () => {
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
    expect(wallets).toMatchObject([{ address: wallet.address, proof: "key" }]);
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

test("its owner sees and names his account, nobody else does, and deletes it [2.29, 2.30, 3.45]", async () => {
  const wallet = privateKeyToAccount(generatePrivateKey());
  const tokens = await signIn(api, wallet);
  const headers = bearer(tokens.accessToken);
  const change = (body: unknown) => post(api, "/v1/account", body, headers, "PATCH");
  expect((await api.get("/v1/account")).status).toBe(401);
  expect((await change({ displayName: "Ana", tier: "paid" })).status).toBe(400);
  expect((await dataOf(await change({ displayName: "Ana", username: "ana-1" }))).username).toBe(
    "ana-1",
  );
  const other = await signIn(api, privateKeyToAccount(generatePrivateKey()));
  const taken = { username: "ana-1" };
  expect(
    await codeOf(await post(api, "/v1/account", taken, bearer(other.accessToken), "PATCH")),
  ).toBe("NAME_TAKEN");
  expect((await api.request("/v1/account", { method: "DELETE", headers })).status).toBe(204);
  expect((await account(tokens)).status).toBe(401);
  const left = await query(
    "SELECT (SELECT count(*) FROM app.account WHERE account_id = $1) + (SELECT count(*) FROM app.session WHERE account_id = $1) + (SELECT count(*) FROM app.account_wallet WHERE account_id = $1) AS rows",
    [tokens.accountId],
  );
  expect(left).toEqual([{ rows: "0" }]);
});
