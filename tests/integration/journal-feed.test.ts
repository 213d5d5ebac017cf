import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listChanges } from "../../api/routes/changes/changes.contract.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { type EventStream, idsOf, readEventStream } from "./support/event-stream.ts";
import { createJournalStage, type JournalStage } from "./support/journal.ts";
import { BUYER, CHAIN_ID, ESCROW_CONTRACT, MARKETPLACE, SELLER } from "./support/rows.ts";

let server: PostgresServer;
let stage: JournalStage;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  stage = await createJournalStage(server.url);
});
afterAll(async () => {
  await stage.close();
  await server.stop();
});
beforeEach(async () => {
  await stage.reset();
  api = startApi(stage.urls.api);
  return () => api.close();
});

/** Entries 1 to 6 provisional, 5 and 6 taken back by 7 and 8, 9 and 10 in their place, 11 to 14 final. */
async function tellStory(): Promise<void> {
  await stage.chain.mine(3);
  await stage.chain.mine(1);
  await stage.chain.mine(2);
  await stage.follow();
  await stage.chain.revert(1);
  await stage.follow();
  await stage.chain.mine(2, 1);
  await stage.follow();
  await stage.chain.finalise(2);
  await stage.follow();
}

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function getJson(path: string): Promise<any> {
  const response = await api.get(path);
  expect(response.status, path).toBe(200);
  return response.json();
}

describe("pages of changes", () => {
  test("one walk hears everything in order, with what was taken back, and can go on later", async () => {
    await tellStory();
    const heard: { sequence: number; status: string; retractsSequence: number | null }[] = [];
    let after = 0;
    for (let hasMore = true; hasMore; ) {
      const { data, page } = await getJson(`/v1/changes?after=${after}&limit=3`);
      heard.push(...data);
      after = page.nextAfter;
      hasMore = page.hasMore;
    }
    expect(heard.map(({ sequence }) => sequence)).toEqual(heard.map((_, index) => index + 1));
    expect(heard.map(({ status }) => status)).toEqual([
      ...Array(6).fill("provisional"),
      ...["retracted", "retracted", "provisional", "provisional"],
      ...Array(4).fill("final"),
    ]);
    expect(heard[6]?.retractsSequence).toBe(6);
    expect(heard[0]?.retractsSequence).toBeNull();

    await stage.chain.mine(1);
    await stage.follow();
    const answer = await getJson(`/v1/changes?after=${after}`);
    const { data, page } = answer;
    expect(listChanges.responses[200].content["application/json"].schema.parse(answer)).toEqual(
      answer,
    );
    expect(data).toMatchObject([{ sequence: 15, kind: "listing_updated", status: "provisional" }]);
    expect(page).toEqual({ nextAfter: 15, newestSequence: 15, hasMore: false, limit: 100 });
  });

  test.each([
    ["kind=escrow_created", (row: Row) => row.kind === "escrow_created"],
    ["status=retracted", (row: Row) => row.status === "retracted"],
    [`listing=${CHAIN_ID}-${MARKETPLACE}-1`, (row: Row) => !!row.listing?.endsWith("-1")],
    ["listing=1", (row: Row) => !!row.listing?.endsWith("-1")],
    [`escrow=${CHAIN_ID}-${ESCROW_CONTRACT}-2`, (row: Row) => !!row.escrow?.endsWith("-2")],
    [`account=${SELLER}`, (row: Row) => isParty(row, SELLER)],
    [
      `account=${BUYER.toUpperCase().replace("0X", "0x")}&status=final`,
      (row: Row) => isParty(row, BUYER) && row.status === "final",
    ],
  ])("the filter %s means the same on a page and on the stream", async (filter, isMeant) => {
    await tellStory();
    const all: Row[] = (await getJson("/v1/changes")).data;
    const meant = all.filter(isMeant);
    expect(meant.length).toBeGreaterThan(0);
    expect(meant.length).toBeLessThan(all.length);
    expect((await getJson(`/v1/changes?${filter}`)).data).toEqual(meant);

    // The first reads what is there already, the second is handed what comes.
    const late = await openStream(`/v1/changes/stream?after=0&${filter}`);
    const live = await openStream(`/v1/changes/stream?${filter}`);
    await until(late, meant.length);
    expect(late.messages.map(({ data }) => JSON.parse(data))).toEqual(meant);
    await tellStory();
    const next: Row[] = (await getJson(`/v1/changes?after=${all.length}&limit=500`)).data.filter(
      isMeant,
    );
    await until(live, next.length);
    expect(live.messages.map(({ data }) => JSON.parse(data))).toEqual(next);
  });

  test("a repair of the index is a change, of its kind and of nobody, on a page and on the stream", async () => {
    await tellStory();
    const stream = await openStream("/v1/changes/stream");
    const ofSeller = await openStream(`/v1/changes/stream?account=${SELLER}`);
    await stage.chain.closeRepair(await stage.chain.openRepair());
    await stage.chain.mine(1);
    await stage.follow();
    await Promise.all([until(stream, 2), until(ofSeller, 1)]);

    const answer = await getJson("/v1/changes?kind=index.repaired");
    expect(listChanges.responses[200].content["application/json"].schema.parse(answer)).toEqual(
      answer,
    );
    expect(answer.data).toMatchObject([
      {
        ...{ sequence: 15, announcedSequence: 15, status: "final", retractsSequence: null },
        ...{ kind: "index.repaired", chainId: CHAIN_ID, activityId: null, blockNumber: null },
        ...{ contract: null, sender: null, amount: null, args: {} },
        repair: {
          ...{ id: 1, kind: "deep_reorganisation", reason: "block 2 was replaced" },
          ...{ fromBlock: 2, toBlock: 3, outcome: "Indexed anew from block 2." },
        },
      },
    ]);
    expect(stream.messages[0]).toMatchObject({ event: "index.repaired" });
    expect(JSON.parse(stream.messages[0]?.data ?? "")).toEqual(answer.data[0]);
    expect(idsOf(ofSeller)).toEqual([16]);
    for (const filter of [`account=${SELLER}`, `account=${BUYER}`, "listing=0", "escrow=2"]) {
      const { data } = await getJson(`/v1/changes?limit=500&${filter}`);
      expect(data.length, filter).toBeGreaterThan(0);
      expect(
        data.map(({ kind }: Row) => kind),
        filter,
      ).not.toContain("index.repaired");
    }
  });

  test("a filter that matches little still moves on to the newest sequence", async () => {
    await tellStory();
    const { data, page } = await getJson("/v1/changes?kind=nothing_of_the_kind");
    expect(data).toEqual([]);
    expect(page).toMatchObject({ nextAfter: 14, hasMore: false });
  });
});

