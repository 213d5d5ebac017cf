import { getAddress, numberToHex, pad } from "viem";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createRpcClient } from "../../core/rpc/client.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { type Behaviour, type FakeNode, startFakeNode } from "./support/fake-node.ts";
import { createPublishedDatabase } from "./support/market.ts";
import {
  AGENT_ESCROW,
  CHAIN_ID,
  ESCROW_CONTRACT,
  MARKETPLACE,
  START,
  TOKEN,
} from "./support/rows.ts";
import {
  FOREIGN_TOKEN,
  fillSolvencyMarket,
  INDEXED,
  TAXED_ESCROWS,
  TREASURY,
} from "./support/solvency-market.ts";

const BALANCE_OF = "balanceOf(address)";

let server: PostgresServer;
let urls: { admin: string; api: string };
const opened: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSolvencyMarket);
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
afterAll(() => server.stop());

function open(node?: FakeNode, timeoutMs = 2_000, now = () => new Date()): TestApi {
  const api = startApi(urls.api, {
    now,
    ...(node ? { rpc: createRpcClient(node.url, timeoutMs) } : {}),
  });
  opened.push(api);
  return api;
}

/** A node that treats questions about balances in this way. */
async function openNode(behaviour: Behaviour, chainId = CHAIN_ID): Promise<FakeNode> {
  const node = await startFakeNode(chainId);
  node.calls.set(BALANCE_OF, behaviour);
  opened.push(node);
  return node;
}

