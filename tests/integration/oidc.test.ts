import { randomUUID } from "node:crypto";
import { decodeProtectedHeader, exportPKCS8, generateKeyPair, jwtVerify } from "jose";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createProvider } from "../../core/identity/oidc/provider.ts";
import { asFetch } from "../../core/outgoing/as-fetch.ts";
import { type OutgoingClient, openOutgoingClient } from "../../core/outgoing/outgoing-client.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { type FakeIssuer, startFakeIssuer, type Tampering } from "./support/fake-issuer.ts";
import { bearer, codeOf, dataOf, post, signIn } from "./support/identity.ts";
import { createPublishedDatabase } from "./support/market.ts";

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
let issuer: FakeIssuer;
let outgoing: OutgoingClient;
let clock = new Date();
const apple = await generateKeyPair("ES256", { extractable: true });

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  issuer = await startFakeIssuer();
  outgoing = openOutgoingClient({ exceptions: new Set([issuer.place]), schemes: ["http:"] });
  const fetch = asFetch(outgoing);
  const settings = { issuer: issuer.url, clientId: issuer.clientId, secret: issuer.secret };
  const appleKey = {
    teamId: "TEAM",
    keyId: "KEY",
    privateKey: await exportPKCS8(apple.privateKey),
  };
  api = startApi(urls.api, {
    auth: {},
    now: () => clock,
    providers: [
      createProvider({ ...settings, name: "sso" }, fetch),
      createProvider({ ...settings, name: "apple", secret: appleKey }, fetch),
    ],
  });
});
beforeEach(() => {
  clock = new Date();
});
afterAll(async () => {
  await api.close();
  await outgoing.close();
  await issuer.close();
  await server.stop();
});

const begin = async (provider = "sso", headers: Record<string, string> = {}, path = "") =>
  (await dataOf(await post(api, path || `/v1/auth/oidc/${provider}/start`, {}, headers))) as {
    authorizationUrl: string;
    state: string;
    binding: string;
  };

const finish = (body: object, provider = "sso") =>
  post(api, `/v1/auth/oidc/${provider}/finish`, body);

/** Signs somebody in at the provider and here. */
async function arrive(claims: Record<string, unknown>, tampering?: Tampering) {
  const { authorizationUrl, state, binding } = await begin();
  return finish({ code: issuer.signIn(authorizationUrl, claims, tampering), state, binding });
}

const asAdmin = async (text: string, values: unknown[] = []) =>
  (await withClient(urls.admin, (client) => client.query(text, values))).rows;

test("somebody signs in at a provider and is the same account the next time [3.84, 5.61]", async () => {
  expect(await dataOf(await api.get("/v1/auth/oidc"))).toEqual(["sso", "apple"]);
  const sub = randomUUID();
  const first = await arrive({ sub, email: `${sub}@example.org`, email_verified: true });
  expect(first.status, await first.clone().text()).toBe(201);
  const tokens = await dataOf(first);
  const account = await dataOf(await api.get("/v1/account", bearer(tokens.accessToken)));
  expect(account).toMatchObject({ email: `${sub}@example.org`, wallets: [] });
  expect(issuer.lastForm?.get("client_secret")).toBe(issuer.secret);
  // Another address changes nothing: the provider's name for the person counts.
  const again = await dataOf(
    await arrive({ sub, email: "other@example.org", email_verified: true }),
  );
  expect(again.accountId).toBe(tokens.accountId);
  const sessions = await dataOf(await api.get("/v1/auth/sessions", bearer(again.accessToken)));
  expect(sessions).toMatchObject([{ method: "oidc", wallet: null }, { method: "oidc" }]);
});

test("an account is found by an address only when both sides have verified it [5.139]", async () => {
  const email = `${randomUUID()}@example.org`;
  const [known] = await asAdmin(
    "INSERT INTO app.account (email, email_verified_at) VALUES ($1, now()) RETURNING account_id",
    [email],
  );
  for (const isVerified of [undefined, false, "false", "yes", 1, null]) {
    const answer = await arrive({ sub: randomUUID(), email, email_verified: isVerified });
    const { accountId, accessToken } = await dataOf(answer);
    expect(accountId, String(isVerified)).not.toBe(known?.account_id);
    const own = await dataOf(await api.get("/v1/account", bearer(accessToken)));
    expect(own.email, String(isVerified)).toBeNull();
  }
  const verified = { sub: randomUUID(), email: email.toUpperCase(), email_verified: true };
  expect((await dataOf(await arrive(verified))).accountId).toBe(known?.account_id);
  // One that nobody has verified here belongs to nobody.
  const squatted = `${randomUUID()}@example.org`;
  const [squatter] = await asAdmin(
    "INSERT INTO app.account (email) VALUES ($1) RETURNING account_id",
    [squatted],
  );
  const owner = await dataOf(
    await arrive({ sub: randomUUID(), email: squatted, email_verified: true }),
  );
  expect(owner.accountId).not.toBe(squatter?.account_id);
});

