import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite/vector";
import fc from "fast-check";
import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indexedDb } from "../../core/db/indexed.ts";
import { createPool } from "../../core/db/pools.ts";
import { selectSimilar, selectVectorSchema } from "../../core/queries/similar-listings.ts";
import { publishValuation } from "../../core/valuation/pipeline/publish.ts";
import { DIMENSIONS, MOST_STEPS } from "../../core/valuation/similarity/coordinates.ts";
import { inWrite } from "../../workers/in-write.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { CHAIN_ID, insertRows, MARKETPLACE } from "./support/rows.ts";

const server = sharedPostgres();
const OPTIONS = { max: 2, processName: "test_similar", onIdleError: () => undefined };
const AT = "2026-09-15T00:00:00.000Z";
/** A marketplace that no release indexes. */
const GONE = `0x${"99".repeat(20)}`;

type Urls = { admin: string; api: string; worker: string };
type Figures = { profit: number; ageYears: number };

const connect = async (connectionString: string) => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
};

/** Publishes an estimate of a listing as the workers do. */
async function publish(
  { admin, worker }: { admin: pg.Client; worker: pg.Pool },
  listing: number,
  figures: Figures,
  { category = "saas", contract = MARKETPLACE as string } = {},
) {
  const metrics = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      { value, grade: "claimed", source: "seller", asOf: AT },
    ]),
  );
  const input = {
    ...{ category, currency: "USDC", decimals: 6, usdPerUnit: 1, at: AT, metrics },
    ...{ leftOut: [], documentHash: null, text: null },
  };
  const hash = `0x${"0".repeat(64)}`;
  const { rows } = await admin.query(
    `INSERT INTO app.valuation (chain_id, contract, listing_id, cause, cause_key, state, input,
       input_hash, deals_hash, category, grade, method, currency, decimals, low_units, mid_units,
       high_units, confidence, estimate, engine_version, block_number, block_hash, made_at)
     VALUES ($1, $2, $3, 'listing', gen_random_uuid(), 'running', $4, $5, $5, $6, 'claimed',
       'statistical', 'USDC', 6, 1, 2, 3, 61, '{}', '1', 10, $5, $7) RETURNING valuation_id`,
    [CHAIN_ID, contract, listing, input, hash, category, AT],
  );
  const valuationId: string = rows[0].valuation_id;
  await inWrite(worker, async (client) => {
    await publishValuation(client, valuationId, "published", ["running"]);
  });
  return valuationId;
}

