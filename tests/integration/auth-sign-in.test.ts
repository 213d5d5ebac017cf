import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { bearer, codeOf, dataOf, post, signIn, type Tokens } from "./support/identity.ts";
import { createPublishedDatabase } from "./support/market.ts";

/** Rounds of one message sent 50 times at once; more by `npm run torture -- identity`. */
const ROUNDS = Number(process.env.VALYRA_ROUNDS ?? 2);

const START = new Date("2026-03-01T12:00:00Z");
const wallet = privateKeyToAccount(generatePrivateKey());
const other = privateKeyToAccount(generatePrivateKey());

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;
let clock: Date;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  api = startApi(urls.api, { auth: {}, now: () => clock });
});
beforeEach(() => {
  clock = START;
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1_000);
};

const sessionsOf = ({ accessToken }: Tokens) => api.get("/v1/auth/sessions", bearer(accessToken));

async function challenge(address = wallet.address) {
  const answer = await post(api, "/v1/auth/nonce", { address });
  return (await dataOf(answer)) as { nonce: string; message: string };
}

describe("a wallet signs in", () => {
  test("with a message that it signs, without any password, and is known then [1.15, 2.7, 2.32]", async () => {
    const { message } = await challenge();
    const signature = await wallet.signMessage({ message });
    const answer = await post(api, "/v1/auth/verify", { message, signature });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    const data = await dataOf(answer);
    const sessions = await sessionsOf(data);
    expect(sessions.status).toBe(200);
    expect(await dataOf(sessions)).toMatchObject([
      { sessionId: data.sessionId, isCurrent: true, method: "wallet", wallet: wallet.address },
    ]);
    const again = await signIn(api, wallet);
    expect(again.accountId).toBe(data.accountId);
  });

  test("once for each message, however often it is sent at once (AU-1)", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { message } = await challenge();
      const signature = await wallet.signMessage({ message });
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => post(api, "/v1/auth/verify", { message, signature })),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      const refused = answers.filter(({ status }) => status === 401);
      // On a busy machine some may find no connection in time, which opens nothing either.
      const unserved = answers.filter(({ status }) => status === 503);
      expect(refused.length + unserved.length).toBe(49);
      expect(await codeOf(refused[0])).toBe("REPLAYED_SIGNATURE");
    }
  });

  test("only for this service, this chain, this time and itself (AU-2)", async () => {
    const { nonce, message } = await challenge();
    const fields = {
      address: wallet.address,
      chainId: 31_337,
      domain: "app.test",
      uri: "https://app.test",
      version: "1",
      nonce,
      issuedAt: clock,
    } as const;
    const at = (seconds: number) => new Date(clock.getTime() + seconds * 1_000);
    const mutations: Parameters<typeof createSiweMessage>[0][] = [
      { ...fields, domain: "evil.test", uri: "https://evil.test" },
      { ...fields, domain: "app.test.evil.test" },
      { ...fields, domain: "app.test:8443" },
      { ...fields, uri: "https://evil.test/app.test" },
      { ...fields, uri: "http://app.test" },
      { ...fields, chainId: 1 },
      { ...fields, address: other.address },
      { ...fields, nonce: `${nonce.slice(0, -1)}${nonce.endsWith("a") ? "b" : "a"}` },
      { ...fields, nonce: (await challenge(other.address)).nonce },
      { ...fields, issuedAt: at(-301) },
      { ...fields, issuedAt: at(60) },
      { ...fields, expirationTime: at(-1) },
      { ...fields, notBefore: at(60) },
    ];
    for (const mutation of mutations) {
      const changed = createSiweMessage(mutation);
      const signature = await wallet.signMessage({ message: changed });
      const answer = await post(api, "/v1/auth/verify", { message: changed, signature });
      expect(answer.status, changed).toBe(401);
    }
    const good = await wallet.signMessage({ message });
    const spellings = [
      await other.signMessage({ message }),
      `${good}00`,
      good.slice(0, -2),
      `${good.slice(0, -2)}${good.endsWith("1b") ? "00" : "01"}`,
      mirrored(good),
    ];
    for (const signature of spellings) {
      const answer = await post(api, "/v1/auth/verify", { message, signature });
      expect(answer.status, signature).toBe(401);
    }
    // None of them has used the nonce up.
    expect((await post(api, "/v1/auth/verify", { message, signature: good })).status).toBe(201);
  });

  test("within five minutes of the nonce (AU-2)", async () => {
    const { message } = await challenge();
    const signature = await wallet.signMessage({ message });
    later(301);
    const answer = await post(api, "/v1/auth/verify", { message, signature });
    expect(await codeOf(answer)).toBe("EXPIRED_SIGNATURE");
  });
});

