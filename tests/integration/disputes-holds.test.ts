import { getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import {
  BUYER,
  CHAIN_ID,
  ESCROW_CONTRACT,
  insertInto,
  MARKETPLACE,
  SELLER,
  START,
  setHeads,
} from "./support/rows.ts";

/** Chain time: one second past the response deadline of the first dispute. */
const NOW = START + 172_801n;
const STRANGER = `0x${"99".repeat(20)}` as const;
const OTHER_CONTRACT = `0x${"b3".repeat(20)}` as const;
const idOf = (number: number, contract: string = ESCROW_CONTRACT) =>
  `${CHAIN_ID}-${contract}-${number}`;

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    const insert = insertInto(client, "release_a");
    await insert("token", [{}]);
    await insert("escrow", [
      { escrow_id: 1, state: "disputed" },
      { escrow_id: 2, state: "disputed" },
      { escrow_id: 3, state: "refunded", updated_block: 95 },
      { escrow_id: 4, state: "transition" },
      { escrow_id: 5, state: "completed" },
      // The same number on another contract, between other parties (trap 18).
      { escrow_id: 1, contract: OTHER_CONTRACT, buyer: STRANGER, state: "disputed" },
    ]);
    await insert("dispute", [
      {},
      // Began as an issue: nobody raised it and nobody can respond (trap 19).
      {
        escrow_id: 2,
        origin: "transition_issue",
        initiator: null,
        dispute_type: null,
        response_deadline: null,
        created_at: START + 50n,
      },
      {
        escrow_id: 3,
        initiator: SELLER,
        dispute_type: "metric_fraud",
        resolution: "full_refund",
        resolver: STRANGER,
        refunded_units: 1_500_000,
        response_deadline: START + 300_000n,
        created_at: START + 60n,
        resolved_at: START + 70n,
        updated_block: 95,
      },
      { contract: OTHER_CONTRACT, initiator: STRANGER, response_deadline: START + 200_000n },
    ]);
    await insert("transition_hold", [
      { escrow_id: 2, release_time: START + 500n },
      // Resolved on full amounts: the contract still says that nothing was released (trap 23).
      { escrow_id: 3, release_time: START + 600n, closed_at: START + 70n },
      // E3 without a period: the release time is the time of the confirmation (trap 31).
      { escrow_id: 4, release_time: START + 30n },
      {
        escrow_id: 5,
        release_time: START + 700n,
        is_released: true,
        is_claimed: true,
        closed_at: START + 800n,
      },
    ]);
    await setIndexedBlock(client, "release_a", { block: 100n, timestamp: NOW });
    await setHeads(client, { head: 100, safe: 90, final: 80 });
  });
  api = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function getJson(path: string): Promise<any> {
  return (await api.get(path)).json();
}
const idsOf = async (path: string) =>
  (await getJson(path)).data.map((row: { id: string }) => row.id);