describe("without the extension, /v1/listings/{id}/similar", () => {
  let urls: Urls;
  let admin: pg.Client;
  let worker: pg.Pool;
  let api: TestApi;

  beforeAll(async () => {
    urls = await createPublishedDatabase(server.url);
    admin = await connect(urls.admin);
    worker = createPool(urls.worker, "appWrites", OPTIONS);
    await insertRows(admin, "release_a", "token", [{}]);
    await insertRows(admin, "release_a", "contract", [{}]);
    await insertRows(
      admin,
      "release_a",
      "listing",
      [0, 1, 2, 3, 4].map((listing_id) => ({
        listing_id,
        title: `Business ${listing_id}`,
        asking_price_units: 1_000_000n * BigInt(listing_id + 1),
        availability: listing_id === 2 ? "sold" : "for_sale",
      })),
    );
    api = startApi(urls.api);
  });
  afterAll(async () => {
    await api.close();
    await worker.end();
    await admin.end();
  });

  const ask = async (path: string, headers?: Record<string, string>) => {
    const response = await api.get(`/v1/listings/${path}`, headers);
    const text = await response.text();
    return { response, status: response.status, body: text === "" ? null : JSON.parse(text) };
  };

  test("says why it has nothing, then gives the nearest first with what sets them apart [1.24]", async () => {
    expect((await ask("99/similar")).body).toMatchObject({ code: "LISTING_NOT_FOUND" });
    const before = await ask("0/similar");
    expect(before.body.data).toEqual({
      listing: `${CHAIN_ID}-${MARKETPLACE}-0`,
      ...{ valuedAs: null, reason: "NOT_VALUED", similar: [] },
    });
    await publish({ admin, worker }, 0, { profit: 10_000, ageYears: 3 });
    await publish({ admin, worker }, 1, { profit: 900_000, ageYears: 3 });
    await publish({ admin, worker }, 2, { profit: 12_000, ageYears: 3 });
    await publish(
      { admin, worker },
      3,
      { profit: 10_000, ageYears: 3 },
      { category: "newsletter" },
    );
    // As alike as can be, on a marketplace that nobody indexes any more.
    await publish({ admin, worker }, 7, { profit: 10_000, ageYears: 3 }, { contract: GONE });

    const tag = before.response.headers.get("etag") ?? "";
    const found = await ask("0/similar", { "if-none-match": tag });
    expect(found.status, JSON.stringify(found.body)).toBe(200);
    expect(found.body.meta.indexedBlock).toEqual(before.body.meta.indexedBlock);
    const { similar, ...about } = found.body.data;
    expect(about).toMatchObject({ valuedAs: "saas", reason: null });
    expect(similar.map(({ listingId }: { listingId: string }) => listingId)).toEqual([
      "2",
      "3",
      "1",
    ]);
    expect(similar[0]).toMatchObject({
      ...{ title: "Business 2", availability: "sold", askingPrice: { raw: "3000000" } },
      similarity: {
        ...{ valuedAs: "saas", isSameFamily: true, comparedBy: ["size", "age"] },
        differences: [{ feature: "size", deviations: 0.09 }],
      },
    });
    expect(similar[1].similarity).toMatchObject({ isSameFamily: false, differences: [] });
    const distances = similar.map(
      (one: { similarity: { distance: number } }) => one.similarity.distance,
    );
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    const again = { "if-none-match": found.response.headers.get("etag") ?? "" };
    expect((await ask("0/similar", again)).status).toBe(304);
    expect((await ask("0/similar?limit=1")).body.data.similar).toHaveLength(1);
    for (const limit of ["0", "51", "x"]) {
      expect((await ask(`0/similar?limit=${limit}`)).status).toBe(400);
    }
  });

  test("follows the newest published estimate, which alone can place a listing", async () => {
    await publish({ admin, worker }, 4, { profit: 900_000, ageYears: 3 });
    const nearest = async () => (await ask("4/similar?limit=1")).body.data.similar[0];
    expect(await nearest()).toMatchObject({ listingId: "1", similarity: { distance: 0 } });
    const newest = await publish({ admin, worker }, 4, { profit: 12_000, ageYears: 3 });
    expect(await nearest()).toMatchObject({ listingId: "2", similarity: { distance: 0 } });
    const { rows } = await admin.query(
      "SELECT valuation_id FROM app.listing_coordinate WHERE listing_id = 4",
    );
    expect(rows).toEqual([{ valuation_id: newest }]);
    const coordinates = Array.from({ length: DIMENSIONS }, () => 0);
    await expect(
      worker.query("UPDATE app.listing_coordinate SET coordinates = $1", [coordinates]),
    ).rejects.toThrow("permission denied");
    await admin.query("UPDATE app.listing_coordinate SET computed_at = '2026-01-01'");
    await admin.query(
      "INSERT INTO app.valuation (chain_id, contract, listing_id, cause, cause_key) VALUES ($1, $2, 4, 'drift', 'open')",
      [CHAIN_ID, MARKETPLACE],
    );
    await worker.query(
      "SELECT app.place_listing((SELECT valuation_id FROM app.valuation WHERE cause_key = 'open'), 'saas', $1, '{}')",
      [coordinates],
    );
    expect(await nearest()).toMatchObject({ listingId: "2", similarity: { distance: 0 } });
  });
});

