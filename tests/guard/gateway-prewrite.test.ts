import { type Abi, type Hex, toEventSelector } from "viem";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { AgentEscrowAbi, EntitlementsAbi, EscrowAbi, MarketplaceAbi } from "../../abis/index.ts";
import { IGNORED_EVENTS } from "../../bench/row-check.ts";
import { ADVISORY_LOCK_CLASSES } from "../../core/db/advisory-locks.ts";
import { type LyingRpc, startLyingRpc } from "../../devnet/lying-rpc.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import type { RpcReceipt } from "../../guard/proof/rpc-block.ts";
import { startPonder } from "../support/ponder.ts";
import { createDatabase, type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import {
  type GatewayUnderTest,
  type GatewayWorld,
  openGateway,
  openGatewayWorld,
} from "./gateway-world.ts";

/** Most of it lies below the blocks that the gateway links at its start, and below Ponder's live ones. */
const HISTORY = 110;

/** Blocks that Ponder keeps reversible on this chain. */
const LIVE_BLOCKS = 30;

const DEADLINE_MS = 60_000;

const TABLES = {
  blocks: "number",
  transactions: "block_number, transaction_index",
  logs: "block_number, log_index",
} as const;

type Row = Record<string, unknown>;

let postgres: PostgresServer;
let world: GatewayWorld;
let liar: LyingRpc;
let gateway: GatewayUnderTest | undefined;
let target: number;

beforeAll(async () => {
  postgres = sharedPostgres();
  world = await openGatewayWorld(HISTORY);
  liar = await startLyingRpc(world.chain.url);
  target = Number(await world.chain.blockNumber()) - LIVE_BLOCKS;
});
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
  liar.tell();
});
afterAll(async () => {
  await liar?.stop();
  await world?.stop();
  await postgres?.stop();
});

/** A gateway that writes history into a cache of its own. */
async function openPrewriting(): Promise<{ opened: GatewayUnderTest; database: string }> {
  const database = await createDatabase(postgres.url);
  gateway = await openGateway(world, [liar.url], { GATEWAY_PREWRITE_URL: database });
  return { opened: gateway, database };
}

async function untilWritten(opened: GatewayUnderTest): Promise<void> {
  await waitUntil(async () => (await opened.ready()).prewrite?.isDone, {
    what: "the history is written",
    deadlineMs: DEADLINE_MS,
  });
}

/** Rows of the indexer's cache up to the last block that may be written ahead. */
function cacheOf(database: string): Promise<Record<keyof typeof TABLES, Row[]>> {
  return withClient(database, async (client) => {
    const tables = {} as Record<keyof typeof TABLES, Row[]>;
    for (const [table, key] of Object.entries(TABLES)) {
      const [block] = key.split(", ");
      const { rows } = await client.query<Row>(
        `SELECT * FROM ponder_sync.${table} WHERE ${block} <= $1 ORDER BY ${key}`,
        [target],
      );
      tables[table as keyof typeof TABLES] = rows;
    }
    return tables;
  });
}

/** Ids of what the cache has, with the last block up to which it is there without a gap. */
function coverOf(database: string): Promise<Map<string, number>> {
  return withClient(database, async (client) => {
    const { rows } = await client.query<{ id: string; last: string }>(
      `SELECT fragment_id AS id, upper(range_merge(blocks)) - 1 AS last
       FROM ponder_sync.intervals WHERE blocks = multirange(range_merge(blocks))`,
    );
    return new Map(rows.map(({ id, last }) => [id, Number(last)]));
  });
}

/** Events that the indexer leaves out, and the gateway writes for a release that will not. */
const IGNORED = new Set<unknown>(
  [MarketplaceAbi, EscrowAbi, AgentEscrowAbi, EntitlementsAbi].flatMap((abi: Abi) =>
    abi.flatMap((item) =>
      item.type === "event" && IGNORED_EVENTS.has(item.name) ? [toEventSelector(item)] : [],
    ),
  ),
);

