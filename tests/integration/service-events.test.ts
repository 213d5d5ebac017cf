import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tellServiceEvent } from "../../core/journal/service-events.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createJournalStage, type JournalStage } from "./support/journal.ts";
import { CHAIN_ID, MARKETPLACE, SELLER } from "./support/rows.ts";

const server = sharedPostgres();
const LISTING = `${CHAIN_ID}-${MARKETPLACE}-1`;
let stage: JournalStage;
let api: TestApi;
let writer: pg.Client;

beforeAll(async () => {
  stage = await createJournalStage(server.url);
  api = startApi(stage.urls.api);
  writer = new pg.Client({ connectionString: stage.urls.api });
  await writer.connect();
});
afterAll(async () => {
  await writer.end();
  await api.close();
  await stage.close();
  await server.stop();
});
beforeEach(async () => {
  await stage.reset();
  await stage.admin.query("TRUNCATE app.service_event CASCADE");
});

const tell = (cause: string) =>
  tellServiceEvent(writer, {
    kind: "metadata.changed",
    cause,
    chainId: CHAIN_ID,
    listing: LISTING,
    actor: SELLER,
    args: { version: 1 },
  });

async function changes(query = "") {
  const response = await api.get(`/v1/changes${query}`);
  expect(response.status, await response.clone().text()).toBe(200);
  const { data } = (await response.json()) as { data: Record<string, unknown>[] };
  return data;
}

/** What happened, however it is numbered. */
const business = (rows: readonly Record<string, unknown>[]) =>
  rows
    .map(({ kind, activityId, listing, args, status }) =>
      JSON.stringify({ kind, activityId, listing, args, status }),
    )
    .sort();

describe("what happens in the service", () => {
  test("it enters the one sequence with its cause, or not at all [SE-1]", async () => {
    await stage.chain.mine(1);
    await stage.follow();
    await writer.query("BEGIN");
    expect(await tell("taken back")).toBe("2");
    await writer.query("ROLLBACK");
    expect(await tell("kept")).toBe("2");
    expect(await tell("kept")).toBeUndefined();
    await stage.chain.mine(1);
    await stage.follow();
    const rows = await changes();
    expect(rows.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, "listing_updated"],
      [2, "metadata.changed"],
      [3, "listing_updated"],
    ]);
    expect(rows[1]).toMatchObject({
      status: "final",
      activityId: null,
      blockNumber: null,
      listing: LISTING,
      actor: expect.stringMatching(new RegExp(SELLER, "i")),
      args: { version: 1 },
      repair: null,
    });
    for (const filter of ["kind=metadata.changed", `listing=${LISTING}`, `account=${SELLER}`]) {
      const found = await changes(`?${filter}`);
      expect(
        found.map(({ sequence }) => sequence),
        filter,
      ).toContain(2);
    }
  });

  test("a journal that is written anew tells the same business events", async () => {
    await stage.chain.mine(2);
    await stage.follow();
    for (let n = 0; n < 5; n += 1) await tell(`event ${n}`);
    await stage.chain.mine(1);
    await stage.follow();
    const before = business(await changes());
    expect(before).toHaveLength(8);
    await stage.admin.query(
      "TRUNCATE app.journal_entry, app.journal_cursor; UPDATE app.journal_counter SET last_sequence = 0",
    );
    await stage.follow();
    const rows = await changes();
    expect(business(rows)).toEqual(before);
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("writers of the service and the journal leave no gap between them", async () => {
    const writers = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const client = new pg.Client({ connectionString: stage.urls.api });
        await client.connect();
        return client;
      }),
    );
    const telling = writers.map(async (client, index) => {
      for (let n = 0; n < 10; n += 1) {
        await tellServiceEvent(client, {
          kind: "check.failed",
          cause: `${index} ${n}`,
          chainId: CHAIN_ID,
          args: {},
        });
      }
    });
    for (let n = 0; n < 10; n += 1) {
      await stage.chain.mine(1);
      await stage.follow();
    }
    await Promise.all(telling);
    await Promise.all(writers.map((client) => client.end()));
    const rows = await changes();
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    expect(rows).toHaveLength(50);
  });
});