describe("the search with the extension `vector` and without it", () => {
  let plain: pg.Client;
  let db: Kysely<unknown>;
  let pool: pg.Pool;
  let extended: PGlite;

  beforeAll(async () => {
    const urls = await createPublishedDatabase(server.url);
    plain = await connect(urls.admin);
    pool = createPool(urls.api, "reads", OPTIONS);
    db = new Kysely({
      dialect: new PostgresDialect({ pool }),
      plugins: [new CamelCasePlugin()],
    });
    // Another Postgres that has the extension, in a schema that is on no search path.
    extended = await PGlite.create({ extensions: { vector } });
    await extended.exec(`CREATE ROLE valyra_api; CREATE ROLE valyra_worker; CREATE SCHEMA app;
      CREATE SCHEMA indexed; CREATE SCHEMA extensions; CREATE EXTENSION vector SCHEMA extensions;
      CREATE TABLE indexed.listing (chain_id integer, contract text, listing_id numeric(78,0),
        PRIMARY KEY (chain_id, contract, listing_id));
      CREATE TABLE app.valuation (valuation_id uuid, chain_id integer, contract text,
        listing_id numeric(78,0), published_at timestamptz);`);
    await extended.exec(readFileSync("migrations/0092_listing_coordinate.sql", "utf8"));
  });
  afterAll(async () => {
    await db.destroy();
    await plain.end();
    await extended.close();
  });

  test("gives the same listings in the same order, ties included [1.24]", async () => {
    const anywhere = fc.integer({ min: -MOST_STEPS, max: MOST_STEPS });
    // Few values, so that many listings are equally far.
    const crowded = fc.integer({ min: -1, max: 1 });
    const edges = fc.constantFrom(-MOST_STEPS, MOST_STEPS - 1, MOST_STEPS);
    const coordinatesOf = (value: fc.Arbitrary<number>) =>
      fc.array(value, { minLength: DIMENSIONS, maxLength: DIMENSIONS });
    const places = [anywhere, crowded, edges].flatMap((value, at) =>
      fc.sample(coordinatesOf(value), { numRuns: 200, seed: 20 + at }),
    );
    await insertRows(
      plain,
      "release_a",
      "listing",
      places.map((_, listing_id) => ({ listing_id })),
    );
    const insert = `INSERT INTO app.listing_coordinate
        (chain_id, contract, listing_id, valuation_id, category, coordinates, known)
      SELECT ${CHAIN_ID}, '${MARKETPLACE}', place.at - 1, gen_random_uuid(), 'saas',
        ARRAY(SELECT jsonb_array_elements_text(place.one)::integer), '{}'
      FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS place (one, at)`;
    await plain.query(insert, [JSON.stringify(places)]);
    await extended.query(insert, [JSON.stringify(places)]);
    await extended.exec(
      "INSERT INTO indexed.listing SELECT chain_id, contract, listing_id FROM app.listing_coordinate",
    );

    const indexed = indexedDb(db);
    const asked = selectVectorSchema(indexed);
    expect(await asked.execute()).toEqual([]);
    const { rows: schemas } = await extended.query(asked.compile().sql);
    expect(schemas).toEqual([{ name: "extensions" }]);
    let ties = 0;
    for (const [number, coordinates] of places.entries()) {
      if (number % 25 !== 0) continue;
      const query = {
        listing: { chainId: CHAIN_ID, contract: MARKETPLACE, number: BigInt(number) },
        place: { coordinates },
        // All of them, and so few that what is equally far does not all fit.
        limit: number % 50 === 0 ? places.length : 10,
      };
      const ofSql = await selectSimilar(indexed, { ...query, vectorSchema: undefined }).execute();
      const { sql, parameters } = selectSimilar(indexed, {
        ...{ ...query, vectorSchema: "extensions" },
      }).compile();
      expect(sql).toContain("<->");
      const { rows } = await extended.query<{ listing_id: string }>(sql, [...parameters]);
      const order = ofSql.map(({ listingId }) => String(listingId));
      expect(order).toHaveLength(Math.min(query.limit, places.length - 1));
      expect(order).not.toContain(String(number));
      expect(rows.map(({ listing_id }) => listing_id)).toEqual(order);
      const squares = ofSql.map((one) =>
        one.coordinates.reduce((sum, value, at) => sum + (value - (coordinates[at] ?? 0)) ** 2, 0),
      );
      expect(squares).toEqual([...squares].sort((a, b) => a - b));
      ties += squares.filter((square, at) => square === squares[at - 1]).length;
    }
    expect(ties).toBeGreaterThan(100);
  });

  test("an index as the operator may make it serves the search", async () => {
    const compiled = selectSimilar(indexedDb(db), {
      listing: { chainId: CHAIN_ID, contract: MARKETPLACE, number: 0n },
      place: { coordinates: Array.from({ length: DIMENSIONS }, () => 0) },
      ...{ limit: 5, vectorSchema: "extensions" },
    }).compile();
    const operations = readFileSync("docs/operations.md", "utf8");
    const statement = /CREATE INDEX CONCURRENTLY listing_coordinate_nearest[^;]*;/.exec(operations);
    await extended.exec(
      `SET search_path = public, extensions; ${statement?.[0]}`.replace(" CONCURRENTLY", ""),
    );
    await extended.exec(
      "ANALYZE; SET search_path = public; SET enable_sort = off; SET enable_seqscan = off",
    );
    const { rows } = await extended.query(`EXPLAIN ${compiled.sql}`, [...compiled.parameters]);
    expect(JSON.stringify(rows)).toContain("listing_coordinate_nearest");
  });
});
