import type pg from "pg";
import { getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { metricSql } from "../../core/statistics/metric.ts";
import { METRICS } from "../../core/statistics/metrics.ts";
import { factsOf, SOURCES, type Source, type SourceName } from "../../core/statistics/sources.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import { insertInto, MARKETPLACE, TOKEN } from "./support/rows.ts";
import {
  DAY,
  fillStatisticsMarket,
  LAST,
  MIDNIGHT,
  OTHER_MARKETPLACE,
  OTHER_TOKEN,
  timeOf,
} from "./support/statistics-market.ts";

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillStatisticsMarket);
  api = startApi(urls.api, { now: () => new Date((MIDNIGHT + LAST) * 1_000) });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function getJson(path: string): Promise<any> {
  const response = await api.get(path);
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
}

type Shown = {
  name: string;
  definition: number;
  unit: string;
  value: number | null;
  amounts: { raw: string; currency: { address: string } | null }[] | null;
};

/** Numbers by name: plain ones as they are, money as `{ token: base units }`. */
function numbersOf(statistics: readonly Shown[]) {
  return Object.fromEntries(
    statistics.map(({ name, value, amounts }) => [
      name,
      amounts === null
        ? value
        : Object.fromEntries(
            amounts.map(({ raw, currency }) => [
              currency?.address === getAddress(TOKEN) ? "first" : "other",
              raw,
            ]),
          ),
    ]),
  );
}

async function readNumbers(query: string) {
  const { data } = await getJson(`/v1/stats${query}`);
  expect(data.groups).toHaveLength(1);
  return numbersOf(data.groups[0].statistics);
}