describe("history that is written ahead of the indexer", () => {
  test("is what the indexer stores by itself, row by row, and covers all that it asks for [5.158]", async () => {
    const { opened, database } = await openPrewriting();
    await untilWritten(opened);
    expect((await opened.ready()).prewrite).toMatchObject({ block: target, target });
    const ours = await cacheOf(database);
    const covered = await coverOf(database);
    await opened.stop();
    gateway = await openGateway(world, [world.chain.url]);
    const theirDatabase = await createDatabase(postgres.url);
    const ponder = await startPonder({
      ...{ databaseUrl: theirDatabase, schema: "release_alone", isMeasured: false },
      ...{ deploymentsFile: world.deploymentsFile, isThroughGateway: false },
      env: { INDEXER_RPC_GATEWAY: gateway.url },
    });
    try {
      await ponder.ready();
      const theirs = await cacheOf(theirDatabase);
      expect(theirs.logs.length).toBeGreaterThan(HISTORY);
      const asked = new Set(theirs.logs.map((log) => placeOf(log, "log_index")));
      const extra = ours.logs.filter((log) => !asked.has(placeOf(log, "log_index")));
      expect(extra.filter((log) => !IGNORED.has(log.topic0))).toEqual([]);
      for (const table of ["logs", "transactions", "blocks"] as const) {
        const index = { logs: "log_index", transactions: "transaction_index", blocks: "number" };
        const wanted = new Set(theirs[table].map((row) => placeOf(row, index[table])));
        const written = ours[table].filter((row) => wanted.has(placeOf(row, index[table])));
        expect(written).toEqual(theirs[table]);
      }
      const lacking = [...(await coverOf(theirDatabase))].filter(
        ([id]) => covered.get(id) !== target,
      );
      expect(lacking).toEqual([]);
    } finally {
      await ponder.stop();
    }
  }, 120_000);

  test("is never noted where no provider proves it, and the indexer waits meanwhile (IX-3)", async () => {
    const hidden = target - 40;
    liar.tell(({ method }, answer) => {
      if (method !== "eth_getBlockReceipts") return answer;
      const receipts = answer as RpcReceipt[];
      const isHidden = Number(receipts[0]?.blockNumber ?? 0) === hidden;
      return isHidden ? receipts.map((receipt) => ({ ...receipt, logs: [] })) : answer;
    });
    const { opened, database } = await openPrewriting();
    const standing = await waitUntil(
      async () => (await opened.ready()).providers.find(({ refused }) => refused > 0),
      { what: "the provider's lie is seen", deadlineMs: DEADLINE_MS },
    );
    expect(standing.reason).toContain(`block ${hidden}: `);
    expect((await opened.ready()).prewrite).toMatchObject({ isDone: false, target });
    const held = opened.request<{ number: Hex }>("eth_getBlockByNumber", ["latest", false]).then(
      async () => (await opened.ready()).prewrite?.isDone,
      () => "refused",
    );
    const lasts = [...(await coverOf(database)).values()];
    expect(lasts.filter((last) => last >= hidden)).toEqual([]);
    liar.tell();
    await untilWritten(opened);
    expect([true, "refused"]).toContain(await held);
    expect((await opened.ready()).prewrite).toMatchObject({ block: target, target });
    expect(new Set((await coverOf(database)).values())).toEqual(new Set([target]));
    const served = (await cacheOf(database)).logs.map(({ block_number }) => Number(block_number));
    expect(Math.max(...served)).toBeLessThanOrEqual(target);
  });
});

test("is left alone while a repair has the cache to itself", async () => {
  const database = await createDatabase(postgres.url);
  await withClient(database, async (repair) => {
    await repair.query("SELECT pg_advisory_lock($1, hashtext($2))", [
      ADVISORY_LOCK_CLASSES.cache,
      "31337",
    ]);
    gateway = await openGateway(world, [liar.url], { GATEWAY_PREWRITE_URL: database });
    await untilWritten(gateway);
    expect((await gateway.ready()).prewrite?.reason).toContain("repair");
  });
  expect((await coverOf(database)).size).toBe(0);
});

function placeOf(row: Row, index: string): string {
  return `${row.block_number} ${row[index]}`;
}