/** Every contract holds that much of every token. */
const holding = (units: bigint): Behaviour => ({
  kind: "result",
  result: pad(numberToHex(units)),
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
async function read(api: TestApi, query: string): Promise<any> {
  const response = await api.get(`/v1/solvency${query}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
}

async function metric(api: TestApi, name: string): Promise<number> {
  const line = (await api.metrics.render()).split("\n").find((one) => one.startsWith(`${name} `));
  return Number(line?.split(" ")[1]);
}

const OF_ESCROWS = `?contract=${getAddress(ESCROW_CONTRACT)}`;
const OF_TAXED = `?contract=${TAXED_ESCROWS}`;
const raw = (units: number | string) => ({ raw: String(units) });

describe("by the index alone", () => {
  test("trap 22: what a refund after the payout took shows as a deficit, and its escrow is named", async () => {
    const { data, meta } = await read(open(), OF_ESCROWS);
    expect(meta.indexedBlock.number).toBe(INDEXED);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      contract: getAddress(ESCROW_CONTRACT),
      token: getAddress(TOKEN),
      status: "deficit",
      judgedBy: "index",
      obligations: [
        { kind: "active_offer", count: 1, amount: raw(45) },
        { kind: "created_deposit", count: 1, amount: raw(60) },
        // Escrow 3 was confirmed: its parties are owed the retainer.
        { kind: "disputed_escrow", count: 1, amount: raw(195) },
        { kind: "funded_escrow", count: 1, amount: raw(1_000) },
      ],
      owed: { ...raw(1_300), decimals: 6, currency: { symbol: "TUSD" } },
      indexedBalance: raw(401),
      onchainBalance: null,
      onchainUnavailable: "no node is configured",
      isIndexExact: null,
      surplus: raw(0),
      // 1300 - 401: the 903 that escrow 1 took, less the 4 that nobody is owed.
      deficit: raw(899),
      unowed: [{ account: "surplus", amount: raw(4) }],
    });
    expect(data[0].shortfalls).toMatchObject({
      count: 1,
      missing: raw(903),
      accounts: [
        {
          account: "escrow:1",
          escrow: `${CHAIN_ID}-${ESCROW_CONTRACT}-1`,
          reasons: ["DISPUTE_PAID_AGAIN"],
          received: raw(1_000),
          owed: raw(0),
          held: raw(-903),
          missing: raw(903),
        },
      ],
    });
    // Escrow 3 will take as much again as was paid of it: 2000 less the 195 that are left.
    expect(data[0].atRisk).toMatchObject({
      count: 1,
      missing: raw(1_805),
      escrows: [{ id: `${CHAIN_ID}-${ESCROW_CONTRACT}-3`, missing: raw(1_805) }],
    });
  });

  test("trap 25: an E1 escrow that wrote down more than arrived is a deficit, open or closed", async () => {
    const { data } = await read(open(), OF_TAXED);
    expect(data[0]).toMatchObject({ status: "deficit", owed: raw(1_000), deficit: raw(30) });
    expect(data[0].shortfalls).toMatchObject({
      count: 2,
      missing: raw(30),
      accounts: [
        {
          account: "escrow:7",
          reasons: ["RECEIVED_LESS_THAN_RECORDED"],
          owed: raw(1_000),
          held: raw(980),
          missing: raw(20),
        },
        {
          account: "escrow:8",
          reasons: ["RECEIVED_LESS_THAN_RECORDED"],
          owed: raw(0),
          held: raw(-10),
          missing: raw(10),
        },
      ],
    });
  });

  test("a slashed stake stays in the contract and is owed to nobody", async () => {
    const { data } = await read(open(), `?contract=${MARKETPLACE}&token=${TOKEN}`);
    expect(data[0]).toMatchObject({
      status: "solvent",
      obligations: [{ kind: "stake", count: 1, amount: raw(80) }],
      surplus: raw(20),
      deficit: raw(0),
      unowed: [{ account: "slashed", amount: raw(20) }],
      shortfalls: { count: 0, missing: raw(0), accounts: [] },
    });
  });

  test("without any balance the answer is unknown, not a deficit", async () => {
    const { data } = await read(open(), `?contract=${AGENT_ESCROW}`);
    expect(data[0]).toMatchObject({
      token: getAddress(FOREIGN_TOKEN),
      status: "unknown",
      judgedBy: null,
      obligations: [{ kind: "agent_payment", count: 1, amount: { raw: "300", decimals: null } }],
      indexedBalance: null,
      surplus: null,
      deficit: null,
      shortfalls: { count: 0 },
    });
  });

  test("every contract and token is listed once; filters narrow them", async () => {
    const api = open();
    const all = await read(api, "");
    const pairs = all.data.map(({ contract, token }: { contract: string; token: string }) => [
      contract,
      token,
    ]);
    expect(pairs).toHaveLength(4);
    expect(new Set(pairs.map(String)).size).toBe(4);
    expect((await read(api, `?token=${FOREIGN_TOKEN}`)).data).toHaveLength(1);
    expect((await read(api, `?contract=${TREASURY}`)).data).toEqual([]);
  });
});

describe("with a node", () => {
  test("balanceOf is read at the final block when nothing changed after it", async () => {
    const node = await openNode(holding(401n));
    const { data } = await read(open(node), OF_ESCROWS);
    expect(data[0]).toMatchObject({
      status: "deficit",
      judgedBy: "chain",
      onchainBalance: raw(401),
      onchainUnavailable: null,
      isIndexExact: true,
      comparedAt: { blockNumber: 80, basis: "final", blocksBehindIndex: 20 },
    });
    expect(node.seen.calls).toHaveLength(1);
    expect(node.seen.calls[0]).toMatchObject({
      block: numberToHex(80),
      to: TOKEN,
      data: `0x70a08231${ESCROW_CONTRACT.slice(2).padStart(64, "0")}`,
    });
  });

  test("what changed after the final block is compared at the indexed block", async () => {
    const node = await openNode(holding(970n));
    const { data } = await read(open(node), OF_TAXED);
    expect(data[0].comparedAt).toEqual({
      blockNumber: INDEXED,
      basis: "indexed",
      blocksBehindIndex: 0,
    });
    expect(node.seen.calls[0]?.block).toBe(numberToHex(INDEXED));
  });

  test("the chain's balance decides, and differs visibly from the index's", async () => {
    const rich = await read(open(await openNode(holding(1_300n))), OF_ESCROWS);
    expect(rich.data[0]).toMatchObject({
      status: "solvent",
      surplus: raw(0),
      deficit: raw(0),
      indexedBalance: raw(401),
      isIndexExact: false,
    });
    const poor = await read(open(await openNode(holding(1_299n))), OF_ESCROWS);
    expect(poor.data[0]).toMatchObject({ status: "deficit", deficit: raw(1) });
    const foreign = await read(open(await openNode(holding(300n))), `?contract=${AGENT_ESCROW}`);
    expect(foreign.data[0]).toMatchObject({
      status: "solvent",
      judgedBy: "chain",
      isIndexExact: null,
    });
  });

  test("a balance as large as a uint256 can be is exact", async () => {
    const largest = 2n ** 256n - 1n;
    const { data } = await read(open(await openNode(holding(largest))), OF_ESCROWS);
    expect(data[0].onchainBalance.raw).toBe(String(largest));
    expect(data[0].surplus.raw).toBe(String(largest - 1_300n));
  });

  const failures: [string, Behaviour, RegExp][] = [
    ["an error page", { kind: "garbage", body: "no", status: 503 }, /HTTP status 503/],
    ["no answer", { kind: "silence" }, /no answer in time/],
    ["garbage", { kind: "garbage", body: "<html>" }, /./],
    ["a refusal", { kind: "error", code: -32_000, message: "missing trie node" }, /missing trie/],
    ["a revert", { kind: "revert" }, /revert/],
    ["an address without code", { kind: "result", result: "0x" }, /./],
  ];
  test.each(failures)(
    "%s leaves the index's own balance, and says why",
    async (_, behaviour, reason) => {
      const node = await openNode(behaviour);
      const { data } = await read(open(node, 300), OF_ESCROWS);
      expect(data[0]).toMatchObject({
        status: "deficit",
        judgedBy: "index",
        onchainBalance: null,
        isIndexExact: null,
      });
      expect(data[0].onchainUnavailable).toMatch(reason);
      expect(data[0].onchainUnavailable).not.toContain(node.url);
    },
  );

  test("a node of another chain is not believed", async () => {
    const { data } = await read(open(await openNode(holding(0n), 1)), OF_ESCROWS);
    expect(data[0]).toMatchObject({
      judgedBy: "index",
      onchainBalance: null,
      onchainUnavailable: "the node is on chain 1",
    });
  });

  test("many readers of one block make one request; seconds later the node is asked anew", async () => {
    const node = await openNode(holding(401n));
    let seconds = 0;
    const api = open(node, 2_000, () => new Date(Number(START) * 1_000 + seconds * 1_000));
    await Promise.all(Array.from({ length: 5 }, () => read(api, OF_TAXED)));
    expect(node.seen.calls).toHaveLength(1);
    node.calls.set(BALANCE_OF, holding(1_300n));
    seconds = 4;
    expect((await read(api, OF_TAXED)).data[0].status).toBe("deficit");
    seconds = 6;
    expect((await read(api, OF_TAXED)).data[0].status).toBe("solvent");
    expect(node.seen.calls).toHaveLength(2);
  });

  test("what a final block says is asked once for all processes, and again only of another chain [5.162]", async () => {
    const node = await openNode(holding(1_300n));
    const [first, second] = [open(node), open(node)];
    expect((await read(first, OF_ESCROWS)).data[0]).toMatchObject({ onchainBalance: raw(1_300) });
    node.calls.set(BALANCE_OF, holding(1n));
    expect((await read(second, OF_ESCROWS)).data[0]).toMatchObject({ onchainBalance: raw(1_300) });
    expect(node.seen.calls).toHaveLength(1);
    const lookups = (api: TestApi, result: string) =>
      metric(api, `valyra_api_cache_lookups_total{result="${result}"}`);
    expect([await lookups(first, "miss"), await lookups(second, "hit")]).toEqual([1, 1]);
    // Another chain of the same id, as after a devnet was made anew.
    const other = await openNode(holding(2n));
    expect((await read(open(other), OF_ESCROWS)).data[0]).toMatchObject({
      onchainBalance: raw(2),
    });
    // The indexed block may still be replaced: nothing of it is kept.
    await read(first, OF_TAXED);
    expect(await lookups(first, "miss")).toBe(1);
  });

  test("the entity tag follows what the node says", async () => {
    const tags = await Promise.all(
      [401n, 402n].map(async (units) => {
        const response = await open(await openNode(holding(units))).get(
          `/v1/solvency${OF_ESCROWS}`,
        );
        return response.headers.get("etag");
      }),
    );
    expect(tags[0]).not.toBe(tags[1]);
  });
});

describe("what is refused", () => {
  test.each([
    ["?contract=0x1", "/query/contract"],
    ["?token=%27%3B--", "/query/token"],
    ["?escrow=1", "/query/escrow"],
  ])("%s", async (query, pointer) => {
    const response = await open().get(`/v1/solvency${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ pointer }] });
  });
});

test("of many disputes at risk the largest are named, and all are counted", async () => {
  const copied = (table: string, changes: string) =>
    `INSERT INTO release_a.${table} SELECT (jsonb_populate_record(one, jsonb_build_object(
       'escrow_id', 1000 + n ${changes}))).*
     FROM release_a.${table} AS one, generate_series(1, 25) AS n
     WHERE contract = '${ESCROW_CONTRACT}' AND escrow_id = 3`;
  await withClient(urls.admin, async (client) => {
    await client.query(copied("escrow", ", 'amount_units', one.amount_units + n"));
    await client.query(copied("transition_hold", ""));
  });
  const { data } = await read(open(), OF_ESCROWS);
  const { count, missing, escrows } = data[0].atRisk;
  expect(count).toBe(26);
  // 26 times 1805, and 1 to 25 more.
  expect(missing).toMatchObject(raw(26 * 1_805 + 325));
  expect(escrows).toHaveLength(20);
  expect(escrows[0]).toMatchObject({
    id: `${CHAIN_ID}-${ESCROW_CONTRACT}-1025`,
    missing: raw(1_830),
  });
});