describe("statistics", () => {
  test("every number of the whole market is the one worked out by hand [3.11]", async () => {
    expect(await readNumbers("")).toEqual({
      listings_created: 5,
      // Sold, sold, cancelled, in escrow; only listing 4 is left.
      active_listings: 1,
      // First asks 1000, 3000, 3000, 3000: the second of four. The cut of listing 1 to 2000 is later.
      median_ask: { first: "3000", other: "500" },
      offers_made: 8,
      offers_accepted: 1,
      offers_rejected: 1,
      offers_cancelled: 1,
      // Offer 4 lies unclaimed, offer 5 was claimed; 8 ends with the last second, not before.
      offers_expired: 2,
      // 1 of 5: the ejected offer 6 does not count. 10000 / 5.
      offer_acceptance_rate: 2_000,
      funded_escrows: 6,
      // 900 + 2000 + 2000 + 1000 + 2000.
      funded_volume: { first: "7900", other: "500" },
      sales: 2,
      // 900 + 2000, and 1000 - 400 of the split dispute.
      sale_volume: { first: "3500" },
      // 900 and 2000: the lower one, a price that occurred.
      median_sale: { first: "900" },
      // 900 against 1000 is 1000 bps; 2000 against the price cut to 2000 is 0; the lower of both.
      median_discount: 0,
      // Offers 4, 7 and 8: 10 + 7 + 3. The other market has one funded escrow.
      value_locked: { first: "20", other: "500" },
      platform_fees: { first: "97" },
      // 100 + 50 - 20 - 40.
      stake_locked: { first: "90" },
      stake_slashed: { first: "20" },
      // Listing 0: 100 - 0. Listing 1: 120 - 1.
      seconds_to_first_offer_median: 100,
      seconds_to_first_offer_p90: 119,
      seconds_to_acceptance_median: 200,
      seconds_to_acceptance_p90: 200,
      // Listing 0: 260. Listing 1: 60 - 1. The other market: 172800 - 86399.
      seconds_to_funding_median: 260,
      seconds_to_funding_p90: 86_401,
      // Listing 0: 90000. Listing 1: 90010 - 1.
      seconds_to_sale_median: 90_000,
      seconds_to_sale_p90: 90_009,
      // 1 of 6 funded, rounded down.
      dispute_rate: 1_666,
      // 1 expired of 5 closed.
      refund_rate: 2_000,
      handover_timeouts: 1,
      verification_timeouts: 1,
      // Escrow 6 and offer 6.
      emergency_exits: 2,
      unique_buyers: 3,
      unique_sellers: 3,
      agent_payments: 2,
      agent_payment_volume: { first: "10", other: "20" },
      agent_payment_fees: { first: "1" },
    });
  });

  test("a period takes its first second and leaves out its last [3.11]", async () => {
    const firstDay = await readNumbers(`?from=${timeOf(0)}&to=${timeOf(DAY)}`);
    expect(firstDay).toMatchObject({
      listings_created: 3,
      offers_made: 6,
      // Offers 4 and 5 expire on the second day, whenever somebody claims that.
      offers_expired: 0,
      sales: 0,
      median_sale: {},
      refund_rate: 0,
      // The other market's listing; both of the first market are in escrow.
      active_listings: 1,
      // 87 retained of escrow 1, 2000 + 2000 + 1000 of escrows 2 to 4, offers 4 and 5.
      value_locked: { first: "5117" },
      stake_locked: { first: "130" },
      platform_fees: { first: "22" },
    });
    expect(await readNumbers(`?from=${timeOf(DAY - 1)}&to=${timeOf(DAY)}`)).toMatchObject({
      listings_created: 1,
      median_ask: { other: "500" },
      offer_acceptance_rate: null,
      dispute_rate: null,
      unique_buyers: 0,
    });
    expect(await readNumbers(`?to=${timeOf(1)}`)).toMatchObject({ listings_created: 1 });
  });

  test("a period after the last block is empty", async () => {
    expect(await readNumbers(`?from=${timeOf(30 * DAY)}`)).toMatchObject({
      sales: 0,
      sale_volume: {},
      dispute_rate: null,
    });
    const { data } = await getJson("/v1/stats?to=9999-12-31T23:59:59Z");
    expect(data.to).toBe(timeOf(LAST + 1));
  });

  test("a marketplace or token narrows, and what knows nothing of it is left out by name", async () => {
    const { data } = await getJson(`/v1/stats?marketplace=${getAddress(OTHER_MARKETPLACE)}`);
    expect(data.omitted).toEqual(["agent_payments", "agent_payment_volume", "agent_payment_fees"]);
    expect(numbersOf(data.groups[0].statistics)).toMatchObject({
      listings_created: 1,
      funded_volume: { other: "500" },
      sale_volume: {},
      platform_fees: {},
    });
    const { data: ofToken } = await getJson(`/v1/stats?token=${OTHER_TOKEN}`);
    expect(ofToken.omitted).toEqual([]);
    expect(numbersOf(ofToken.groups[0].statistics)).toMatchObject({
      // One token was asked for: its sums are zero, its medians unknown.
      sale_volume: { other: "0" },
      median_sale: {},
      value_locked: { other: "500" },
      agent_payment_volume: { other: "20" },
    });
    expect(await readNumbers(`?token=${MARKETPLACE}`)).toMatchObject({
      listings_created: 0,
      active_listings: 0,
      unique_sellers: 0,
    });
  });

  test("groups are by marketplace, token and declared level", async () => {
    const { data: byMarket } = await getJson("/v1/stats?groupBy=marketplace");
    const keys = byMarket.groups.map(({ key }: { key: string }) => key);
    expect(keys).toEqual([MARKETPLACE, OTHER_MARKETPLACE].map((address) => getAddress(address)));
    const [first, other] = byMarket.groups.map((group: { statistics: Shown[] }) =>
      numbersOf(group.statistics),
    );
    expect(first).toMatchObject({
      listings_created: 4,
      unique_buyers: 2,
      stake_locked: { first: "90" },
    });
    expect(other).toMatchObject({ listings_created: 1, unique_buyers: 1, active_listings: 0 });

    const { data: byToken } = await getJson("/v1/stats?groupBy=token");
    expect(byToken.groups.map(({ key }: { key: string }) => key)).toEqual(
      [TOKEN, OTHER_TOKEN].map((address) => getAddress(address)),
    );
    expect(numbersOf(byToken.groups[1].statistics)).toMatchObject({ sale_volume: { other: "0" } });

    const { data: byLevel } = await getJson("/v1/stats?groupBy=verification");
    expect(
      byLevel.groups.map(({ key, statistics }: { key: string; statistics: Shown[] }) => [
        key,
        numbersOf(statistics).listings_created,
      ]),
    ).toEqual([
      ["basic", 3],
      ["enhanced", 1],
      ["standard", 1],
    ]);
    expect(byLevel.omitted).toContain("stake_locked");
  });

  test("money is exact, with its token, and every number names its definition", async () => {
    const { data, meta } = await getJson("/v1/stats");
    expect(meta).toMatchObject({ indexedBlock: { number: 1_000 + LAST } });
    expect(data).toMatchObject({
      from: "1970-01-01T00:00:00.000Z",
      to: timeOf(LAST + 1),
      groupBy: null,
    });
    const locked = data.groups[0].statistics.find(({ name }: Shown) => name === "value_locked");
    expect(locked).toMatchObject({
      definition: 1,
      unit: "base_units",
      value: null,
      amounts: [
        { raw: "20", decimals: 6, display: "0.00002", currency: { symbol: "TUSD" } },
        { raw: "500", decimals: 0, display: "500", currency: { symbol: "OTHER" } },
      ],
    });
  });

  test("what is for sale agrees with the availability that each listing shows", async () => {
    const [{ count }] = await withClient(urls.admin, async (client) => {
      const { rows } = await client.query(
        "SELECT count(*)::integer AS count FROM indexed.listing WHERE availability IN ('for_sale', 'under_offer')",
      );
      return rows;
    });
    expect((await readNumbers("")).active_listings).toBe(count);
  });
});