describe("disputes", () => {
  test.each([
    ["", [idOf(3), idOf(2), idOf(1, OTHER_CONTRACT), idOf(1)]],
    ["state=open", [idOf(2), idOf(1, OTHER_CONTRACT), idOf(1)]],
    ["state=resolved", [idOf(3)]],
    [`initiator=${getAddress(BUYER)}`, [idOf(1)]],
    [`account=${STRANGER}`, [idOf(1, OTHER_CONTRACT)]],
    [`account=${SELLER}&state=resolved`, [idOf(3)]],
    ["origin=transition_issue", [idOf(2)]],
    ["type=metric_fraud,quality_dispute", [idOf(3)]],
    ["resolution=full_refund,split", [idOf(3)]],
    ["escrow=1", [idOf(1)]],
    [`contract=${OTHER_CONTRACT}`, [idOf(1, OTHER_CONTRACT)]],
    ["respondBefore=2023-11-16T22:13:21Z", [idOf(1)]],
    ["respondBefore=2023-11-16T22:13:20Z", []],
    ["sort=response_deadline", [idOf(1), idOf(1, OTHER_CONTRACT), idOf(3), idOf(2)]],
    ["sort=oldest&limit=1", [idOf(1)]],
  ])("?%s", async (query, expected) => {
    expect(await idsOf(`/v1/disputes?${query}`)).toEqual(expected);
  });

  test("trap 19: a dispute names its escrow, its listing and the parties, whatever is on chain", async () => {
    const { data } = await getJson("/v1/disputes/2?include=escrow");
    expect(data).toMatchObject({
      id: idOf(2),
      escrow: idOf(2),
      listing: `${CHAIN_ID}-${MARKETPLACE}-0`,
      buyer: getAddress(BUYER),
      seller: getAddress(SELLER),
      state: "open",
      origin: "transition_issue",
      initiator: null,
      type: null,
      responseDeadlineAt: null,
      deadlines: [],
      isOverdue: false,
      included: { escrow: { id: idOf(2), state: "disputed" } },
    });
  });

  test("the clock of the response runs until somebody resolves", async () => {
    const [open, resolved] = (await getJson(`/v1/disputes?ids=1,3`)).data;
    expect(open).toMatchObject({ isOverdue: true, finality: "final" });
    expect(open.deadlines).toMatchObject([
      { kind: "dispute_response", at: "2023-11-16T22:13:20.000Z", isOpen: false },
    ]);
    expect(resolved).toMatchObject({
      state: "resolved",
      resolution: "full_refund",
      refunded: { raw: "1500000", display: "1.50" },
      deadlines: [],
      isOverdue: false,
      finality: "included",
    });
  });

  test("that of an ejected escrow is open no more, although the contract leaves it pending [5.70]", async () => {
    await withClient(urls.admin, async (client) => {
      await client.query(
        "UPDATE release_a.escrow SET state = 'emergency' WHERE contract = $1 AND escrow_id = 1",
        [OTHER_CONTRACT],
      );
    });
    try {
      expect(await idsOf("/v1/disputes?state=open")).toEqual([idOf(2), idOf(1)]);
      const { data } = await getJson("/v1/disputes?state=ejected");
      expect(data).toMatchObject([
        { id: idOf(1, OTHER_CONTRACT), state: "ejected", resolution: "pending", deadlines: [] },
      ]);
      expect((await api.get("/v1/disputes?state=ejected&resolution=split")).status).toBe(400);
    } finally {
      await withClient(urls.admin, async (client) => {
        await client.query(
          "UPDATE release_a.escrow SET state = 'disputed' WHERE contract = $1 AND escrow_id = 1",
          [OTHER_CONTRACT],
        );
      });
    }
  });

  test("an outcome that no dispute of a state can have is refused", async () => {
    const response = await api.get("/v1/disputes?state=open&resolution=split");
    expect(response.status).toBe(400);
    expect((await api.get("/v1/disputes?state=resolved&resolution=pending,split")).status).toBe(
      200,
    );
    expect(await (await api.get("/v1/disputes/4")).json()).toMatchObject({
      code: "DISPUTE_NOT_FOUND",
      status: 404,
    });
  });
});

describe("holds", () => {
  test.each([
    ["sort=release", [idOf(4), idOf(2), idOf(3), idOf(5)]],
    ["state=open", [idOf(4)]],
    ["state=disputed", [idOf(2)]],
    ["state=released", [idOf(5)]],
    ["state=ended", [idOf(3)]],
    ["state=ended,open&sort=release", [idOf(4), idOf(3)]],
    ["releaseBefore=2023-11-14T22:21:41Z&sort=release", [idOf(4), idOf(2)]],
    [`account=${BUYER}&state=open`, [idOf(4)]],
    [`account=${STRANGER}`, []],
    ["escrow=5", [idOf(5)]],
  ])("?%s", async (query, expected) => {
    expect(await idsOf(`/v1/holds?${query}`)).toEqual(expected);
  });

  test("trap 23: a hold whose escrow has ended is ended, and its clocks have stopped", async () => {
    const { data } = await getJson("/v1/holds/3");
    expect(data).toMatchObject({
      state: "ended",
      escrowState: "refunded",
      isReleased: false,
      isClaimed: false,
      closedAt: "2023-11-14T22:14:30.000Z",
      deadlines: [],
    });
  });

  test("trap 31: the release time is the event's, never seven days later", async () => {
    const { data } = await getJson("/v1/holds/4?include=escrow");
    expect(data).toMatchObject({
      state: "open",
      releaseAt: "2023-11-14T22:13:50.000Z",
      retainer: { raw: "146250", display: "0.14625" },
      included: { escrow: { state: "transition" } },
    });
    expect(data.deadlines).toMatchObject([
      { kind: "transition_issue", isOpen: false },
      { kind: "retainer_release", isOpen: true },
    ]);
    expect((await api.get("/v1/holds/1")).status).toBe(404);
  });
});
