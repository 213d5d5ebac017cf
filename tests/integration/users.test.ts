import { randomBytes } from "node:crypto";
import { getAddress } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import { insertInto, MARKETPLACE, SELLER, START, setHeads } from "./support/rows.ts";
import { type Ask, asking, createSessions } from "./support/signed-in.ts";

const PRIVATE = {
  mail: "ada-canary@example.org",
  name: "Ada Canary-of-the-account",
  phone: "+41 44 668 18 00",
  payout: `0x${"ab".repeat(20)}`,
};
const SHOWN = {
  displayName: "Ada sells shops",
  about: "Ten years of small shops.",
  links: ["https://example.org/ada"],
};
const LISTING = `31337-${MARKETPLACE}`;

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
const sessions = createSessions();

/** Somebody signed in, with wallets. */
async function somebody(wallets: number) {
  const caller = await addAccount(urls.admin, { wallets });
  return { caller, ask: asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` }) };
}

const sql = (text: string, values: unknown[] = []) =>
  withClient(urls.admin, async (client) => (await client.query(text, values)).rows);

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    const insert = insertInto(client, "release_a");
    await insert("token", [{}]);
    await insert("listing", [
      { declared_verification: "enhanced", is_build_id_verified: true },
      { listing_id: 1, created_at: START + 1n, declared_verification: "basic" },
      { listing_id: 2, created_at: START + 2n },
    ]);
    const created = (listing_id: number, level: number) => ({
      ...{ listing_id, log_index: listing_id, args: { verificationLevel: level } },
    });
    const build = (listing_id: number, block_number: number, verified: boolean) => ({
      ...{ listing_id, block_number, event: "BuildIdVerified", kind: "build_id_verified" },
      ...{ occurred_at: START + BigInt(block_number), args: { verified } },
      ...{ actor: `0x${"a9".repeat(20)}`, tx_hash: `0x${String(block_number).repeat(32)}` },
      block_hash: `0x${String(block_number).padStart(64, "e")}`,
    });
    await insert("activity", [
      ...[created(0, 1), created(1, 0), created(2, 1)],
      ...[build(0, 20, false), build(0, 85, true), build(1, 21, true), build(1, 22, false)],
    ]);
    await insert("escrow", [{ escrow_id: 1, state: "completed" }, { escrow_id: 2 }]);
    await setIndexedBlock(client, "release_a", { block: 100n, timestamp: START + 100n });
    await setHeads(client, { head: 100, safe: 90, final: 80 });
  });
  await sql(
    `INSERT INTO app.listing_metadata (chain_id, contract, listing_id, version, document,
       document_hash, cid, legacy_cid, seller, signature, signed_at, block_number)
     SELECT 31337, $1, 2, version, document, $2, 'cid', 'cid', $3, '0x00', $4 + version, 50
     FROM (VALUES (1, '{"metrics":[],"tags":[]}'::jsonb),
       (2, '{"metrics":[{"metric":"revenue"},{"metric":"teamSize"}],"tags":[]}'::jsonb)) AS d (version, document)`,
    [MARKETPLACE, `0x${"00".repeat(32)}`, SELLER, String(START)],
  );
  api = startApi(urls.api, {
    callers: { bySession: sessions.bySession },
    encryptionKeys: [{ id: "test", key: randomBytes(32) }],
  });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
const dataOf = async (ask: Ask, path: string): Promise<any> => {
  const { status, body, text } = await ask("GET", path);
  expect(status, text).toBe(200);
  return body.data;
};

test("owners change what they show, others read that alone, and levels come with their evidence [1.38]", async () => {
  const owner = await somebody(2);
  const [wallet = "", other = ""] = owner.caller.wallets;
  await sql("UPDATE app.account SET email = $1, display_name = $2 WHERE account_id = $3", [
    ...[PRIVATE.mail, PRIVATE.name, owner.caller.accountId],
  ]);
  const { phone, payout } = PRIVATE;
  await owner.ask("PATCH", "/v1/account/profile", {
    ...{ contact: { phone }, payout: { wallet: payout } },
  });
  const path = `/v1/users/${wallet}`;
  const stranger = await somebody(1);
  const nobody = asking(api);
  expect((await dataOf(nobody, path)).profile).toBeNull();

  const changed = await owner.ask("PUT", `${path}/profile`, SHOWN);
  expect(changed).toMatchObject({ status: 200, body: { data: SHOWN } });
  for (const reader of [nobody, stranger.ask, owner.ask]) {
    const user = await dataOf(reader, path);
    expect(Object.keys(user).sort()).toEqual(
      ["accountUrl", "address", "profile", "reputation", "verification"].sort(),
    );
    expect(user).toMatchObject({ address: getAddress(wallet), profile: SHOWN });
    expect(Object.keys(user.profile).sort()).toEqual(
      ["about", "displayName", "links", "updatedAt"].sort(),
    );
    const text = JSON.stringify(user).toLowerCase();
    for (const secret of [...Object.values(PRIVATE), other, owner.caller.accountId]) {
      expect(text).not.toContain(secret.toLowerCase());
    }
  }
  // The other wallet of the same owner shows nothing, and does not tell whose it is.
  expect((await dataOf(nobody, `/v1/users/${other}`)).profile).toBeNull();

  for (const [ask, status, code] of [
    [nobody, 401, "AUTH_REQUIRED"],
    [stranger.ask, 404, "WALLET_NOT_FOUND"],
  ] as const) {
    const refused = await ask("PUT", `${path}/profile`, { displayName: "Mine now" });
    expect(refused).toMatchObject({ status, body: { code } });
  }
  expect((await dataOf(nobody, path)).profile).toMatchObject(SHOWN);

  // Declared and verified stand apart, and each says by what.
  const { reputation, verification } = await dataOf(nobody, `/v1/users/${SELLER}`);
  expect(reputation.asSeller).toMatchObject({ total: 2, completed: 1 });
  expect(verification.listings.map((shown: { listing: string }) => shown.listing)).toEqual(
    [2, 1, 0].map((number) => `${LISTING}-${number}`),
  );
  const [claimed, refuted, lifted] = verification.listings;
  expect(lifted).toMatchObject({
    declared: { level: "standard", source: { by: getAddress(SELLER), blockNumber: 10 } },
    ...{ storedLevel: "enhanced", verifiedLevel: "none" },
  });
  expect(refuted).toMatchObject({ declared: { level: "basic" }, verifiedLevel: "none" });
  const checkOf = (shown: { checks: { check: string }[] }, name: string) =>
    shown.checks.find(({ check }) => check === name);
  expect(checkOf(lifted, "buildMatch")).toMatchObject({
    ...{ level: "enhanced", result: "passed" },
    evidence: [
      {
        ...{ grade: "attested", isFor: true },
        source: {
          ...{ blockNumber: 85, finality: "safe", by: getAddress(`0x${"a9".repeat(20)}`) },
          ...{ at: new Date(Number(START + 85n) * 1_000).toISOString() },
        },
      },
    ],
  });
  expect(checkOf(refuted, "buildMatch")).toMatchObject({
    ...{ result: "failed", evidence: [{ isFor: false, source: { blockNumber: 22 } }] },
  });
  expect(checkOf(claimed, "revenueAccount")).toMatchObject({
    result: "claimed",
    evidence: [
      {
        ...{ grade: "claimed", statement: "The seller states revenue." },
        source: { url: `/v1/listings/${LISTING}-2/metadata?version=2`, txHash: null },
      },
    ],
  });
  // Nobody has looked at any site, and that is said and not left out.
  for (const shown of verification.listings) {
    expect(shown.checks).toHaveLength(11);
    expect(checkOf(shown, "siteAnswers")).toMatchObject({ result: "none", evidence: [] });
  }
});

test("the source of an evidence is there to be read, and a listing says the same by itself", async () => {
  const ask = asking(api);
  const { verification } = await dataOf(ask, `/v1/users/${SELLER}`);
  for (const shown of verification.listings) {
    expect(await dataOf(ask, shown.url)).toEqual(shown);
    const event = await dataOf(ask, shown.declared.source.url);
    expect(event).toMatchObject({ event: "ListingCreated", listing: shown.listing });
  }
  const unknown = await ask("GET", "/v1/listings/77/verification");
  expect(unknown).toMatchObject({ status: 404, body: { code: "LISTING_NOT_FOUND" } });
});

test("a changed profile is read at once, one without words is gone, and so is that of an unlinked wallet", async () => {
  const { caller, ask } = await somebody(2);
  const [wallet = "", other = ""] = caller.wallets;
  const profileOf = async (address: string) =>
    (await dataOf(asking(api), `/v1/users/${address}`)).profile;
  await ask("PUT", `/v1/users/${wallet}/profile`, SHOWN);
  const first = await ask("GET", `/v1/users/${wallet}`);
  const same = await ask("GET", `/v1/users/${wallet}`, undefined, {
    "if-none-match": first.headers.get("etag") ?? "",
  });
  expect(same.status).toBe(304);
  expect(first.headers.get("x-indexed-block")).toBe("100");
  await ask("PUT", `/v1/users/${wallet}/profile`, { about: "Less." });
  expect(await profileOf(wallet)).toMatchObject({ displayName: null, about: "Less.", links: [] });
  expect(await ask("PUT", `/v1/users/${wallet}/profile`, {})).toMatchObject({
    ...{ status: 200, body: { data: null } },
  });
  expect(await profileOf(wallet)).toBeNull();
  const audit = await sql(
    "SELECT before, after FROM app.audit_entry WHERE entity_id = $1 ORDER BY sequence",
    [wallet],
  );
  expect(audit.map(({ after }) => after?.about ?? null)).toEqual([SHOWN.about, "Less.", null]);

  await ask("PUT", `/v1/users/${other}/profile`, SHOWN);
  await sql("DELETE FROM app.account_wallet WHERE address = $1", [other]);
  expect(await sql("SELECT FROM app.user_profile WHERE address = $1", [other])).toEqual([]);
});

test("words that hide others, pages that are none and too many of them are refused", async () => {
  const { caller, ask } = await somebody(1);
  const path = `/v1/users/${caller.wallets[0]}/profile`;
  for (const wrong of [
    { displayName: "A\u202egnp.exe" },
    { displayName: "" },
    { about: "x".repeat(1_001) },
    { links: ["javascript:alert(1)"] },
    { links: [`https://${"user:word"}@example.org/`] },
    { links: Array.from({ length: 11 }, (_, at) => `https://example.org/${at}`) },
    { email: "x@example.org" },
  ]) {
    expect((await ask("PUT", path, wrong)).status, JSON.stringify(wrong)).toBe(400);
  }
});