type Row = {
  kind: string;
  status: string;
  listing: string | null;
  escrow: string | null;
  actor: string | null;
  counterparty: string | null;
};

function isParty(row: Row, account: string): boolean {
  return [row.actor, row.counterparty].some((party) => party?.toLowerCase() === account);
}

async function openStream(
  path: string,
  headers: Record<string, string> = {},
): Promise<EventStream> {
  const response = await api.get(path, headers);
  expect(response.status, path).toBe(200);
  const stream = readEventStream(response, headers["last-event-id"]);
  // The first words say that the reader is in place.
  await waitUntil(() => stream.comments.length > 0, {
    what: "the stream begins",
    deadlineMs: 10_000,
  });
  return stream;
}

function until(stream: EventStream, count: number, deadlineMs = 10_000): Promise<unknown> {
  return waitUntil(() => stream.messages.length >= count, {
    what: `${count} messages`,
    deadlineMs,
  });
}

describe("the stream", () => {
  test("it is a stream for everything between server and reader", async () => {
    const response = await api.get("/v1/changes/stream", { "accept-encoding": "gzip" });
    const { headers } = response;
    expect(headers.get("content-type")).toBe("text/event-stream");
    expect(headers.get("cache-control")).toBe("no-cache, no-transform");
    expect(headers.get("content-encoding")).toBeNull();
    expect(headers.get("etag")).toBeNull();
    await response.body?.cancel();
  });

  test("it begins now, and a change comes within 2 s of indexing, as a page has it [3.80]", async () => {
    await tellStory();
    const stream = await openStream("/v1/changes/stream");
    expect(stream.lastEventId()).toBe("14");
    await stage.chain.mine(2);
    await Promise.all([stage.follow(), until(stream, 2, 2_000)]);
    expect(idsOf(stream)).toEqual([15, 16]);
    const { data } = await getJson("/v1/changes?after=14");
    expect(stream.messages.map((message) => JSON.parse(message.data))).toEqual(data);
    expect(stream.messages[0]?.event).toBe("listing_updated");
  });

  test("a reader goes on where it stopped; the header wins over the parameter", async () => {
    await tellStory();
    const stream = await openStream("/v1/changes/stream?after=1", { "last-event-id": "12" });
    await until(stream, 2);
    expect(idsOf(stream)).toEqual([13, 14]);
  });

  test("more than a page is caught up with, then it is live", async () => {
    await stage.chain.mineHistory(13, 100);
    await stage.follow();
    const stream = await openStream("/v1/changes/stream?after=0");
    await until(stream, 1_300);
    await stage.chain.mine(1);
    await stage.follow();
    await until(stream, 1_301);
    expect(idsOf(stream)).toEqual(Array.from({ length: 1_301 }, (_, index) => index + 1));
  });

  test("a server that stops says so and ends the stream", async () => {
    const stream = await openStream("/v1/changes/stream");
    await api.closeStreams();
    await stream.ended;
    expect(stream.comments.at(-1)).toContain("the server stops");
    expect((await api.get("/v1/changes/stream")).status).toBe(503);
  });

  test("no more readers than allowed, and whoever leaves makes room", async () => {
    const small = startApi(stage.urls.api, { feedOptions: { maxReaders: 1 } });
    try {
      const first = await small.get("/v1/changes/stream");
      const second = await small.get("/v1/changes/stream");
      expect(second.status).toBe(503);
      expect(second.headers.get("retry-after")).toBe("1");
      expect(await second.json()).toMatchObject({ code: "TOO_MANY_STREAMS" });
      expect(await small.metrics.render()).toContain("valyra_api_streams 1");
      await first.body?.cancel();
      const third = await small.get("/v1/changes/stream");
      expect(third.status).toBe(200);
      await third.body?.cancel();
      expect((await small.request("/v1/changes/stream", { method: "HEAD" })).status).toBe(200);
      expect(await small.metrics.render()).toContain("valyra_api_streams 0");
    } finally {
      await small.close();
    }
  });
});

