import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { MARKETPLACE, TOKEN } from "./support/rows.ts";
import {
  DAY,
  fillStatisticsMarket,
  LAST,
  MIDNIGHT,
  OTHER_TOKEN,
  timeOf,
} from "./support/statistics-market.ts";

let server: PostgresServer;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
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

/** Values of every series; of money, base units. */
async function readPoints(query: string) {
  const { data } = await getJson(`/v1/stats/series?${query}`);
  return data.series.map(
    ({ points }: { points: { value: number | null; amount: { raw: string } | null }[] }) =>
      points.map(({ value, amount }) => amount?.raw ?? value),
  );
}

describe("series", () => {
  test("days begin at midnight UTC, gaps are filled, and the running day is marked [3.11]", async () => {
    const { data } = await getJson(
      `/v1/stats/series?metric=listings_created&interval=day&from=${timeOf(-DAY)}`,
    );
    expect(data).toMatchObject({ name: "listings_created", definition: 1, interval: "day" });
    expect(data.series).toEqual([
      {
        token: null,
        points: [
          { startsAt: timeOf(-DAY), endsAt: timeOf(0), isPartial: false, value: 0, amount: null },
          { startsAt: timeOf(0), endsAt: timeOf(DAY), isPartial: false, value: 3, amount: null },
          {
            startsAt: timeOf(DAY),
            endsAt: timeOf(2 * DAY),
            isPartial: false,
            value: 1,
            amount: null,
          },
          {
            startsAt: timeOf(2 * DAY),
            endsAt: timeOf(3 * DAY),
            isPartial: true,
            value: 1,
            amount: null,
          },
        ],
      },
    ]);
  });

  test("a sum without facts is zero, a median or rate is null, a stock keeps what it was", async () => {
    const days = `interval=day&from=${timeOf(-DAY)}`;
    expect(await readPoints(`metric=sales&${days}`)).toEqual([[0, 0, 2, 0]]);
    expect(await readPoints(`metric=refund_rate&${days}`)).toEqual([[null, 0, 2_500, null]]);
    expect(await readPoints(`metric=median_sale&${days}`)).toEqual([[null, null, "900", null]]);
    // As above: 5117 at the end of the first day; then offers 4 and 8; then 7 as well.
    expect(await readPoints(`metric=value_locked&${days}`)).toEqual([
      ["0", "5117", "13", "20"],
      ["0", "0", "0", "500"],
    ]);
    expect(
      await readPoints(`metric=value_locked&token=${TOKEN}&from=${timeOf(2 * DAY)}&interval=hour`),
    ).toEqual([["20"]]);
    expect(await readPoints(`metric=active_listings&${days}`)).toEqual([[0, 1, 1, 1]]);
  });

  test("hours, weeks and months hold the same facts", async () => {
    const hours = await readPoints(`metric=listings_created&interval=hour&from=${timeOf(0)}`);
    expect(hours[0]).toHaveLength(49);
    expect(hours[0].filter((value: number) => value !== 0)).toEqual([2, 1, 1, 1]);
    expect(hours[0][23]).toBe(1);
    expect(hours[0][24]).toBe(1);
    const { data: weeks } = await getJson("/v1/stats/series?metric=offers_made&interval=week");
    expect(weeks.series[0].points).toHaveLength(30);
    expect(weeks.series[0].points.at(-1)).toMatchObject({
      startsAt: "2023-11-13T00:00:00.000Z",
      value: 8,
    });
    const { data: months } = await getJson("/v1/stats/series?metric=unique_buyers&interval=month");
    expect(months.series[0].points.at(-1)).toMatchObject({
      startsAt: "2023-11-01T00:00:00.000Z",
      endsAt: "2023-12-01T00:00:00.000Z",
      isPartial: true,
      value: 3,
    });
  });

  test("a step that the range cuts is marked and counts only what lies within", async () => {
    const { data } = await getJson(
      `/v1/stats/series?metric=listings_created&interval=day&from=${timeOf(1)}&to=${timeOf(DAY + 1)}`,
    );
    expect(data.series[0].points).toMatchObject([
      { startsAt: timeOf(0), isPartial: true, value: 2 },
      { startsAt: timeOf(DAY), isPartial: true, value: 1 },
    ]);
  });

  test("money without a fact has a series only where its token is named", async () => {
    const query = `metric=agent_payment_fees&interval=day&from=${timeOf(DAY)}&to=${timeOf(2 * DAY)}`;
    expect(await readPoints(query)).toEqual([]);
    expect(await readPoints(`${query}&token=${OTHER_TOKEN}`)).toEqual([["0"]]);
  });

  test("a range that begins after the last block is empty", async () => {
    const { data } = await getJson(
      `/v1/stats/series?metric=sales&interval=hour&from=${timeOf(30 * DAY)}&to=${timeOf(31 * DAY)}`,
    );
    expect(data.series).toEqual([{ token: null, points: [] }]);
  });
});

describe("what is refused", () => {
  const hour = `metric=sales&interval=hour`;
  test.each([
    [`/v1/stats/series?${hour}&from=2020-01-01T00:00:00Z`, "/query/interval"],
    [`/v1/stats/series?metric=agent_payments&marketplace=${MARKETPLACE}`, "/query/marketplace"],
    ["/v1/stats/series", "/query/metric"],
    ["/v1/stats/series?metric=", "/query/metric"],
    ["/v1/stats/series?metric=sales'%20OR%201=1--", "/query/metric"],
    ["/v1/stats/series?metric=__proto__", "/query/metric"],
    ["/v1/stats/series?metric=sales&interval=minute", "/query/interval"],
    ["/v1/stats?groupBy=colour", "/query/groupBy"],
    ["/v1/stats?from=1969-12-31T23:59:59Z", "/query/from"],
    ["/v1/stats?from=0001-01-01T00:00:00Z", "/query/from"],
    ["/v1/stats?to=1970-01-01T00:00:00Z", "/query/to"],
    ["/v1/stats?from=2024-01-02T00:00:00Z&to=2024-01-02T00:00:00Z", "/query/to"],
    ["/v1/stats?from=2024-01-01", "/query/from"],
    ["/v1/stats?from=%00", "/query/from"],
    ["/v1/stats?marketplace=0x0", "/query/marketplace"],
    ["/v1/stats?token=0", "/query/token"],
    ["/v1/stats?category=SaaS", "/query/category"],
    ["/v1/stats/definitions?x=1", "/query/x"],
  ])("%s", async (path, pointer) => {
    const response = await api.get(path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: "INVALID_REQUEST",
      errors: [{ pointer }],
    });
  });

  test("a thousand steps are allowed, one more is not", async () => {
    const from = (hours: number) => timeOf(LAST + 1 - 1_000 - hours * 3_600);
    const allowed = await getJson(`/v1/stats/series?${hour}&from=${from(999)}`);
    expect(allowed.data.series[0].points).toHaveLength(1_000);
    expect((await api.get(`/v1/stats/series?${hour}&from=${from(1_000)}`)).status).toBe(400);
  });
});