describe("definitions", () => {
  test("each number has one, and analysts who run it get the same number [3.11]", async () => {
    const { data } = await getJson("/v1/stats/definitions");
    expect(data.map(({ name }: Shown) => name)).toEqual(METRICS.map(({ name }) => name));
    const shown = await readNumbers("");
    await withClient(urls.admin, async (client) => {
      await client.query("SET ROLE valyra_analyst");
      for (const metric of METRICS) {
        const { sql } = data.find(({ name }: Shown) => name === metric.name);
        expect(sql).toBe(metricSql(metric, "analytics"));
        const text = sql.replaceAll(":from", "0").replaceAll(":to", String(MIDNIGHT + LAST + 1));
        const { rows } = await client.query<{ token: string; value: string | null }>(text);
        const numbers =
          metric.unit === "base_units"
            ? Object.fromEntries(
                rows
                  .filter(({ value }) => value !== null)
                  .map(({ token, value }) => [token === TOKEN ? "first" : "other", value]),
              )
            : toNumber(rows[0]?.value ?? null);
        const expected = shown[metric.name];
        expect(withoutZeros(numbers), metric.name).toEqual(withoutZeros(expected));
      }
    });
  });
});

/** A token without any such fact may be absent or zero. */
function withoutZeros(numbers: unknown) {
  if (typeof numbers !== "object" || numbers === null) return numbers;
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== "0"));
}

function toNumber(text: string | null): number | null {
  return text === null ? null : Number(text);
}

// Last, for it changes the market that all others ask about.
describe("numbers that are kept", () => {
  test.each(Object.entries(SOURCES as Record<string, Source>).filter(([, { present }]) => present))(
    "what the changes of %s come to is what present states say",
    async (name, { present, dimensions }) => {
      const history = factsOf(name as SourceName, "indexed").join(" UNION ALL ");
      const sums = (text: string) => `
      SELECT ${dimensions.join(", ")}, sum(change)::text AS sum FROM (${text}) AS row
      GROUP BY ${dimensions.join(", ")} HAVING sum(change) <> 0 ORDER BY ${dimensions.join(", ")}`;
      await withClient(urls.admin, async (client) => {
        const changes = await client.query(sums(history));
        const states = await client.query(sums(present?.("indexed") ?? ""));
        expect(states.rows.length).toBeGreaterThan(0);
        expect(states.rows).toEqual(changes.rows);
      });
    },
  );

  test("a block without an event moves the end alone, and a new event is counted at once", async () => {
    const before = await getJson("/v1/stats");
    const moveTo = (client: pg.Client, second: number) =>
      setIndexedBlock(client, "release_a", {
        block: BigInt(1_000 + second),
        timestamp: BigInt(MIDNIGHT + second),
      });
    // The last second of offer 8 passes: what happens by the clock needs no event.
    await withClient(urls.admin, (client) => moveTo(client, LAST + 1));
    const later = await getJson("/v1/stats");
    expect(later.data.to).toBe(timeOf(LAST + 2));
    const expired = { offers_expired: 3, offer_acceptance_rate: 1_666 };
    expect(numbersOf(later.data.groups[0].statistics)).toEqual({
      ...numbersOf(before.data.groups[0].statistics),
      ...expired,
    });
    await withClient(urls.admin, async (client) => {
      const insert = insertInto(client, "release_a");
      const at = { block: 1_000 + LAST + 2, second: MIDNIGHT + LAST + 2 };
      await insert("listing", [{ listing_id: 77, created_at: at.second, asking_price_units: 1 }]);
      await insert("activity", [
        { kind: "listing_created", listing_id: 77, block_number: at.block, occurred_at: at.second },
      ]);
      await moveTo(client, LAST + 2);
    });
    expect(await readNumbers("")).toMatchObject({ listings_created: 6, active_listings: 2 });
  });
});
