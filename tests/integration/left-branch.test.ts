import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPool } from "../../core/db/pools.ts";
import { settledBlock } from "../../core/db/settled.ts";
import { createFollower } from "../../core/journal/follower.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi } from "./support/api.ts";
import { FakeChain } from "./support/fake-chain.ts";
import { follow, readEntries } from "./support/journal.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { CHAIN_ID, insertRows } from "./support/rows.ts";

let server: PostgresServer;
let urls: { admin: string; api: string; worker: string };
let admin: pg.Client;
let workers: pg.Pool;
let writer: pg.PoolClient;

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  workers = createPool(urls.worker, "appWrites", {
    ...{ max: 2, processName: "test_branch", onIdleError: () => undefined },
  });
  writer = await workers.connect();
});
afterAll(async () => {
  writer?.release();
  await workers?.end();
  await admin?.end();
  await server.stop();
});

/** What the API says of events, by their blocks. */
async function readFinality(): Promise<Record<number, string>> {
  const api = startApi(urls.api);
  try {
    const answer = (await (await api.get("/v1/activity?limit=50")).json()) as {
      data: { blockNumber: number; finality: string }[];
    };
    return Object.fromEntries(answer.data.map((row) => [row.blockNumber, row.finality]));
  } finally {
    await api.close();
  }
}

test("an indexer that stands still in a branch that the chain has left makes none of it safe or final (IX-2)", async () => {
  const chain = new FakeChain(admin, "release_a");
  await chain.reset();
  const follower = createFollower(writer);
  for (let block = 0; block < 4; block += 1) await chain.mine(1);
  // The guard follows the chain: block 3 and what was above it have successors, which are final by now.
  const known = async (hashOf: (number: number, indexed: string) => string) => {
    const { rows } = await admin.query<{ number: string; hash: string }>(
      "SELECT DISTINCT block_number AS number, block_hash AS hash FROM release_a.activity",
    );
    await admin.query("DELETE FROM app.chain_block");
    for (const { number, hash } of [...rows, { number: "5", hash: "0x55" }]) {
      await admin.query("INSERT INTO app.chain_block VALUES ($1, $2, $3, '0x', 1)", [
        ...[CHAIN_ID, number, hashOf(Number(number), hash)],
      ]);
    }
    await admin.query("UPDATE app.chain_head SET head = 5, safe = 4, final = 4");
  };
  const told = async () =>
    (await readEntries(admin)).map(({ status, announced }) => `${announced} ${status}`);
  await known((number, hash) => (number > 2 ? `0x${number}` : hash));
  await follow(follower);
  expect(await told()).toEqual(["1 final", "2 final", "3 provisional", "4 provisional"]);
  expect(await readFinality()).toEqual({
    1: "final",
    2: "final",
    3: "included",
    4: "included",
  });

  // It was the node of the guard that was wrong, say, or the chain came back.
  await known((_, hash) => hash);
  await follow(follower);
  expect((await told()).slice(4)).toEqual(["3 final", "4 final"]);
  expect(await readFinality()).toEqual({ 1: "final", 2: "final", 3: "final", 4: "final" });
});

test("a transfer without any event is enough to tell that the chain has left (IX-2)", async () => {
  const chain = new FakeChain(admin, "release_a");
  await chain.reset();
  for (let block = 0; block < 2; block += 1) await chain.mine(1);
  const { rows } = await admin.query<{ number: string; hash: string }>(
    "SELECT DISTINCT block_number AS number, block_hash AS hash FROM release_a.activity",
  );
  await insertRows(admin, "release_a", "token_movement", [{ block_number: 3, block_hash: "0x33" }]);
  const settledWith = async (newest: string) => {
    await admin.query("DELETE FROM app.chain_block");
    for (const { number, hash } of [...rows, { number: "3", hash: newest }]) {
      await admin.query("INSERT INTO app.chain_block VALUES ($1, $2, $3, '0x', 1)", [
        ...[CHAIN_ID, number, hash],
      ]);
    }
    const [answer] = (await admin.query(`SELECT ${settledBlock(String(CHAIN_ID))} AS block`)).rows;
    return answer.block;
  };
  expect(await settledWith("0x33")).toBe(null);
  expect(await settledWith("0x34")).toBe("2");
});