describe("hostile requests", () => {
  const TEXTS = [
    ...[
      "",
      "-1",
      "1e3",
      "0x10",
      "1.5",
      "%00",
      "a%00b",
      "%ff",
      "null",
      "[object Object]",
      "%F0%9F%92%A9",
    ],
    ...[
      "9".repeat(15),
      "9".repeat(40),
      "' OR 1=1 --",
      "<script>alert(1)</script>",
      "9007199254740993",
    ],
    ...["a".repeat(7_000), `${CHAIN_ID}-${MARKETPLACE}-01`, "1-0x00-1"],
  ];

  test.each(["/v1/changes", "/v1/changes/stream"])(
    "%s never fails on what it is sent",
    async (path) => {
      for (const name of [
        "after",
        "limit",
        "kind",
        "listing",
        "escrow",
        "account",
        "status",
        "other",
      ]) {
        for (const text of TEXTS) {
          const response = await api.get(`${path}?${name}=${text}`);
          expect([200, 400, 414], `${name}=${text.slice(0, 40)}`).toContain(response.status);
          await response.body?.cancel();
        }
      }
      for (const id of TEXTS.filter((text) => /^[\x20-\x7e]*$/.test(text))) {
        const response = await api.get("/v1/changes/stream", { "last-event-id": id });
        expect([200, 400], `id ${id.slice(0, 40)}`).toContain(response.status);
        await response.body?.cancel();
      }
      expect((await api.request(path, { method: "POST" })).status).toBe(405);
      expect((await api.get(`${path}?after=1&after=2`)).status).toBe(400);
    },
  );

  test("a sequence that does not exist yet is refused, for it belongs to another journal", async () => {
    await tellStory();
    for (const path of ["/v1/changes", "/v1/changes/stream"]) {
      const response = await api.get(`${path}?after=15`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "UNKNOWN_SEQUENCE" });
      const accepted = await api.get(`${path}?after=14`);
      expect(accepted.status).toBe(200);
      await accepted.body?.cancel();
    }
  });
});