/** The other signature that says the same: n - s, with the other parity. */
function mirrored(signature: `0x${string}`): string {
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const s = order - BigInt(`0x${signature.slice(66, 130)}`);
  const v = signature.endsWith("1b") ? "1c" : "1b";
  return `${signature.slice(0, 66)}${s.toString(16).padStart(64, "0")}${v}`;
}

describe("a session", () => {
  const refresh = (refreshToken: string) => post(api, "/v1/auth/refresh", { refreshToken });

  test("has access tokens for fifteen minutes, and new ones for its refresh token [3.63, 4.32, 5.63]", async () => {
    const first = await signIn(api, wallet);
    later(16 * 60);
    const late = await sessionsOf(first);
    expect(late.status).toBe(401);
    expect(late.headers.get("www-authenticate")).toContain("Bearer");
    expect(await codeOf(late)).toBe("EXPIRED_TOKEN");
    const answer = await refresh(first.refreshToken);
    expect(answer.status).toBe(200);
    const data = await dataOf(answer);
    expect(data.refreshToken).not.toBe(first.refreshToken);
    expect((await sessionsOf(data)).status).toBe(200);
  });

  test("ends when a refresh token is used a second time (AU-7) [3.65, 4.41, 5.141]", async () => {
    const first = await signIn(api, wallet);
    const second = (await dataOf(await refresh(first.refreshToken))) as Tokens;
    later(11);
    expect(await codeOf(await refresh(first.refreshToken))).toBe("INVALID_CREDENTIALS");
    expect(await codeOf(await refresh(second.refreshToken))).toBe("INVALID_CREDENTIALS");
    expect(await codeOf(await sessionsOf(second))).toBe("INVALID_TOKEN");
  });

  test("forgives a token that is sent twice within seconds, but only the last one (AU-7)", async () => {
    const first = await signIn(api, wallet);
    const second = (await dataOf(await refresh(first.refreshToken))) as Tokens;
    expect(await codeOf(await refresh(first.refreshToken))).toBe("ALREADY_REFRESHED");
    const third = (await dataOf(await refresh(second.refreshToken))) as Tokens;
    expect((await sessionsOf(third)).status).toBe(200);
    expect(await codeOf(await refresh(first.refreshToken))).toBe("INVALID_CREDENTIALS");
    expect(await codeOf(await refresh(third.refreshToken))).toBe("INVALID_CREDENTIALS");
  });

  test("gives one new token to 200 who ask at once (AU-7) [5.53]", async () => {
    const first = await signIn(api, wallet);
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => refresh(first.refreshToken)),
    );
    const good = answers.filter(({ status }) => status === 200);
    expect(good).toHaveLength(1);
    const data = await dataOf(good[0] as Response);
    expect((await refresh(data.refreshToken)).status).toBe(200);
    const { rows } = await withClient(urls.admin, (client) =>
      client.query(
        "SELECT count(*)::int AS good FROM app.refresh_token WHERE used_at IS NULL AND session_id = $1",
        [first.sessionId],
      ),
    );
    expect(rows).toEqual([{ good: 1 }]);
  });

  test("ends after seven idle days, and not before [5.142]", async () => {
    const idle = await signIn(api, wallet);
    later(7 * 86_400 - 10);
    const fresh = (await dataOf(await refresh(idle.refreshToken))) as Tokens;
    later(7 * 86_400 + 1);
    expect(await codeOf(await refresh(fresh.refreshToken))).toBe("INVALID_CREDENTIALS");
  });

  test("ends at once with a logout, here or everywhere [4.33, 5.64]", async () => {
    const [here, there, third] = [
      await signIn(api, wallet),
      await signIn(api, wallet),
      await signIn(api, wallet),
    ];
    expect((await post(api, "/v1/auth/logout", undefined, bearer(here.accessToken))).status).toBe(
      204,
    );
    expect(await codeOf(await sessionsOf(here))).toBe("INVALID_TOKEN");
    expect((await refresh(here.refreshToken)).status).toBe(401);
    expect((await sessionsOf(there)).status).toBe(200);

    const stranger = await signIn(api, other);
    const path = `/v1/auth/sessions/${third.sessionId}`;
    const end = (token: string) => api.request(path, { method: "DELETE", headers: bearer(token) });
    expect(await codeOf(await end(stranger.accessToken))).toBe("SESSION_NOT_FOUND");
    expect((await end(there.accessToken)).status).toBe(204);
    expect(await codeOf(await sessionsOf(third))).toBe("INVALID_TOKEN");

    await post(api, "/v1/auth/logout-everywhere", undefined, bearer(there.accessToken));
    expect(await codeOf(await sessionsOf(there))).toBe("INVALID_TOKEN");
    expect((await sessionsOf(stranger)).status).toBe(200);
  });

  test("and its account leave no token in the database [5.140]", async () => {
    const { accessToken, refreshToken } = await signIn(api, wallet);
    const dump = await withClient(urls.admin, async (client) => {
      const { rows } = await client.query(
        "SELECT row_to_json(t)::text AS line FROM app.refresh_token t UNION ALL SELECT row_to_json(s)::text FROM app.session s",
      );
      return rows.map(({ line }) => line).join("\n");
    });
    expect(dump.length).toBeGreaterThan(100);
    expect(dump).not.toContain(refreshToken);
    expect(dump).not.toContain(Buffer.from(refreshToken, "base64url").toString("hex"));
    expect(dump).not.toContain(accessToken);
    expect(JSON.stringify(api.lines)).not.toContain(refreshToken);
  });

  test("ends with the account, and stays out when the account is shut out [2.70]", async () => {
    const gone = privateKeyToAccount(generatePrivateKey());
    const tokens = await signIn(api, gone);
    const change = (statement: string) =>
      withClient(urls.admin, (client) => client.query(statement, [tokens.accountId]));
    await change(
      "UPDATE app.account SET banned_at = now(), ban_reason = 'test' WHERE account_id = $1",
    );
    expect(await codeOf(await sessionsOf(tokens))).toBe("FORBIDDEN");
    await change("DELETE FROM app.account WHERE account_id = $1");
    expect(await codeOf(await sessionsOf(tokens))).toBe("INVALID_TOKEN");
  });
});

test("without a secret nobody signs in, and everything public is answered", async () => {
  const off = startApi(urls.api, { now: () => clock });
  try {
    const { address } = wallet;
    expect(await codeOf(await post(off, "/v1/auth/nonce", { address }))).toBe(
      "AUTH_NOT_CONFIGURED",
    );
    expect((await off.get("/v1/auth/sessions", bearer("a.b.c"))).status).toBe(503);
    expect((await off.get("/v1/listings", bearer("a.b.c"))).status).toBe(200);
    expect(await codeOf(await off.get("/v1/auth/sessions"))).toBe("AUTH_REQUIRED");
  } finally {
    await off.close();
  }
});