test("whoever is shut out shows nothing while that lasts, and SQL of the service's role changes no profile of others (RL-2)", async () => {
  const [one, two] = [await somebody(1), await somebody(1)];
  const wallet = one.caller.wallets[0] ?? "";
  await one.ask("PUT", `/v1/users/${wallet}/profile`, SHOWN);
  const touched = await withClient(urls.api, async (client) => {
    await client.query("SELECT set_config('app.account_id', $1, false)", [two.caller.accountId]);
    const changes = [
      "UPDATE app.user_profile SET about = 'x' WHERE address = $1",
      "DELETE FROM app.user_profile WHERE address = $1",
    ];
    const counts: (number | null)[] = [];
    for (const change of changes) counts.push((await client.query(change, [wallet])).rowCount);
    return counts;
  });
  expect(touched).toEqual([0, 0]);
  const ban = "UPDATE app.account SET banned_at = $2, ban_reason = $3 WHERE account_id = $1";
  await sql(ban, [one.caller.accountId, new Date(), "spam"]);
  expect((await dataOf(asking(api), `/v1/users/${wallet}`)).profile).toBeNull();
  await sql(ban, [one.caller.accountId, null, null]);
  expect((await dataOf(asking(api), `/v1/users/${wallet}`)).profile).toMatchObject(SHOWN);
});
