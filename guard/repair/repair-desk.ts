import pg from "pg";
import type { Logger } from "../../core/log.ts";
import { comparePast, describeDifference } from "../../core/release/compare.ts";
import { findPublished } from "../../core/release/history.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { quoteIdentifier } from "../../core/release/quote.ts";
import { hasCaughtUp } from "./caught-up.ts";
import { dropPrepared } from "./drop-prepared.ts";
import {
  findOpenRepairs,
  findSuccessor,
  finishRepair,
  type Repair,
  startRepair,
} from "./repair-store.ts";
import { repairedSchema } from "./repaired-schema.ts";
import { forgetFetched } from "./sync-cache.ts";

/** Longest wait for the database, milliseconds: forgetting a long history takes its time. */
const STATEMENT_TIMEOUT_MS = 600_000;

/** What is under way: which repairs, from which block on, and between which schemas. */
export type RepairWork = {
  repairs: readonly Repair[];
  /** First block that is fetched and indexed anew; below it both releases must agree. */
  fromBlock: bigint;
  /** What readers see until then; undefined when nothing was published yet. */
  before: string | undefined;
  after: string;
};

/** How far a repair has come. */
export type RepairProgress =
  | { is: "indexing"; why: string }
  | { is: "refused"; why: string }
  | { is: "finished" };

export type RepairDeskOptions = {
  /** Connection of an administrator: member of the owner and the indexer role. */
  adminUrl: string;
  chainId: number;
  log: Logger;
};

/**
 * Carries repairs out, step by step, around a writer that somebody else stops and starts: Ponder
 * keeps no undo below its own window, so what is wrong there heals only by a release built anew.
 */
export type RepairDesk = {
  /** The schema to write in place of the configured one: earlier repairs may have replaced it. */
  currentSchema(configured: string): Promise<string>;
  /** Open repairs that concern a writer, by its schema and the one it replaces; none for others. */
  findOpen(schemas: readonly (string | undefined)[]): Promise<Repair[]>;
  /**
   * To be called while no writer of the chain runs, of any release: forgets what was fetched, drops
   * what was being prepared from it, and makes room for a new release.
   */
  prepare(repairs: readonly Repair[], schema: string): Promise<RepairWork>;
  /** Publishes the new release and closes the repairs, once it has caught up and agrees. */
  tryFinish(work: RepairWork): Promise<RepairProgress>;
};

export function createRepairDesk({ adminUrl, chainId, log }: RepairDeskOptions): RepairDesk {
  const inSession = async <Answer>(work: (client: pg.Client) => Promise<Answer>) => {
    const client = new pg.Client({
      connectionString: adminUrl,
      application_name: "valyra_repair",
      statement_timeout: STATEMENT_TIMEOUT_MS,
      connectionTimeoutMillis: 5_000,
    });
    // A connection that is cut while idle is reported by the query that follows.
    client.on("error", () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  return {
    currentSchema: (configured) =>
      inSession(async (client) => {
        let schema = configured;
        // Each repair names its release after a number of its own, so there is no way in circles.
        for (;;) {
          const successor = await findSuccessor(client, schema);
          if (successor === undefined) return schema;
          schema = successor;
        }
      }),

    findOpen: (schemas) =>
      inSession(async (client) => {
        const published = await findPublished(client);
        const open = await findOpenRepairs(client, chainId);
        return published === undefined || schemas.includes(published) ? open : [];
      }),

    prepare: (repairs, schema) =>
      inSession(async (client) => {
        const published = await findPublished(client);
        const last = repairs.at(-1);
        if (last === undefined) throw new Error("there is nothing to repair");
        const fromBlock = await firstDoubtful(client, chainId, repairs);
        // A supervisor that was killed between publication and closing goes on where that one was.
        const resumed = repairs.find(({ releaseAfter }) => releaseAfter === published);
        const after = resumed?.releaseAfter ?? repairedSchema(schema, last.id);
        const before = resumed?.releaseBefore ?? published;
        if (resumed === undefined) {
          await client.query("BEGIN");
          await client.query(`DROP SCHEMA IF EXISTS ${quoteIdentifier(after)} CASCADE`);
          const dropped = await dropPrepared(client, { chainId, fromBlock, but: schema });
          const forgotten = await forgetFetched(client, chainId, fromBlock);
          await client.query("COMMIT");
          const what = { fromBlock: String(fromBlock), forgotten, dropped };
          log.warn(what, "forgot what had been fetched");
        }
        const started: Repair[] = [];
        for (const { id } of repairs) {
          started.push(await startRepair(client, id, { before: before ?? null, after }));
        }
        return { repairs: started, fromBlock, before, after };
      }),

    tryFinish: (work) =>
      inSession(async (client) => {
        const { before, after, fromBlock, repairs } = work;
        const missing = await hasCaughtUp(client, chainId, after);
        if (missing !== undefined) return { is: "indexing", why: missing };
        const isPublished = (await findPublished(client)) === after;
        const differences =
          before === undefined || before === after || isPublished
            ? []
            : await comparePast(client, before, after, fromBlock);
        if (differences.length > 0) {
          const lines = differences.slice(0, 5).map(describeDifference).join("; ");
          const why = `${differences.length} totals below block ${fromBlock} differ: ${lines}`;
          return { is: "refused", why };
        }
        // Readers see a release that is known to be wrong: how far it is does not matter.
        if (!isPublished) await publishRelease(adminUrl, after, { isForced: true });
        const outcome = `Indexed anew from block ${fromBlock} as ${after}; every total below it as before.`;
        for (const repair of repairs) await finishRepair(client, repair, outcome);
        return { is: "finished" };
      }),
  };
}

/** The block above the last final one, or an earlier one that is known to be wrong. */
async function firstDoubtful(
  client: pg.ClientBase,
  chainId: number,
  repairs: readonly Repair[],
): Promise<bigint> {
  const { rows } = await client.query<{ final: string }>(
    "SELECT final::text FROM app.chain_head WHERE chain_id = $1",
    [chainId],
  );
  const known = repairs.map(({ fromBlock }) => fromBlock);
  const bounds = rows[0] === undefined ? known : [...known, BigInt(rows[0].final) + 1n];
  const [least] = bounds.sort((a, b) => (a < b ? -1 : 1));
  if (least === undefined) throw new Error("there is nothing to repair");
  return least;
}
