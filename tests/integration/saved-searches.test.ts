import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPool } from "../../core/db/pools.ts";
import {
  claimEndpoints,
  createSearchFilter,
  findCandidates,
} from "../../core/webhooks/endpoints.ts";
import { fanOutNotification } from "../../workers/processors/fan-out-notification.ts";
import { matchSavedSearches } from "../../workers/processors/match-saved-searches.ts";
import { takeNotificationBack } from "../../workers/processors/take-notification-back.ts";
import { writeDigest } from "../../workers/processors/write-digest.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createJournalStage, type JournalStage } from "./support/journal.ts";
import {
  BUYER,
  CHAIN_ID,
  insertRows,
  MARKETPLACE,
  SELLER,
  setHeads,
  TOKEN,
} from "./support/rows.ts";
import { makeSearchable } from "./support/search.ts";
import { type Ask, asking, createSessions } from "./support/signed-in.ts";

const server = sharedPostgres();
const sessions = createSessions();
const SEARCHES = "/v1/account/saved-searches";
const WATCHED = "/v1/account/watch-list";
const idOf = (number: number) => `${CHAIN_ID}-${MARKETPLACE}-${number}`;

let stage: JournalStage;
let api: TestApi;
let pool: pg.Pool;

beforeAll(async () => {
  stage = await createJournalStage(server.url);
  await insertRows(stage.admin, "release_a", "token", [{}]);
  await insertRows(stage.admin, "release_a", "listing", [
    { listing_id: 0, title: "Ledger pilot for shops", asking_price_units: 300_000_000 },
    { listing_id: 1, title: "Newsletter about bees", asking_price_units: 900_000_000 },
  ]);
  await stage.admin.query(
    `INSERT INTO app.listing_profile (chain_id, contract, listing_id, category)
     VALUES ($1, $2, 0, 'saas')`,
    [CHAIN_ID, MARKETPLACE],
  );
  await setHeads(stage.admin, { head: 100, safe: 90, final: 80 });
  await makeSearchable(stage.urls.worker);
  api = startApi(stage.urls.api, { callers: { bySession: sessions.bySession } });
  pool = createPool(stage.urls.worker, "appWrites", {
    max: 2,
    processName: "test_saved_searches",
    onIdleError: () => undefined,
  });
});
afterAll(async () => {
  await api.close();
  await pool.end();
  await stage.close();
  await server.stop();
});
beforeEach(() =>
  stage.admin.query(
    "TRUNCATE app.saved_search, app.watched_listing, app.mail, app.job, app.webhook_endpoint CASCADE",
  ),
);

type Person = { ask: Ask; accountId: string };