test("a token of another issuer, audience, nonce, time or key opens nothing [5.61]", async () => {
  const now = Math.floor(Date.now() / 1_000);
  const bad: Tampering[] = [
    { claims: { iss: "http://127.0.0.1:1" } },
    { claims: { iss: `${issuer.url}/` } },
    { claims: { aud: "another" } },
    { claims: { aud: ["another", "third"] } },
    { claims: { aud: [issuer.clientId, "third"], azp: "third" } },
    { claims: { nonce: "A".repeat(43) } },
    { claims: { nonce: undefined } },
    { claims: { exp: now - 600 } },
    { claims: { exp: undefined } },
    { claims: { iat: undefined } },
    { claims: { nbf: now + 600 } },
    { claims: { sub: undefined } },
    { claims: { sub: "" } },
    { isForged: true },
    { isUnsigned: true },
    { isMissing: true },
    { header: { kid: "foreign" } },
  ];
  const count = async () =>
    (await asAdmin("SELECT count(*)::int AS sessions FROM app.session"))[0]?.sessions;
  const before = await count();
  for (const tampering of bad) {
    const answer = await arrive(
      { sub: "victim", email: "victim@example.org", email_verified: true },
      tampering,
    );
    expect(answer.status, JSON.stringify(tampering)).toBe(401);
    expect(await codeOf(answer), JSON.stringify(tampering)).toBe("INVALID_CREDENTIALS");
  }
  expect(await count()).toBe(before);
  expect(await asAdmin("SELECT FROM app.oidc_identity WHERE subject = 'victim'")).toEqual([]);
});

