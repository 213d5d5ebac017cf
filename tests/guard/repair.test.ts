import type pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadConfig } from "../../core/config/load.ts";
import { createPool } from "../../core/db/pools.ts";
import { loadDeployment } from "../../core/deployments/load.ts";
import { createFollower } from "../../core/journal/follower.ts";
import { DEVNET_CHAIN_ID } from "../../devnet/chain.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { runStateAudit } from "../../guard/audit/state/run-state-audit.ts";
import { type Guard, startGuard, stateProviders } from "../../guard/guard.ts";
import { findOpenRepair } from "../../guard/repair/repair-store.ts";
import { startApi, type TestApi } from "../integration/support/api.ts";
import { follow, readEntries } from "../integration/support/journal.ts";
import { type GatewayProcess, startGatewayProcess } from "../support/gateway.ts";
import { PROJECT_ROOT } from "../support/ponder.ts";
import { activityDifferences } from "../support/recovery/canonical-logs.ts";
import type { Supervised } from "../support/supervised.ts";
import { type Node, startNode } from "./nodes.ts";
import {
  caughtUp,
  openPublishedMarket,
  type PublishedMarket,
  whileMining,
} from "./published-market.ts";

const SCHEMA = "release_deep";
const REPAIRED = "release_deep_r1";
const PREPARED = "release_next";

/** More than the 30 blocks that Ponder can take back on this chain, less than what is final. */
const DEPTH = 45;
const FINALITY_DEPTH = 50;
const HISTORY = 50;
const DEADLINE_MS = 180_000;
/** A look asks the API and the database a dozen things: many a second would slow the repair down. */
const LOOK_EVERY_MS = 200;
/** Longest time from the reorganisation until readers are warned, and from the repair until they need not be. */
const PROMISED_MS = 10_000;

type Readiness = { isReady: boolean; checks: { name: string; isOk: boolean; detail: string }[] };
type Status = { isTrusted: boolean; doubts: Readiness["checks"] };