async function signedIn(): Promise<Person> {
  const caller = await addAccount(stage.urls.admin, {});
  await stage.admin.query(
    "UPDATE app.account SET email = $1, email_verified_at = now() WHERE account_id = $2",
    [`${caller.accountId}@example.org`, caller.accountId],
  );
  const ask = asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` });
  return { ask, accountId: caller.accountId };
}

async function save({ ask }: Person, wishes: Record<string, unknown>): Promise<string> {
  const answer = await ask("POST", SEARCHES, { name: "Mine", ...wishes });
  expect(answer.status, answer.text).toBe(201);
  return (answer.body.data as { searchId: string }).searchId;
}

/** Runs a processor in a transaction, as a worker does. */
const run = async (
  processor: (payload: { sequence: number }, context: never) => Promise<void>,
  sequence: number,
) =>
  processor({ sequence }, {
    finish: (work: (client: pg.Pool) => Promise<void>) => work(pool),
  } as never);

const mails = async () => {
  const { rows } = await stage.admin.query(
    `SELECT account_id AS "accountId", template, state, facts FROM app.mail ORDER BY created_at, template`,
  );
  return rows;
};

/** Entries of the journal about listing 0; the first one is its number. */
async function happen(): Promise<number> {
  await stage.reset();
  await stage.chain.mine(1);
  await stage.follow();
  const { rows } = await stage.admin.query<{ sequence: string }>(
    "SELECT sequence FROM app.journal_entry WHERE listing_key = $1",
    [idOf(0)],
  );
  return Number(rows[0]?.sequence);
}

describe("saved searches", () => {
  test("one is kept for its owner alone, changed, and forgotten (AP-1)", async () => {
    const [owner, other] = [await signedIn(), await signedIn()];
    const searchId = await save(owner, { q: "Läden & Shops", category: ["saas"], maxPrice: "5" });
    const one = `${SEARCHES}/${searchId}`;
    expect((await owner.ask("GET", one)).body.data).toMatchObject({
      q: "laden shops",
      category: ["saas"],
      minPrice: null,
      maxPrice: "5",
      hasAlert: true,
    });
    for (const [method, path, body] of [
      ["GET", one],
      ["PUT", one, { name: "x" }],
      ["DELETE", one],
      ["GET", `${one}/matches`],
    ] as const) {
      expect((await other.ask(method, path, body)).body, method).toMatchObject({
        code: "SAVED_SEARCH_NOT_FOUND",
      });
    }
    expect((await other.ask("GET", SEARCHES)).body.data).toEqual([]);
    const wrong = await owner.ask("PUT", one, { name: "x", minPrice: "9", maxPrice: "5" });
    expect(wrong.body).toMatchObject({ code: "INVALID_REQUEST" });
    await owner.ask("PUT", one, { name: "Other", hasAlert: false });
    expect((await owner.ask("GET", SEARCHES)).body.data).toMatchObject([
      { name: "Other", q: null, maxPrice: null, hasAlert: false },
    ]);
    expect((await owner.ask("DELETE", one)).status).toBe(200);
    expect((await owner.ask("GET", one)).status).toBe(404);
  });

  test("who is told of a listing is told why, once", async () => {
    const sequence = await happen();
    const person = await signedIn();
    const searchId = await save(person, {
      q: "ledg",
      category: ["saas", "shop"],
      token: TOKEN,
      maxPrice: "500000000",
    });
    await save(person, { name: "Dear", minPrice: "500000000" });
    await save(person, { name: "Silent", hasAlert: false });
    await run(matchSavedSearches, sequence);
    await run(matchSavedSearches, sequence);
    const why = [
      "It has the words ledg.",
      "Its category is saas.",
      "It is paid in TUSD.",
      "Its price of 300 TUSD is at most 500 TUSD.",
    ];
    expect(await mails()).toMatchObject([
      {
        accountId: person.accountId,
        template: "search_match",
        state: "queued",
        facts: { search: "Mine", listing: idOf(0), title: "Ledger pilot for shops", why },
      },
    ]);
    const found = await person.ask("GET", `${SEARCHES}/${searchId}/matches`);
    expect(found.body.data).toMatchObject([{ listing: idOf(0), sequence, why }]);
  });

  test("a word is forgiven as many typos as text search forgives it", async () => {
    const sequence = await happen();
    // Of two listings, the first is called Ledger pilot for shops.
    const asked = [
      "legder",
      "ldgr",
      "pilit",
      "plt",
      "shosp for",
      "lodgger pilat",
      "lxdxxr",
      "bees",
    ];
    const byRead = await Promise.all(
      asked.map(async (q) => {
        const page = await api.get(`/v1/listings?q=${encodeURIComponent(q)}`);
        const { data } = (await page.json()) as { data: { id: string }[] };
        return data.some(({ id }) => id === idOf(0));
      }),
    );
    const person = await signedIn();
    for (const q of asked) await save(person, { name: q, q });
    await run(matchSavedSearches, sequence);
    const told = new Map((await mails()).map(({ facts }) => [facts.search, facts.why]));
    expect(asked.map((q) => told.has(q))).toEqual(byRead);
    expect(byRead).toContain(true);
    expect(byRead).toContain(false);
    expect(told.get("legder")).toEqual(["It has words like legder."]);
  });

  test("a search that is kept finds the listings that a read with the same filter finds", async () => {
    const sequence = await happen();
    const asked: Record<string, string | boolean | string[]>[] = [
      { category: ["saas"] },
      { category: ["shop", "saas"] },
      { category: ["shop"] },
      { availability: ["for_sale"] },
      { availability: ["in_escrow", "sold"] },
      { seller: SELLER },
      { seller: BUYER },
      { marketplace: MARKETPLACE },
      { marketplace: TOKEN },
      { token: TOKEN },
      { token: MARKETPLACE },
      { minPrice: "300000000" },
      { minPrice: "300000001" },
      { maxPrice: "300000000" },
      { maxPrice: "299999999" },
      { isBuildVerified: true },
      { isBuildVerified: false },
      { category: ["saas"], token: TOKEN, minPrice: "1", maxPrice: "400000000" },
      { category: ["saas"], token: TOKEN, minPrice: "400000000", q: "ledger" },
    ];
    const byRead = await Promise.all(
      asked.map(async (filter) => {
        const query = new URLSearchParams(
          Object.entries(filter).map(([name, value]): [string, string] => [name, String(value)]),
        );
        const page = await api.get(`/v1/listings?${query}`);
        expect(page.status, query.toString()).toBe(200);
        const { data } = (await page.json()) as { data: { id: string }[] };
        return data.some(({ id }) => id === idOf(0));
      }),
    );
    const person = await signedIn();
    for (const [n, filter] of asked.entries()) await save(person, { name: `${n}`, ...filter });
    await run(matchSavedSearches, sequence);
    const told = new Set((await mails()).map(({ facts }) => facts.search));
    expect(asked.map((_, n) => told.has(`${n}`))).toEqual(byRead);
    // Each thing that can be asked for is asked for so that it finds, and so that it does not.
    const alone = asked.filter((filter) => Object.keys(filter).length === 1);
    for (const name of new Set(alone.flatMap((filter) => Object.keys(filter)))) {
      const found = alone.flatMap((filter, n) => (name in filter ? [byRead[n]] : []));
      expect(new Set(found), name).toEqual(new Set([true, false]));
    }
  });

  test("what vanished in a reorganisation is forgotten, and may be found again", async () => {
    const sequence = await happen();
    const person = await signedIn();
    const searchId = await save(person, { category: ["saas"] });
    await run(matchSavedSearches, sequence);
    await stage.admin.query("UPDATE app.mail SET state = 'sent', sent_at = now()");
    await run(takeNotificationBack, sequence);
    expect((await mails()).map(({ template }) => template).sort()).toEqual([
      "search_match",
      "taken_back",
    ]);
    const found = await person.ask("GET", `${SEARCHES}/${searchId}/matches`);
    expect(found.body.data).toEqual([]);
  });

  test("each hears as he wants to: at once, in one mail a day, of searches alone, or by webhook [5.49]", async () => {
    const sequence = await happen();
    const [patient, hasty, picky] = [await signedIn(), await signedIn(), await signedIn()];
    await patient.ask("PATCH", "/v1/account/notifications", { digest: "daily" });
    await picky.ask("PATCH", "/v1/account/notifications", { wantsEvents: false });
    for (const person of [patient, hasty, picky]) {
      await save(person, { category: ["saas"] });
      await person.ask("PUT", `${WATCHED}/${idOf(0)}`, {});
    }
    await run(matchSavedSearches, sequence);
    await run(fanOutNotification, sequence);
    const of = async (accountId: string) =>
      (await mails()).filter((mail) => mail.accountId === accountId);
    expect((await of(patient.accountId)).map(({ state }) => state)).toEqual([
      "collected",
      "collected",
    ]);
    expect((await of(hasty.accountId)).map(({ state }) => state)).toEqual(["queued", "queued"]);
    expect((await of(picky.accountId)).map(({ template }) => template)).toEqual(["search_match"]);
    // His webhook hears of the event all the same: each way has its own filter.
    await stage.admin.query(
      "INSERT INTO app.webhook_endpoint (account_id, url, cursor_sequence) VALUES ($1, 'https://example.org', 0)",
      [picky.accountId],
    );
    const [endpoint] = await claimEndpoints(pool, 1, 1_000);
    if (endpoint === undefined) throw new Error("there is no endpoint");
    const { entries } = await findCandidates(pool, endpoint, 10);
    expect(entries.map((entry) => Number(entry.sequence))).toContain(sequence);
    await run(writeDigest as never, 0);
    await run(writeDigest as never, 0);
    const digests = (await of(patient.accountId)).filter(({ template }) => template === "digest");
    expect(digests).toHaveLength(1);
    expect(digests[0].facts.entries).toHaveLength(2);
    expect((await of(hasty.accountId)).map(({ template }) => template)).not.toContain("digest");
  });

  test("a webhook can go by a search, which then is not deleted", async () => {
    const person = await signedIn();
    const searchId = await save(person, { category: ["saas"], hasAlert: false });
    const made = await person.ask("POST", "/v1/webhooks", {
      url: "https://app.example/hook",
      savedSearchId: searchId,
    });
    expect(made.status, made.text).toBe(201);
    expect((await person.ask("DELETE", `${SEARCHES}/${searchId}`)).body).toMatchObject({
      code: "SAVED_SEARCH_IN_USE",
    });
    const stranger = await signedIn();
    const taken = await stranger.ask("POST", "/v1/webhooks", {
      url: "https://app.example/hook",
      savedSearchId: searchId,
    });
    expect(taken.body).toMatchObject({ code: "SAVED_SEARCH_NOT_FOUND" });
    const entries = [{ listingKey: idOf(0) }, { listingKey: idOf(1) }, { listingKey: null }];
    const passes = await createSearchFilter(pool, { savedSearchId: searchId }, entries);
    expect(entries.map(passes)).toEqual([true, false, false]);
    const all = await createSearchFilter(pool, { savedSearchId: null }, entries);
    expect(entries.map(all)).toEqual([true, true, true]);
  });
});

describe("watch lists", () => {
  test("a listing is watched, its events come by mail, and it is forgotten", async () => {
    const sequence = await happen();
    const [watcher, other] = [await signedIn(), await signedIn()];
    const one = `${WATCHED}/${idOf(0)}`;
    expect((await watcher.ask("PUT", `${WATCHED}/${idOf(9)}`, {})).body).toMatchObject({
      code: "LISTING_NOT_FOUND",
    });
    await watcher.ask("PUT", one, { note: "cheap" });
    await watcher.ask("PUT", one, { note: "very cheap" });
    await watcher.ask("PUT", `${WATCHED}/${idOf(1)}`, { hasAlert: false });
    await other.ask("PUT", one, { hasAlert: false });
    const list = await watcher.ask("GET", `${WATCHED}?limit=1`);
    expect(list.body).toMatchObject({ data: [{ listing: idOf(1) }], page: { hasMore: true } });
    const { nextCursor } = list.body.page as { nextCursor: string };
    expect(
      (await watcher.ask("GET", `${WATCHED}?limit=1&cursor=${nextCursor}`)).body,
    ).toMatchObject({ data: [{ listing: idOf(0), note: "very cheap", hasAlert: true }] });
    await run(fanOutNotification, sequence);
    expect(await mails()).toMatchObject([
      { accountId: watcher.accountId, template: "event", facts: { kind: "listing_updated" } },
    ]);
    expect((await watcher.ask("DELETE", one)).status).toBe(200);
    expect((await watcher.ask("DELETE", one)).body).toMatchObject({ code: "NOT_WATCHED" });
  });
});