test("an answer is good once, for ten minutes, in the page that began and at its provider", async () => {
  const claims = { sub: randomUUID() };
  const started = await begin();
  const other = await begin();
  const code = issuer.signIn(started.authorizationUrl, claims);
  const { state, binding } = started;
  for (const wrong of [
    { code, state, binding: other.binding },
    { code, state: other.state, binding },
  ]) {
    expect(await codeOf(await finish(wrong))).toBe("INVALID_CREDENTIALS");
  }
  expect(await codeOf(await finish({ code, state, binding }, "apple"))).toBe("INVALID_CREDENTIALS");
  // A code that was begun elsewhere has another verifier.
  const swapped = issuer.signIn(other.authorizationUrl, claims);
  const third = await begin();
  expect(
    await codeOf(await finish({ code: swapped, state: third.state, binding: third.binding })),
  ).toBe("INVALID_CREDENTIALS");
  const both = await Promise.all([
    finish({ code, state, binding }),
    finish({ code, state, binding }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);

  const late = await begin();
  const lateCode = issuer.signIn(late.authorizationUrl, claims);
  clock = new Date(Date.now() + 601_000);
  const answer = await finish({ code: lateCode, state: late.state, binding: late.binding });
  expect(await codeOf(answer)).toBe("INVALID_CREDENTIALS");

  const elsewhere = await post(api, "/v1/auth/oidc/sso/start", { origin: "https://evil.test" });
  expect(await codeOf(elsewhere)).toBe("INVALID_REQUEST");
  expect(await codeOf(await post(api, "/v1/auth/oidc/none/start", {}))).toBe("PROVIDER_NOT_FOUND");
  issuer.isDown = true;
  try {
    const down = await begin().then(
      () => finish({ code: "x", ...third }),
      () => undefined,
    );
    expect(down === undefined || down.status >= 400).toBe(true);
  } finally {
    issuer.isDown = false;
  }
});

test("Apple gets a signed secret, posts its form to us, and the reader goes on to the page [5.62]", async () => {
  const { authorizationUrl, state, binding } = await begin("apple");
  const asked = new URL(authorizationUrl).searchParams;
  expect(asked.get("response_mode")).toBe("form_post");
  expect(asked.get("redirect_uri")).toBe("https://api.test/v1/auth/oidc/apple/callback");
  const code = issuer.signIn(authorizationUrl, {
    sub: randomUUID(),
    email: `${randomUUID()}@example.org`,
    email_verified: "true",
  });
  const form = (fields: Record<string, string>) =>
    api.request("/v1/auth/oidc/apple/callback", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
    });
  const sentOn = await form({ state, code, user: '{"name":{}}' });
  expect(sentOn.status, await sentOn.clone().text()).toBe(303);
  const page = new URL(sentOn.headers.get("location") ?? "");
  expect(page.origin + page.pathname).toBe("https://app.test/sign-in/provider");
  const returned = Object.fromEntries(new URLSearchParams(page.hash.slice(1)));
  expect(returned).toEqual({ state, code });
  expect((await form({ state: "A".repeat(43), code })).status).toBe(401);
  const answer = await finish({ ...returned, binding }, "apple");
  expect(answer.status).toBe(201);
  const { email } = await dataOf(
    await api.get("/v1/account", bearer((await dataOf(answer)).accessToken)),
  );
  expect(email).toMatch(/@example\.org$/);
  const secret = issuer.lastForm?.get("client_secret") ?? "";
  expect(decodeProtectedHeader(secret)).toMatchObject({ alg: "ES256", kid: "KEY" });
  await jwtVerify(secret, apple.publicKey, {
    ...{ issuer: "TEAM", subject: issuer.clientId, audience: "https://appleid.apple.com" },
  });
});

test("an identity is linked by whoever has signed in, to one account, and opens it then [5.139]", async () => {
  const wallet = privateKeyToAccount(generatePrivateKey());
  const session = await signIn(api, wallet);
  const path = "/v1/account/identities/sso";
  expect((await post(api, path, {})).status).toBe(401);
  const link = async (tokens: { accessToken: string }, sub: string) => {
    const { authorizationUrl, state, binding } = await begin(
      "sso",
      bearer(tokens.accessToken),
      path,
    );
    return finish({ code: issuer.signIn(authorizationUrl, { sub }), state, binding });
  };
  const sub = randomUUID();
  expect((await dataOf(await link(session, sub))).accountId).toBe(session.accountId);
  expect((await dataOf(await arrive({ sub }))).accountId).toBe(session.accountId);
  const identities = await api.get("/v1/account/identities", bearer(session.accessToken));
  expect(await dataOf(identities)).toMatchObject([{ provider: "sso", issuer: issuer.url }]);
  const stranger = await signIn(api, privateKeyToAccount(generatePrivateKey()));
  expect(await codeOf(await link(stranger, sub))).toBe("IDENTITY_TAKEN");
  expect(await codeOf(await link(session, randomUUID()))).toBe("IDENTITY_TAKEN");
  // With another way in, the wallet may go.
  const gone = await api.request(`/v1/account/wallets/${wallet.address}`, {
    method: "DELETE",
    headers: bearer(session.accessToken),
  });
  expect(gone.status).toBe(204);
});

test("an identity is unlinked while something else opens the account, and what it opened ends", async () => {
  const wallet = privateKeyToAccount(generatePrivateKey());
  const byWallet = await signIn(api, wallet);
  const sub = randomUUID();
  const path = "/v1/account/identities/sso";
  const { authorizationUrl, state, binding } = await begin(
    "sso",
    bearer(byWallet.accessToken),
    path,
  );
  await finish({ code: issuer.signIn(authorizationUrl, { sub }), state, binding });
  const byProvider = await dataOf(await arrive({ sub }));
  expect(byProvider.accountId).toBe(byWallet.accountId);
  const unlink = ({ accessToken }: { accessToken: string }, at = path) =>
    api.request(at, { method: "DELETE", headers: bearer(accessToken) });
  const stranger = await signIn(api, privateKeyToAccount(generatePrivateKey()));
  expect(await codeOf(await unlink(stranger))).toBe("IDENTITY_NOT_FOUND");
  expect(await codeOf(await unlink(byWallet, "/v1/account/identities/apple"))).toBe(
    "IDENTITY_NOT_FOUND",
  );
  expect((await unlink(byProvider)).status).toBe(204);
  expect((await api.get("/v1/account", bearer(byProvider.accessToken))).status).toBe(401);
  expect((await api.get("/v1/account", bearer(byWallet.accessToken))).status).toBe(200);
  const logged = await asAdmin(
    "SELECT actor_id, before FROM app.audit_entry WHERE action = 'account_identity.unlink'",
  );
  expect(logged).toEqual([{ actor_id: byWallet.accountId, before: { provider: "sso" } }]);

  // The person is somebody new afterwards; and who has nothing else stays as he is.
  const anew = await dataOf(await arrive({ sub }));
  expect(anew.accountId).not.toBe(byWallet.accountId);
  expect(await codeOf(await unlink(anew))).toBe("LAST_CREDENTIAL");
  expect((await api.get("/v1/account", bearer(anew.accessToken))).status).toBe(200);
});

test("nothing of it is there where it is not configured [3.84]", async () => {
  const bare = startApi(urls.api, { auth: {} });
  try {
    expect(await dataOf(await bare.get("/v1/auth/oidc"))).toEqual([]);
    expect(await codeOf(await post(bare, "/v1/auth/oidc/sso/start", {}))).toBe(
      "PROVIDER_NOT_FOUND",
    );
  } finally {
    await bare.close();
  }
});