describe("an index that has to be repaired", () => {
  let world: PublishedMarket;
  let gateway: GatewayProcess | undefined;
  let market: PublishedMarket["market"];
  let url: string;
  let admin: pg.Client;
  let pool: pg.Pool;
  let journal: pg.PoolClient;
  let indexer: Supervised;
  /** Another release of the chain, which is being prepared meanwhile. */
  let beside: Supervised;
  let node: Node;
  let guard: Guard;
  let api: TestApi;
  let orphaned: bigint;

  /** The guard with its defaults, but for a chain without tags: what is replaced was never final. */
  const guardChain = async () => {
    node = await startNode(market.chain.url);
    node.answer = ({ params: [block] }) =>
      block === "safe" || block === "finalized"
        ? { error: { code: -32_602, message: "unknown block tag" } }
        : undefined;
    const deployment = {
      ...loadDeployment(market.deploymentsFile, {}),
      ...{ rpc: [node.url], finalityDepth: FINALITY_DEPTH, pollingIntervalMs: 1_000 },
    };
    const config = loadConfig("guard", {
      GUARD_DATABASE_URL: world.urlOf("valyra_worker"),
      GUARD_PORT: "0",
      GUARD_STATE_AUDIT_SECONDS: "0",
      GUARD_GRACE_MS: "2000",
      INDEXER_RPC_GATEWAY: gateway?.url,
    });
    return startGuard(config, deployment, pino({ level: "silent" }));
  };

  beforeAll(async () => {
    world = await openPublishedMarket({
      ...{ seed: "deep reorganisation", schema: SCHEMA, history: HISTORY },
      async envOf({ deploymentsFile }) {
        gateway = await startGatewayProcess({ root: PROJECT_ROOT, deploymentsFile });
        return { INDEXER_RPC_GATEWAY: gateway.url };
      },
    });
    ({ market, url, admin, indexer } = world);
    beside = await world.start(PREPARED, { INDEXER_STALL_SECONDS: "60" });
    const onIdleError = () => undefined;
    pool = createPool(url, "appWrites", { max: 2, processName: "test_journal", onIdleError });
    journal = await pool.connect();
    guard = await guardChain();
    api = startApi(world.urlOf("valyra_api"));
  });
  afterAll(async () => {
    await guard?.stop();
    await api?.close();
    node?.close();
    journal?.release();
    await pool?.end();
    await gateway?.stop();
    await world?.stop();
  });

  const readiness = async () => (await (await api.get("/ready")).json()) as Readiness;

  const untilReady = () =>
    waitUntil(async () => (await readiness()).isReady, {
      what: "the API is ready",
      deadlineMs: DEADLINE_MS,
      everyMs: LOOK_EVERY_MS,
      givenUp: () => indexer.child.exit() && indexer.child.lastLines(),
    }).catch(async (error: Error) => {
      throw new Error(`${error.message}\n${JSON.stringify(await readiness())}`, { cause: error });
    });

  /** Waits until readers are warned, and answers what they are told. */
  const untilWarned = () =>
    waitUntil(
      async () => {
        const { checks } = await readiness();
        return checks.find(({ name, isOk }) => !isOk && (name === "alarms" || name === "repairs"));
      },
      {
        what: "readiness is off because of the guard",
        deadlineMs: DEADLINE_MS,
        everyMs: LOOK_EVERY_MS,
      },
    );

  /** Blocks that the cache or a release holds and the chain has no longer. */
  async function orphansOf(table: string, hash: string, number: string): Promise<number> {
    const { rows } = await admin.query<{ hash: string; number: string }>(
      `SELECT DISTINCT ${hash} AS hash, ${number}::text AS number FROM ${table}`,
    );
    const now = await market.chain.batch<{ hash: string } | null>(
      rows.map(({ number }) => ({
        method: "eth_getBlockByNumber",
        params: [`0x${BigInt(number).toString(16)}`, false],
      })),
    );
    return rows.filter(({ hash }, position) => now[position]?.hash !== hash).length;
  }

  test("a reorganisation below its window is seen by the guard, told by the API, and repaired without a human, as is a release that was being prepared; nothing is sent meanwhile (IX-2)", {
    timeout: 2 * DEADLINE_MS,
  }, async () => {
    await Promise.all([untilReady(), caughtUp(market, beside)]);
    const { writer } = await beside.state();
    const printed = beside.lines.length;
    const follower = createFollower(journal);
    await follow(follower);
    const told = await readEntries(admin);
    expect(told.length).toBeGreaterThan(HISTORY);

    const reorganisedAt = performance.now();
    orphaned = (await market.reorganise(DEPTH)) + 1n;
    const warning = await untilWarned();
    const warnedMs = Math.round(performance.now() - reorganisedAt);
    expect(warnedMs).toBeLessThanOrEqual(PROMISED_MS);
    expect(warning.detail).toMatch(
      new RegExp(`^deep_reorganisation: block ${orphaned} was 0x\\w+ and is 0x`),
    );
    const answer = await api.get("/ready");
    expect(answer.status).toBe(503);
    const { data } = (await (await api.get("/v1/status")).json()) as { data: Status };
    expect(data.isTrusted).toBe(false);
    expect(data.doubts.map(({ detail }) => detail).join()).toContain(`block ${orphaned} was`);
    expect(await orphansOf("ponder_sync.blocks", "hash", "number")).toBeGreaterThan(0);

    const startedAt = performance.now();
    const opened = await waitUntil(() => findOpenRepair(admin, DEVNET_CHAIN_ID), {
      what: "the guard opens a repair",
      deadlineMs: DEADLINE_MS,
      everyMs: LOOK_EVERY_MS,
    });
    expect(opened).toMatchObject({ kind: "deep_reorganisation", fromBlock: orphaned });
    await market.play(1);
    const untilRepaired = waitUntil(
      async () => {
        const isOpen = (await findOpenRepair(admin, DEVNET_CHAIN_ID)) !== undefined;
        if (!isOpen) return true;
        const [step, { isReady }] = [await follower.step(), await readiness()];
        // The repair may end between the statements.
        if (await findOpenRepair(admin, DEVNET_CHAIN_ID)) {
          expect(isReady).toBe(false);
          expect(step).toEqual({ is: "waiting", for: "a repair of the index to end" });
          expect(await readEntries(admin)).toEqual(told);
        }
        return false;
      },
      {
        what: "the repair ends",
        deadlineMs: DEADLINE_MS,
        everyMs: LOOK_EVERY_MS,
        givenUp: () => indexer.child.exit() && indexer.child.lastLines(),
      },
    ).catch((error: Error) => {
      throw new Error(`${error.message}\n${indexer.lines.slice(-25).join("\n")}`, { cause: error });
    });
    await whileMining(market, () => untilRepaired);
    const repairedMs = Math.round(performance.now() - startedAt);
    await untilReady();
    const readyMs = Math.round(performance.now() - startedAt) - repairedMs;
    expect(readyMs).toBeLessThanOrEqual(PROMISED_MS);
    console.log(
      `deep reorganisation: not ready after ${warnedMs} ms, repaired in ${repairedMs} ms, ready ${readyMs} ms later`,
    );

    const { rows } = await admin.query("SELECT * FROM app.repair");
    expect(rows).toMatchObject([
      { id: opened.id, release_before: SCHEMA, release_after: REPAIRED },
    ]);
    const [, from] =
      /^Indexed anew from block (\d+) as release_deep_r1;/.exec(rows[0].outcome) ?? [];
    expect(Number(from)).toBeLessThanOrEqual(Number(orphaned));
    expect((await admin.query("SELECT * FROM app.unknown_log")).rows).toEqual([]);
    expect((await indexer.state()).schema).toBe(REPAIRED);
    await indexer.reached(await market.chain.blockNumber());
    const place = { databaseUrl: url, schema: REPAIRED };
    expect(await activityDifferences(market.chain, market.contracts, place)).toEqual([]);
    expect(await orphansOf("ponder_sync.blocks", "hash", "number")).toBe(0);
    expect(await orphansOf("ponder_sync.logs", "block_hash", "block_number")).toBe(0);

    expect(indexer.lines.join("\n")).toContain(`"dropped":["${PREPARED}"]`);
    await beside.until(
      "another writer",
      (state) => state.writer !== writer && state.is === "writing",
    );
    await caughtUp(market, beside, printed);
    const prepared = { databaseUrl: url, schema: PREPARED };
    expect(await activityDifferences(market.chain, market.contracts, prepared)).toEqual([]);
    await beside.stop();
  });

  test("the journal tells of the repair, takes back what is gone and tells what came instead", async () => {
    await follow(createFollower(journal));
    const { rows } = await admin.query<{ live: string; indexed: string; retracted: string }>(
      `SELECT (SELECT count(*) FROM app.journal_entry AS entry
                WHERE sequence = announced_sequence AND repair_id IS NULL AND NOT EXISTS (
                  SELECT 1 FROM app.journal_entry AS gone
                  WHERE gone.announced_sequence = entry.sequence AND gone.status = 'retracted')
              ) AS live,
         (SELECT count(*) FROM indexed.activity) AS indexed,
         (SELECT count(*) FROM app.journal_entry WHERE status = 'retracted') AS retracted`,
    );
    expect(rows[0]?.live).toBe(rows[0]?.indexed);
    expect(Number(rows[0]?.retracted)).toBeGreaterThan(0);
    const { rows: repairs } = await admin.query(
      `SELECT kind, payload,
         sequence < (SELECT min(sequence) FROM app.journal_entry WHERE status = 'retracted') AS "isFirst"
       FROM app.journal_entry WHERE repair_id IS NOT NULL`,
    );
    expect(repairs).toMatchObject([
      { kind: "index.repaired", payload: { fromBlock: Number(orphaned) }, isFirst: true },
    ]);
  });

  test("rows that proved logs contradict are indexed anew, by a supervisor that starts afresh with what was repaired before (IX-3)", {
    timeout: 2 * DEADLINE_MS,
  }, async () => {
    // An event in a block that is not final yet.
    await market.play(1);
    await indexer.reached(await market.chain.blockNumber());
    // Ponder's triggers expect to be called by Ponder alone.
    await admin.query("SET session_replication_role = replica");
    const { rows: changed } = await admin.query<{ block: string }>(
      `UPDATE ${REPAIRED}.activity SET raw_data = '0x' WHERE ctid = (
         SELECT ctid FROM ${REPAIRED}.activity WHERE raw_data <> '0x'
         ORDER BY block_number DESC, log_index DESC LIMIT 1
       ) RETURNING block_number AS block`,
    );
    await admin.query(`UPDATE ${REPAIRED}.listing SET asking_price_units = 1, title = 'Mine'
      WHERE ctid = (SELECT ctid FROM ${REPAIRED}.listing LIMIT 1)`);
    await admin.query("SET session_replication_role = DEFAULT");
    await indexer.stop();
    // The block was compared before the row was changed; once it is final it is compared again.
    await market.chain.mineMany(FINALITY_DEPTH + 5);
    const opened = await waitUntil(() => findOpenRepair(admin, DEVNET_CHAIN_ID), {
      what: "the guard opens a repair",
      deadlineMs: DEADLINE_MS,
      everyMs: LOOK_EVERY_MS,
    });
    expect(opened).toMatchObject({ kind: "wrong_rows", fromBlock: BigInt(changed[0]?.block ?? 0) });
    expect((await readiness()).isReady).toBe(false);
    indexer = await world.start(SCHEMA);
    const untilRepaired = waitUntil(
      async () => (await findOpenRepair(admin, DEVNET_CHAIN_ID)) === undefined,
      {
        what: "the repair ends",
        deadlineMs: DEADLINE_MS,
        everyMs: LOOK_EVERY_MS,
        givenUp: () => indexer.child.exit() && indexer.child.lastLines(),
      },
    ).catch((error: Error) => {
      throw new Error(`${error.message}\n${indexer.lines.slice(-25).join("\n")}`, { cause: error });
    });
    await whileMining(market, () => untilRepaired);
    await untilReady();
    const { rows } = await admin.query("SELECT * FROM app.repair WHERE id = $1", [opened.id]);
    const after = `release_deep_r${opened.id}`;
    expect(rows).toMatchObject([{ release_before: REPAIRED, release_after: after }]);
    expect((await indexer.state()).schema).toBe(after);
    const begun = indexer.lines.find((line) => line.includes("the index is repaired")) ?? "{}";
    expect(JSON.parse(begun)).toMatchObject({ schema: REPAIRED });

    await market.play(1);
    const head = await market.chain.blockNumber();
    await indexer.reached(head);
    const place = { databaseUrl: url, schema: after };
    expect(await activityDifferences(market.chain, market.contracts, place)).toEqual([]);
    const deployment = loadDeployment(market.deploymentsFile, {});
    const providers = stateProviders({ RPC_TIMEOUT_MS: 10_000 }, deployment);
    const audit = await runStateAudit({ pool, deployment, providers, block: head });
    expect(audit.comparedRows).toBeGreaterThan(10);
    expect(audit.differences).toEqual([]);

    await follow(createFollower(journal));
    const { rows: told } = await admin.query(
      "SELECT kind FROM app.journal_entry WHERE repair_id = $1",
      [opened.id],
    );
    expect(told).toEqual([{ kind: "index.repaired" }]);
  });
});
