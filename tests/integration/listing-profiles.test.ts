import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { CHAIN_ID, insertRows, MARKETPLACE, START } from "./support/rows.ts";
import { makeSearchable } from "./support/search.ts";
import { fillSmallMarket, NOW } from "./support/small-market.ts";

let server: PostgresServer;
let urls: { admin: string; api: string; worker: string };
let admin: pg.Client;
let api: TestApi;

type Profile = { category?: string | null; tags?: string[]; description?: string | null };

/** Writes as the role that will: what follows from a profile needs no rights of its own. */
async function writeProfile(listing: number, { category, tags, description }: Profile) {
  const worker = new pg.Client({ connectionString: urls.worker });
  await worker.connect();
  try {
    await worker.query(
      `INSERT INTO app.listing_profile (chain_id, contract, listing_id, category, tags, description)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (chain_id, contract, listing_id) DO UPDATE SET category = excluded.category,
         tags = excluded.tags, description = excluded.description, updated_at = now()`,
      [CHAIN_ID, MARKETPLACE, listing, category ?? null, tags ?? [], description ?? null],
    );
  } finally {
    await worker.end();
  }
}

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  await fillSmallMarket(admin);
  // Statistics end with the newest event: one that is younger than every listing.
  await insertRows(admin, "release_a", "activity", [
    { block_number: 96, log_index: 9, occurred_at: START + 60n },
  ]);
  api = startApi(urls.api, { now: () => new Date(Number(NOW) * 1_000) });
  await writeProfile(0, {
    category: "saas",
    tags: ["Bootstrapped", "B2B"],
    description: "Invoices für Bäckereien",
  });
  await writeProfile(2, { category: "newsletter" });
  // Not indexed: never shown.
  await writeProfile(99, { category: "saas" });
});
afterAll(async () => {
  await api.close();
  await admin.end();
  await server.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function read(path: string, from = api): Promise<any> {
  const response = await from.get(path);
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
}

const idsOf = async (path: string, from = api): Promise<string[]> =>
  (await read(path, from)).data.map(({ listingId }: { listingId: string }) => listingId);

describe("category, tags and description", () => {
  test("stand beside what the chain says of a listing, and are empty where nobody wrote any", async () => {
    const { data } = await read("/v1/listings/0");
    expect(data).toMatchObject({
      category: "saas",
      tags: ["Bootstrapped", "B2B"],
      description: "Invoices für Bäckereien",
    });
    expect((await read("/v1/listings/1")).data).toMatchObject({
      category: null,
      tags: [],
      description: null,
    });
    const [row] = (await read("/v1/listings?category=saas")).data;
    expect(row).toMatchObject({ category: "saas", tags: ["Bootstrapped", "B2B"] });
    expect(row).not.toHaveProperty("description");
    const { data: escrows } = await read("/v1/escrows?include=listing&limit=1");
    expect(JSON.stringify(escrows)).toContain('"category":"saas"');
  });

  test.each([
    ["category=saas", ["0"]],
    ["category=newsletter,saas", ["2", "0"]],
    ["category=saas&state=active&minPrice=1", ["0"]],
    ["category=newsletter&state=active&minPrice=900000000", ["2"]],
    ["category=newsletter&state=active&minPrice=900000001", []],
    ["category=newsletter&sort=price_asc", ["2"]],
    ["category=nothing-like-it", []],
  ])("a list is narrowed by %s [5.146]", async (query, expected) => {
    expect(await idsOf(`/v1/listings?${query}`)).toEqual(expected);
  });

  test.each(["SaaS", "", "a,,b", "a b", "-a", "a".repeat(65), "'; --"])(
    "%j is no category",
    async (category) => {
      const response = await api.get(`/v1/listings?category=${encodeURIComponent(category)}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ pointer: "/query/category" }] });
    },
  );

  test("a role that only reads cannot write them", async () => {
    const reader = new pg.Client({ connectionString: urls.api });
    await reader.connect();
    try {
      for (const text of [
        "DELETE FROM app.listing_profile",
        "UPDATE app.listing_profile_revision SET revision = 0",
      ]) {
        await expect(reader.query(text)).rejects.toThrow("permission denied");
      }
    } finally {
      await reader.end();
    }
  });
});

test("a shared answer does not outlive a change of a profile", async () => {
  // Trusted for an hour, so that nothing but the announcement can end it.
  const sharing = startApi(urls.api, { answerTrustMs: 3_600_000 });
  const shared = async (result: string) =>
    Number(
      new RegExp(`shared_answers_total\\{result="${result}"\\} (\\d+)`).exec(
        await sharing.metrics.render(),
      )?.[1] ?? 0,
    );
  try {
    await waitUntil(
      async () => {
        await read("/v1/listings/2", sharing);
        return (await shared("hit")) > 0;
      },
      { what: "an answer was shared", deadlineMs: 10_000 },
    );
    for (const category of ["shop", "newsletter"]) {
      await writeProfile(2, { category });
      await waitUntil(
        async () => (await read("/v1/listings/2", sharing)).data.category === category,
        { what: `the category ${category} is told`, deadlineMs: 5_000 },
      );
    }
  } finally {
    await sharing.close();
  }
});

test("an answer never mixes two states of the profiles, whoever writes meanwhile", async () => {
  let isOver = false;
  const writing = (async () => {
    for (let round = 0; !isOver; round += 1) {
      // One statement changes both, so every answer must show both alike.
      await admin.query(
        `INSERT INTO app.listing_profile (chain_id, contract, listing_id, category)
         SELECT $1, $2, number, $3 FROM unnest(ARRAY[1, 3]) AS number
         ON CONFLICT (chain_id, contract, listing_id) DO UPDATE SET category = excluded.category`,
        [CHAIN_ID, MARKETPLACE, `round-${round}`],
      );
    }
  })();
  try {
    const seen = new Set<string>();
    for (let request = 0; request < 60; request += 1) {
      const { data } = await read("/v1/listings?ids=1,3&include=activity,offers");
      expect(data[0].category).toBe(data[1].category);
      seen.add(data[0].category);
    }
    expect(seen.size).toBeGreaterThan(5);
  } finally {
    isOver = true;
    await writing;
    await admin.query("DELETE FROM app.listing_profile WHERE listing_id IN (1, 3)");
  }
});

describe("statistics", () => {
  test("are split by category as it is now, and analysts get the same numbers", async () => {
    const { data } = await read("/v1/stats?groupBy=category");
    const created = Object.fromEntries(
      data.groups.map(
        ({ key, statistics }: { key: string; statistics: { name: string; value: unknown }[] }) => [
          key,
          statistics.find(({ name }) => name === "listings_created")?.value,
        ],
      ),
    );
    expect(created).toEqual({ newsletter: 1, saas: 1, null: 2 });
    expect(data.omitted).toContain("stake_locked");
    const one = await read("/v1/stats?category=saas");
    expect(
      one.data.groups[0].statistics.find(
        ({ name }: { name: string }) => name === "listings_created",
      ).value,
    ).toBe(1);
    const series = await read(
      "/v1/stats/series?metric=listings_created&interval=month&category=newsletter",
    );
    const points = series.data.series[0].points.map(({ value }: { value: number }) => value);
    expect(points.reduce((sum: number, value: number) => sum + value, 0)).toBe(1);

    const { data: definitions } = await read("/v1/stats/definitions");
    const { sql } = definitions.find(({ name }: { name: string }) => name === "listings_created");
    await admin.query("BEGIN; SET LOCAL ROLE valyra_analyst");
    const text = sql
      .replace(":from", "0")
      .replace(":to", String(NOW))
      .replace(/WHERE (.+)$/, "WHERE $1 AND category = 'saas'");
    expect((await admin.query(text)).rows).toEqual([{ value: "1" }]);
    await admin.query("ROLLBACK");
  });
});

describe("search", () => {
  test("finds listings by category, tags and description, after those that say it in their title", async () => {
    await makeSearchable(urls.worker);
    for (const words of ["bootstrapped", "b2b", "backereien", "invoic", "saas"]) {
      expect(await idsOf(`/v1/listings?q=${words}`), words).toEqual(["0"]);
    }
    await admin.query("UPDATE release_a.listing SET title = 'Roastery' WHERE listing_id = 3");
    await admin.query("TRUNCATE app.listing_document, app.listing_document_cursor");
    await writeProfile(2, { category: "newsletter", tags: ["roastery"] });
    await makeSearchable(urls.worker);
    expect(await idsOf("/v1/listings?q=roastery")).toEqual(["3", "2"]);
    // Typos are only looked for in titles.
    expect(await idsOf("/v1/listings?q=roastary")).toEqual(["3"]);
  });

  test("follows a change of a profile, and its end", async () => {
    await writeProfile(1, { tags: ["zymurgy"] });
    expect(await idsOf("/v1/listings?q=zymurgy")).toEqual([]);
    await makeSearchable(urls.worker);
    expect(await idsOf("/v1/listings?q=zymurgy")).toEqual(["1"]);
    await writeProfile(1, { description: "Brewing, not zymurgical." });
    await makeSearchable(urls.worker);
    expect(await idsOf("/v1/listings?q=zymurgy")).toEqual([]);
    expect(await idsOf("/v1/listings?q=zymur brewing")).toEqual(["1"]);
    await admin.query("DELETE FROM app.listing_profile WHERE listing_id = 1");
    await makeSearchable(urls.worker);
    expect(await idsOf("/v1/listings?q=brewing")).toEqual([]);
    const { rows } = await admin.query(
      "SELECT count(*)::int AS count FROM app.listing_profile_change",
    );
    expect(rows).toEqual([{ count: 0 }]);
  });
});
